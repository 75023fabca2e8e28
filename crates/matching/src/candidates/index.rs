//! Open vacancies in rows, by kind of job.

use super::terms::Terms;
use super::top::MOST_VACANCIES;
use crate::hash::FixedMap;
use crate::market::Market;
use crate::rules::{HARD, Test};
use domain::places::{Point, Region};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Open vacancies by kind.
#[derive(Debug)]
pub(super) struct Index {
    /// Distinct places, and the place of each stay.
    pub(super) sites: Vec<(Option<Region>, Option<Point>)>,
    pub(super) site: Vec<u32>,
    /// Stays and demands of open vacancies.
    pub(super) stays: Vec<u32>,
    pub(super) demands: Vec<u32>,
    /// One entry an open vacancy, by kind.
    pub(super) rows: Vec<Row>,
    /// Number and lot of the vacancy of each row.
    pub(super) names: Vec<(u32, u64)>,
    /// Begin of each kind, and the end of the last.
    kinds: Vec<u32>,
    /// Rows of each firm.
    pub(super) rows_of_firm: Vec<Vec<u32>>,
    /// Firms by key.
    pub(super) firms: FixedMap<u64, Vec<u32>>,
    pub(super) terms: Arc<Terms>,
}

/// The facets of an open vacancy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) stay: u32,
    pub(super) demand: u32,
    pub(super) kind: u32,
    pub(super) wage: u32,
    pub(super) firm: u32,
}

impl Index {
    pub(super) fn new(market: &Market, threads: usize) -> Self {
        let vacancies = &market.vacancies;
        assert!(vacancies.len() < MOST_VACANCIES, "more vacancies than a key can number");
        let terms = Terms::new(&market.jobseekers.terms, &vacancies.kinds, threads);
        Self::of((0..vacancies.len() as u32).collect(), market, Arc::new(terms))
    }

    /// An index of the open ones among some vacancies of this market.
    pub(super) fn among(&self, some: &[u32], market: &Market) -> Self {
        Self::of(some.to_vec(), market, Arc::clone(&self.terms))
    }

    fn of(mut order: Vec<u32>, market: &Market, terms: Arc<Terms>) -> Self {
        let vacancies = &market.vacancies;
        order.retain(|&vacancy| open(market, vacancy as usize));
        order.sort_by_key(|&vacancy| (vacancies.kind[vacancy as usize], vacancy));
        let rows: Vec<Row> = order.iter().map(|&vacancy| row(market, vacancy as usize)).collect();
        let mut made = Self {
            sites: Vec::new(),
            site: vec![0; vacancies.stays.len()],
            stays: distinct(rows.iter().map(|row| row.stay)),
            demands: distinct(rows.iter().map(|row| row.demand)),
            names: order.iter().map(|&vacancy| (vacancy, vacancies.lot[vacancy as usize])).collect(),
            kinds: vec![0; vacancies.kinds.len() + 1],
            rows_of_firm: vec![Vec::new(); vacancies.firms.len()],
            firms: FixedMap::default(),
            terms,
            rows,
        };
        for (at, row) in made.rows.iter().enumerate() {
            made.kinds[row.kind as usize + 1] += 1;
            made.rows_of_firm[row.firm as usize].push(at as u32);
        }
        for kind in 1..made.kinds.len() {
            made.kinds[kind] += made.kinds[kind - 1];
        }
        made.place(market);
        for (number, firm) in vacancies.firms.iter().enumerate() {
            for key in firm.keys.into_iter().flatten() {
                made.firms.entry(key).or_default().push(number as u32);
            }
        }
        made
    }

    /// The rows of a kind.
    pub(super) fn of_kind(&self, kind: u32) -> Range<usize> {
        self.kinds[kind as usize] as usize..self.kinds[kind as usize + 1] as usize
    }

    /// Numbers the distinct places of the stays in use.
    fn place(&mut self, market: &Market) {
        let mut numbers = HashMap::new();
        for &number in &self.stays {
            let stay = &market.vacancies.stays[number as usize];
            let key = (stay.place, stay.point.map(|point| (point.lon.to_bits(), point.lat.to_bits())));
            self.site[number as usize] = *numbers.entry(key).or_insert_with(|| {
                self.sites.push((stay.place, stay.point));
                self.sites.len() as u32 - 1
            });
        }
    }
}

/// Each number once, ascending.
fn distinct(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut numbers: Vec<u32> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Whether the rules about the vacancy alone hold.
fn open(market: &Market, vacancy: usize) -> bool {
    let vacancy = market.vacancies.at(vacancy);
    HARD.iter().all(|rule| match rule.test {
        Test::Vacancy(holds) => holds(&vacancy),
        _ => true,
    })
}

fn row(market: &Market, vacancy: usize) -> Row {
    let vacancies = &market.vacancies;
    Row {
        stay: vacancies.stay[vacancy],
        demand: vacancies.demand[vacancy],
        kind: vacancies.kind[vacancy],
        wage: vacancies.wage[vacancy],
        firm: vacancies.firm[vacancy],
    }
}

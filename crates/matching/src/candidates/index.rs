//! Open vacancies in rows, by kind of job.

use super::terms::Terms;
use super::top::MOST_VACANCIES;
use crate::hash::FixedMap;
use crate::market::Market;
use crate::rules::{HARD, Test};
use domain::places::{Point, Region};
use std::collections::HashMap;

/// Open vacancies by kind.
#[derive(Debug)]
pub(super) struct Index {
    /// Distinct places, and the place of each stay.
    pub(super) sites: Vec<(Option<Region>, Option<Point>)>,
    pub(super) site: Vec<u32>,
    /// Demands of open vacancies.
    pub(super) demands: Vec<u32>,
    /// One entry an open vacancy, by kind.
    pub(super) rows: Vec<Row>,
    /// Number and lot of the vacancy of each row.
    pub(super) names: Vec<(u32, u64)>,
    /// Rows of each firm.
    pub(super) rows_of_firm: Vec<Vec<u32>>,
    /// Firms by key.
    pub(super) firms: FixedMap<u64, Vec<u32>>,
    pub(super) terms: Terms,
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
        let mut order: Vec<u32> =
            (0..vacancies.len() as u32).filter(|&vacancy| open(market, vacancy as usize)).collect();
        order.sort_by_key(|&vacancy| (vacancies.kind[vacancy as usize], vacancy));
        let kinds: Vec<u32> = order.iter().map(|&vacancy| vacancies.kind[vacancy as usize]).collect();
        let rows = |kind| kinds.partition_point(|&of| of < kind)..kinds.partition_point(|&of| of <= kind);
        let terms = Terms::new(&market.jobseekers.terms, &vacancies.kinds, rows, threads);
        Self::of(&order, market, terms)
    }

    /// An index of the rows of some vacancies.
    pub(super) fn among(&self, some: &[u32], market: &Market) -> Self {
        let mut wanted = vec![false; market.vacancies.len()];
        some.iter().for_each(|&vacancy| wanted[vacancy as usize] = true);
        let (mut order, mut renumbered) = (Vec::new(), Vec::with_capacity(self.names.len()));
        for &(vacancy, _) in &self.names {
            renumbered.push(wanted[vacancy as usize].then_some(order.len() as u32));
            order.extend(wanted[vacancy as usize].then_some(vacancy));
        }
        Self::of(&order, market, self.terms.among(&renumbered))
    }

    fn of(order: &[u32], market: &Market, terms: Terms) -> Self {
        let vacancies = &market.vacancies;
        let rows: Vec<Row> = order.iter().map(|&vacancy| row(market, vacancy as usize)).collect();
        let mut made = Self {
            sites: Vec::new(),
            site: Vec::with_capacity(vacancies.stays.len()),
            demands: distinct(rows.iter().map(|row| row.demand)),
            names: order.iter().map(|&vacancy| (vacancy, vacancies.lot[vacancy as usize])).collect(),
            rows_of_firm: vec![Vec::new(); vacancies.firms.len()],
            firms: FixedMap::default(),
            terms,
            rows,
        };
        for (at, row) in made.rows.iter().enumerate() {
            made.rows_of_firm[row.firm as usize].push(at as u32);
        }
        made.place(market);
        for (number, firm) in vacancies.firms.iter().enumerate() {
            for key in firm.keys.into_iter().flatten() {
                made.firms.entry(key).or_default().push(number as u32);
            }
        }
        made
    }

    /// Numbers the distinct places.
    fn place(&mut self, market: &Market) {
        let mut numbers = HashMap::new();
        for stay in &market.vacancies.stays {
            let key = (stay.place, stay.point.map(|point| (point.lon.to_bits(), point.lat.to_bits())));
            self.site.push(*numbers.entry(key).or_insert_with(|| {
                self.sites.push((stay.place, stay.point));
                self.sites.len() as u32 - 1
            }));
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

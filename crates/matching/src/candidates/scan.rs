//! The scan of one jobseeker: every rule once a facet, then one addition a facet and vacancy.
//!
//! The worth of a pair is its score with an *offset* of the vacancy: nothing, its crowding, or its price. Bounds of its parts stand in
//! columns ([`Column`]): stay, demand, wage, offset with kind, and what job words and links add. Most rows are dismissed by the sum of
//! the bounds, many at a time, with no need for an order of them; of the others the worth is reckoned exactly.

use super::columns::{self, Column};
use super::face::holds;
use super::index::Index;
use super::top::{Collect, Found};
use crate::geo::Way;
use crate::inputs::Jobseeker;
use crate::market::Market;
use crate::rules::score::{WEIGHTS, occupation};
use crate::rules::{HARD, Test};
use std::collections::HashMap;

/// What one thread keeps between jobseekers. Points stand multiplied by the weights of their parts.
pub(crate) struct Scan<'m> {
    pub(super) market: &'m Market,
    pub(super) index: &'m Index,
    offset: &'m [i64],
    /// The jobseeker faced.
    pub(super) number: usize,
    /// Of the home last seen: ways to all sites, and points of these.
    pub(super) home: Option<usize>,
    pub(super) ways: Vec<(Way, u32)>,
    /// Of the tether last seen: points of each stay, [`NEVER`] out of reach.
    pub(super) tether: Option<u32>,
    pub(super) stays: Vec<i32>,
    pub(super) near: Vec<i16>,
    pub(super) reach: Column,
    /// Of this jobseeker: points of each demand in use ([`NEVER`] if not met), of each kind (if there are job words) and employer.
    pub(super) demands: Vec<i32>,
    pub(super) worded: bool,
    pub(super) kinds: Vec<u32>,
    pub(super) firms: Vec<u32>,
    /// Kinds with more points than their floor, employers with points, and what both add to each row.
    pub(super) raised: Vec<u32>,
    pub(super) linked: Vec<u32>,
    pub(super) added: Column,
    /// By points of the demands: their column.
    pub(super) met: HashMap<Vec<i32>, Column>,
    /// By wished pay: points of each wage, and their column.
    pub(super) wages: HashMap<Option<u32>, (Vec<u32>, Column)>,
    /// By level, and whether there are job words: offsets above the level, with the floors of the kinds.
    offers: HashMap<(i64, bool), Column>,
    /// Points of each kind for somebody whose job words do not fit.
    pub(super) floors: Vec<u32>,
}

/// Stands for a facet that a rule forbids.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Columns of a kind remembered, at most.
pub(super) const KEPT: usize = 512;

/// Points of any kind for somebody without job words.
const NO_WORDS: u32 = occupation::PART.weight * occupation::NO_WORDS as u32;

impl<'m> Scan<'m> {
    pub(super) fn new(market: &'m Market, index: &'m Index, offset: &'m [i64]) -> Self {
        let vacancies = &market.vacancies;
        let floor = |kind| occupation::PART.weight * u32::from(occupation::floor(kind));
        let floors: Vec<u32> = vacancies.kinds.iter().map(floor).collect();
        Self {
            market,
            index,
            offset,
            number: 0,
            home: None,
            ways: Vec::new(),
            tether: None,
            stays: vec![NEVER; vacancies.stays.len()],
            near: vec![columns::BARRED; vacancies.stays.len()],
            reach: Column::new(),
            demands: vec![NEVER; vacancies.demands.len()],
            worded: false,
            kinds: floors.clone(),
            firms: vec![0; vacancies.firms.len()],
            raised: Vec::new(),
            linked: Vec::new(),
            added: columns::column(&index.rows, |_, _| 0),
            met: HashMap::new(),
            wages: HashMap::new(),
            offers: HashMap::new(),
            floors,
        }
    }

    /// Shows the admissible pairs of the jobseeker faced to `collect`, those worth less than its `least` perhaps not.
    pub(crate) fn collect(&mut self, collect: &mut impl Collect) {
        let jobseeker = self.market.jobseekers.at(self.number);
        let level = columns::level(collect.least());
        self.offer(level);
        if self.market.context.decisions.any_refused(jobseeker.person) {
            self.show(level, &mut Undecided { market: self.market, jobseeker, inner: collect });
        } else {
            self.show(level, collect);
        }
    }

    /// Makes the column of the offsets above this level if it is not there.
    fn offer(&mut self, level: i64) {
        if self.offers.len() > KEPT {
            self.offers.clear();
        }
        let (index, floors, worded) = (self.index, &self.floors, self.worded);
        self.offers.entry((level, worded)).or_insert_with(|| {
            columns::column(&index.rows, |at, row| {
                let kind = if worded { floors[row.kind as usize] } else { NO_WORDS };
                columns::above(level, self.offset[index.names[at].0 as usize]) + columns::bound(kind)
            })
        });
    }

    fn show(&self, level: i64, collect: &mut impl Collect) {
        let jobseekers = &self.market.jobseekers;
        let (wages, wage) = &self.wages[&jobseekers.at(self.number).pay_wish];
        let lot = jobseekers.lot[self.number];
        let rest = self.met[&self.demands].iter().zip(wage).zip(&self.offers[&(level, self.worded)]).zip(&self.added);
        let mut least = columns::above(level, collect.least());
        for (block, (reach, (((demand, wage), offer), added))) in self.reach.iter().zip(rest).enumerate() {
            let sums = columns::add(&columns::add(&columns::add(reach, demand), &columns::add(wage, offer)), added);
            if sums.iter().fold(i16::MIN, |a, &b| a.max(b)) < least {
                continue;
            }
            for (lane, &sum) in sums.iter().enumerate() {
                if sum >= least {
                    collect.take(self.found(block * columns::LANES + lane, wages, lot));
                    least = columns::above(level, collect.least());
                }
            }
        }
    }

    /// The pair with the vacancy of a row.
    #[inline]
    fn found(&self, at: usize, wages: &[u32], lot: u64) -> Found {
        let (row, (vacancy, lot_of_vacancy)) = (self.index.rows[at], self.index.names[at]);
        let kind = if self.worded { self.kinds[row.kind as usize] } else { NO_WORDS };
        let open = self.stays[row.stay as usize] + self.demands[row.demand as usize];
        let points = open as u32 + kind + wages[row.wage as usize] + self.firms[row.firm as usize];
        let score = points / WEIGHTS;
        let worth = i64::from(score) + self.offset[vacancy as usize];
        Found { score, worth, vacancy, lots: (lot, lot_of_vacancy) }
    }
}

/// Leaves out pairs that were decided against; used only for the few with a refusal on record.
struct Undecided<'a, C> {
    market: &'a Market,
    jobseeker: Jobseeker<'a>,
    inner: &'a mut C,
}

impl<C: Collect> Collect for Undecided<'_, C> {
    fn least(&self) -> i64 {
        self.inner.least()
    }

    fn take(&mut self, found: Found) {
        let vacancy = self.market.vacancies.at(found.vacancy as usize);
        if holds!(Decided, &self.jobseeker, &vacancy, &self.market.context) {
            self.inner.take(found);
        }
    }
}

//! The scan of one jobseeker: every rule once a facet, then one addition a facet and vacancy.
//!
//! The worth of a pair is its score with an *offset* of the vacancy: nothing, its crowding, or its price. Bounds of its parts stand in
//! columns ([`Column`]): stay, demand, wage, offset, and kind of job with employer. Most rows are dismissed by the sum of the bounds, many
//! at a time and in any order; of the others the worth is reckoned exactly. What is left out can only be worse: the collection is that
//! of all pairs.

use super::columns::{self, Bounds, Column};
use super::face::holds;
use super::index::Index;
use super::reaches::Reaches;
use super::top::{Collect, Found};
use crate::geo::Way;
use crate::inputs::Jobseeker;
use crate::market::Market;
use crate::rules::score::{WEIGHTS, occupation};
use crate::rules::{HARD, Test};
use std::cell::Cell;
use std::collections::HashMap;

/// What one thread keeps between jobseekers. Points stand multiplied by the weights of their parts.
pub(crate) struct Scan<'m> {
    pub(super) market: &'m Market,
    pub(super) index: &'m Index,
    offset: &'m [i64],
    /// The jobseeker faced.
    pub(super) number: usize,
    /// Of the home last seen: ways to sites and points of these, as far as asked for.
    pub(super) home: Option<usize>,
    pub(super) ways: Vec<Cell<Option<(Way, u32)>>>,
    /// Of the tether last seen: points of stays ([`NEVER`] out of reach) as far as asked for, and bounds of all.
    pub(super) tether: Option<u32>,
    pub(super) stays: Vec<Cell<Option<i32>>>,
    pub(super) reach: Column,
    pub(super) reaches: &'m Reaches,
    /// Of this jobseeker: points of each demand in use, [`NEVER`] if not met.
    pub(super) demands: Vec<i32>,
    /// Points of the kind of each row, not weighted, with what the employer adds ([`columns::as_kind`]).
    pub(super) kinds: Column,
    /// Points of each employer, and those with any.
    pub(super) firms: Vec<u32>,
    pub(super) linked: Vec<u32>,
    /// By points of the demands: their column.
    pub(super) met: HashMap<Vec<i32>, Column>,
    /// By wished pay: points of each wage, and their column.
    pub(super) wages: HashMap<Option<u32>, (Vec<u32>, Column)>,
    /// By level: offsets above it.
    offers: HashMap<i64, Column>,
    /// Points of the kind of each row for somebody whose job words do not fit.
    pub(super) floors: Column,
}

/// Stands for a facet that a rule forbids.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Columns of a kind remembered, at most.
pub(super) const KEPT: usize = 512;

impl<'m> Scan<'m> {
    pub(super) fn new(market: &'m Market, index: &'m Index, reaches: &'m Reaches, offset: &'m [i64]) -> Self {
        let vacancies = &market.vacancies;
        let floor = |kind: u32| occupation::floor(&vacancies.kinds[kind as usize]).cast_signed();
        let floors = columns::column(&index.rows, |_, row| floor(row.kind));
        Self {
            market,
            index,
            offset,
            number: 0,
            home: None,
            ways: vec![Cell::new(None); index.sites.len()],
            tether: None,
            stays: vec![Cell::new(None); vacancies.stays.len()],
            reach: Column::new(),
            reaches,
            demands: vec![NEVER; vacancies.demands.len()],
            kinds: floors.clone(),
            firms: vec![0; vacancies.firms.len()],
            linked: Vec::new(),
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
        let (index, offset) = (self.index, self.offset);
        let above = |at: usize, _: &_| columns::above(level, offset[index.names[at].0 as usize]);
        self.offers.entry(level).or_insert_with(|| columns::column(&index.rows, above));
    }

    fn show(&self, level: i64, collect: &mut impl Collect) {
        let jobseekers = &self.market.jobseekers;
        let (wages, wage) = &self.wages[&jobseekers.at(self.number).pay_wish];
        let lot = jobseekers.lot[self.number];
        let parts = [&self.reach, &self.met[&self.demands], wage, &self.offers[&level]];
        let bounds = Bounds { parts, kinds: &self.kinds };
        let greatest = bounds.greatest();
        let assured = collect.keep().map_or(0, |keep| columns::assured(&greatest, keep));
        let mut least = columns::above(level, collect.least()).max(assured);
        for (block, greatest) in greatest.into_iter().enumerate() {
            if greatest < least {
                continue;
            }
            for (lane, bound) in bounds.of_block(block).into_iter().enumerate() {
                if bound >= least {
                    collect.take(self.found(block * columns::LANES + lane, wages, lot));
                    least = columns::above(level, collect.least()).max(assured);
                }
            }
        }
    }

    /// The pair with the vacancy of a row.
    #[inline]
    fn found(&self, at: usize, wages: &[u32], lot: u64) -> Found {
        let (row, (vacancy, lot_of_vacancy)) = (self.index.rows[at], self.index.names[at]);
        let firm = self.firms[row.firm as usize];
        let kind = self.kinds.as_flattened()[at] - columns::as_kind(firm);
        let open = self.stay(row.stay) + self.demands[row.demand as usize];
        let points = open as u32 + kind as u32 * occupation::PART.weight + wages[row.wage as usize] + firm;
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

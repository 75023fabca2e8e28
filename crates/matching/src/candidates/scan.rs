//! The scan of one jobseeker: every rule once a facet, then one addition a facet and vacancy.
//!
//! The worth of a pair is its score with an *offset* of the vacancy: nothing, its crowding, or its price. Vacancies that suit a job word
//! or have a link to the employer are met from lists. All others have the same points of kind and firm for everybody of a wish, so they
//! stand ranked within each place and demand ([`Ranking`]) and are met by stay, nearest first, until not even the best could enter the
//! collection. What is left out can only be worse: the collection is that of all pairs.

use super::face::holds;
use super::index::{Index, Row};
use super::ranking::Ranking;
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
    /// Points and entry of the index's stays in reach, those with the most points first, to within [`STEP`].
    pub(super) near: Vec<(i32, u32)>,
    pub(super) best_stay: i32,
    /// Of this jobseeker: points of each demand ([`NEVER`] if not met), of each kind (if there are job words) and of each employer.
    pub(super) demands: Vec<i32>,
    pub(super) best_demand: i32,
    pub(super) worded: bool,
    pub(super) kinds: Vec<u32>,
    pub(super) firms: Vec<u32>,
    /// Kinds with more points than their floor, whether each is met one by one, and what the others gain at most.
    pub(super) raised: Vec<u32>,
    pub(super) is_selected: Vec<bool>,
    pub(super) gain: u32,
    /// Employers with points.
    pub(super) linked: Vec<u32>,
    /// By wished pay: points of each wage.
    pub(super) wages: HashMap<Option<u32>, Vec<u32>>,
    /// By wished pay and whether there are job words.
    rankings: HashMap<(Option<u32>, bool), Ranking>,
    /// Points of each kind for somebody whose job words do not fit.
    pub(super) floors: Vec<u32>,
}

/// Stands for a facet that a rule forbids.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Points within which stays are put in order.
pub(super) const STEP: i32 = 2_048;

/// Rows in all rankings remembered, about.
const RANKED_KEPT: usize = 1 << 22;

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
            near: Vec::new(),
            best_stay: NEVER,
            demands: Vec::new(),
            best_demand: NEVER,
            worded: false,
            kinds: floors.clone(),
            firms: vec![0; vacancies.firms.len()],
            raised: Vec::new(),
            is_selected: vec![false; floors.len()],
            gain: 0,
            linked: Vec::new(),
            wages: HashMap::new(),
            rankings: HashMap::new(),
            floors,
        }
    }

    /// Shows the admissible pairs of the jobseeker faced to `collect`, those worth less than its `least` perhaps not.
    pub(crate) fn collect(&mut self, collect: &mut impl Collect) {
        let jobseeker = self.market.jobseekers.at(self.number);
        let key = (jobseeker.pay_wish, self.worded);
        self.rank(key);
        if self.market.context.decisions.any_refused(jobseeker.person) {
            self.show(key, &mut Undecided { market: self.market, jobseeker, inner: collect });
        } else {
            self.show(key, collect);
        }
    }

    /// Makes the ranking for this key if it is not there.
    fn rank(&mut self, key: (Option<u32>, bool)) {
        if self.rankings.contains_key(&key) {
            return;
        }
        if (self.rankings.len() + 1) * self.index.rows.len() > RANKED_KEPT {
            self.rankings.clear();
        }
        let wages = &self.wages[&key.0];
        let worth = |at: u32| {
            let (row, (vacancy, _)) = (self.index.rows[at as usize], self.index.names[at as usize]);
            let kind = if key.1 { self.floors[row.kind as usize] } else { NO_WORDS };
            i64::from(wages[row.wage as usize] + kind) + self.offset[vacancy as usize] * i64::from(WEIGHTS)
        };
        self.rankings.insert(key, Ranking::new(self.index, worth));
    }

    fn show(&self, key: (Option<u32>, bool), collect: &mut impl Collect) {
        if self.best_stay == NEVER || self.best_demand == NEVER {
            return;
        }
        let ranking = &self.rankings[&key];
        let mut met = Met {
            scan: self,
            wages: &self.wages[&key.0],
            lot: self.market.jobseekers.lot[self.number],
            least: collect.least() * i64::from(WEIGHTS),
            collect,
        };
        let best = i64::from(self.best_stay + self.best_demand);
        for &number in &self.raised {
            let kind = number as usize;
            let bound = best + i64::from(self.kinds[kind] - self.floors[kind]) + ranking.of_kind[kind];
            if self.is_selected[kind] && bound >= met.least {
                let unlinked = self.index.of_kind(number).iter().filter(|(row, _)| self.firms[row.firm as usize] == 0);
                unlinked.for_each(|&(row, at)| met.meet(row, at));
            }
        }
        for &at in self.linked.iter().flat_map(|&firm| &self.index.rows_of_firm[firm as usize]) {
            met.meet(self.index.rows[at as usize], at);
        }
        self.show_others(ranking, &mut met);
    }

    /// Shows the others, nearest first.
    fn show_others<C: Collect>(&self, ranking: &Ranking, met: &mut Met<'_, C>) {
        let gain = i64::from(self.gain);
        let demand = i64::from(self.best_demand) + gain;
        for &(points, entry) in &self.near {
            let points = i64::from(points);
            if points + i64::from(STEP) + demand + ranking.best < met.least {
                break;
            }
            if points + demand + ranking.of_stay[entry as usize] < met.least {
                continue;
            }
            for stratum in &self.index.strata[self.index.stays[entry as usize].1.clone()] {
                let demand = self.demands[stratum.demand as usize];
                if demand == NEVER {
                    continue;
                }
                let base = points + i64::from(demand);
                for place in stratum.rows.clone() {
                    let worth = base + ranking.worth[place];
                    if worth + gain < met.least {
                        break;
                    }
                    let row = &self.index.rows[ranking.row[place] as usize];
                    let kind = row.kind as usize;
                    let worth = worth + i64::from(self.kinds[kind] - self.floors[kind]);
                    if worth >= met.least && !self.is_selected[kind] && self.firms[row.firm as usize] == 0 {
                        met.take(ranking.row[place], worth);
                    }
                }
            }
        }
    }
}

/// Adds up the points of vacancies and hands on those that can matter.
struct Met<'a, C> {
    scan: &'a Scan<'a>,
    wages: &'a [u32],
    lot: u64,
    /// A pair is worth the least of the collector if its weighted worth is at least this.
    least: i64,
    collect: &'a mut C,
}

impl<C: Collect> Met<'_, C> {
    #[inline]
    fn meet(&mut self, row: Row, at: u32) {
        let scan = self.scan;
        let (stay, demand) = (scan.stays[row.stay as usize], scan.demands[row.demand as usize]);
        if stay == NEVER || demand == NEVER {
            return;
        }
        let kind = if scan.worded { scan.kinds[row.kind as usize] } else { NO_WORDS };
        let facets = stay + demand + (kind + self.wages[row.wage as usize] + scan.firms[row.firm as usize]) as i32;
        let offset = scan.offset[scan.index.names[at as usize].0 as usize];
        let worth = i64::from(facets) + offset * i64::from(WEIGHTS);
        if worth >= self.least {
            self.take(at, worth);
        }
    }

    #[inline]
    fn take(&mut self, at: u32, worth: i64) {
        let (vacancy, lot) = self.scan.index.names[at as usize];
        let worth = worth.div_euclid(i64::from(WEIGHTS));
        let score = (worth - self.scan.offset[vacancy as usize]) as u32;
        self.collect.take(Found { score, worth, vacancy, lots: (self.lot, lot) });
        self.least = self.collect.least() * i64::from(WEIGHTS);
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

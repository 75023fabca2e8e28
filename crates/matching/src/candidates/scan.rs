//! The scan of one jobseeker: every rule once a facet, then one addition a facet and vacancy.
//!
//! First come the vacancies that suit a job word well or have a link to the employer, from lists; they fill the list with good
//! scores. All others are met by stay, nearest first, until not even the best pay for the next best work could bring one into
//! the list. What is left out can only be worse: the list is that of all pairs.

use super::index::{Index, Row};
use super::top::{Collect, Found};
use crate::geo::Way;
use crate::inputs::Jobseeker;
use crate::market::Market;
use crate::rules::score::{WEIGHTS, occupation};
use crate::rules::{HARD, PARTS, Points, Test};
use std::collections::HashMap;

/// What one thread keeps between jobseekers. Points stand multiplied by the weights of their parts.
pub(crate) struct Scan<'m> {
    market: &'m Market,
    index: &'m Index,
    /// Of the home last seen: ways to all sites.
    home: Option<usize>,
    ways: Vec<Way>,
    /// Of the tether last seen: points of each stay, [`NEVER`] out of reach.
    tether: Option<u32>,
    stays: Vec<i32>,
    /// Entries of the index's stays in reach, those with the most points first, to within [`STEP`].
    near: Vec<u32>,
    /// Of this jobseeker: points of each demand ([`NEVER`] if not met), of each kind and of each employer.
    demands: Vec<i32>,
    kinds: Vec<u32>,
    firms: Vec<u32>,
    /// Kinds near the best of the job words, and whether each is; employers with points.
    raised: Vec<u32>,
    is_raised: Vec<bool>,
    linked: Vec<u32>,
    /// By wished pay: points of each wage.
    wages: HashMap<Option<u32>, Vec<u32>>,
    /// Points of each kind for somebody whose job words do not fit.
    floors: Vec<u32>,
}

/// Stands for a facet that a rule forbids: so low that no sum with it is positive.
const NEVER: i32 = i32::MIN / 4;

/// Points within which stays are put in order.
const STEP: i32 = 2_048;

/// Wishes of which the wage points are remembered.
const WISHES_KEPT: usize = 512;

/// Weighted points of the parts that look at one kind of facet.
macro_rules! points {
    ($kind:ident, $($argument:expr),*) => {
        PARTS.iter().filter_map(|part| match part.points {
            Points::$kind(points) => Some(part.weight * u32::from(points($($argument),*))),
            _ => None,
        }).sum::<u32>()
    };
}

/// Whether all rules hold that look at one kind of facet.
macro_rules! holds {
    ($kind:ident, $($argument:expr),*) => {
        HARD.iter().all(|rule| match rule.test {
            Test::$kind(test) => test($($argument),*),
            _ => true,
        })
    };
}

impl<'m> Scan<'m> {
    pub(super) fn new(market: &'m Market, index: &'m Index) -> Self {
        let vacancies = &market.vacancies;
        let floors = vacancies.kinds.iter().map(|kind| occupation::PART.weight * u32::from(occupation::floor(kind)));
        Self {
            market,
            index,
            home: None,
            ways: Vec::new(),
            tether: None,
            stays: Vec::new(),
            near: Vec::new(),
            demands: Vec::new(),
            kinds: Vec::new(),
            firms: vec![0; vacancies.firms.len()],
            raised: Vec::new(),
            is_raised: vec![false; vacancies.kinds.len()],
            linked: Vec::new(),
            wages: HashMap::new(),
            floors: floors.collect(),
        }
    }

    /// Shows the admissible pairs of a jobseeker to `collect`, those below its `least` score perhaps not.
    pub(crate) fn run(&mut self, number: usize, collect: &mut impl Collect) {
        let jobseeker = self.market.jobseekers.at(number);
        if !holds!(Person, &jobseeker) {
            return;
        }
        self.reach(number, &jobseeker);
        self.demand(&jobseeker);
        self.words(&jobseeker);
        self.link(&jobseeker);
        self.wage(jobseeker.pay_wish);
        if self.market.context.decisions.any_refused(jobseeker.person) {
            self.collect(&jobseeker, &mut Undecided { market: self.market, jobseeker, inner: collect });
        } else {
            self.collect(&jobseeker, collect);
        }
        for firm in self.linked.drain(..) {
            self.firms[firm as usize] = 0;
        }
        for kind in self.raised.drain(..) {
            self.is_raised[kind as usize] = false;
        }
    }

    fn collect(&self, jobseeker: &Jobseeker<'_>, collect: &mut impl Collect) {
        let index = self.index;
        let mut met = Met {
            scan: self,
            wages: &self.wages[&jobseeker.pay_wish],
            lot: self.market.jobseekers.lot[jobseeker.index],
            least: (collect.least() * WEIGHTS) as i32,
            collect,
        };
        let special = |row: &Row| self.is_raised[row.kind as usize];
        for &at in self.raised.iter().flat_map(|&kind| &index.rows_of_kind[kind as usize]) {
            met.meet(at as usize);
        }
        for &at in self.linked.iter().flat_map(|&firm| &index.rows_of_firm[firm as usize]) {
            if !special(&index.rows[at as usize]) {
                met.meet(at as usize);
            }
        }
        let most = |points: &mut dyn Iterator<Item = u32>| points.max().unwrap_or(0) as i32;
        let plain = most(
            &mut self.kinds.iter().zip(&self.is_raised).filter(|(_, raised)| !**raised).map(|(points, _)| *points),
        );
        let rest = plain + most(&mut met.wages.iter().copied());
        let demand = self.demands.iter().copied().max().unwrap_or(NEVER);
        for &near in &self.near {
            let (stay, strata) = &index.stays[near as usize];
            let bound = self.stays[*stay as usize] + rest + demand;
            if bound + STEP <= met.least {
                break;
            }
            if bound < met.least {
                continue;
            }
            for stratum in &index.strata[strata.clone()] {
                if self.stays[*stay as usize] + self.demands[stratum.demand as usize] + rest < met.least {
                    continue;
                }
                for at in stratum.rows.clone() {
                    let row = &index.rows[at];
                    if !special(row) && self.firms[row.firm as usize] == 0 {
                        met.meet(at);
                    }
                }
            }
        }
    }

    /// Ways from this home and points of each stay in reach.
    fn reach(&mut self, number: usize, jobseeker: &Jobseeker<'_>) {
        let jobseekers = &self.market.jobseekers;
        let (tether, context) = (jobseeker.tether, &self.market.context);
        if self.tether.replace(jobseekers.tether[number]) == Some(jobseekers.tether[number]) {
            return;
        }
        let from = (tether.home, tether.point);
        let same = self.home.is_some_and(|other| {
            let other = jobseekers.at(other).tether;
            (other.home, other.point) == from
        });
        if !same {
            self.home = Some(number);
            self.ways.clear();
            self.ways.extend(self.index.sites.iter().map(|&site| Way::new(from, site, context.settings.terrain)));
        }
        self.stays.clear();
        for (stay, &site) in self.market.vacancies.stays.iter().zip(&self.index.site) {
            let way = self.ways[site as usize];
            let reached = holds!(Stay, tether, stay, way, context);
            self.stays.push(if reached { points!(Stay, tether, stay, way, context) as i32 } else { NEVER });
        }
        self.sort_stays();
    }

    /// Puts the stays in reach in order of their points (a counting sort by steps).
    fn sort_stays(&mut self) {
        let steps = |entry: &(u32, _)| {
            usize::try_from(self.stays[entry.0 as usize] / STEP).ok().filter(|_| self.stays[entry.0 as usize] >= 0)
        };
        let mut starts = vec![0u32; 1 + (10_000 * WEIGHTS as usize) / STEP as usize];
        for step in self.index.stays.iter().filter_map(steps) {
            starts[step] += 1;
        }
        let mut reached = 0;
        for start in starts.iter_mut().rev() {
            reached += std::mem::replace(start, reached);
        }
        self.near.clear();
        self.near.resize(reached as usize, 0);
        for (entry, stay) in self.index.stays.iter().enumerate() {
            if let Some(step) = steps(stay) {
                self.near[starts[step] as usize] = entry as u32;
                starts[step] += 1;
            }
        }
    }

    /// Points of each demand the jobseeker meets.
    fn demand(&mut self, jobseeker: &Jobseeker<'_>) {
        let context = &self.market.context;
        self.demands.clear();
        for demand in &self.market.vacancies.demands {
            let met = holds!(Demand, jobseeker, demand, context);
            self.demands.push(if met { points!(Demand, jobseeker, demand, context) as i32 } else { NEVER });
        }
    }

    /// Points of each kind by the job words.
    fn words(&mut self, jobseeker: &Jobseeker<'_>) {
        let weight = occupation::PART.weight;
        self.kinds.clear();
        if jobseeker.asks.is_empty() {
            self.kinds.resize(self.floors.len(), weight * u32::from(occupation::NO_WORDS));
            return;
        }
        self.kinds.extend_from_slice(&self.floors);
        for ask in jobseeker.asks {
            for &(kind, affinity) in self.index.terms.kinds(ask.term) {
                let points = weight * u32::from(occupation::strengthened(ask.source, affinity));
                if points > self.kinds[kind as usize] {
                    if self.kinds[kind as usize] == self.floors[kind as usize] {
                        self.raised.push(kind);
                    }
                    self.kinds[kind as usize] = points;
                }
            }
        }
        let best = self.raised.iter().map(|&kind| self.kinds[kind as usize]).max().unwrap_or(0);
        self.raised.retain(|&kind| self.kinds[kind as usize] * 5 > best * 3);
        for &kind in &self.raised {
            self.is_raised[kind as usize] = true;
        }
    }

    /// Points of the employers that have to do with the jobseeker or fellow villagers; all others have none.
    fn link(&mut self, jobseeker: &Jobseeker<'_>) {
        let (context, vacancies) = (&self.market.context, &self.market.vacancies);
        let villagers = context.links.firms(jobseeker.tether.home);
        for key in jobseeker.former.iter().copied().chain(villagers) {
            for &firm in self.index.firms.get(&key).into_iter().flatten() {
                if self.firms[firm as usize] == 0 {
                    self.firms[firm as usize] = points!(Firm, jobseeker, &vacancies.firms[firm as usize], context);
                    self.linked.push(firm);
                }
            }
        }
    }

    /// Points of each wage for this wish, remembered.
    fn wage(&mut self, wish: Option<u32>) {
        if self.wages.len() > WISHES_KEPT {
            self.wages.clear();
        }
        let vacancies = &self.market.vacancies;
        self.wages
            .entry(wish)
            .or_insert_with(|| vacancies.wages.iter().map(|wage| points!(Wage, wish, wage)).collect());
    }
}

/// Adds up the points of vacancies and hands on those that can matter.
struct Met<'a, C> {
    scan: &'a Scan<'a>,
    wages: &'a [u32],
    lot: u64,
    /// A score is at least that of the collector if its weighted sum is at least this.
    least: i32,
    collect: &'a mut C,
}

impl<C: Collect> Met<'_, C> {
    #[inline]
    fn meet(&mut self, at: usize) {
        let (scan, row) = (self.scan, self.scan.index.rows[at]);
        let base = scan.stays[row.stay as usize] + scan.demands[row.demand as usize];
        let facets = scan.kinds[row.kind as usize] + self.wages[row.wage as usize] + scan.firms[row.firm as usize];
        let sum = base + facets as i32;
        if sum >= self.least {
            let (vacancy, lot) = scan.index.names[at];
            self.collect.take(Found { score: sum as u32 / WEIGHTS, vacancy, lots: (self.lot, lot) });
            self.least = (self.collect.least() * WEIGHTS) as i32;
        }
    }
}

/// Leaves out pairs that were decided against; used only for the few with a refusal on record.
struct Undecided<'a, C> {
    market: &'a Market,
    jobseeker: Jobseeker<'a>,
    inner: &'a mut C,
}

impl<C: Collect> Collect for Undecided<'_, C> {
    fn least(&self) -> u32 {
        self.inner.least()
    }

    fn take(&mut self, found: Found) {
        let vacancy = self.market.vacancies.at(found.vacancy as usize);
        if holds!(Decided, &self.jobseeker, &vacancy, &self.market.context) {
            self.inner.take(found);
        }
    }
}

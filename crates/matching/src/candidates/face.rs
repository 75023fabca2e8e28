//! What one jobseeker makes of every facet: each rule is asked once a facet.

use super::scan::{NEVER, STEP, Scan};
use crate::geo::Way;
use crate::inputs::Jobseeker;
use crate::rules::score::{WEIGHTS, occupation};
use crate::rules::{HARD, PARTS, Points, Test};

/// Wishes of which the wage points are remembered.
const WISHES_KEPT: usize = 512;

/// Rows met by kind, about.
const SELECTED: usize = 1_024;

/// Steps by which kinds are told apart.
const STEPS: usize = 128;

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
pub(super) use holds;

impl Scan<'_> {
    /// Turns to a jobseeker; `false` if the rules about the person alone leave nothing.
    pub(crate) fn face(&mut self, number: usize) -> bool {
        self.number = number;
        let jobseeker = self.market.jobseekers.at(number);
        if !holds!(Person, &jobseeker) {
            return false;
        }
        self.reach(number, &jobseeker);
        self.demand(&jobseeker);
        self.words(&jobseeker);
        self.link(&jobseeker);
        self.wage(jobseeker.pay_wish);
        true
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
            self.ways.extend(self.index.sites.iter().map(|&site| {
                let points = points!(Place, tether.home, site.0, context);
                (Way::new(from, site, context.settings.terrain), points)
            }));
        }
        for &(number, _) in &self.index.stays {
            let stay = &self.market.vacancies.stays[number as usize];
            let (way, points) = self.ways[self.index.site[number as usize] as usize];
            let reached = holds!(Stay, tether, stay, way, context);
            self.stays[number as usize] =
                if reached { (points + points!(Stay, tether, stay, way, context)) as i32 } else { NEVER };
        }
        self.sort_stays();
    }

    /// Puts the stays in reach in order of their points (a counting sort by steps).
    fn sort_stays(&mut self) {
        let points = |entry: &(u32, _)| Some(self.stays[entry.0 as usize]).filter(|&points| points >= 0);
        let mut starts = vec![0u32; 1 + (10_000 * WEIGHTS as usize) / STEP as usize];
        for points in self.index.stays.iter().filter_map(points) {
            starts[(points / STEP) as usize] += 1;
        }
        let mut reached = 0;
        for start in starts.iter_mut().rev() {
            reached += std::mem::replace(start, reached);
        }
        self.near.clear();
        self.near.resize(reached as usize, (0, 0));
        for (entry, stay) in self.index.stays.iter().enumerate() {
            if let Some(points) = points(stay) {
                let start = &mut starts[(points / STEP) as usize];
                self.near[*start as usize] = (points, entry as u32);
                *start += 1;
            }
        }
        self.best_stay = self.near.iter().map(|&(points, _)| points).max().unwrap_or(NEVER);
    }

    /// Points of each demand the jobseeker meets.
    fn demand(&mut self, jobseeker: &Jobseeker<'_>) {
        let context = &self.market.context;
        self.demands.clear();
        self.best_demand = NEVER;
        for demand in &self.market.vacancies.demands {
            let met = holds!(Demand, jobseeker, demand, context);
            let points = if met { points!(Demand, jobseeker, demand, context) as i32 } else { NEVER };
            self.demands.push(points);
            self.best_demand = self.best_demand.max(points);
        }
    }

    /// Points of each kind by the job words, and which kinds to meet one by one.
    fn words(&mut self, jobseeker: &Jobseeker<'_>) {
        for kind in self.raised.drain(..) {
            self.kinds[kind as usize] = self.floors[kind as usize];
            self.is_selected[kind as usize] = false;
        }
        self.worded = !jobseeker.asks.is_empty();
        for ask in jobseeker.asks {
            for &(kind, affinity) in self.index.terms.kinds(ask.term) {
                let points = occupation::PART.weight * u32::from(occupation::strengthened(ask.source, affinity));
                if points > self.kinds[kind as usize] {
                    if self.kinds[kind as usize] == self.floors[kind as usize] {
                        self.raised.push(kind);
                    }
                    self.kinds[kind as usize] = points;
                }
            }
        }
        self.select();
    }

    /// Of the kinds raised above their floor the best ones, with about [`SELECTED`] rows, are met one by one; `gain` is the most that any
    /// other gains.
    fn select(&mut self) {
        let mut rows = [0; STEPS];
        let step = |points: u32| points as usize / (10_000 * occupation::PART.weight as usize / (STEPS - 1));
        for &kind in &self.raised {
            rows[step(self.kinds[kind as usize])] += self.index.count_of_kind(kind);
        }
        let (mut least, mut sum) = (STEPS, 0);
        while least > 0 && (sum == 0 || sum + rows[least - 1] <= SELECTED) {
            least -= 1;
            sum += rows[least];
        }
        self.gain = 0;
        for &kind in &self.raised {
            let kind = kind as usize;
            self.is_selected[kind] = step(self.kinds[kind]) >= least;
            if !self.is_selected[kind] {
                self.gain = self.gain.max(self.kinds[kind] - self.floors[kind]);
            }
        }
    }

    /// Points of the employers that have to do with the jobseeker or fellow villagers; all others have none.
    fn link(&mut self, jobseeker: &Jobseeker<'_>) {
        for firm in self.linked.drain(..) {
            self.firms[firm as usize] = 0;
        }
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

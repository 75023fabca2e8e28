//! What one jobseeker makes of every facet: each rule is asked once a facet.

use super::columns::{self, BARRED, LANES};
use super::scan::{KEPT, NEVER, Scan};
use crate::geo::Way;
use crate::inputs::Jobseeker;
use crate::rules::score::occupation;
use crate::rules::{HARD, PARTS, Points, Test};

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
        for &number in &self.index.stays {
            let stay = &self.market.vacancies.stays[number as usize];
            let (way, points) = self.ways[self.index.site[number as usize] as usize];
            let reached = holds!(Stay, tether, stay, way, context);
            let points = if reached { (points + points!(Stay, tether, stay, way, context)) as i32 } else { NEVER };
            self.stays[number as usize] = points;
            self.near[number as usize] = bound(points);
        }
        let near = &self.near;
        columns::write(&mut self.reach, &self.index.rows, |_, row| near[row.stay as usize]);
    }

    /// Points of each demand the jobseeker meets.
    fn demand(&mut self, jobseeker: &Jobseeker<'_>) {
        let context = &self.market.context;
        for &number in &self.index.demands {
            let demand = &self.market.vacancies.demands[number as usize];
            let met = holds!(Demand, jobseeker, demand, context);
            let points = if met { points!(Demand, jobseeker, demand, context) as i32 } else { NEVER };
            self.demands[number as usize] = points;
        }
        if !self.met.contains_key(&self.demands) {
            if self.met.len() > KEPT {
                self.met.clear();
            }
            let column = columns::column(&self.index.rows, |_, row| bound(self.demands[row.demand as usize]));
            self.met.insert(self.demands.clone(), column);
        }
    }

    /// Points of each kind by the job words.
    fn words(&mut self, jobseeker: &Jobseeker<'_>) {
        for kind in self.raised.drain(..) {
            self.kinds[kind as usize] = self.floors[kind as usize];
        }
        self.added.fill([0; LANES]);
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
        let added = self.added.as_flattened_mut();
        for &kind in &self.raised {
            let gain = columns::bound(self.kinds[kind as usize] - self.floors[kind as usize]);
            added[self.index.of_kind(kind)].fill(gain);
        }
    }

    /// Points of the employers that have to do with the jobseeker or fellow villagers; all others have none.
    fn link(&mut self, jobseeker: &Jobseeker<'_>) {
        for firm in self.linked.drain(..) {
            self.firms[firm as usize] = 0;
        }
        let (context, vacancies) = (&self.market.context, &self.market.vacancies);
        let added = self.added.as_flattened_mut();
        let villagers = context.links.firms(jobseeker.tether.home);
        for key in jobseeker.former.iter().copied().chain(villagers) {
            for &firm in self.index.firms.get(&key).into_iter().flatten() {
                if self.firms[firm as usize] == 0 {
                    let points = points!(Firm, jobseeker, &vacancies.firms[firm as usize], context);
                    self.firms[firm as usize] = points;
                    self.linked.push(firm);
                    for &row in &self.index.rows_of_firm[firm as usize] {
                        added[row as usize] += columns::bound(points);
                    }
                }
            }
        }
    }

    /// Points of each wage for this wish, remembered.
    fn wage(&mut self, wish: Option<u32>) {
        if self.wages.len() > KEPT {
            self.wages.clear();
        }
        let (rows, wages) = (&self.index.rows, &self.market.vacancies.wages);
        self.wages.entry(wish).or_insert_with(|| {
            let points: Vec<u32> = wages.iter().map(|wage| points!(Wage, wish, wage)).collect();
            let column = columns::column(rows, |_, row| columns::bound(points[row.wage as usize]));
            (points, column)
        });
    }
}

/// Weighted points of a facet that a rule may forbid, as a bound.
fn bound(points: i32) -> i16 {
    u32::try_from(points).map_or(BARRED, columns::bound)
}

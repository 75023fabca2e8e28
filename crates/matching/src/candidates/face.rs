//! What one jobseeker makes of every facet: each rule is asked once a facet.

use super::columns::{self, BARRED, LANES};
use super::scan::{KEPT, NEVER, Scan};
use crate::geo::Way;
use crate::inputs::{Jobseeker, Tether};
use crate::rules::score::occupation;
use crate::rules::{HARD, PARTS, Points, Test};
use std::cell::Cell;

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

    /// Bounds of each stay for this tether.
    fn reach(&mut self, number: usize, jobseeker: &Jobseeker<'_>) {
        let jobseekers = &self.market.jobseekers;
        let number_of_tether = jobseekers.tether[number];
        if self.tether.replace(number_of_tether) == Some(number_of_tether) {
            return;
        }
        let from = |tether: &Tether| (tether.home, tether.point);
        let same = |other: usize| from(jobseekers.at(other).tether) == from(jobseeker.tether);
        if !self.home.is_some_and(same) {
            self.home = Some(number);
            self.ways.fill(Cell::new(None));
        }
        self.stays.fill(Cell::new(None));
        let rows = &self.index.rows;
        match self.reaches.of(number_of_tether) {
            Some(kept) => {
                let all = || (0..self.stays.len() as u32).map(|stay| bound(self.stay(stay))).collect();
                let near = kept.get_or_init(all);
                columns::write(&mut self.reach, rows, |_, row| near[row.stay as usize]);
            }
            None => {
                let mut reach = std::mem::take(&mut self.reach);
                columns::write(&mut reach, rows, |_, row| bound(self.stay(row.stay)));
                self.reach = reach;
            }
        }
    }

    /// Points of a stay, [`NEVER`] out of reach.
    pub(super) fn stay(&self, number: u32) -> i32 {
        let known = &self.stays[number as usize];
        known.get().unwrap_or_else(|| {
            let points = self.reckon(number);
            known.set(Some(points));
            points
        })
    }

    fn reckon(&self, number: u32) -> i32 {
        let jobseekers = &self.market.jobseekers;
        let tether = &jobseekers.tethers[jobseekers.tether[self.number] as usize];
        let (stay, context) = (&self.market.vacancies.stays[number as usize], &self.market.context);
        let site = self.index.site[number as usize] as usize;
        let (way, points) = self.ways[site].get().unwrap_or_else(|| {
            let place = self.index.sites[site];
            let way = Way::new((tether.home, tether.point), place, context.settings.terrain);
            let known = (way, points!(Place, tether.home, place.0, context));
            self.ways[site].set(Some(known));
            known
        });
        let reached = holds!(Stay, tether, stay, way, context);
        if reached { (points + points!(Stay, tether, stay, way, context)) as i32 } else { NEVER }
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

    /// Points of the kind of each row by the job words.
    fn words(&mut self, jobseeker: &Jobseeker<'_>) {
        if jobseeker.asks.is_empty() {
            return self.kinds.fill([occupation::NO_WORDS as i16; LANES]);
        }
        self.kinds.copy_from_slice(&self.floors);
        let kinds = self.kinds.as_flattened_mut();
        for ask in jobseeker.asks {
            for &(row, affinity) in self.index.terms.rows(ask.term) {
                let points = &mut kinds[row as usize];
                *points = occupation::strengthened(ask.source, affinity).cast_signed().max(*points);
            }
        }
    }

    /// Points of the employers that have to do with the jobseeker or fellow villagers; all others have none.
    fn link(&mut self, jobseeker: &Jobseeker<'_>) {
        for firm in self.linked.drain(..) {
            self.firms[firm as usize] = 0;
        }
        let (context, vacancies) = (&self.market.context, &self.market.vacancies);
        let kinds = self.kinds.as_flattened_mut();
        let villagers = context.links.firms(jobseeker.tether.home);
        for key in jobseeker.former.iter().copied().chain(villagers) {
            for &firm in self.index.firms.get(&key).into_iter().flatten() {
                if self.firms[firm as usize] == 0 {
                    let points = points!(Firm, jobseeker, &vacancies.firms[firm as usize], context);
                    self.firms[firm as usize] = points;
                    self.linked.push(firm);
                    for &row in &self.index.rows_of_firm[firm as usize] {
                        kinds[row as usize] += columns::as_kind(points);
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

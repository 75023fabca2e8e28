//! The cheapest extra seats that would cover the uncovered priority households.

use crate::witness::Seating;
use crate::{Instance, Solution};

/// A job in which more seats could be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// The job.
    pub job: u32,
    /// How many seats could be opened at most.
    pub most: u32,
    /// What each of them costs; only the order and the sums matter.
    pub cost: u32,
}

/// An extra seat worth opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extra {
    /// Where.
    pub job: u32,
    /// Its cost.
    pub cost: u32,
    /// The household that gets covered; often by a seat that another household leaves for the new one.
    pub household: u32,
}

/// The cheapest extra seats, cheapest first. For every m the first m of them are a cheapest way to cover m more priority
/// households, whatever their class, and no more households than there are entries can be covered with these sites.
///
/// Which extra seats can be of use together is a matroid (of the seats that alternating paths link to uncovered households), so taking
/// each cheapest seat that still helps is best for every number at once.
pub fn extra_seats(instance: &Instance, solution: &Solution, sites: &[Site]) -> Vec<Extra> {
    let mut region = Region::new(&Seating::new(instance, solution));
    let mut order: Vec<&Site> = sites.iter().collect();
    order.sort_by_key(|site| site.cost);
    let mut extras = vec![];
    for &&Site { job, most, cost } in &order {
        let Some(&start) = region.number.get(job as usize).filter(|&&number| number != NONE) else { continue };
        for _ in 0..most {
            let Some(household) = region.link(start) else { break };
            extras.push(Extra { job, cost, household: region.household[household as usize] });
        }
    }
    extras
}

const NONE: u32 = u32::MAX;

/// Everything that uncovered households can reach: the jobs they list, the households who sit there, and so on. Jobs and
/// households have numbers of their own here.
struct Region {
    /// Number here of each job of the instance, if reached.
    number: Vec<u32>,
    /// Households who list each job.
    wanted_by: Vec<Vec<u32>>,
    household: Vec<u32>,
    /// The job that covers each household, if any.
    seat: Vec<u32>,
    /// Jobs from which no uncovered household can be reached; that never changes again.
    dead: Vec<bool>,
    /// Scratch: the search that found a job last, and who leaves it there for which job.
    found: Vec<u32>,
    leaver: Vec<(u32, u32)>,
    searches: u32,
}

impl Region {
    fn new(seating: &Seating) -> Self {
        let (mut number, mut wanted_by) = (vec![NONE; seating.instance.jobs()], Vec::<Vec<u32>>::new());
        let mut household: Vec<u32> = seating.uncovered().collect();
        let mut seat = vec![NONE; household.len()];
        let mut next = 0;
        while let Some(&wanting) = household.get(next) {
            for job in seating.jobs_of(wanting) {
                let number = &mut number[job as usize];
                if *number == NONE {
                    *number = wanted_by.len() as u32;
                    wanted_by.push(vec![]);
                    household.extend(seating.holders(job).filter(|&(_, only)| only).map(|(holder, _)| holder));
                    seat.resize(household.len(), *number);
                }
                let wanted_by = &mut wanted_by[*number as usize];
                if wanted_by.last() != Some(&(next as u32)) {
                    wanted_by.push(next as u32);
                }
            }
            next += 1;
        }
        let jobs = wanted_by.len();
        let (dead, found, leaver) = (vec![false; jobs], vec![0; jobs], vec![(NONE, NONE); jobs]);
        Self { number, wanted_by, household, seat, dead, found, leaver, searches: 0 }
    }

    /// Gives a new seat to somebody, whose seat goes to somebody else, and so on to an uncovered household, which is returned.
    fn link(&mut self, start: u32) -> Option<u32> {
        if self.dead[start as usize] {
            return None;
        }
        self.searches += 1;
        self.found[start as usize] = self.searches;
        let mut queue = vec![start];
        let mut next = 0;
        while let Some(&job) = queue.get(next) {
            next += 1;
            for &household in &self.wanted_by[job as usize] {
                let left = self.seat[household as usize];
                if left == NONE {
                    self.shift(household, job, start);
                    return Some(household);
                }
                if !self.dead[left as usize] && self.found[left as usize] != self.searches {
                    self.found[left as usize] = self.searches;
                    self.leaver[left as usize] = (household, job);
                    queue.push(left);
                }
            }
        }
        queue.iter().for_each(|&job| self.dead[job as usize] = true);
        None
    }

    fn shift(&mut self, covered: u32, job: u32, start: u32) {
        let (mut household, mut job) = (covered, job);
        loop {
            self.seat[household as usize] = job;
            if job == start {
                return;
            }
            (household, job) = self.leaver[job as usize];
        }
    }
}

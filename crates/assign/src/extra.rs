//! The cheapest extra seats that would cover the uncovered priority households.

use std::collections::HashMap;

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
        let Some(&start) = region.jobs.get(&job) else { continue };
        for _ in 0..most {
            let Some(household) = region.link(start) else { break };
            extras.push(Extra { job, cost, household: region.household[household] });
        }
    }
    extras
}

/// Everything that uncovered households can reach: the jobs they list, the households who sit there, and so on.
struct Region {
    /// Number here of each job reached.
    jobs: HashMap<u32, usize>,
    /// Households who list each job.
    wanted_by: Vec<Vec<usize>>,
    household: Vec<u32>,
    /// The job that covers each household.
    seat: Vec<Option<usize>>,
    /// Jobs from which no uncovered household can be reached; that never changes again.
    dead: Vec<bool>,
}

impl Region {
    fn new(seating: &Seating) -> Self {
        let mut known: HashMap<u32, usize> = HashMap::new();
        let mut region =
            Self { jobs: HashMap::new(), wanted_by: vec![], household: vec![], seat: vec![], dead: vec![] };
        for household in seating.uncovered() {
            known.insert(household, region.add(household, None));
        }
        let mut next = 0;
        while let Some(&household) = region.household.get(next) {
            for job in seating.jobs_of(household) {
                let count = region.jobs.len();
                let number = *region.jobs.entry(job).or_insert(count);
                if number == count {
                    region.wanted_by.push(vec![]);
                    for (other, _) in seating.holders(job).filter(|&(_, only)| only) {
                        known.entry(other).or_insert_with(|| region.add(other, Some(number)));
                    }
                }
                if region.wanted_by[number].last() != Some(&next) {
                    region.wanted_by[number].push(next);
                }
            }
            next += 1;
        }
        region.dead = vec![false; region.wanted_by.len()];
        region
    }

    fn add(&mut self, household: u32, seat: Option<usize>) -> usize {
        self.household.push(household);
        self.seat.push(seat);
        self.household.len() - 1
    }

    /// Gives a new seat to somebody, whose seat goes to somebody else, and so on to an uncovered household, which is returned.
    fn link(&mut self, start: usize) -> Option<usize> {
        if self.dead[start] {
            return None;
        }
        // Who leaves a job found by the search, for which job.
        let mut leaver: HashMap<usize, (usize, usize)> = HashMap::new();
        let mut queue = vec![start];
        let mut next = 0;
        while let Some(&job) = queue.get(next) {
            next += 1;
            for &household in &self.wanted_by[job] {
                let Some(left) = self.seat[household] else {
                    self.shift(household, job, start, &leaver);
                    return Some(household);
                };
                if left != start && !self.dead[left] && !leaver.contains_key(&left) {
                    leaver.insert(left, (household, job));
                    queue.push(left);
                }
            }
        }
        queue.iter().for_each(|&job| self.dead[job] = true);
        None
    }

    fn shift(&mut self, covered: usize, job: usize, start: usize, leaver: &HashMap<usize, (usize, usize)>) {
        let (mut household, mut job) = (covered, job);
        loop {
            self.seat[household] = Some(job);
            if job == start {
                return;
            }
            (household, job) = leaver[&job];
        }
    }
}

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
///
/// A new seat goes to somebody, whose seat goes to somebody else, and so on to an uncovered household. Such chains follow distance
/// labels, as in flows by shortest augmenting paths: a label never exceeds the seats that have to change hands.
struct Region {
    /// Number here of each job of the instance, if reached.
    number: Vec<u32>,
    /// Households who list each job, and jobs each household lists.
    wanted_by: Vec<Vec<u32>>,
    wants: Vec<Vec<u32>>,
    household: Vec<u32>,
    /// The job that covers each household, if any.
    seat: Vec<u32>,
    /// A lower bound of the households that have to take a seat, from each job to an uncovered one; `NONE`: there is none and never will be.
    label: Vec<u32>,
    /// How far each job's list has been searched since its label was set, and who leaves the job for which job.
    cursor: Vec<u32>,
    leaver: Vec<(u32, u32)>,
    /// List entries, and how many were searched for new labels since all labels were exact.
    entries: usize,
    work: usize,
}

impl Region {
    fn new(seating: &Seating) -> Self {
        let (mut number, mut wanted_by) = (vec![NONE; seating.instance.jobs()], Vec::<Vec<u32>>::new());
        let mut household: Vec<u32> = seating.uncovered().collect();
        let (mut seat, mut wants) = (vec![NONE; household.len()], vec![]);
        while let Some(&wanting) = household.get(wants.len()) {
            let mut jobs: Vec<u32> = seating.jobs_of(wanting).collect();
            jobs.sort_unstable();
            jobs.dedup();
            for job in &mut jobs {
                let number = &mut number[*job as usize];
                if *number == NONE {
                    *number = wanted_by.len() as u32;
                    wanted_by.push(vec![]);
                    household.extend(seating.holders(*job).filter(|&(_, only)| only).map(|(holder, _)| holder));
                    seat.resize(household.len(), *number);
                }
                *job = *number;
                wanted_by[*job as usize].push(wants.len() as u32);
            }
            wants.push(jobs);
        }
        let jobs = wanted_by.len();
        let (cursor, leaver) = (vec![0; jobs], vec![(NONE, NONE); jobs]);
        let entries = wants.iter().map(Vec::len).sum();
        let label = vec![NONE; jobs];
        let mut region = Self { number, wanted_by, wants, household, seat, label, cursor, leaver, entries, work: 0 };
        region.measure();
        region
    }

    /// Sets all labels to the true distances, from the uncovered households backwards.
    fn measure(&mut self) {
        let mut sitting: Vec<Vec<u32>> = vec![vec![]; self.label.len()];
        self.label.fill(NONE);
        self.cursor.fill(0);
        self.work = 0;
        let mut queue = vec![];
        for household in 0..self.seat.len() {
            match self.seat[household] {
                NONE => near(&mut self.label, &mut queue, &self.wants[household], 1),
                job => sitting[job as usize].push(household as u32),
            }
        }
        let mut next = 0;
        while let Some(&job) = queue.get(next) {
            next += 1;
            let label = self.label[job as usize] + 1;
            for &household in &sitting[job as usize] {
                near(&mut self.label, &mut queue, &self.wants[household as usize], label);
            }
        }
    }

    /// Gives a new seat to somebody and so on; returns the uncovered household who gets covered.
    fn link(&mut self, start: u32) -> Option<u32> {
        let mut job = start;
        while self.label[start as usize] != NONE {
            match self.next(job) {
                Some((household, NONE)) => {
                    self.shift(household, job, start);
                    return Some(household);
                }
                Some((household, left)) => {
                    self.leaver[left as usize] = (household, job);
                    job = left;
                }
                None => {
                    self.relabel(job);
                    if self.work > 2 * self.entries {
                        self.measure();
                        job = start;
                    } else if job != start {
                        job = self.leaver[job as usize].1;
                    }
                }
            }
        }
        None
    }

    /// A household who wants this job and whose own seat (if any) is one nearer to an uncovered household.
    fn next(&mut self, job: u32) -> Option<(u32, u32)> {
        let (j, label) = (job as usize, self.label[job as usize]);
        while let Some(&household) = self.wanted_by[j].get(self.cursor[j] as usize) {
            let left = self.seat[household as usize];
            if label == 1 + self.distance(left) {
                return Some((household, left));
            }
            self.cursor[j] += 1;
        }
        None
    }

    /// What a household adds that has this seat, or none.
    fn distance(&self, seat: u32) -> u32 {
        if seat == NONE { 0 } else { self.label[seat as usize].min(NONE - 1) }
    }

    fn relabel(&mut self, job: u32) {
        let j = job as usize;
        let nearest = self.wanted_by[j].iter().map(|&household| self.distance(self.seat[household as usize])).min();
        let label = nearest.map_or(NONE, |nearest| nearest + 1);
        // A chain has every job but once.
        self.label[j] = if label as usize > self.label.len() { NONE } else { label };
        self.cursor[j] = 0;
        self.work += self.wanted_by[j].len();
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

/// Labels the jobs without a label.
fn near(label: &mut [u32], queue: &mut Vec<u32>, jobs: &[u32], distance: u32) {
    for &job in jobs {
        if label[job as usize] == NONE {
            label[job as usize] = distance;
            queue.push(job);
        }
    }
}

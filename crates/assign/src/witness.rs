//! Why a priority household cannot be covered: more households than seats.

use crate::{Instance, Solution};

/// A Hall witness: priority households who have only the seats of these jobs between them, and who outnumber these seats.
///
/// In every placement at least `households.len() - seats` of them go without. All are of the class of the household asked for or of a
/// higher one, so none of them could be left out instead without loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The competing households, ascending.
    pub households: Vec<u32>,
    /// Every job that any member of them lists, ascending.
    pub jobs: Vec<u32>,
    /// Seats of these jobs, not counting those taken by demanded pairs.
    pub seats: u64,
}

impl Witness {
    /// Verifies the witness from the instance alone.
    pub fn proves(&self, instance: &Instance) -> bool {
        let open = |household: u32| {
            let members = instance.members(household as usize);
            let mut lists = members.clone().flat_map(|worker| instance.list(worker));
            let pinned = members.clone().any(|worker| instance.pin(worker).is_some());
            instance.class(household as usize) > 0
                && !pinned
                && lists.all(|(job, _)| self.jobs.binary_search(&job).is_ok())
        };
        let sorted = |list: &[u32]| list.windows(2).all(|w| w[0] < w[1]);
        sorted(&self.households)
            && sorted(&self.jobs)
            && self.seats == open_seats(instance, &self.jobs)
            && self.seats < self.households.len() as u64
            && self.households.iter().all(|&household| open(household))
    }
}

/// The witness of an uncovered priority household; None if the household is covered or without priority, or if the solution
/// is not optimal.
pub fn witness(instance: &Instance, solution: &Solution, household: usize) -> Option<Witness> {
    Seating::new(instance, solution).witness(household)
}

/// The witnesses of all uncovered priority households, with the household, ascending.
pub fn witnesses(instance: &Instance, solution: &Solution) -> Vec<(u32, Witness)> {
    let seating = Seating::new(instance, solution);
    let all = 0..instance.households();
    all.filter_map(|household| Some((household as u32, seating.witness(household)?))).collect()
}

fn open_seats(instance: &Instance, jobs: &[u32]) -> u64 {
    let pinned = instance.pins().iter().filter(|(_, job)| jobs.binary_search(job).is_ok()).count();
    let seats: u64 = jobs.iter().map(|&job| u64::from(instance.seats(job as usize))).sum();
    seats - pinned as u64
}

/// Who sits where.
pub(crate) struct Seating<'a> {
    instance: &'a Instance,
    solution: &'a Solution,
    start: Vec<u32>,
    worker: Vec<u32>,
}

impl<'a> Seating<'a> {
    pub(crate) fn new(instance: &'a Instance, solution: &'a Solution) -> Self {
        let mut start = vec![0u32; instance.jobs() + 2];
        let placed = || (0..instance.workers()).filter_map(|w| Some((w as u32, solution.job(w)? as usize)));
        placed().for_each(|(_, job)| start[job + 2] += 1);
        for job in 1..start.len() {
            start[job] += start[job - 1];
        }
        let mut worker = vec![0; start[start.len() - 1] as usize];
        for (w, job) in placed() {
            worker[start[job + 1] as usize] = w;
            start[job + 1] += 1;
        }
        Self { instance, solution, start, worker }
    }

    pub(crate) fn at(&self, job: u32) -> &[u32] {
        &self.worker[self.start[job as usize] as usize..self.start[job as usize + 1] as usize]
    }

    pub(crate) fn placed_members(&self, household: usize) -> usize {
        self.instance.members(household).filter(|&worker| self.solution.job(worker).is_some()).count()
    }

    /// Breadth first: from a household to the jobs it lists, to the households that sit there.
    fn witness(&self, household: usize) -> Option<Witness> {
        let class = self.instance.class(household);
        if class == 0 || self.placed_members(household) > 0 {
            return None;
        }
        let mut households = vec![household as u32];
        let mut jobs = vec![];
        let mut known_jobs = std::collections::HashSet::new();
        let mut known = std::collections::HashSet::from([household as u32]);
        let mut next = 0;
        while let Some(&household) = households.get(next) {
            next += 1;
            let lists = self.instance.members(household as usize).flat_map(|worker| self.instance.list(worker));
            for (job, _) in lists {
                if !known_jobs.insert(job) {
                    continue;
                }
                jobs.push(job);
                if (self.at(job).len() as u64) < u64::from(self.instance.seats(job as usize)) {
                    return None; // a free seat
                }
                for &worker in self.at(job) {
                    if self.instance.pin(worker as usize).is_some() {
                        continue;
                    }
                    let other = self.instance.household_of(worker as usize);
                    let holds = (1..=class).contains(&self.instance.class(other)) && self.placed_members(other) == 1;
                    if !holds {
                        return None; // could give up the seat without loss
                    }
                    if known.insert(other as u32) {
                        households.push(other as u32);
                    }
                }
            }
        }
        households.sort_unstable();
        jobs.sort_unstable();
        let seats = open_seats(self.instance, &jobs);
        Some(Witness { households, jobs, seats })
    }
}

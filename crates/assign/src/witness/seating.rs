//! Who sits where in a solution.

use crate::{Instance, Solution};

/// The workers in each job, and what of a household is placed.
pub(crate) struct Seating<'a> {
    pub(crate) instance: &'a Instance,
    solution: &'a Solution,
    /// Household of each worker.
    household: Vec<u32>,
    /// Whether a worker has a demanded pair.
    pinned: Vec<bool>,
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
        let mut pinned = vec![false; instance.workers()];
        instance.pins().iter().for_each(|&(worker, _)| pinned[worker as usize] = true);
        let mut household = vec![0; instance.workers()];
        for h in 0..instance.households() {
            household[instance.members(h)].fill(h as u32);
        }
        Self { instance, solution, household, pinned, start, worker }
    }

    fn at(&self, job: u32) -> &[u32] {
        &self.worker[self.start[job as usize] as usize..self.start[job as usize + 1] as usize]
    }

    pub(crate) fn has_free_seat(&self, job: u32) -> bool {
        (self.at(job).len() as u64) < u64::from(self.instance.seats(job as usize))
    }

    /// Seats of these jobs, not counting those taken by demanded pairs.
    pub(crate) fn open_seats(&self, jobs: &[u32]) -> u64 {
        let pinned = |job: u32| self.at(job).iter().filter(|&&worker| self.pinned[worker as usize]).count() as u64;
        jobs.iter().map(|&job| u64::from(self.instance.seats(job as usize)) - pinned(job)).sum()
    }

    /// Households of those in a job without a demanded pair, and whether each of them loses its coverage with that seat: it has priority
    /// and no other member is placed.
    pub(crate) fn holders(&self, job: u32) -> impl Iterator<Item = (u32, bool)> + '_ {
        self.at(job).iter().filter(|&&worker| !self.pinned[worker as usize]).map(|&worker| {
            let household = self.household[worker as usize];
            let only = self.instance.class(household as usize) > 0 && self.placed_members(household as usize) == 1;
            (household, only)
        })
    }

    pub(crate) fn placed_members(&self, household: usize) -> usize {
        self.instance.members(household).filter(|&worker| self.solution.job(worker).is_some()).count()
    }

    /// The uncovered priority households, ascending.
    pub(crate) fn uncovered(&self) -> impl Iterator<Item = u32> + '_ {
        let uncovered = |&h: &usize| self.instance.class(h) > 0 && self.placed_members(h) == 0;
        (0..self.instance.households()).filter(uncovered).map(|h| h as u32)
    }

    /// The jobs that members of a household list, a job as often as it is listed; none if nobody of it may be placed.
    pub(crate) fn jobs_of(&self, household: u32) -> impl Iterator<Item = u32> + '_ {
        let members = self.instance.members(household as usize);
        let may = self.instance.limit(household as usize) > 0;
        members.filter(move |_| may).flat_map(|worker| self.instance.list(worker)).map(|(job, _)| job)
    }
}

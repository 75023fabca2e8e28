//! The problem: households of workers, jobs with seats, scored pairs.

use crate::list::{List, Pairs};

/// Highest score a pair can have.
pub const MAX_SCORE: u16 = 10_000;
/// Most workers one household can have.
pub const MAX_HOUSEHOLD: usize = 255;
/// Lowest priority class (1 is the highest, 0 is none).
pub const MAX_CLASS: u8 = 100;
/// Stands for a household without a limit.
pub(crate) const UNLIMITED: u8 = u8::MAX;

/// An assignment problem, checked and in solver order; made by [`InstanceBuilder`](crate::InstanceBuilder)
/// or [`read_instance`](crate::read_instance).
///
/// Workers, jobs and households are numbered from 0 in the order in which they were added, and the
/// workers of a household are contiguous. An edge takes 4 bytes, 5 if there are more than 2^18 jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// First worker of each household, and the number of workers at the end.
    pub(crate) first: Vec<u32>,
    pub(crate) class: Vec<u8>,
    /// Most members of each household who may be placed, [`UNLIMITED`] if as many as there are; empty if that is so everywhere.
    pub(crate) limits: Vec<u8>,
    pub(crate) seats: Vec<u32>,
    pub(crate) fallback: Vec<bool>,
    /// First edge of each worker, and the number of edges at the end.
    pub(crate) start: Vec<u64>,
    /// Job and score of each edge; within a worker best score first, then lowest job.
    pub(crate) pairs: Pairs,
    /// (worker, job) that must be, ascending by worker, at most one a worker.
    pub(crate) pins: Vec<(u32, u32)>,
}

impl Instance {
    /// Number of workers.
    pub fn workers(&self) -> usize {
        self.start.len() - 1
    }

    /// Number of households.
    pub fn households(&self) -> usize {
        self.class.len()
    }

    /// Number of jobs, fallback jobs included.
    pub fn jobs(&self) -> usize {
        self.seats.len()
    }

    /// Number of scored pairs that are allowed.
    pub fn edges(&self) -> usize {
        self.pairs.len()
    }

    /// Workers of a household.
    pub fn members(&self, household: usize) -> std::ops::Range<usize> {
        self.first[household] as usize..self.first[household + 1] as usize
    }

    /// Most members of a household who may be placed together: all of them, or fewer if there is a limit.
    pub fn limit(&self, household: usize) -> usize {
        let members = self.members(household).len();
        self.limits.get(household).map_or(members, |&most| members.min(most.into()))
    }

    /// Household of a worker.
    pub fn household_of(&self, worker: usize) -> usize {
        self.first.partition_point(|&f| f as usize <= worker) - 1
    }

    /// Priority class of a household: 0 none, 1 the highest, 2 the next ...
    pub fn class(&self, household: usize) -> u8 {
        self.class[household]
    }

    /// The lowest priority class in use (the largest number), 0 if there is no priority household.
    pub fn classes(&self) -> u8 {
        self.class.iter().copied().max().unwrap_or(0)
    }

    /// Seats of a job.
    pub fn seats(&self, job: usize) -> u32 {
        self.seats[job]
    }

    /// Whether a placement in this job is worth nothing but the coverage of its household.
    pub fn is_fallback(&self, job: usize) -> bool {
        self.fallback[job]
    }

    /// The (job, score) pairs of a worker, best score first, then lowest job.
    pub fn list(&self, worker: usize) -> List<'_> {
        self.pairs.of(self.range(worker))
    }

    /// Score of a pair, if it is an edge.
    pub fn score(&self, worker: usize, job: u32) -> Option<u16> {
        self.list(worker).find(|&(j, _)| j == job).map(|(_, s)| s)
    }

    /// The (worker, job) pairs that must be, ascending by worker.
    pub fn pins(&self) -> &[(u32, u32)] {
        &self.pins
    }

    /// The job a worker must have, if any.
    pub fn pin(&self, worker: usize) -> Option<u32> {
        let at = self.pins.binary_search_by_key(&worker, |&(w, _)| w as usize).ok()?;
        Some(self.pins[at].1)
    }

    /// The pairs among them that are about members of this household.
    pub(crate) fn pins_of(&self, household: usize) -> &[(u32, u32)] {
        let members = self.members(household);
        let from = self.pins.partition_point(|p| (p.0 as usize) < members.start);
        let pins = &self.pins[from..];
        &pins[..pins.partition_point(|p| (p.0 as usize) < members.end)]
    }

    pub(crate) fn range(&self, worker: usize) -> std::ops::Range<usize> {
        self.start[worker] as usize..self.start[worker + 1] as usize
    }
}

//! The instance as the solver sees it: a transportation problem without households.

use std::ops::Range;
use std::thread;

use super::crew::in_parts;
use crate::Instance;
use crate::list::{List, PairCells, Pairs};

/// No place yet.
pub(crate) const FREE: u32 = u32::MAX - 1;
/// Idle, at the value of being idle.
pub(crate) const OUT: u32 = u32::MAX;
/// Placed by demand; takes no part.
pub(crate) const PINNED: u32 = u32::MAX - 2;

/// Edges that are worth another thread.
const WORTH_A_THREAD: usize = 100_000;

/// The instance as a transportation problem without households.
///
/// Every worker not pinned takes one place: a seat of a job, or `OUT`. A seat of a job has value s - price, where the price of a
/// job is at least its *floor*, in units of the weight K of a placement: 0 for a real job, 2 for a fallback job. `OUT` has the value -rank x K: 1
/// for workers without priority, 1 + b for those of priority households, where b is the bonus of their class. A priority household of n > 1
/// members has one private *idle job* of n - 1 seats and score 0 with floor 1: if all n are idle, one of them has to go `OUT` and
/// loses the bonus. A household with a pinned member is covered and counts as one without priority.
///
/// A household of which no more than m of n free members may be placed has another private idle job of n - m seats with floor -1: K is more
/// than any score, so that these seats always are taken; those of the first idle job are so many fewer.
pub(crate) struct Market<'a> {
    pub(crate) instance: &'a Instance,
    /// Threads to use.
    pub(crate) threads: usize,
    /// Seats that matter: left by pins, and no more than could ever be taken (one more, so that the job never is full).
    pub(crate) seats: Vec<u32>,
    /// Idle jobs of each worker.
    pub(crate) home: Vec<Homes>,
    /// Value of `OUT` for each worker, in units of -K.
    pub(crate) rank: Vec<u8>,
    /// The rank of priority households, and their class, add up to this.
    top_rank: u8,
    pub(crate) idle: Vec<IdleJob>,
    /// Workers who list each job, with the score.
    pub(crate) back: Back,
    /// Greatest score, and the greatest common divisor of all scores (at least 1).
    pub(crate) top: i64,
    pub(crate) step: i64,
}

/// The idle jobs of a worker: none, one, or two of successive numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Homes(u32);

impl Homes {
    pub(crate) const NONE: Self = Self(u32::MAX);
    /// There are fewer than 2^28 jobs.
    const TWO: u32 = 1 << 31;

    /// So many idle jobs from this number on, at most two.
    pub(crate) fn new(first: usize, count: usize) -> Self {
        match count {
            0 => Self::NONE,
            1 => Self(first as u32),
            _ => Self(first as u32 | Self::TWO),
        }
    }

    #[inline]
    pub(crate) fn jobs(self) -> Range<u32> {
        if self == Self::NONE {
            return 0..0;
        }
        let first = self.0 & !Self::TWO;
        first..first + 1 + self.0 / Self::TWO
    }
}

/// An idle job.
#[derive(Clone, Copy)]
pub(crate) struct IdleJob {
    /// First worker and number of members of the household.
    first: u32,
    count: u8,
    /// Whether its seats have to be taken.
    stay: bool,
}

impl IdleJob {
    pub(crate) fn members(self) -> Range<u32> {
        self.first..self.first + u32::from(self.count)
    }
}

/// Reverse lists of the real jobs.
pub(crate) struct Back {
    pub(crate) start: Vec<u64>,
    pairs: Pairs,
}

impl<'a> Market<'a> {
    pub(crate) fn new(instance: &'a Instance, threads: usize) -> Self {
        let threads = threads.clamp(1, 64).min(1 + instance.edges() / WORTH_A_THREAD);
        let mut market = Self {
            threads,
            seats: instance.seats.clone(),
            home: vec![Homes::NONE; instance.workers()],
            rank: vec![1; instance.workers()],
            top_rank: 1 + if instance.fallback.contains(&true) { 2 } else { 1 } + instance.classes(),
            idle: vec![],
            back: Back::new(instance, threads),
            top: scores(instance).max().unwrap_or(0).into(),
            step: step(scores(instance)),
            instance,
        };
        for &(_, job) in &market.instance.pins {
            market.seats[job as usize] -= 1;
        }
        for (job, seats) in market.seats.iter_mut().enumerate() {
            let listed = market.back.start[job + 1] - market.back.start[job];
            *seats = (*seats).min(listed as u32 + 1);
        }
        market.add_idle_jobs();
        market
    }

    fn add_idle_jobs(&mut self) {
        let instance = self.instance;
        for household in 0..instance.households() {
            let members = instance.members(household);
            let class = instance.class(household);
            let pinned = instance.pins_of(household).len();
            let stay = members.len() - instance.limit(household);
            let mut idle = 0;
            if class > 0 && pinned == 0 {
                self.rank[members.clone()].fill(self.top_rank - class);
                idle = members.len().saturating_sub(stay + 1);
            }
            let number = self.seats.len();
            for (seats, stay) in [(idle, false), (stay, true)] {
                if seats > 0 {
                    self.seats.push(seats as u32);
                    self.idle.push(IdleJob { first: members.start as u32, count: members.len() as u8, stay });
                }
            }
            self.home[members].fill(Homes::new(number, self.seats.len() - number));
        }
    }

    /// Weights to try, the last one enough for a proof (README, "Weights").
    pub(crate) fn weights(&self) -> Vec<i64> {
        let nodes = self.instance.workers().min(self.instance.jobs()) as i64;
        let enough = 2 * self.top * (nodes + 2) + self.step;
        let small = 6 * self.top.max(self.step);
        if small < enough { vec![small, enough] } else { vec![enough] }
    }

    /// Lowest price of a job, in units of K.
    pub(crate) fn floor(&self, job: usize) -> i64 {
        match self.instance.fallback.get(job) {
            Some(true) => 2,
            Some(false) => 0,
            None => {
                if self.idle[job - self.instance.jobs()].stay {
                    -1
                } else {
                    1
                }
            }
        }
    }

    /// A price at which nobody wants a seat, in units of K, if the greatest score is added.
    pub(crate) fn ceiling(&self) -> i64 {
        3 + i64::from(self.instance.classes())
    }

    /// How many workers could take a job.
    pub(crate) fn listed(&self, job: usize) -> usize {
        match job.checked_sub(self.instance.jobs()) {
            None => (self.back.start[job + 1] - self.back.start[job]) as usize,
            Some(idle) => self.idle[idle].count.into(),
        }
    }

    /// Whether most seats are worth one placement: clearly fewer seats in real jobs than workers, and no goals that could
    /// raise many prices to several placements (several classes, fallback jobs).
    pub(crate) fn is_scarce(&self) -> bool {
        if self.top_rank > 3 {
            return false;
        }
        self.real_seats() * 20 < self.home.len() as u64 * 19
    }

    /// Seats in real jobs that are no fallback jobs.
    pub(crate) fn real_seats(&self) -> u64 {
        let real = self.seats.iter().zip(&self.instance.fallback).filter(|&(_, &fallback)| !fallback);
        real.map(|(&seats, _)| u64::from(seats)).sum()
    }

    /// Whether this place is a job of the instance.
    pub(crate) fn is_real(&self, place: u32) -> bool {
        (place as usize) < self.instance.jobs()
    }

    /// Nobody placed but by demand.
    pub(crate) fn nothing(&self) -> Vec<u32> {
        let mut place = vec![FREE; self.instance.workers()];
        for &(worker, _) in &self.instance.pins {
            place[worker as usize] = PINNED;
        }
        place
    }
}

impl Back {
    /// Each thread writes the entries of some workers; where they go is counted first, so that every list ascends by worker.
    fn new(instance: &Instance, threads: usize) -> Self {
        let edges_of = |part: &Range<usize>| instance.start[part.start] as usize..instance.start[part.end] as usize;
        let mut counts = in_parts(threads, instance.workers(), |part| {
            let mut counts = vec![0u64; instance.jobs()];
            instance.pairs.of(edges_of(&part)).for_each(|(job, _)| counts[job as usize] += 1);
            (part, counts)
        });
        let mut start = vec![0u64; instance.jobs() + 1];
        for job in 0..instance.jobs() {
            let mut end = start[job];
            for (_, counts) in &mut counts {
                end += std::mem::replace(&mut counts[job], end);
            }
            start[job + 1] = end;
        }
        let cells = PairCells::new(instance.edges(), instance.workers());
        let write = |part: Range<usize>, mut at: Vec<u64>| {
            for w in part {
                for (job, s) in instance.list(w) {
                    let slot = &mut at[job as usize];
                    cells.set(*slot as usize, w as u32, s);
                    *slot += 1;
                }
            }
        };
        thread::scope(|scope| {
            let last = counts.pop();
            counts.into_iter().for_each(|(part, at)| _ = scope.spawn(|| write(part, at)));
            last.into_iter().for_each(|(part, at)| write(part, at));
        });
        Self { start, pairs: cells.into_pairs() }
    }

    pub(crate) fn list(&self, job: usize) -> List<'_> {
        self.pairs.of(self.start[job] as usize..self.start[job + 1] as usize)
    }
}

fn scores(instance: &Instance) -> impl Iterator<Item = u16> {
    instance.pairs.of(0..instance.edges()).map(|(_, score)| score)
}

/// Greatest common divisor of all scores.
fn step(scores: impl Iterator<Item = u16>) -> i64 {
    let mut step = 0u16;
    for score in scores {
        let (mut a, mut b) = (score, step);
        while b > 0 {
            (a, b) = (b, a % b);
        }
        step = a;
        if step == 1 {
            break;
        }
    }
    step.max(1).into()
}

//! Making an [`Instance`], with every input checked.

use std::fmt;

use crate::instance::{Instance, MAX_CLASS, MAX_HOUSEHOLD, MAX_SCORE, UNLIMITED};
use crate::list::{MOST, Pairs};

/// Builds an [`Instance`]: jobs first, then each household followed by its workers.
///
/// The adding methods never fail; the first mistake is remembered and [`build`](Self::build) reports it.
#[derive(Clone, Debug)]
pub struct InstanceBuilder {
    made: Instance,
    forbidden: Vec<(u32, u32)>,
    /// Last worker (plus one) on whose list a job was met; finds duplicates.
    met: Vec<u32>,
    keys: Vec<u64>,
    mistake: Option<BuildError>,
}

impl Default for InstanceBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl InstanceBuilder {
    /// An empty problem.
    pub fn new() -> Self {
        let made = Instance {
            first: vec![0],
            class: vec![],
            limits: vec![],
            seats: vec![],
            fallback: vec![],
            start: vec![0],
            pairs: Pairs::default(),
            pins: vec![],
        };
        Self { made, forbidden: vec![], met: vec![], keys: vec![], mistake: None }
    }

    /// Reserves memory for this many edges, best after all jobs are there; without it lists grow by doubling.
    pub fn reserve(&mut self, workers: usize, edges: usize) {
        self.made.start.reserve_exact(workers);
        self.made.pairs.reserve(edges, self.made.jobs());
    }

    /// Adds a job with this many seats and returns its number.
    pub fn job(&mut self, seats: u32) -> u32 {
        self.add_job(seats, false)
    }

    /// Adds a fallback job: a placement in it is worth nothing but the coverage of its household.
    pub fn fallback_job(&mut self, seats: u32) -> u32 {
        self.add_job(seats, true)
    }

    fn add_job(&mut self, seats: u32, fallback: bool) -> u32 {
        let number = self.number(self.made.seats.len(), MOST, "jobs");
        self.made.seats.push(seats);
        self.made.fallback.push(fallback);
        self.met.push(0);
        number
    }

    /// Begins a household of this priority class (0 none, 1 the highest) and returns its number.
    pub fn household(&mut self, class: u8) -> u32 {
        let number = self.number(self.made.class.len(), MOST, "households");
        if class > MAX_CLASS {
            self.wrong(BuildError::Class { household: number, class });
        }
        self.made.class.push(class);
        let last = *self.made.first.last().unwrap_or(&0);
        self.made.first.push(last);
        number
    }

    /// Lets at most so many members of a household be placed, in real and fallback jobs together: because somebody has to stay with
    /// a child, for example. Of several limits the lowest holds.
    pub fn limit(&mut self, household: u32, most: u32) {
        if household as usize >= self.made.class.len() {
            return self.wrong(BuildError::Household { household });
        }
        let limits = &mut self.made.limits;
        limits.resize(limits.len().max(household as usize + 1), UNLIMITED);
        let limit = &mut limits[household as usize];
        *limit = u8::try_from(most).unwrap_or(UNLIMITED).min(*limit);
    }

    /// Adds a worker with a list of (job, score) pairs to the latest household and returns its number.
    /// Where a job is listed twice the better score counts.
    pub fn worker(&mut self, list: impl IntoIterator<Item = (u32, u16)>) -> u32 {
        let number = self.number(self.made.workers(), MOST, "workers");
        let household = self.made.class.len().wrapping_sub(1);
        match self.made.first.last_mut() {
            Some(end) if household != usize::MAX => {
                *end = number + 1;
                if (number - self.made.first[household]) as usize >= MAX_HOUSEHOLD {
                    self.wrong(BuildError::HouseholdSize { household: household as u32 });
                }
            }
            _ => self.wrong(BuildError::NoHousehold { worker: number }),
        }
        self.add_list(number, list);
        self.made.start.push(self.made.pairs.len() as u64);
        number
    }

    fn add_list(&mut self, worker: u32, list: impl IntoIterator<Item = (u32, u16)>) {
        let mut keys = std::mem::take(&mut self.keys);
        keys.clear();
        for (job, score) in list {
            if job as usize >= self.made.seats.len() {
                self.wrong(BuildError::Job { worker, job });
            } else if score > MAX_SCORE {
                self.wrong(BuildError::Score { worker, job, score });
            } else {
                keys.push(u64::from(MAX_SCORE - score) << 32 | u64::from(job));
            }
        }
        keys.sort_unstable();
        for &key in &keys {
            let job = key as u32;
            let met = &mut self.met[job as usize];
            if *met != worker + 1 {
                *met = worker + 1;
                self.made.pairs.push(job, MAX_SCORE - (key >> 32) as u16);
            }
        }
        self.keys = keys;
    }

    /// Demands that this worker gets this job. The pair must be on the worker's list.
    pub fn must(&mut self, worker: u32, job: u32) {
        self.made.pins.push((worker, job));
    }

    /// Forbids this pair; if it is on the worker's list it is taken off.
    pub fn must_not(&mut self, worker: u32, job: u32) {
        self.forbidden.push((worker, job));
    }

    /// The finished problem.
    ///
    /// # Errors
    /// The first mistake made: see [`BuildError`].
    pub fn build(mut self) -> Result<Instance, BuildError> {
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        self.forbid()?;
        self.made.pins.sort_unstable();
        self.made.pins.dedup();
        check_pins(&self.made)?;
        self.settle_limits()?;
        Ok(self.made)
    }

    fn forbid(&mut self) -> Result<(), BuildError> {
        if self.forbidden.is_empty() {
            return Ok(());
        }
        self.forbidden.sort_unstable();
        if let Some(&(worker, job)) = self.forbidden.iter().find(|&&(w, _)| w as usize >= self.made.workers()) {
            return Err(BuildError::Pair { worker, job });
        }
        let (mut kept, mut start) = (Pairs::default(), vec![0]);
        kept.reserve(self.made.edges(), self.made.jobs());
        for worker in 0..self.made.workers() {
            let may = |job: u32| self.forbidden.binary_search(&(worker as u32, job)).is_err();
            self.made.list(worker).filter(|pair| may(pair.0)).for_each(|(job, score)| kept.push(job, score));
            start.push(kept.len() as u64);
        }
        (self.made.pairs, self.made.start) = (kept, start);
        Ok(())
    }

    /// Drops the limits that are none, so that equal problems are equal.
    fn settle_limits(&mut self) -> Result<(), BuildError> {
        let mut limits = std::mem::take(&mut self.made.limits);
        for (household, limit) in limits.iter_mut().enumerate() {
            if self.made.pins_of(household).len() > usize::from(*limit) {
                return Err(BuildError::PinsOverLimit { household: household as u32 });
            }
            if self.made.members(household).len() <= usize::from(*limit) {
                *limit = UNLIMITED;
            }
        }
        if limits.iter().any(|&limit| limit != UNLIMITED) {
            limits.resize(self.made.households(), UNLIMITED);
            self.made.limits = limits;
        }
        Ok(())
    }

    /// The next number, below the limit.
    fn number(&mut self, count: usize, most: usize, what: &'static str) -> u32 {
        if count >= most {
            self.wrong(BuildError::TooMany { what, most });
        }
        count.min(most - 1) as u32
    }

    fn wrong(&mut self, mistake: BuildError) {
        self.mistake.get_or_insert(mistake);
    }
}

/// Every pin is an edge, no worker has two, and no job has more pins than seats.
fn check_pins(made: &Instance) -> Result<(), BuildError> {
    let mut left = std::collections::HashMap::new();
    let mut before = None;
    for &(worker, job) in &made.pins {
        if worker as usize >= made.workers() || made.score(worker as usize, job).is_none() {
            return Err(BuildError::Pair { worker, job });
        }
        if before.replace(worker) == Some(worker) {
            return Err(BuildError::TwoPins { worker });
        }
        let seats = left.entry(job).or_insert(made.seats[job as usize]);
        *seats = seats.checked_sub(1).ok_or(BuildError::PinsOverSeats { job })?;
    }
    Ok(())
}

/// What is wrong with the input of an [`InstanceBuilder`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// More jobs, households or workers than 2^26.
    TooMany {
        /// What there are too many of.
        what: &'static str,
        /// How many there can be.
        most: usize,
    },
    /// A priority class above [`MAX_CLASS`](crate::MAX_CLASS).
    Class {
        /// The household.
        household: u32,
        /// Its class.
        class: u8,
    },
    /// More than [`MAX_HOUSEHOLD`](crate::MAX_HOUSEHOLD) workers in a household.
    HouseholdSize {
        /// The household.
        household: u32,
    },
    /// A worker was added before any household.
    NoHousehold {
        /// The worker.
        worker: u32,
    },
    /// A limit is set for a household that has not been added.
    Household {
        /// The unknown household.
        household: u32,
    },
    /// A list names a job that has not been added.
    Job {
        /// Whose list.
        worker: u32,
        /// The unknown job.
        job: u32,
    },
    /// A score above [`MAX_SCORE`](crate::MAX_SCORE).
    Score {
        /// Whose list.
        worker: u32,
        /// The job.
        job: u32,
        /// Its score.
        score: u16,
    },
    /// A demanded pair is not on the worker's list (or is forbidden too), or a forbidden pair names an unknown worker.
    Pair {
        /// The worker.
        worker: u32,
        /// The job.
        job: u32,
    },
    /// Two different jobs are demanded for one worker.
    TwoPins {
        /// The worker.
        worker: u32,
    },
    /// More workers are demanded for a job than it has seats.
    PinsOverSeats {
        /// The job.
        job: u32,
    },
    /// Jobs are demanded for more members of a household than may be placed.
    PinsOverLimit {
        /// The household.
        household: u32,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany { what, most } => write!(f, "more than {most} {what}"),
            Self::Class { household, class } => write!(f, "household {household}: class {class} is above {MAX_CLASS}"),
            Self::HouseholdSize { household } => write!(f, "household {household}: more than {MAX_HOUSEHOLD} workers"),
            Self::NoHousehold { worker } => {
                write!(f, "worker {worker} was added before any household")
            }
            Self::Household { household } => write!(f, "household {household} does not exist"),
            Self::Job { worker, job } => write!(f, "worker {worker}: job {job} does not exist"),
            Self::Score { worker, job, score } => {
                write!(f, "worker {worker}, job {job}: score {score} is above {MAX_SCORE}")
            }
            Self::Pair { worker, job } => write!(f, "worker {worker}, job {job}: no such pair to demand or forbid"),
            Self::TwoPins { worker } => write!(f, "worker {worker}: two jobs are demanded"),
            Self::PinsOverSeats { job } => {
                write!(f, "job {job}: more workers are demanded than it has seats")
            }
            Self::PinsOverLimit { household } => {
                write!(f, "household {household}: jobs are demanded for more members than may be placed")
            }
        }
    }
}

impl std::error::Error for BuildError {}

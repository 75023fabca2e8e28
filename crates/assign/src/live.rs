//! A solved instance that can be changed and stays optimal.

mod add;
mod change;
mod start;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use value::{Gain, Preview};

use crate::solve::flow::Flow;
use crate::solve::market::{GONE, PINNED};
use crate::{Instance, InstanceBuilder, Solution, Totals};

/// A solved instance that can be changed. After every change it is optimal again, by a few shortest paths instead of a new solve, and
/// whatever the change touched has been verified.
///
/// It works at the safe weight (README, "Weights"), under which optimal prices alone prove all goals.
#[derive(Clone)]
pub struct Live {
    flow: Flow<'static>,
    /// Seats of each job as they are now, those of demanded pairs included.
    open: Vec<u32>,
    /// How many of them are taken by demanded pairs.
    pinned: Vec<u32>,
    pins: BTreeMap<u32, u32>,
    absent: BTreeSet<u32>,
    withheld: BTreeMap<(u32, u32), u16>,
    totals: Totals,
}

/// A worker who changed places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The worker.
    pub worker: u32,
    /// The job before, if any.
    pub from: Option<u32>,
    /// The job now, if any.
    pub to: Option<u32>,
}

/// Why a change is impossible. Nothing has been changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no such worker or job.
    Unknown,
    /// The pair is not on the worker's list (or has been forbidden).
    NotListed,
    /// All seats of the job are taken by demanded pairs, or it has none.
    NoSeat,
    /// The worker has a demanded pair; release it first.
    Pinned,
    /// The worker has left (or, for one who is to come back, has not).
    Presence,
    /// The pair has been forbidden; allow it instead.
    Forbidden,
    /// The score is above [`MAX_SCORE`](crate::MAX_SCORE).
    Score,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "no such worker or job",
            Self::NotListed => "the pair is not on the list",
            Self::NoSeat => "no seat is left for this",
            Self::Pinned => "the worker has a demanded pair",
            Self::Presence => "the worker is not here, or is here already",
            Self::Forbidden => "the pair has been forbidden",
            Self::Score => "the score is too high",
        })
    }
}

impl std::error::Error for Refusal {}

impl Live {
    /// The job of a worker, if any.
    pub fn job(&self, worker: usize) -> Option<u32> {
        match self.flow.place[worker] {
            PINNED => self.pins.get(&(worker as u32)).copied(),
            place => Some(place).filter(|&place| self.flow.market.is_real(place)),
        }
    }

    /// What the present placement amounts to.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The changed instance: those who left have empty lists.
    pub fn instance(&self) -> Instance {
        let base = &*self.flow.market.instance;
        let mut builder = InstanceBuilder::new();
        for (job, &seats) in self.open.iter().enumerate() {
            if base.is_fallback(job) {
                builder.fallback_job(seats)
            } else {
                builder.job(seats)
            };
        }
        for household in 0..base.households() {
            builder.household(base.class(household));
            for worker in base.members(household) {
                let here = !self.absent.contains(&(worker as u32));
                builder.worker(base.list(worker).filter(|&(_, score)| here && score != GONE));
            }
        }
        self.pins.iter().for_each(|(&worker, &job)| builder.must(worker, job));
        builder.build().expect("changes keep the instance valid")
    }

    /// The optimum as it is now, with smallest optimal prices, for [`check`](crate::check) with [`instance`](Self::instance).
    pub fn solution(&mut self) -> Solution {
        let flow = &mut self.flow;
        flow.lower_prices();
        let jobs = 0..self.open.len();
        let tiers = crate::solve::tiers::tiers(flow).unwrap_or_else(|| vec![0; self.open.len()]);
        let prices = jobs.map(|job| flow.price[job] - flow.floor(job)).collect();
        let weight = flow.weight;
        let placement = (0..self.flow.place.len()).map(|w| self.job(w).unwrap_or(Solution::NONE)).collect();
        Solution::from_parts(self.totals.clone(), placement, weight, prices, tiers)
    }
}

//! The answer: who is placed where, what that amounts to, and the prices that prove it.

/// What a placement amounts to, goal by goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Households with at least one member placed: of class 1, of class 2, ...
    pub covered: Vec<u64>,
    /// Workers placed in fallback jobs.
    pub fallback: u64,
    /// Workers placed in real jobs.
    pub placed: u64,
    /// Sum of the scores of all placements.
    pub score: u64,
}

impl Totals {
    /// (covered priority households, workers placed in real jobs, total score).
    pub fn triple(&self) -> (u64, u64, u64) {
        (self.covered.iter().sum(), self.placed, self.score)
    }
}

/// An optimal placement with its proof, made by [`solve`](crate::solve).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    pub(crate) totals: Totals,
    pub(crate) weight: i64,
    pub(crate) prices: Vec<i64>,
    pub(crate) placement: Vec<u32>,
    pub(crate) tiers: Vec<u16>,
}

impl Solution {
    /// Stands for "no job" in raw placements.
    pub const NONE: u32 = u32::MAX;

    /// Puts an answer together, for instance one that comes from elsewhere; [`check`](crate::check) judges it.
    pub fn from_parts(totals: Totals, placement: Vec<u32>, weight: i64, prices: Vec<i64>, tiers: Vec<u16>) -> Self {
        Self { totals, weight, prices, placement, tiers }
    }

    /// The job of a worker, if any.
    pub fn job(&self, worker: usize) -> Option<u32> {
        Some(self.placement[worker]).filter(|&job| job != Self::NONE)
    }

    /// The job of every worker, [`NONE`](Self::NONE) for those not placed.
    pub fn placement(&self) -> &[u32] {
        &self.placement
    }

    /// What the placement amounts to.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// (covered priority households, workers placed in real jobs, total score).
    pub fn triple(&self) -> (u64, u64, u64) {
        self.totals.triple()
    }

    /// The weight of one placement in units of score, under which the prices prove the answer optimal.
    pub fn weight(&self) -> i64 {
        self.weight
    }

    /// An optimal price of a seat in each job, in units of score: what the last seat is worth to the whole.
    pub fn prices(&self) -> &[i64] {
        &self.prices
    }

    /// An optimal price of a seat when scores do not count and a placement is worth 1: the proof of the goals above the score.
    pub fn tiers(&self) -> &[u16] {
        &self.tiers
    }
}

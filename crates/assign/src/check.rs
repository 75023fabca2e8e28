//! The independent judge of a solution.
//!
//! It knows the instance, the answer and this theory only; it shares no code with the solver.
//!
//! Let C be the lowest class in use and b = 2 if there are fallback jobs, else 1. For a weight K call *value* of a placement
//! the sum of K + s for every worker in a real job, s - K for every worker in a fallback job and (b + C - k) K for every covered
//! household of class k. For **any** prices p >= 0 of seats,
//!
//! > bound(p) = sum over jobs of seats x price + sum over households of the best they could do if seats could be bought at these prices
//!
//! is at least the value of every placement, as no placement uses a job beyond its seats, or places more of a household than may be. So a placement whose value equals a bound is
//! proved best, by addition alone. Two such proofs together prove the goals:
//!
//! 1. *Tiers*: K = 1 and all scores 0. The best value is the lexicographic best of (covered by class, fewest fallback
//!    placements, placed workers): see the README for why these weights are enough.
//! 2. *Scores*: the solution's own K. Whatever reaches the goals of 1 and has a better score would have a better value.

use std::fmt;

use crate::{Instance, Solution, Totals};

/// What [`check`] has verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The totals, counted anew.
    pub totals: Totals,
    /// Value of the placement and bound of the tiers, which are equal: nothing above the score can be better.
    pub tier_bound: i128,
    /// Value of the placement and bound of the prices, which are equal: nor can the score.
    pub price_bound: i128,
}

/// Verifies that a solution is feasible and optimal, from the instance and the answer alone, in one pass over the edges.
///
/// # Errors
/// The first [`Violation`] found.
pub fn check(instance: &Instance, solution: &Solution) -> Result<Certificate, Violation> {
    check_shape(instance, solution)?;
    let totals = count(instance, solution)?;
    if totals != *solution.totals() {
        return Err(Violation::Totals { counted: Box::new(totals), claimed: Box::new(solution.totals().clone()) });
    }
    let goal = Goal::new(instance);
    let tier_bound = goal.value(&totals, 1, 0);
    let price_bound = goal.value(&totals, solution.weight(), totals.score);
    let (tiers, prices) = bounds(instance, solution, &goal);
    if tiers != tier_bound {
        return Err(Violation::Tiers { value: tier_bound, bound: tiers });
    }
    if prices != price_bound {
        return Err(Violation::Prices { value: price_bound, bound: prices });
    }
    Ok(Certificate { totals, tier_bound, price_bound })
}

/// Larger weights and prices than this are of no use and might overflow.
const LIMIT: i64 = 1 << 50;

fn check_shape(instance: &Instance, solution: &Solution) -> Result<(), Violation> {
    let shapes = [
        ("placement", solution.placement().len(), instance.workers()),
        ("prices", solution.prices().len(), instance.jobs()),
        ("tiers", solution.tiers().len(), instance.jobs()),
    ];
    for (what, found, expected) in shapes {
        if found != expected {
            return Err(Violation::Length { what, found, expected });
        }
    }
    if !(1..LIMIT >> 10).contains(&solution.weight()) {
        return Err(Violation::Weight { weight: solution.weight() });
    }
    match solution.prices().iter().position(|p| !(0..LIMIT).contains(p)) {
        Some(job) => Err(Violation::PriceRange { job: job as u32, price: solution.prices()[job] }),
        None => Ok(()),
    }
}

/// Feasibility, and the totals counted anew.
fn count(instance: &Instance, solution: &Solution) -> Result<Totals, Violation> {
    let mut taken = vec![0u32; instance.jobs()];
    let mut totals = Totals { covered: vec![0; instance.classes().into()], ..Totals::default() };
    for household in 0..instance.households() {
        let mut members = 0;
        for worker in instance.members(household) {
            let Some(job) = solution.job(worker) else {
                continue;
            };
            let pair = Violation::NoSuchPair { worker: worker as u32, job };
            totals.score += u64::from(instance.score(worker, job).ok_or(pair)?);
            taken[job as usize] += 1;
            *(if instance.is_fallback(job as usize) { &mut totals.fallback } else { &mut totals.placed }) += 1;
            members += 1;
        }
        if members > instance.limit(household) {
            return Err(Violation::OverLimit {
                household: household as u32,
                limit: instance.limit(household),
                placed: members,
            });
        }
        let class = instance.class(household);
        if members > 0 && class > 0 {
            totals.covered[class as usize - 1] += 1;
        }
    }
    for (job, &taken) in taken.iter().enumerate() {
        if taken > instance.seats(job) {
            return Err(Violation::Overfull { job: job as u32, seats: instance.seats(job), placed: taken });
        }
    }
    for &(worker, job) in instance.pins() {
        if solution.job(worker as usize) != Some(job) {
            return Err(Violation::PinBroken { worker, job });
        }
    }
    Ok(totals)
}

/// The weights of the goals, in units of the weight of a placement.
struct Goal {
    bonus: Vec<i64>,
}

impl Goal {
    fn new(instance: &Instance) -> Self {
        let base = if (0..instance.jobs()).any(|j| instance.is_fallback(j)) { 2 } else { 1 };
        let classes = i64::from(instance.classes());
        let bonus = (0..=classes).map(|k| if k == 0 { 0 } else { base + classes - k }).collect();
        Self { bonus }
    }

    fn value(&self, totals: &Totals, weight: i64, score: u64) -> i128 {
        let covered: i128 =
            totals.covered.iter().zip(&self.bonus[1..]).map(|(&n, &b)| i128::from(n) * i128::from(b)).sum();
        let placed = i128::from(totals.placed) - i128::from(totals.fallback);
        (covered + placed) * i128::from(weight) + i128::from(score)
    }
}

/// The bounds of the tiers and of the prices.
fn bounds(instance: &Instance, solution: &Solution, goal: &Goal) -> (i128, i128) {
    let weight = solution.weight();
    let mut sums = (0i128, 0i128);
    // What a seat brings or costs a worker, apart from the score.
    let mut offers = Vec::with_capacity(instance.jobs());
    for job in 0..instance.jobs() {
        let sign = if instance.is_fallback(job) { -1 } else { 1 };
        let (tier, price, seats) = (i64::from(solution.tiers()[job]), solution.prices()[job], instance.seats(job));
        sums.0 += i128::from(tier) * i128::from(seats);
        sums.1 += i128::from(price) * i128::from(seats);
        offers.push((sign - tier, sign * weight - price));
    }
    let mut pins = instance.pins().iter().peekable();
    for household in 0..instance.households() {
        let bonus = goal.bonus[usize::from(instance.class(household))];
        let limit = Some(instance.limit(household)).filter(|&limit| limit < instance.members(household).len());
        let (mut tiers, mut prices) = (Best::new(bonus, limit), Best::new(bonus * weight, limit));
        for worker in instance.members(household) {
            let pin = pins.next_if(|p| p.0 as usize == worker).map(|p| p.1);
            let mut best = (i64::MIN, i64::MIN);
            for (job, score) in instance.list(worker) {
                if pin.is_none_or(|pin| pin == job) {
                    let (tier, price) = offers[job as usize];
                    best = (best.0.max(tier), best.1.max(price + i64::from(score)));
                }
            }
            tiers.member(best.0, pin.is_some());
            prices.member(best.1, pin.is_some());
        }
        sums.0 += i128::from(tiers.sum());
        sums.1 += i128::from(prices.sum());
    }
    sums
}

/// The best a household can do at given prices: each member takes the best seat if that is worth it, or as many of them as may, those
/// whom it is worth most; if nobody does, one member may still do so for the bonus.
struct Best {
    bonus: i64,
    /// Most members who may be placed, if not all of them may.
    limit: Option<usize>,
    sum: i64,
    pinned: usize,
    placed: bool,
    best: i64,
    /// What it is worth to those who are not pinned and take a seat, if there is a limit.
    taken: Vec<i64>,
}

impl Best {
    fn new(bonus: i64, limit: Option<usize>) -> Self {
        Self { bonus, limit, sum: 0, pinned: 0, placed: false, best: i64::MIN, taken: vec![] }
    }

    fn member(&mut self, value: i64, pinned: bool) {
        if pinned || value >= 0 {
            self.sum += value;
            self.placed = true;
        }
        if pinned {
            self.pinned += 1;
        } else if value >= 0 && self.limit.is_some() {
            self.taken.push(value);
        }
        self.best = self.best.max(value);
    }

    fn sum(mut self) -> i64 {
        if self.limit == Some(0) {
            return 0;
        }
        if let Some(limit) = self.limit {
            self.taken.sort_unstable();
            let too_many = (self.pinned + self.taken.len()).saturating_sub(limit);
            self.sum -= self.taken[..too_many].iter().sum::<i64>();
        }
        if self.placed { self.sum + self.bonus } else { self.best.saturating_add(self.bonus).max(0) }
    }
}

/// Why a solution is no proved optimum.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Violation {
    /// A part of the solution has the wrong length.
    Length {
        /// Which part.
        what: &'static str,
        /// Its length.
        found: usize,
        /// The length that the instance demands.
        expected: usize,
    },
    /// The weight is not positive, or beyond any use.
    Weight {
        /// The weight.
        weight: i64,
    },
    /// A price is negative or beyond any use.
    PriceRange {
        /// The job.
        job: u32,
        /// Its price.
        price: i64,
    },
    /// A worker is placed in a job that is not on the worker's list.
    NoSuchPair {
        /// The worker.
        worker: u32,
        /// The job.
        job: u32,
    },
    /// More workers are placed in a job than it has seats.
    Overfull {
        /// The job.
        job: u32,
        /// Its seats.
        seats: u32,
        /// Workers placed there.
        placed: u32,
    },
    /// More members of a household are placed than may be.
    OverLimit {
        /// The household.
        household: u32,
        /// Members who may be placed.
        limit: usize,
        /// Members who are.
        placed: usize,
    },
    /// A demanded pair is missing.
    PinBroken {
        /// The worker.
        worker: u32,
        /// The job demanded.
        job: u32,
    },
    /// The totals are not those of the placement.
    Totals {
        /// Counted from the placement.
        counted: Box<Totals>,
        /// Claimed by the solution.
        claimed: Box<Totals>,
    },
    /// The tiers do not prove coverage, fallback placements and placed workers best.
    Tiers {
        /// Value of the placement.
        value: i128,
        /// What the tiers allow.
        bound: i128,
    },
    /// The prices do not prove the score best.
    Prices {
        /// Value of the placement.
        value: i128,
        /// What the prices allow.
        bound: i128,
    },
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { what, found, expected } => write!(f, "{what}: {found} entries instead of {expected}"),
            Self::Weight { weight } => write!(f, "weight {weight} is out of range"),
            Self::PriceRange { job, price } => {
                write!(f, "job {job}: price {price} is out of range")
            }
            Self::NoSuchPair { worker, job } => {
                write!(f, "worker {worker} is placed in job {job}, which is not on the list")
            }
            Self::Overfull { job, seats, placed } => {
                write!(f, "job {job}: {placed} workers on {seats} seats")
            }
            Self::OverLimit { household, limit, placed } => {
                write!(f, "household {household}: {placed} members are placed, {limit} may be")
            }
            Self::PinBroken { worker, job } => write!(f, "worker {worker} must have job {job}"),
            Self::Totals { counted, claimed } => {
                write!(f, "counted {counted:?}, claimed {claimed:?}")
            }
            Self::Tiers { value, bound } => {
                write!(f, "tiers allow {bound}, the placement reaches {value}")
            }
            Self::Prices { value, bound } => {
                write!(f, "prices allow {bound}, the placement reaches {value}")
            }
        }
    }
}

impl std::error::Error for Violation {}

//! Prices that prove an answer over all admissible pairs: what they allow, and what a pair left out must be worth to improve anything.

use super::Unproved;
use assign::{Instance, Solution};

/// Prices of seats at a weight of a placement that is enough to prove all goals.
#[derive(Debug)]
pub(super) struct Prices {
    pub(super) weight: i64,
    /// What covering a household of each class brings.
    bonus: Vec<i64>,
    price: Vec<i64>,
    /// What a seat in each job is worth or costs, apart from the score: K - price, in a fallback job -K - price.
    pub(super) offer: Vec<i64>,
    /// A pair left out improves nothing unless it is worth more than this to the jobseeker.
    pub(super) least: Vec<i64>,
}

impl Prices {
    /// The prices of a solution, raised to a sufficient weight.
    ///
    /// # Errors
    /// [`Unproved::Bound`] if they do not prove the solution best among the listed pairs.
    pub(super) fn new(instance: &Instance, solution: &Solution) -> Result<Self, Unproved> {
        let weight = sufficient(instance, solution.weight());
        let raise = |(&price, &tier): (&i64, &u16)| price + (weight - solution.weight()) * i64::from(tier);
        let price: Vec<i64> = solution.prices().iter().zip(solution.tiers()).map(raise).collect();
        let sign = |job| if instance.is_fallback(job) { -1 } else { 1 };
        let offer: Vec<i64> = price.iter().enumerate().map(|(job, price)| sign(job) * weight - price).collect();
        let bonus = bonuses(instance).into_iter().map(|bonus| bonus * weight).collect();
        let mut made = Self { weight, bonus, price, offer, least: vec![0; instance.workers()] };
        let (value, bound) = (made.value(instance, solution), made.bound(instance));
        if value == bound { Ok(made) } else { Err(Unproved::Bound { value, bound }) }
    }

    /// The answer with these prices.
    pub(super) fn solution(&self, solution: &Solution) -> Solution {
        let (placement, tiers) = (solution.placement().to_vec(), solution.tiers().to_vec());
        Solution::from_parts(solution.totals().clone(), placement, self.weight, self.price.clone(), tiers)
    }

    fn value(&self, instance: &Instance, solution: &Solution) -> i128 {
        let mut sum = 0;
        for household in 0..instance.households() {
            let mut covered = false;
            for worker in instance.members(household) {
                let Some(job) = solution.job(worker) else { continue };
                let sign = if instance.is_fallback(job as usize) { -1 } else { 1 };
                sum += i128::from(sign * self.weight + i64::from(instance.score(worker, job).unwrap_or(0)));
                covered = true;
            }
            sum += if covered { i128::from(self.bonus[usize::from(instance.class(household))]) } else { 0 };
        }
        sum
    }

    /// What the prices allow over the listed pairs; notes on the way what pairs left out must be worth.
    fn bound(&mut self, instance: &Instance) -> i128 {
        let seats = self.price.iter().enumerate().map(|(job, &p)| i128::from(p) * i128::from(instance.seats(job)));
        let mut sum = seats.sum();
        for household in 0..instance.households() {
            let bonus = self.bonus[usize::from(instance.class(household))];
            let (mut best, mut bought, mut placed) = (-bonus, 0, false);
            for worker in instance.members(household) {
                let pin = instance.pin(worker);
                let open = instance.list(worker).filter(|&(job, _)| pin.is_none_or(|pin| pin == job));
                let worth = open.map(|(job, score)| self.offer[job as usize] + i64::from(score)).max();
                let worth = worth.unwrap_or(i64::MIN);
                if pin.is_some() || worth >= 0 {
                    bought += worth;
                    placed = true;
                }
                best = best.max(worth);
                // Nothing but the pair demanded is open to a pinned jobseeker.
                self.least[worker] = if pin.is_some() { i64::MAX } else { worth.max(0) };
            }
            if placed {
                sum += i128::from(bought + bonus);
            } else {
                self.least[instance.members(household)].fill(best);
                sum += i128::from(best + bonus);
            }
        }
        sum
    }
}

/// A weight that proves all goals and lies so far above that of the engine's first attempt that tiers decide first. It is the same
/// whatever pairs are listed, so that prices of one round can be compared with those of another.
fn sufficient(instance: &Instance, weight: i64) -> i64 {
    let nodes = instance.workers().min(instance.jobs()) as i64;
    weight.max(4 * i64::from(assign::MAX_SCORE) * (nodes + 1_000))
}

/// What covering a household of each class brings, in weights.
fn bonuses(instance: &Instance) -> Vec<i64> {
    let base = if (0..instance.jobs()).any(|job| instance.is_fallback(job)) { 2 } else { 1 };
    let classes = i64::from(instance.classes());
    std::iter::once(0).chain((1..=classes).map(|class| base + classes - class)).collect()
}

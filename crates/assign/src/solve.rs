//! From an instance to a proved optimum: see the README for the theory.

mod auction;
mod crew;
mod finish;
mod flow;
mod forward;
pub(crate) mod market;
mod number;
mod reverse;
mod round;
mod search;
mod seats;
mod tiers;

use crate::{Instance, Solution, Totals};
use auction::{Auction, BUDGET, Stop};
use flow::Flow;
use market::Market;

/// How to solve. The answer does not depend on it.
#[derive(Clone, Debug)]
pub struct Options {
    /// Threads to use, at least 1.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { threads: 1 }
    }
}

/// Finds the lexicographic optimum: covered priority households by class, fewest fallback placements among those,
/// most workers in real jobs, highest total score.
///
/// The same instance gives the same answer on every machine, for every number of threads.
pub fn solve(instance: &Instance, options: &Options) -> Solution {
    attempt(instance, options, |_| ())
}

/// As [`solve`], with the smallest optimal prices at the weight of the proof. They are unique, so that those of instances that differ
/// little can be compared.
pub fn solve_at_smallest_prices(instance: &Instance, options: &Options) -> Solution {
    attempt(instance, options, |flow| flow.lower_prices())
}

/// Solves with ever greater weights until one proves the goals above the score; `settle` may choose among the optimal prices.
fn attempt(instance: &Instance, options: &Options, settle: impl Fn(&mut Flow)) -> Solution {
    let mut market = Market::new(instance, options.threads);
    let weights = market.weights();
    let (last, first) = weights.split_last().expect("there is always a weight");
    for &weight in first {
        let mut flow = optimum(market, weight, BUDGET);
        settle(&mut flow);
        if let Some(tiers) = tiers::tiers(&flow) {
            return solution(&flow, tiers);
        }
        market = flow.market;
    }
    let mut flow = optimum(market, *last, BUDGET);
    flow.lower_prices();
    let tiers = tiers::tiers(&flow).unwrap_or_else(|| vec![0; instance.jobs()]);
    solution(&flow, tiers)
}

/// The optimum for one weight of a placement.
fn optimum(market: Market, weight: i64, budget: usize) -> Flow {
    let narrow = Auction::<i32>::fits(&market, weight);
    let small = if narrow { auction::run::<i32>(&market, weight, budget) } else { Err(Stop::Overflow) };
    let ended = match small {
        Err(Stop::Overflow) => auction::run::<i64>(&market, weight, budget),
        ended => ended,
    };
    let Ok((price, place)) = ended else { return Flow::climb(market, weight) };
    let mut flow = Flow::new(market, weight, price, place);
    flow.finish();
    flow
}

fn solution(flow: &Flow, tiers: Vec<u16>) -> Solution {
    let market = &flow.market;
    let instance = market.instance;
    let jobs = 0..instance.jobs();
    let prices = jobs.clone().map(|j| flow.price[j] - market.floor(j) * flow.weight).collect();
    let mut placement: Vec<u32> =
        flow.place.iter().map(|&j| if market.is_real(j) { j } else { Solution::NONE }).collect();
    for &(worker, job) in instance.pins() {
        placement[worker as usize] = job;
    }
    let totals = totals(instance, &placement);
    Solution::from_parts(totals, placement, flow.weight, prices, tiers)
}

fn totals(instance: &Instance, placement: &[u32]) -> Totals {
    let mut totals = Totals { covered: vec![0; instance.classes().into()], ..Totals::default() };
    for household in 0..instance.households() {
        let mut covered = false;
        for worker in instance.members(household) {
            let Some(score) = instance.score(worker, placement[worker]) else {
                continue;
            };
            totals.score += u64::from(score);
            let fallback = instance.is_fallback(placement[worker] as usize);
            *(if fallback { &mut totals.fallback } else { &mut totals.placed }) += 1;
            covered = true;
        }
        if let Some(count) = usize::from(instance.class(household)).checked_sub(1) {
            totals.covered[count] += u64::from(covered);
        }
    }
    totals
}

#[cfg(test)]
mod tests;

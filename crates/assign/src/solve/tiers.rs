//! From prices to the tiers that prove the goals above the score.

use std::ops::Range;

use super::crew::in_parts;
use super::flow::Flow;
use super::market::{OUT, PINNED};

/// The tier of every job above its floor, if the prices yield tiers that prove the goals above the score.
///
/// Prices of seats are whole placements (multiples of K) plus differences of scores along a chain. Cutting the second part off
/// at one threshold for all gives prices for the problem without scores; they prove the placement if nobody could gain at them.
pub(super) fn tiers(flow: &Flow) -> Option<Vec<u16>> {
    let weight = flow.weight;
    let mut thresholds = vec![weight / 16, weight / 2, weight / 4, weight / 32, 3 * weight / 4, weight / 8, 0];
    thresholds.dedup();
    thresholds.into_iter().find_map(|threshold| cut(flow, threshold))
}

fn cut(flow: &Flow, threshold: i64) -> Option<Vec<u16>> {
    let market = &flow.market;
    let price = flow.price.iter().enumerate();
    let tier: Vec<i64> = price.map(|(j, p)| (p + threshold).div_euclid(flow.weight).max(market.floor(j))).collect();
    let spare = |j: usize| !flow.is_full(j) && tier[j] > market.floor(j);
    if (0..tier.len()).any(spare) {
        return None;
    }
    let all_best = |mut part: Range<usize>| part.all(|worker| is_best(flow, &tier, worker));
    if in_parts(market.threads, flow.place.len(), all_best).contains(&false) {
        return None;
    }
    let real = 0..market.instance.jobs();
    real.map(|j| u16::try_from(tier[j] - market.floor(j)).ok()).collect()
}

/// Whether no place is better than the present one without scores.
fn is_best(flow: &Flow, tier: &[i64], worker: usize) -> bool {
    let out = i64::from(flow.market.rank[worker]);
    let own = match flow.place[worker] {
        PINNED => return true,
        OUT => out,
        job => tier[job as usize],
    };
    let mut cheapest = out;
    flow.each(worker, |job, _| cheapest = cheapest.min(tier[job as usize]));
    own <= cheapest
}

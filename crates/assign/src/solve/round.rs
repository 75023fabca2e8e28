//! From the auction's fine prices to whole steps of the scores.

use std::ops::Range;

use super::auction::{Auction, SCALE};
use super::crew::in_parts;
use super::market::{FREE, PINNED};
use super::number::Number;

/// Thresholds tried.
const TRIED: usize = 16;

/// Rounds all prices down to whole steps of the scores, after adding the threshold that spoils fewest placements.
///
/// Prices near their optimum differ from it by less than a step, but by amounts that drift along chains of ties; a common
/// threshold in a gap of the fractions puts them right at once. Any result is a valid start for the exact finish.
pub(super) fn round<P: Number>(auction: Auction<P>) -> (Vec<i64>, Vec<u32>) {
    let unit = auction.market.step * SCALE;
    let thresholds: [i64; TRIED] = std::array::from_fn(|t| unit * t as i64 / TRIED as i64);
    let mut spoilt = [0u32; TRIED];
    for part in in_parts(auction.market.threads, auction.place.len(), |part| count(&auction, part, unit, &thresholds)) {
        spoilt.iter_mut().zip(part).for_each(|(sum, n)| *sum += n);
    }
    let chosen = (0..TRIED).min_by_key(|&t| spoilt[t]).map_or(0, |t| thresholds[t]);
    let price = auction.price.iter().map(|p| round_down(p.wide() + chosen, unit) / SCALE).collect();
    (price, auction.place)
}

/// How many of these workers would not have a best place any more, by threshold.
fn count<P: Number>(auction: &Auction<P>, workers: Range<usize>, unit: i64, thresholds: &[i64; TRIED]) -> [u32; TRIED] {
    let mut spoilt = [0; TRIED];
    for worker in workers {
        if matches!(auction.place[worker], FREE | PINNED) {
            continue;
        }
        let near = auction.best(worker).wide() - unit;
        let own = auction.own(worker).wide();
        let mut best = [auction.out(worker).wide(); TRIED];
        let mut consider = |job: u32, gross: i64| {
            let price = auction.price[job as usize].wide();
            if gross - price > near {
                for (best, threshold) in best.iter_mut().zip(thresholds) {
                    *best = (*best).max(gross - round_down(price + threshold, unit));
                }
            }
        };
        let home = auction.market.home[worker];
        if (home as usize) < auction.price.len() {
            consider(home, 0);
        }
        for (job, score) in auction.market.instance.list(worker) {
            consider(job, i64::from(score) * SCALE);
        }
        let price = auction.price.get(auction.place[worker] as usize).map_or(0, |p| p.wide());
        for t in 0..TRIED {
            let value = own + price - round_down(price + thresholds[t], unit);
            spoilt[t] += u32::from(value < best[t]);
        }
    }
    spoilt
}

fn round_down(price: i64, unit: i64) -> i64 {
    price - price % unit
}

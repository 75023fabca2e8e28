//! From the auction's fine prices to whole steps of the scores.

use std::ops::Range;

use super::auction::{Auction, SCALE};
use super::crew::in_parts;
use super::market::{FREE, OUT, PINNED};
use super::number::Number;

/// Thresholds tried.
const TRIED: usize = 16;

/// Rounds all prices down to whole steps of the scores, after adding the threshold that spoils fewest placements.
///
/// Prices near their optimum differ from it by less than a step, but by amounts that drift along chains of ties; a common
/// threshold in a gap of the fractions puts them right at once. Any result is a valid start for the exact finish.
pub(super) fn round<P: Number>(auction: Auction<P>) -> (Vec<i64>, Vec<u32>) {
    let unit = P::of(auction.market.step * SCALE);
    let threshold = |t: usize| auction.market.step * SCALE * t as i64 / TRIED as i64;
    let down = |price: P| price - price % unit;
    // Each price rounded down, and the first threshold at which it is a step more.
    let rounded: Vec<(P, u8)> = auction
        .price
        .iter()
        .map(|price| {
            let low = down(P::get(price));
            let up = (1..TRIED).find(|&t| down(P::get(price) + P::of(threshold(t))) > low);
            (low, up.unwrap_or(TRIED) as u8)
        })
        .collect();
    let mut spoilt = [0u32; TRIED];
    let parts = in_parts(auction.market.threads, auction.place.len(), |part| count(&auction, part, unit, &rounded));
    for part in parts {
        spoilt.iter_mut().zip(part).for_each(|(sum, n)| *sum += n);
    }
    let chosen = (0..TRIED).min_by_key(|&t| spoilt[t]).unwrap_or(0);
    let price = rounded.iter().map(|&(low, up)| (if chosen >= up.into() { low + unit } else { low }).wide() / SCALE);
    (price.collect(), auction.place.into_iter().map(|place| place.into_inner()).collect())
}

/// How many of these workers would not have a best place any more, by threshold.
fn count<P: Number>(auction: &Auction<P>, workers: Range<usize>, unit: P, rounded: &[(P, u8)]) -> [u32; TRIED] {
    let mut spoilt = [0; TRIED];
    let mut near = vec![];
    for worker in workers {
        let place = auction.place(worker);
        if matches!(place, FREE | PINNED) {
            continue;
        }
        // Places near the best.
        near.clear();
        let mut best = auction.out(worker);
        near.push((best, OUT, best));
        let mut consider = |job: u32, gross: P| {
            let value = gross - auction.price(job);
            if value + unit > best {
                best = best.max(value);
                near.push((value, job, gross));
            }
        };
        let home = auction.market.home[worker];
        if home != OUT {
            consider(home, P::default());
        }
        for (job, score) in auction.market.instance.list(worker) {
            consider(job, P::from(score) * auction.scale);
        }
        near.retain(|&(value, ..)| value + unit > best);
        if let [(_, job, _)] = near[..]
            && job == place
        {
            continue;
        }
        judge(&near, place, unit, rounded, &mut spoilt);
    }
    spoilt
}

/// Counts the thresholds at which `place` is none of the best.
fn judge<P: Number>(near: &[(P, u32, P)], place: u32, unit: P, rounded: &[(P, u8)], spoilt: &mut [u32; TRIED]) {
    let (mut best, mut own) = ([P::MIN; TRIED], [P::MIN; TRIED]);
    for &(_, job, gross) in near {
        let (low, up) = if job == OUT { (P::default(), TRIED as u8) } else { rounded[job as usize] };
        let values: [P; TRIED] = std::array::from_fn(|t| if t >= up.into() { gross - low - unit } else { gross - low });
        for (best, value) in best.iter_mut().zip(values) {
            *best = (*best).max(value);
        }
        if job == place {
            own = values;
        }
    }
    for t in 0..TRIED {
        spoilt[t] += u32::from(own[t] < best[t]);
    }
}

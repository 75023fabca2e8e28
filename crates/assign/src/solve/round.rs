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
    let unit = P::of(auction.market.step * SCALE);
    let threshold = |t: usize| auction.market.step * SCALE * t as i64 / TRIED as i64;
    let down = |price: P| {
        let rest = price % unit;
        price - if rest < P::default() { rest + unit } else { rest }
    };
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
    for worker in workers {
        let place = auction.place(worker);
        if matches!(place, FREE | PINNED) {
            continue;
        }
        // The best value below all thresholds, and the threshold from which on it is a step less for everybody who has it.
        let mut best = (auction.out(worker), TRIED as u8);
        let mut own = best;
        let mut consider = |job: u32, gross: P| {
            let (low, up) = rounded[job as usize];
            let value = (gross - low, up);
            best = best.max(value);
            own = if job == place { value } else { own };
        };
        auction.market.home[worker].jobs().for_each(|home| consider(home, P::default()));
        for (job, score) in auction.market.instance.list(worker) {
            consider(job, P::from(score) * auction.scale);
        }
        let at = |(value, up): (P, u8), t: usize| if t < up.into() { value } else { value - unit };
        if own != best {
            (0..TRIED).for_each(|t| spoilt[t] += u32::from(at(own, t) < at(best, t)));
        }
    }
    spoilt
}

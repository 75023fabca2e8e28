//! How crowded a vacancy would be if everybody listed only their best: estimated from a sample.

use super::search::Search;
use super::top::{self, Top};

/// Most points crowding can take.
const MOST: u32 = 2_400;
/// Points for each doubling.
const STEP: u32 = 400;
/// About this many are asked.
const SAMPLE: usize = 4_096;

/// What is added to the score of each vacancy so that a crowded one counts less: [`MOST`] points less its crowding. Everybody's best
/// half list is a call on its vacancies; fewer calls on every seat than half a list is long are no crowd yet, from there it is 400
/// points, from twice as many 800, and so on.
pub(super) fn estimate(search: &Search<'_>, longest: usize) -> Vec<i64> {
    let market = search.market;
    let half = longest.div_ceil(2);
    let every = (market.jobseekers.len() / SAMPLE).max(1) as u64;
    let mut asked = search.order().to_vec();
    asked.retain(|&jobseeker| market.jobseekers.lot[jobseeker as usize].is_multiple_of(every));
    let calls = search.chunks(&asked, &search.level(), |scan, members| {
        let mut named = Vec::new();
        for &jobseeker in members {
            let mut best = Top::new(half);
            if scan.face(jobseeker as usize) {
                scan.collect(&mut best);
            }
            named.extend(best.finish().into_iter().map(top::vacancy));
        }
        named
    });
    let mut lists = vec![0u64; market.vacancies.len()];
    for vacancy in calls.into_iter().flatten() {
        lists[vacancy as usize] += every;
    }
    let bearable = market.vacancies.seats.iter().map(|&seats| u64::from(seats.max(1)) * half.max(1) as u64);
    lists.into_iter().zip(bearable).map(|(lists, bearable)| i64::from(MOST - points(lists / bearable))).collect()
}

/// 0 below one call a place, 400 from one, 800 from two, 1200 from four ...
fn points(ratio: u64) -> u32 {
    let doublings = u64::BITS - ratio.leading_zeros();
    (STEP * doublings).min(MOST)
}

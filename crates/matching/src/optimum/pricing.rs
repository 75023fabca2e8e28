//! The pass over the pairs left out.

use super::prices::Prices;
use crate::candidates::{Candidates, Collect, Found, Listed, Search};
use assign::Instance;

/// Pairs added for a jobseeker in a round, at most.
pub(super) const ADDED: usize = 10;

impl Search<'_> {
    /// Jobseekers of whom pairs left out have to be priced.
    pub(super) fn asked(&self, candidates: &Candidates, instance: &Instance) -> Vec<u32> {
        let open = |&jobseeker: &usize| !candidates.is_complete(jobseeker) && instance.pin(jobseeker).is_none();
        let asked: Vec<u32> = (0..instance.workers()).filter(open).map(|jobseeker| jobseeker as u32).collect();
        self.in_order(&asked)
    }

    /// Admissible pairs of these jobseekers that are not listed and could improve the answer, at most `most` a jobseeker, by jobseeker.
    /// Empty only if there is none at all.
    pub(super) fn left_out(&self, candidates: &Candidates, asked: &[u32], prices: &Prices, most: usize) -> Vec<Listed> {
        let dearest = prices.offer.iter().copied().max().unwrap_or(0);
        let chunks = self.chunks(asked, |scan, members| {
            let mut found = Vec::new();
            for &jobseeker in members {
                let mut listed: Vec<u32> = candidates.list(jobseeker as usize).map(|(vacancy, _)| vacancy).collect();
                listed.sort_unstable();
                let above = prices.least[jobseeker as usize];
                let least = above.saturating_sub(dearest).saturating_add(1).clamp(0, 1 << 14) as u32;
                let mut left_out = LeftOut { listed: &listed, offer: &prices.offer, above, least, found: Vec::new() };
                scan.run(jobseeker as usize, &mut left_out);
                found.extend(left_out.finish(jobseeker, most));
            }
            found
        });
        let mut pairs: Vec<Listed> = chunks.into_iter().flatten().collect();
        pairs.sort_unstable();
        pairs
    }
}

/// Collects what is worth more than it must be to improve anything.
struct LeftOut<'a> {
    listed: &'a [u32],
    offer: &'a [i64],
    above: i64,
    least: u32,
    found: Vec<(i64, u32, u16)>,
}

impl LeftOut<'_> {
    /// The best of them.
    fn finish(mut self, jobseeker: u32, most: usize) -> impl Iterator<Item = Listed> {
        self.found.sort_unstable_by(|a, b| b.cmp(a));
        self.found.truncate(most);
        self.found.into_iter().map(move |(_, vacancy, score)| Listed { jobseeker, vacancy, score })
    }
}

impl Collect for LeftOut<'_> {
    fn least(&self) -> u32 {
        self.least
    }

    #[inline]
    fn take(&mut self, found: Found) {
        let worth = self.offer[found.vacancy as usize] + i64::from(found.score);
        if worth > self.above && self.listed.binary_search(&found.vacancy).is_err() {
            self.found.push((worth, found.vacancy, found.score as u16));
        }
    }
}

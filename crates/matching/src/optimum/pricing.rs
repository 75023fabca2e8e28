//! The pass over the pairs left out.

use super::prices::Prices;
use crate::candidates::{Candidates, Collect, Found, Listed, Search};
use assign::Instance;

/// Which pairs left out are added.
#[derive(Debug, Clone, Copy)]
pub(super) struct Adding {
    /// Most pairs of a jobseeker.
    pub(super) most: usize,
    /// Pairs that are worth this much less than they should, in points of score, are taken too: prices will move.
    pub(super) margin: i64,
}

impl Search<'_> {
    /// Jobseekers of whom pairs left out have to be priced.
    pub(super) fn asked(&self, candidates: &Candidates, instance: &Instance) -> Vec<u32> {
        let open = |&jobseeker: &usize| !candidates.is_complete(jobseeker) && instance.pin(jobseeker).is_none();
        let asked: Vec<u32> = (0..instance.workers()).filter(open).map(|jobseeker| jobseeker as u32).collect();
        self.in_order(&asked)
    }

    /// Looks at the admissible pairs of these jobseekers that are not listed: which could improve the answer, with those of the same
    /// jobseekers that lie within the margin, and what is known of the others. No pair only if none could improve it.
    pub(super) fn left_out(
        &self,
        candidates: &Candidates,
        asked: &[u32],
        prices: &Prices,
        adding: Adding,
    ) -> (Vec<Listed>, Vec<Ceiling>) {
        let chunks = self.chunks(asked, &prices.offer, |scan, members| {
            let (mut found, mut ceilings) = (Vec::new(), Vec::new());
            for &jobseeker in members {
                if !scan.face(jobseeker as usize) {
                    ceilings.push((jobseeker, i64::MIN));
                    continue;
                }
                let mut listed: Vec<u32> = candidates.list(jobseeker as usize).map(|(vacancy, _)| vacancy).collect();
                listed.sort_unstable();
                let above = prices.least[jobseeker as usize];
                let mut left_out = LeftOut { listed: &listed, least: above + 1 - adding.margin, found: Vec::new() };
                scan.collect(&mut left_out);
                ceilings.push((jobseeker, left_out.finish(jobseeker, above, adding.most, &mut found)));
            }
            (found, ceilings)
        });
        let (pairs, ceilings): (Vec<_>, Vec<_>) = chunks.into_iter().unzip();
        (pairs.into_iter().flatten().collect(), ceilings.into_iter().flatten().collect())
    }
}

/// A jobseeker, and what no pair left out is worth more than.
pub(super) type Ceiling = (u32, i64);

/// Collects what is not listed and worth enough.
struct LeftOut<'a> {
    listed: &'a [u32],
    least: i64,
    found: Vec<(i64, u64, u32, u16)>,
}

impl LeftOut<'_> {
    /// Adds the best to `pairs`, if any is worth more than `above`; the ceiling of the rest.
    fn finish(mut self, jobseeker: u32, above: i64, most: usize, pairs: &mut Vec<Listed>) -> i64 {
        self.found.sort_unstable_by(|a, b| b.cmp(a));
        let improving = self.found.first().is_some_and(|&(worth, ..)| worth > above);
        let added = if improving { most.min(self.found.len()) } else { 0 };
        let listed = self.found[..added].iter();
        pairs.extend(listed.map(|&(_, _, vacancy, score)| Listed { jobseeker, vacancy, score }));
        self.found.get(added).map_or(self.least - 1, |&(worth, ..)| worth)
    }
}

impl Collect for LeftOut<'_> {
    fn least(&self) -> i64 {
        self.least
    }

    #[inline]
    fn take(&mut self, found: Found) {
        if found.worth >= self.least && self.listed.binary_search(&found.vacancy).is_err() {
            self.found.push((found.worth, found.lot(), found.vacancy, found.score as u16));
        }
    }
}

//! First prices: those of a sample of the households with their share of the seats.

use super::prices::Prices;
use super::{FEW, Reached, Round};
use crate::candidates::{Candidates, Collect, Found, Search};

/// Jobseekers of a market that is worth a sample.
const LEAST: usize = 25_000;

/// One jobseeker in so many is in the sample, but no fewer and no more than this.
const SHARE: usize = 8;
const SAMPLE: std::ops::RangeInclusive<usize> = 5_000..=12_500;

impl Search<'_> {
    /// What a seat of each vacancy offers near the optimum of a sample (K - price, in a fallback job -K - price). `start` lists the pairs
    /// to begin with of some jobseekers. `None` if there is no need of a sample.
    pub(crate) fn sampled_offers(&self, start: impl Fn(&[u32]) -> Candidates) -> Option<Vec<i64>> {
        let jobseekers = self.market.jobseekers.len();
        if jobseekers < LEAST {
            return None;
        }
        let share = (jobseekers / (jobseekers / SHARE).clamp(*SAMPLE.start(), *SAMPLE.end())) as u64;
        let asked = self.in_order(&self.sample(share));
        let few = |round: Round| round.added < round.pairs / FEW;
        let reached = self.rounds(start(&asked), None, |candidates| self.market.sampled(candidates, share), few);
        // Only a problem too big for the engine, or a fault in it, leads to an error; the optimum itself will tell.
        reached.ok().map(|reached| self.bids(&asked, reached))
    }

    /// One household in `share`.
    fn sample(&self, share: u64) -> Vec<u32> {
        let jobseekers = &self.market.jobseekers;
        let chosen = |&household: &usize| jobseekers.lot[jobseekers.members(household).start].is_multiple_of(share);
        let households = (0..jobseekers.households()).filter(chosen);
        households.flat_map(|household| jobseekers.members(household)).map(|jobseeker| jobseeker as u32).collect()
    }

    /// The offers; of vacancies without a seat in the sample, those at which nobody would want one.
    fn bids(&self, asked: &[u32], reached: Reached) -> Vec<i64> {
        let Reached { instance, prices, .. } = reached;
        let without: Vec<u32> =
            (0..instance.jobs()).filter(|&job| instance.seats(job) == 0).map(|job| job as u32).collect();
        let Prices { weight, mut offer, least, .. } = prices;
        for &job in &without {
            offer[job as usize] = if instance.is_fallback(job as usize) { -weight } else { weight };
        }
        let bids = self.among(&without).chunks(asked, &offer, |scan, members| {
            let mut bids = Vec::new();
            for &jobseeker in members {
                if scan.face(jobseeker as usize) {
                    scan.collect(&mut Bids { least: least[jobseeker as usize], bids: &mut bids });
                }
            }
            bids.sort_unstable();
            bids.dedup_by_key(|&mut (vacancy, _)| vacancy);
            bids
        });
        for (vacancy, bid) in bids.into_iter().flatten() {
            let offer = &mut offer[vacancy as usize];
            *offer = bid.min(*offer);
        }
        offer
    }
}

/// Collects what a vacancy may offer at most so that the jobseeker does not want it.
struct Bids<'a> {
    least: i64,
    bids: &'a mut Vec<(u32, i64)>,
}

impl Collect for Bids<'_> {
    fn least(&self) -> i64 {
        self.least
    }

    fn take(&mut self, found: Found) {
        self.bids.push((found.vacancy, self.least - i64::from(found.score)));
    }
}

//! A market with its index: what can be asked about its admissible pairs.

use super::chunks::{Chunk, in_chunks};
use super::index::Index;
use super::lists::{Candidates, Listed};
use super::reaches::Reaches;
use super::scan::Scan;
use super::top::{self, All, Top};
use super::{CHUNK, crowding};
use crate::market::Market;
use std::sync::Arc;

/// Most points a key has room for above the score.
const MOST_EASE: i64 = 6_000;

/// A market with its index. Making it takes a moment, asking it does not.
#[derive(Debug)]
pub struct Search<'m> {
    pub(crate) market: &'m Market,
    pub(super) index: Index,
    pub(crate) threads: usize,
    reaches: Arc<Reaches>,
    /// Jobseekers in the order of scanning.
    order: Arc<[u32]>,
}

impl<'m> Search<'m> {
    /// Indexes a market.
    pub fn new(market: &'m Market, threads: usize) -> Self {
        let reaches = Arc::new(Reaches::new(market.jobseekers.tethers.len(), market.vacancies.stays.len()));
        Self { market, index: Index::new(market, threads), threads, reaches, order: market.scan_order().into() }
    }

    /// The same market as if there were no other vacancies than these.
    pub(crate) fn among(&self, vacancies: &[u32]) -> Self {
        let (market, threads) = (self.market, self.threads);
        let (reaches, order) = (Arc::clone(&self.reaches), Arc::clone(&self.order));
        Self { market, index: self.index.among(vacancies, market), threads, reaches, order }
    }

    /// The candidates of every jobseeker to begin with: at most `longest`.
    pub fn start(&self, longest: usize) -> Candidates {
        let ease = crowding::estimate(self, longest);
        match self.sampled_offers(|asked| self.best(asked, longest, &ease)) {
            Some(offers) => self.best(&self.order, longest, &eased(&offers)),
            None => self.best(&self.order, longest, &ease),
        }
    }

    /// The best pairs of some jobseekers (in the order of scanning), at most `longest` of each, by score and `ease` of the vacancy.
    /// Of all the others nothing is asked.
    fn best(&self, jobseekers: &[u32], longest: usize, ease: &[i64]) -> Candidates {
        let chunks = self.chunks(jobseekers, ease, |scan, members| {
            let mut chunk = Chunk::default();
            for &jobseeker in members {
                let mut best = Top::new(longest);
                if scan.face(jobseeker as usize) {
                    scan.collect(&mut best);
                }
                let cut = best.is_cut();
                chunk.push(&top::by_score(best.finish(), ease), cut);
            }
            chunk.shrink();
            chunk
        });
        let mut place = vec![None; self.order.len()];
        for (at, &jobseeker) in jobseekers.iter().enumerate() {
            place[jobseeker as usize] = Some(at);
        }
        let mut made = Candidates::with_room(place.len(), chunks.iter().map(Chunk::pairs).sum());
        for place in place {
            match place {
                Some(place) => {
                    let (chunk, at) = (&chunks[place / CHUNK], place % CHUNK);
                    made.push(chunk.list(at), !chunk.is_cut(at));
                }
                None => made.push([], true),
            }
        }
        made
    }

    /// Every admissible pair of these jobseekers, by jobseeker, best score first.
    pub fn complete(&self, jobseekers: &[u32]) -> Vec<Listed> {
        let mut pairs: Vec<(u32, Vec<u64>)> = self
            .chunks(&self.in_order(jobseekers), &self.level(), |scan, members| {
                let list = |&jobseeker: &u32| {
                    let mut all = All::default();
                    if scan.face(jobseeker as usize) {
                        scan.collect(&mut all);
                    }
                    (jobseeker, all.finish())
                };
                members.iter().map(list).collect::<Vec<_>>()
            })
            .into_iter()
            .flatten()
            .collect();
        pairs.sort_unstable_by_key(|(jobseeker, _)| *jobseeker);
        let listed =
            |jobseeker: u32, key: u64| Listed { jobseeker, vacancy: top::vacancy(key), score: top::value(key) as u16 };
        pairs
            .into_iter()
            .flat_map(|(jobseeker, keys)| keys.into_iter().map(move |key| listed(jobseeker, key)))
            .collect()
    }

    /// These jobseekers in the order of scanning, each once.
    pub(crate) fn in_order(&self, jobseekers: &[u32]) -> Vec<u32> {
        let mut wanted = vec![false; self.order.len()];
        jobseekers.iter().for_each(|&jobseeker| wanted[jobseeker as usize] = true);
        self.order.iter().copied().filter(|&jobseeker| wanted[jobseeker as usize]).collect()
    }

    /// Offsets of nothing.
    pub(super) fn level(&self) -> Vec<i64> {
        vec![0; self.market.vacancies.len()]
    }

    /// What `work` makes of each chunk of these jobseekers, in order; `offsets` of vacancies are those of the scan.
    pub(crate) fn chunks<T: Send>(
        &self,
        order: &[u32],
        offsets: &[i64],
        work: impl Fn(&mut Scan<'_>, &[u32]) -> T + Sync,
    ) -> Vec<T> {
        in_chunks(
            order.len().div_ceil(CHUNK),
            self.threads,
            || Scan::new(self.market, &self.index, &self.reaches, offsets),
            |scan, number| work(scan, &order[number * CHUNK..order.len().min((number + 1) * CHUNK)]),
        )
    }

    pub(super) fn order(&self) -> &[u32] {
        &self.order
    }
}

/// Offers as points above the score that fit into a key: those near the middle one are told apart.
fn eased(offers: &[i64]) -> Vec<i64> {
    let mut order = offers.to_vec();
    let middle = order.len() / 2;
    let middle = if order.is_empty() { 0 } else { *order.select_nth_unstable(middle).1 };
    offers.iter().map(|offer| (MOST_EASE / 2 + offer - middle).clamp(0, MOST_EASE)).collect()
}

//! Candidate generation: for each jobseeker the vacancies worth considering.
//!
//! A rule is asked once a jobseeker and facet of vacancies, never once a pair; vacancies are met by job word, employer and place, and
//! left out when nothing among them can still enter the list (`scan.rs`). No list of all pairs ever exists.
//!
//! **Order of a list.** Members of priority households keep every admissible vacancy. Anybody else keeps at most
//! [`Limits::longest`]: the first half is the best by score; the rest are the best by score less the *crowding* of a vacancy,
//! so that a few popular posts do not crowd out all others from everybody's list (`crowding.rs`): 0 while no more first halves name a
//! vacancy than it has seats times the length of a first half, 400 points from there, 400 more for each doubling, at most 2,400,
//! estimated from a sample (every n-th person by a hash of the id, about 4,000 of them). Ties are broken by *lot*, a hash of both ids, so that equal posts
//! are spread over equal people and nobody's luck depends on the order of the files; then by vacancy id.

mod chunks;
mod crowding;
mod index;
mod scan;
mod terms;
mod top;

use crate::market::Market;
use chunks::{Chunk, in_chunks};
use index::Index;
use scan::Scan;
use top::{All, Choice};

/// How much to generate, and with how many threads. The answer does not depend on the threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest list of a jobseeker outside priority households.
    pub longest: usize,
    /// Threads to use, at least one.
    pub threads: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { longest: 40, threads: 1 }
    }
}

/// The admissible pairs to choose from, a list each jobseeker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidates {
    /// Place of each jobseeker in the order of scanning.
    place: Vec<u32>,
    chunks: Vec<Chunk>,
    longest: usize,
}

/// Jobseekers in a chunk of work.
const CHUNK: usize = 128;

impl Candidates {
    /// Vacancies of a jobseeker with their scores, best score first.
    pub fn list(&self, jobseeker: usize) -> impl Iterator<Item = (u32, u16)> + '_ {
        let place = self.place[jobseeker] as usize;
        self.chunks[place / CHUNK].list(place % CHUNK)
    }

    /// Pairs kept.
    pub fn pairs(&self) -> u64 {
        self.chunks.iter().map(Chunk::pairs).sum()
    }

    /// Jobseekers whose list was cut at [`longest`](Self::longest).
    pub fn lists_cut(&self) -> u32 {
        self.chunks.iter().map(|chunk| chunk.cut).sum()
    }

    /// Longest list of a jobseeker outside priority households.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

impl Market {
    /// The candidates of every jobseeker: all admissible vacancies for members of priority households, for others at most
    /// `limits.longest`.
    pub fn candidates(&self, limits: Limits) -> Candidates {
        let index = Index::new(self, limits.threads);
        let crowding = crowding::estimate(self, &index, limits);
        let order = self.scan_order();
        let chunks = in_chunks(
            order.len().div_ceil(CHUNK),
            limits.threads,
            || Scan::new(self, &index),
            |scan, number| {
                let members = &order[number * CHUNK..order.len().min((number + 1) * CHUNK)];
                let mut chunk = Chunk::default();
                for &jobseeker in members {
                    let (list, cut) = fill(self, scan, jobseeker as usize, limits.longest, &crowding);
                    chunk.push(&list, cut);
                }
                chunk.shrink();
                chunk
            },
        );
        let mut place = vec![0; order.len()];
        for (at, &jobseeker) in order.iter().enumerate() {
            place[jobseeker as usize] = at as u32;
        }
        Candidates { place, chunks, longest: limits.longest }
    }

    /// The lot of a pair: breaks ties of the score, the greater first. It depends on nothing but the two ids.
    pub fn lot(&self, jobseeker: usize, vacancy: usize) -> u64 {
        top::lot((self.jobseekers.lot[jobseeker], self.vacancies.lot[vacancy]))
    }

    /// Jobseekers by home, so that ways are reckoned once and not again and again.
    fn scan_order(&self) -> Vec<u32> {
        let jobseekers = &self.jobseekers;
        let mut order: Vec<u32> = (0..jobseekers.len() as u32).collect();
        let home = |worker: u32| jobseekers.tethers[jobseekers.tether[worker as usize] as usize].home;
        order.sort_by_key(|&worker| (home(worker), jobseekers.tether[worker as usize], worker));
        order
    }
}

/// The list of one jobseeker, best score first, and whether it was cut.
fn fill(market: &Market, scan: &mut Scan<'_>, jobseeker: usize, longest: usize, crowding: &[u16]) -> (Vec<u64>, bool) {
    if market.jobseekers.priority(jobseeker) {
        let mut all = All::default();
        scan.run(jobseeker, &mut all);
        all.finish()
    } else {
        let mut choice = Choice::new(longest, crowding);
        scan.run(jobseeker, &mut choice);
        choice.finish()
    }
}

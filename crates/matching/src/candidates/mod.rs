//! Candidate generation: for each jobseeker the vacancies worth considering.
//!
//! A rule is asked once a jobseeker and facet of vacancies, never once a pair; what the facets give is added up in columns, many
//! vacancies at a time, and only those that can enter the list are looked at one by one (`scan.rs`). No list of all pairs ever exists.
//!
//! **Start.** Anybody keeps at most [`Limits::longest`], the best by score less what a seat of the vacancy would cost, so that a few
//! popular posts do not crowd out all others from everybody's list. In a market of 25,000 jobseekers or more the prices are those of the
//! optimum of a sample of the households (`optimum/sample.rs`). The sample itself, and smaller markets, begin with the *crowding* of a
//! vacancy (`crowding.rs`): say everybody calls on the half of a list that is best by score. Crowding is 0 while a vacancy gets fewer
//! calls than it has seats times half the length of a list, 400 points from there, 400 more for each doubling, at most 2,400, estimated
//! from every n-th person by a hash of the id, about 4,000 of them. Ties are broken by *lot*, a hash of both ids, so that equal posts are
//! spread over equal people and nobody's luck depends on the order of the files; then by vacancy id. These lists are where the search
//! begins: pairs left out are brought in by their price ([`Market::optimum`]).

mod chunks;
mod columns;
mod crowding;
mod face;
mod index;
mod lists;
mod reaches;
mod scan;
mod search;
mod terms;
mod top;

pub use lists::{Candidates, Listed};
pub use search::Search;
pub(crate) use top::{Collect, Found};

use crate::market::Market;

/// How much to generate, and with how many threads. The answer does not depend on the threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest list of a jobseeker to begin with.
    pub longest: usize,
    /// Threads to use, at least one.
    pub threads: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { longest: 40, threads: 1 }
    }
}

/// Jobseekers in a chunk of work.
const CHUNK: usize = 128;

impl Market {
    /// The candidates of every jobseeker to begin with: at most `limits.longest`.
    pub fn candidates(&self, limits: Limits) -> Candidates {
        self.search(limits.threads).start(limits.longest)
    }

    /// The market with its index, for those who ask more than once.
    pub fn search(&self, threads: usize) -> Search<'_> {
        Search::new(self, threads)
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

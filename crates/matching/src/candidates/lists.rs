//! The lists, packed.

use crate::market::Market;
use std::cmp::Reverse;

/// The admissible pairs to choose from, a list each jobseeker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidates {
    /// Begin of each list, and the end of the last.
    start: Vec<usize>,
    vacancy: Vec<u32>,
    score: Vec<u16>,
    /// Whether a list holds every admissible vacancy.
    complete: Vec<bool>,
}

/// An admissible pair and its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Number of the jobseeker.
    pub jobseeker: u32,
    /// Number of the vacancy.
    pub vacancy: u32,
    /// Score of the pair.
    pub score: u16,
}

impl Candidates {
    /// Lists of this many jobseekers, to be filled one after the other.
    pub(super) fn with_room(jobseekers: usize, pairs: usize) -> Self {
        let mut start = Vec::with_capacity(jobseekers + 1);
        start.push(0);
        Self {
            start,
            vacancy: Vec::with_capacity(pairs),
            score: Vec::with_capacity(pairs),
            complete: Vec::with_capacity(jobseekers),
        }
    }

    /// Adds the list of the next jobseeker.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = (u32, u16)>, complete: bool) {
        for (vacancy, score) in list {
            self.vacancy.push(vacancy);
            self.score.push(score);
        }
        self.start.push(self.vacancy.len());
        self.complete.push(complete);
    }

    /// Vacancies of a jobseeker with their scores, best score first.
    pub fn list(&self, jobseeker: usize) -> impl ExactSizeIterator<Item = (u32, u16)> + '_ {
        let range = self.start[jobseeker]..self.start[jobseeker + 1];
        self.vacancy[range.clone()].iter().copied().zip(self.score[range].iter().copied())
    }

    /// Pairs listed.
    pub fn pairs(&self) -> u64 {
        self.vacancy.len() as u64
    }

    /// Whether the list of a jobseeker holds every admissible vacancy.
    pub fn is_complete(&self, jobseeker: usize) -> bool {
        self.complete[jobseeker]
    }

    /// Jobseekers with admissible vacancies that are not listed.
    pub fn lists_cut(&self) -> u32 {
        self.complete.iter().filter(|complete| !**complete).count() as u32
    }

    /// The longest list that is not complete.
    pub fn longest_cut(&self) -> usize {
        let cut = self.complete.iter().enumerate().filter(|(_, complete)| !**complete);
        cut.map(|(jobseeker, _)| self.list(jobseeker).len()).max().unwrap_or(0)
    }

    /// The same lists with other numbers of the vacancies; pairs with those that have none are left out.
    #[must_use]
    pub fn renumbered(&self, number: impl Fn(u32) -> Option<u32>) -> Self {
        let mut made = Self::with_room(self.complete.len(), self.vacancy.len());
        for jobseeker in 0..self.complete.len() {
            let list = self.list(jobseeker).filter_map(|(vacancy, score)| Some((number(vacancy)?, score)));
            made.push(list, self.complete[jobseeker]);
        }
        made
    }

    /// The same lists with `more` pairs, ascending by jobseeker. For those in `completed` (ascending) they are every admissible pair,
    /// best first.
    #[must_use]
    pub fn with(&self, market: &Market, more: &[Listed], completed: &[u32]) -> Self {
        let mut made = Self::with_room(self.complete.len(), self.vacancy.len() + more.len());
        let mut rest = more;
        for jobseeker in 0..self.complete.len() {
            let end = rest.partition_point(|pair| pair.jobseeker as usize <= jobseeker);
            let (own, others) = rest.split_at(end);
            rest = others;
            let complete = self.complete[jobseeker];
            if completed.binary_search(&(jobseeker as u32)).is_ok() {
                made.push(own.iter().map(|pair| (pair.vacancy, pair.score)), true);
                continue;
            }
            if own.is_empty() {
                made.push(self.list(jobseeker), complete);
                continue;
            }
            let mut list: Vec<_> =
                self.list(jobseeker).chain(own.iter().map(|pair| (pair.vacancy, pair.score))).collect();
            list.sort_unstable_by_key(|&(vacancy, score)| {
                (Reverse(score), Reverse(market.lot(jobseeker, vacancy as usize)), vacancy)
            });
            list.dedup();
            made.push(list, complete);
        }
        made
    }
}

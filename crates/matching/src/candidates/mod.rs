//! Candidate generation: for each jobseeker the vacancies worth considering.

use crate::market::Market;

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
    lists: Vec<Vec<(u32, u16)>>,
    admissible: u64,
    cut: u32,
    longest: usize,
}

impl Candidates {
    /// Vacancies of a jobseeker with their scores, best first.
    pub fn list(&self, jobseeker: usize) -> impl Iterator<Item = (u32, u16)> + '_ {
        self.lists[jobseeker].iter().copied()
    }

    /// Pairs kept.
    pub fn pairs(&self) -> u64 {
        self.lists.iter().map(|list| list.len() as u64).sum()
    }

    /// Admissible pairs there are, kept or not.
    pub fn admissible(&self) -> u64 {
        self.admissible
    }

    /// Jobseekers whose list was cut at [`longest`](Self::longest).
    pub fn lists_cut(&self) -> u32 {
        self.cut
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
        let mut made = Candidates { longest: limits.longest, ..Candidates::default() };
        for jobseeker in 0..self.jobseekers.len() {
            let admissible = (0..self.vacancies.len()).filter(|&vacancy| self.admissible(jobseeker, vacancy));
            let mut list: Vec<(u32, u16)> = admissible.map(|v| (v as u32, self.score(jobseeker, v))).collect();
            list.sort_by_key(|&(vacancy, score)| (std::cmp::Reverse(score), vacancy));
            made.admissible += list.len() as u64;
            if !self.jobseekers.priority(jobseeker) && list.len() > limits.longest {
                list.truncate(limits.longest);
                made.cut += 1;
            }
            made.lists.push(list);
        }
        made
    }
}

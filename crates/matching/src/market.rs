//! The labour market of a day: all jobseekers, all vacancies, and what holds for every pair.

use crate::context::Context;
use crate::inputs::{Jobseekers, Vacancies};
use crate::rules::Pair;

/// Jobseekers, vacancies and context of one run. Jobseekers and vacancies are named by their numbers in the columns.
#[derive(Debug, Clone)]
pub struct Market {
    /// Who looks for work.
    pub jobseekers: Jobseekers,
    /// What is on offer.
    pub vacancies: Vacancies,
    /// Settings, decisions, fellow villagers.
    pub context: Context,
}

impl Market {
    /// Joins the three.
    pub fn new(jobseekers: Jobseekers, vacancies: Vacancies, context: Context) -> Self {
        Self { jobseekers, vacancies, context }
    }

    /// One pair with what holds for it.
    pub fn pair(&self, jobseeker: usize, vacancy: usize) -> Pair<'_> {
        Pair::new(self.jobseekers.at(jobseeker), self.vacancies.at(vacancy), &self.context)
    }

    /// Whether no hard rule speaks against a pair.
    pub fn admissible(&self, jobseeker: usize, vacancy: usize) -> bool {
        self.pair(jobseeker, vacancy).broken().is_none()
    }

    /// Score of a pair, 0..=10000, whether admissible or not.
    pub fn score(&self, jobseeker: usize, vacancy: usize) -> u16 {
        self.pair(jobseeker, vacancy).score()
    }
}

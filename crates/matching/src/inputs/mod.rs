//! What matching reads: jobseekers and vacancies as columns, built from the records of the ledger.
//!
//! A rule may look only at what stands here. Sex, marriage, ethnic group, household register and the limits an employer must not
//! set (D§6.1) are left out on purpose, so no rule can use them.

mod facets;
mod jobseekers;
mod licences;
mod links;
mod vacancies;
mod words;

pub use facets::{Demand, Firm, Kind, Stay, Wage};
pub use jobseekers::{Applicant, Ask, AskSource, Jobseeker, Jobseekers, Tether};
pub use licences::Licences;
pub use links::{Links, employer_keys};
pub use vacancies::{Vacancies, Vacancy};
pub use words::Hours;

use std::collections::HashMap;
use std::hash::Hash;

/// Distinct values, numbered in order of first appearance.
#[derive(Debug, Clone)]
pub(crate) struct Interner<T> {
    pub(crate) values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T: Clone + Eq + Hash> Interner<T> {
    pub(crate) fn new() -> Self {
        Self { values: Vec::new(), numbers: HashMap::new() }
    }

    pub(crate) fn number(&mut self, value: T) -> u32 {
        if let Some(&number) = self.numbers.get(&value) {
            return number;
        }
        let number = self.values.len() as u32;
        self.values.push(value.clone());
        self.numbers.insert(value, number);
        number
    }
}

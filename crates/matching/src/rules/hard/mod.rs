//! Hard rules: a pair that breaks one is never proposed.

mod age;
mod capacity;
mod education;
mod licences;
mod open_seats;
mod presence;
mod reach;
mod refused;
mod welfare;
mod willingness;

pub use reach::daily_limit;

use super::Pair;
use crate::context::Context;
use crate::geo::Way;
use crate::inputs::{Demand, Jobseeker, Stay, Tether, Vacancy};
use domain::say::Message;

/// Whether a rule holds, by what it looks at.
#[derive(Debug, Clone, Copy)]
pub enum Test {
    /// The vacancy alone.
    Vacancy(fn(&Vacancy<'_>) -> bool),
    /// The person alone.
    Person(fn(&Jobseeker<'_>) -> bool),
    /// The person and what the work demands.
    Demand(fn(&Jobseeker<'_>, &Demand, &Context) -> bool),
    /// Home and the place of work.
    Stay(fn(&Tether, &Stay, Way, &Context) -> bool),
    /// What was decided about this very pair; asked only for persons with a refusal on record.
    Decided(fn(&Jobseeker<'_>, &Vacancy<'_>, &Context) -> bool),
}

/// A hard rule.
#[derive(Debug, Clone, Copy)]
pub struct Hard {
    /// Name of the rule, and of its count in the message files: `none-<key>`.
    pub key: &'static str,
    /// Key of the sentence "so many vacancies fail by this rule".
    pub none: &'static str,
    /// Whether it holds.
    pub test: Test,
    /// The sentence for a pair that breaks it.
    pub says: fn(&Pair<'_>) -> Message,
}

impl Hard {
    /// Whether the rule holds for a pair.
    pub fn holds(&self, pair: &Pair<'_>) -> bool {
        let (jobseeker, vacancy) = (&pair.jobseeker, &pair.vacancy);
        match self.test {
            Test::Vacancy(test) => test(vacancy),
            Test::Person(test) => test(jobseeker),
            Test::Demand(test) => test(jobseeker, vacancy.demand, pair.context),
            Test::Stay(test) => test(jobseeker.tether, vacancy.stay, pair.way, pair.context),
            Test::Decided(test) => test(jobseeker, vacancy, pair.context),
        }
    }

    /// Nothing if the rule holds for a pair, else the reason in words.
    ///
    /// # Errors
    /// The sentence that names the rule with its figures.
    pub fn admits(&self, pair: &Pair<'_>) -> Result<(), Message> {
        if self.holds(pair) { Ok(()) } else { Err((self.says)(pair)) }
    }
}

/// Every hard rule, in the order in which they are named: of several broken rules the first binds.
pub const HARD: &[Hard] = &[
    open_seats::RULE,
    presence::RULE,
    willingness::RULE,
    refused::RULE,
    age::RULE,
    capacity::RULE,
    welfare::RULE,
    licences::RULE,
    education::RULE,
    reach::RULE,
];

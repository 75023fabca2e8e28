//! What the files should give, for tests.

use crate::faults::FaultKind;
use crate::model::County;
use domain::codes::{HouseholdClass, Labour, WorkForm};
use serde::Serialize;
use std::collections::BTreeMap;

/// Figures of the true state, and what was put into the files. Households, persons and seats are never added to each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Truth {
    /// Households.
    pub households: u32,
    /// Persons, those dead or moved away included.
    pub persons: u32,
    /// Persons with labour capacity: ordinary, skilled or weak.
    pub labourers: u32,
    /// Of these: with an open spell of wage work.
    pub in_work: u32,
    /// Households with a member of 16-59 with labour capacity who is neither student nor gone (profile 2020).
    pub households_with_labour: u32,
    /// Of these: poor, lifted or monitored, and nobody with an open spell: the zero-employment households of profile 2020.
    pub zero_employment: u32,
    /// Zero-employment households that look employed in the files, because the end of a spell is missing.
    pub hidden_by_missing_end: u32,
    /// Resettled households.
    pub resettled: u32,
    /// Spells.
    pub spells: u32,
    /// Open spells.
    pub open_spells: u32,
    /// Vacancies.
    pub vacancies: u32,
    /// Seats.
    pub seats: u32,
    /// Seats of public-welfare posts among them.
    pub welfare_seats: u32,
    /// Resettlement sites.
    pub sites: u32,
    /// Faults put in, by kind.
    pub faults: BTreeMap<FaultKind, u32>,
    /// Lines of data in each file.
    pub lines: BTreeMap<String, u32>,
}

impl Truth {
    /// The figures of a county, before its files are written.
    pub fn of(county: &County) -> Self {
        let working = working(county);
        let mut truth = Self {
            households: county.households.len() as u32,
            persons: county.persons.len() as u32,
            spells: county.spells.len() as u32,
            open_spells: county.spells.iter().filter(|spell| spell.end.is_none()).count() as u32,
            vacancies: county.posts.len() as u32,
            seats: county.posts.iter().map(|post| post.seats).sum(),
            sites: county.sites.len() as u32,
            ..Self::default()
        };
        let welfare = county.posts.iter().filter(|post| post.bank == crate::model::PostBank::Welfare);
        truth.welfare_seats = welfare.map(|post| post.seats).sum();
        for (at, person) in county.persons.iter().enumerate() {
            truth.labourers += u32::from(person.labour.can_work());
            truth.in_work += u32::from(person.labour.can_work() && working[at]);
        }
        for household in &county.households {
            truth.resettled += u32::from(household.site.is_some());
            let able = household.members.clone().any(|at| capable(county, at));
            truth.households_with_labour += u32::from(able);
            let earner = household.members.clone().any(|at| working[at]);
            truth.zero_employment += u32::from(able && !earner && target(household));
        }
        truth
    }

    /// Counts one fault.
    pub(crate) fn count(&mut self, kind: FaultKind) {
        *self.faults.entry(kind).or_default() += 1;
    }

    /// Adds what was counted elsewhere.
    pub(crate) fn add(&mut self, other: &Self) {
        for (kind, count) in &other.faults {
            *self.faults.entry(*kind).or_default() += count;
        }
        for (file, lines) in &other.lines {
            *self.lines.entry(file.clone()).or_default() += lines;
        }
    }
}

/// For each person, whether an open spell of wage work covers the day.
pub(crate) fn working(county: &County) -> Vec<bool> {
    let mut working = vec![false; county.persons.len()];
    for spell in &county.spells {
        if spell.end.is_none() && spell.form != WorkForm::Farming {
            working[spell.person] = true;
        }
    }
    working
}

/// A target household of profile 2020.
pub(crate) fn target(household: &crate::model::Household) -> bool {
    household.class != HouseholdClass::General || household.risk.is_some()
}

/// A member with labour capacity as profile 2020 counts it.
pub(crate) fn capable(county: &County, at: usize) -> bool {
    let person = &county.persons[at];
    (16..=59).contains(&person.age)
        && matches!(person.labour, Labour::Ordinary | Labour::Skilled | Labour::Weak)
        && person.student.is_none()
        && person.gone.is_none()
}

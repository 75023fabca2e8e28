//! The zero-employment household: a target household with labour capacity in which nobody has wage work (S21, D§3.2).

use super::{Household, Person, Spell, labels_at};
use crate::ids::PersonId;
use crate::profile::{Profile, ZeroEmployment};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One member with their spells.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The person.
    pub person: &'a Person,
    /// All spells of the person, in any order.
    pub spells: &'a [Spell],
}

/// What the definition says of a household on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// A target household of the profile on that day.
    pub target: bool,
    /// Members with labour capacity who count.
    pub capable: Vec<PersonId>,
    /// Members with wage work, capable or not.
    pub employed: Vec<PersonId>,
}

impl Verdict {
    /// A target household with capacity and nobody in wage work.
    pub fn zero_employment(&self) -> bool {
        self.target && !self.capable.is_empty() && self.employed.is_empty()
    }
}

/// Applies a profile to a household on a day.
pub fn zero_employment(household: &Household, members: &[Member<'_>], day: NaiveDate, profile: &Profile) -> Verdict {
    let definition = &profile.zero_employment;
    Verdict {
        target: labels_at(&household.labels, day).any(|kind| profile.target_labels.contains(&kind)),
        capable: members
            .iter()
            .filter(|member| capable(member.person, day, definition))
            .map(|member| member.person.id)
            .collect(),
        employed: members
            .iter()
            .filter(|member| employed(member.spells, day, definition))
            .map(|member| member.person.id)
            .collect(),
    }
}

/// Whether a person counts as having labour capacity: age, labour class, no student, not away for good.
pub fn capable(person: &Person, day: NaiveDate, definition: &ZeroEmployment) -> bool {
    let of_age =
        person.age(day).is_some_and(|age| (definition.age_min..=definition.age_max(person.sex())).contains(&age));
    let able = person.labour.map_or(definition.unknown_labour_counts, |labour| definition.labour.contains(&labour));
    of_age && able && person.student.is_none() && person.standing.is_none()
}

/// Whether some spell counts as wage work on a day.
pub fn employed(spells: &[Spell], day: NaiveDate, definition: &ZeroEmployment) -> bool {
    spells.iter().any(|spell| counts(spell, day, definition))
}

/// Whether one spell counts as wage work on a day.
pub fn counts(spell: &Spell, day: NaiveDate, definition: &ZeroEmployment) -> bool {
    spell.covers(day)
        && spell.form.map_or(definition.unknown_form_counts, |form| definition.forms.contains(&form))
        && (definition.months_min == 0 || spell.months_until(day).is_some_and(|months| months >= definition.months_min))
        && spell.monthly_pay.is_none_or(|pay| pay.0 >= definition.pay_min)
}

//! Q7: a child or a student has labour.

use super::super::fields as f;
use super::view::{Findings, View};

/// Under 16, or with a student status, labour must be none.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        let minor = fact.age.is_some_and(|age| age < 16) || fact.student;
        if minor && row.code(f::PERSON_LABOUR).is_some_and(|labour| labour != "none") {
            found.error(row, f::PERSON_LABOUR);
        }
    }
}

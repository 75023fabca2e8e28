//! Q3: exactly one of education and student status is filled.

use super::super::fields as f;
use super::view::{Findings, View};

/// Both are a fault of the status, neither one of the education.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if !view.all_mapped(&[f::PERSON_EDUCATION, f::PERSON_STUDENT_STATUS]) {
        return;
    }
    for (row, _) in view.lines() {
        match (row.is_filled(f::PERSON_EDUCATION), row.is_filled(f::PERSON_STUDENT_STATUS)) {
            (true, true) => found.error(row, f::PERSON_STUDENT_STATUS),
            (false, false) => found.error(row, f::PERSON_EDUCATION),
            _ => {}
        }
    }
}

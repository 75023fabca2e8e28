//! Q6: healthy, of working age, not a student, and yet without full labour.

use super::super::fields as f;
use super::view::{Findings, View};

/// Asks for the health and the labour of the same line.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        let able = fact.age.is_some_and(|age| (16..60).contains(&age)) && !fact.student;
        let healthy = row.code(f::PERSON_HEALTH) == Some("healthy");
        if able && healthy && matches!(row.code(f::PERSON_LABOUR), Some("weak" | "lost" | "none")) {
            found.warn(row, f::PERSON_LABOUR);
        }
    }
}

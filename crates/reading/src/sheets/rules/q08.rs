//! Q8: gravest limb disability and yet ordinary labour.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Grades 1 and 2 by columns or certificate.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        let grade = row.get(f::PERSON_DISABILITY_GRADE).and_then(Value::as_number);
        let grave = grade.is_some_and(|grade| (1.0..=2.0).contains(&grade));
        if grave
            && row.code(f::PERSON_DISABILITY_TYPE) == Some("limb")
            && row.code(f::PERSON_LABOUR) == Some("ordinary")
        {
            found.warn(row, f::PERSON_LABOUR);
        }
    }
}

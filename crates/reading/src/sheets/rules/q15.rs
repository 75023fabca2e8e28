//! Q15: a student works or plans to.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Reports the working and the planning cell.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines().filter(|(_, fact)| fact.student) {
        for field in [f::WORK_IS_WORKING, f::WISH_PLANS_WORK] {
            if row.get(field).and_then(Value::as_bool) == Some(true) {
                found.warn(row, field);
            }
        }
    }
}

//! Q24: a risk was removed within half a year of being found.

use super::super::dates::months;
use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Unless it went by itself.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for row in view.representatives() {
        let month = |field| row.get(field).and_then(Value::as_date).and_then(months);
        let (Some(found_on), Some(gone)) = (month(f::HOUSEHOLD_IDENTIFIED_ON), month(f::HOUSEHOLD_REMOVED_ON)) else {
            continue;
        };
        if gone - found_on < 6 && row.code(f::HOUSEHOLD_REMOVAL_MODE) != Some("natural") {
            found.warn(row, f::HOUSEHOLD_REMOVED_ON);
        }
    }
}

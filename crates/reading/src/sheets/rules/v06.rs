//! V6: a vacancy past its last day.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Judged at the report date; a month counts to its end.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        let until = row.get(f::VACANCY_VALID_UNTIL).and_then(Value::as_date);
        if until.is_some_and(|until| until.last_day() < view.around.as_of) {
            found.warn(row, f::VACANCY_VALID_UNTIL);
        }
    }
}

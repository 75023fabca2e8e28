//! Q23: skilled or educated, and without work: a chance more than a fault.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Skilled labour, college or above.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        let skilled = row.code(f::PERSON_LABOUR) == Some("skilled");
        let educated = matches!(row.code(f::PERSON_EDUCATION), Some("college" | "bachelor" | "master"));
        let idle = row.get(f::WORK_IS_WORKING).and_then(Value::as_bool) == Some(false);
        if (skilled || educated) && idle {
            found.warn(row, f::WORK_IS_WORKING);
        }
    }
}

//! Q21: a transport subsidy for work inside the home county.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// The subsidy is for work outside the county.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        let paid = row.get(f::SUBSIDY_TRANSPORT_YUAN).and_then(Value::as_number);
        if paid.is_some_and(|yuan| yuan > 0.0) && fact.outside == Some(false) {
            found.error(row, f::SUBSIDY_TRANSPORT_YUAN);
        }
    }
}

//! S3: a site larger than any band.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// More than 3,000 people: no rule of the city applies.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        if row.get(f::SITE_PEOPLE).and_then(Value::as_number).is_some_and(|n| n > 3000.0) {
            found.warn(row, f::SITE_PEOPLE);
        }
    }
}

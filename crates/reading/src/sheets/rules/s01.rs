//! S1: a resettlement site without the facilities its size asks for.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// City bands: up to 200 people, 201 to 500, 501 to 3,000; upper ends included.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        let Some(people) = row.get(f::SITE_PEOPLE).and_then(Value::as_number) else { continue };
        let needed: &[super::super::FieldId] = match people {
            n if n <= 200.0 => &[f::SITE_WORKSHOPS],
            n if n <= 500.0 => &[f::SITE_ECOMMERCE, f::SITE_INDUSTRIAL_BUILDINGS],
            n if n <= 3000.0 => &[f::SITE_PARKS],
            _ => &[],
        };
        for field in needed {
            let unread = row.is_filled(*field) && row.get(*field).is_none();
            if !unread && row.get(*field).and_then(Value::as_number).is_none_or(|n| n < 1.0) {
                found.error(row, *field);
            }
        }
    }
}

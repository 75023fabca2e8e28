//! Q9: a work place without months, or months without place, employer or pay.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Looks at every spell that has a months column.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for spell in 0..3 {
        let at = |field: super::super::FieldId| field.with_spell(spell);
        let places = [f::WORK_COUNTY, f::WORK_CITY, f::WORK_PROVINCE, f::WORK_PLACE].map(at);
        let months = at(f::WORK_MONTHS_THIS_YEAR);
        let Some(place_column) = view.first_column(&places).filter(|_| view.mapped(months)) else { continue };
        for (row, _) in view.lines() {
            let placed = places.iter().any(|field| row.is_filled(*field));
            let worked = row.get(months).and_then(Value::as_number);
            let unread = row.is_filled(months) && worked.is_none();
            if placed && !unread && worked.is_none_or(|n| n <= 0.0) {
                found.error(row, months);
            }
            if worked.is_some_and(|n| n > 0.0) {
                if !placed {
                    found.error(row, place_column);
                }
                for field in [f::WORK_EMPLOYER, f::WORK_MONTHLY_PAY].map(at) {
                    if !row.is_filled(field) {
                        found.error(row, field);
                    }
                }
            }
        }
    }
}

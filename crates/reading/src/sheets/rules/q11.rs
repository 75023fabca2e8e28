//! Q11: a work place is known only to the city or the province.

use super::super::fields as f;
use super::view::{Findings, View};

/// Looks at the code of every spell.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for spell in 0..3 {
        let places = [f::WORK_COUNTY, f::WORK_CITY, f::WORK_PROVINCE, f::WORK_PLACE].map(|field| field.with_spell(spell));
        let Some(column) = view.first_column(&places) else { continue };
        for (row, _) in view.lines() {
            if row.text(f::WORK_CODE.with_spell(spell)).is_some_and(|code| code.ends_with("00")) {
                found.error(row, column);
            }
        }
    }
}

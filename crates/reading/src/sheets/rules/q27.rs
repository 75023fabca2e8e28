//! Q27: an open spell that nobody has looked at for two years.

use super::super::dates::months;
use super::super::fields as f;
use super::super::value::Value;
use super::facts::month_of;
use super::view::{Findings, View};

/// Began 24 months or more before the report month, and has no end.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for spell in 0..3 {
        let (start, end) = (f::WORK_START.with_spell(spell), f::WORK_END.with_spell(spell));
        if !view.mapped(end) {
            continue;
        }
        for (row, _) in view.lines().filter(|(row, _)| !row.is_filled(end)) {
            let began = row.get(start).and_then(Value::as_date).and_then(months);
            if began.is_some_and(|began| began + 24 <= month_of(view.around.as_of)) {
                found.warn(row, start);
            }
        }
    }
}

//! Q14: work began before the sixteenth birthday.

use super::super::dates::months;
use super::super::fields as f;
use super::super::value::Value;
use super::facts::month_of;
use super::view::{Findings, View};

/// Compares whole months; the birth date of a valid ID number counts first.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        let stated = || row.get(f::PERSON_BIRTH_DATE).and_then(Value::as_date).and_then(months);
        let Some(born) = fact.id_birth.map(month_of).or_else(stated) else { continue };
        for spell in 0..3 {
            let field = f::WORK_START.with_spell(spell);
            let start = row.get(field).and_then(Value::as_date).and_then(months);
            if start.is_some_and(|start| start < born + 16 * 12) {
                found.error(row, field);
            }
        }
    }
}

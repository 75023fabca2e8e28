//! Q12: pay that cannot be a month's pay.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Below 100 or above 30,000 yuan; below 400 for somebody who works now.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        for spell in 0..3 {
            let field = f::WORK_MONTHLY_PAY.with_spell(spell);
            let Some(pay) = row.get(field).and_then(Value::as_number) else { continue };
            if !(100.0..=30_000.0).contains(&pay) || pay < 400.0 && fact.works {
                found.warn(row, field);
            }
        }
    }
}

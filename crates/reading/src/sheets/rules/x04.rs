//! X4: an end before its start.

use super::super::dates::is_before;
use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Compared at the coarser precision of the two dates.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    let spells = (0..3).map(|n| (f::WORK_START.with_spell(n), f::WORK_END.with_spell(n)));
    let others = [
        (f::TRAINING_START, f::TRAINING_END),
        (f::PUBPOST_START, f::PUBPOST_END),
        (f::HELPER_START, f::HELPER_END),
    ];
    for (start, end) in spells.chain(others).filter(|(_, end)| view.mapped(*end)) {
        for (row, _) in view.lines() {
            let date = |field| row.get(field).and_then(Value::as_date);
            if let (Some(from), Some(until)) = (date(start), date(end))
                && is_before(until, from)
            {
                found.error(row, end);
            }
        }
    }
}

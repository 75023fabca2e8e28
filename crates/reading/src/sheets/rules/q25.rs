//! Q25: a household without any labour and without minimum income support.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Only where all members are listed.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if !view.facts.full_roster || !view.mapped(f::WELFARE_DIBAO) {
        return;
    }
    for (row, members) in view.households() {
        let helpless = members.iter().all(|m| matches!(m.code(f::PERSON_LABOUR), Some("none" | "lost")));
        let supported = members.iter().any(|m| m.get(f::WELFARE_DIBAO).and_then(Value::as_bool) == Some(true));
        if helpless && !supported {
            found.warn(row, f::WELFARE_DIBAO);
        }
    }
}

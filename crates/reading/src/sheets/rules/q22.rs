//! Q22: plans to work, and no need for services is stated.

use super::super::Kind;
use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// In lists of plans every line is a plan unless a column says otherwise.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    let always = view.kind() == Kind::Plans && !view.mapped(f::WISH_PLANS_WORK);
    for (row, _) in view.lines() {
        let plans = always || row.get(f::WISH_PLANS_WORK).and_then(Value::as_bool) == Some(true);
        if plans && !row.is_filled(f::WISH_SERVICE_NEEDS) {
            found.warn(row, f::WISH_SERVICE_NEEDS);
        }
    }
}

//! Q26: a household with labour that is only given support, nothing to develop.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Support 综合保障 alone, and somebody in any sheet who can work.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for row in view.representatives() {
        let measures = row.get(f::HOUSEHOLD_MEASURES).map(Value::as_codes).unwrap_or_default();
        let Some(key) = view.key_of(row).filter(|_| measures == ["social_security"]) else { continue };
        let able = view.members(key, |_| true).iter().any(|(_, member, _)| {
            matches!(member.code(f::PERSON_LABOUR), Some("ordinary" | "skilled" | "weak"))
        });
        if able {
            found.warn(row, f::HOUSEHOLD_MEASURES);
        }
    }
}

//! Q16: without labour, and yet working, planning, on a public post or given help to work.

use super::super::Kind;
use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Reports each cell that contradicts; where the line itself is the fact, the labour.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    let facts = [f::WORK_IS_WORKING, f::WISH_PLANS_WORK, f::PUBPOST_KINDS, f::PERSON_JOB_HELP];
    let told = view.first_column(&facts).is_some();
    for (row, _) in view.lines() {
        if !matches!(row.code(f::PERSON_LABOUR), Some("none" | "lost")) {
            continue;
        }
        for field in [f::WORK_IS_WORKING, f::WISH_PLANS_WORK] {
            if row.get(field).and_then(Value::as_bool) == Some(true) {
                found.error(row, field);
            }
        }
        for field in [f::PUBPOST_KINDS, f::PERSON_JOB_HELP] {
            if row.get(field).is_some() {
                found.error(row, field);
            }
        }
        if !told && matches!(view.kind(), Kind::Spells | Kind::PublicPosts) {
            found.error(row, f::PERSON_LABOUR);
        }
    }
}

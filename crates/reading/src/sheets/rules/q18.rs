//! Q18: outside the county, and yet through a public-welfare post or a workshop.

use super::super::fields as f;
use super::view::{Findings, View};

/// Both exist only in the own county.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        if fact.outside == Some(true) && matches!(row.code(f::WORK_CHANNEL), Some("public_post" | "workshop")) {
            found.error(row, f::WORK_CHANNEL);
        }
    }
}

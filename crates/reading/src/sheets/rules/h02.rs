//! H2: a household without a helper.

use super::super::Kind;
use super::super::fields as f;
use super::view::{Findings, View};

/// In lists of pairs only.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines().filter(|_| view.kind() == Kind::Helpers) {
        if !row.is_filled(f::HELPER_NAME) {
            found.warn(row, f::HELPER_NAME);
        }
    }
}

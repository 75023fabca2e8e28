//! V7: a vacancy without head-count, pay or telephone number.

use super::super::Kind;
use super::super::fields as f;
use super::view::{Findings, View};

/// Each where the sheet has a column for it.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines().filter(|_| view.kind() == Kind::Vacancies) {
        for field in [f::VACANCY_HEADCOUNT, f::VACANCY_PAY_MIN, f::VACANCY_CONTACT_PHONE] {
            if row.get(field).is_none() {
                found.warn(row, field);
            }
        }
    }
}

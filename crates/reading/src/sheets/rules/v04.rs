//! V4: a unified social credit code that cannot be.

use super::super::fields as f;
use domain::vacancies::CreditCode;
use super::view::{Findings, View};

/// Length, characters and check character (GB 32100).
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, _) in view.lines() {
        for field in [f::VACANCY_CREDIT_CODE, f::WORKSHOP_CREDIT_CODE] {
            let wrong = row.text(field).is_some_and(|code| CreditCode::new(code).check().is_err());
            if wrong || row.is_filled(field) && row.get(field).is_none() {
                found.error(row, field);
            }
        }
    }
}

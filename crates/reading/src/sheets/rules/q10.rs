//! Q10: somebody works, and what must be known of it is missing.

use super::super::fields as f;
use super::view::{Findings, View};

/// Pay, employer, industry, channel, point to point: every empty cell of a line that works.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const MUST: [super::super::FieldId; 5] =
        [f::WORK_MONTHLY_PAY, f::WORK_EMPLOYER, f::WORK_INDUSTRY, f::WORK_CHANNEL, f::WORK_POINT_TO_POINT];
    for (row, _) in view.lines().filter(|(_, fact)| fact.works) {
        for field in MUST.iter().filter(|field| !row.is_filled(**field)) {
            found.error(row, *field);
        }
    }
}

//! X7: a part is greater than the whole.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Part and whole; pairs of households are reported once a household.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const HOUSEHOLD: [(super::super::FieldId, super::super::FieldId); 2] = [
        (f::HOUSEHOLD_LABOUR_COUNT, f::HOUSEHOLD_SIZE),
        (f::HOUSEHOLD_WORKER_COUNT, f::HOUSEHOLD_SIZE),
    ];
    const LINE: [(super::super::FieldId, super::super::FieldId); 18] = [
        (f::WORKSHOP_WORKERS_POOR, f::WORKSHOP_WORKERS_TOTAL),
        (f::WORKSHOP_WORKERS_MONITORED, f::WORKSHOP_WORKERS_TOTAL),
        (f::WORKSHOP_WORKERS_RELOCATED, f::WORKSHOP_WORKERS_TOTAL),
        (f::WORKSHOP_WORKERS_FEMALE, f::WORKSHOP_WORKERS_TOTAL),
        (f::WORKSHOP_WORKERS_DISABLED, f::WORKSHOP_WORKERS_TOTAL),
        (f::WORKSHOP_INSURED, f::WORKSHOP_WORKERS_TOTAL),
        (f::RESUME_RETURNED, f::RESUME_SHOULD_RETURN),
        (f::RESUME_RETURNED_POOR, f::RESUME_RETURNED),
        (f::SITE_POOR_PEOPLE, f::SITE_PEOPLE),
        (f::SITE_POOR_HOUSEHOLDS, f::SITE_HOUSEHOLDS),
        (f::SITE_LABOUR, f::SITE_PEOPLE),
        (f::SITE_EMPLOYED, f::SITE_LABOUR),
        (f::EVENT_CONTACTS_POOR, f::EVENT_CONTACTS),
        (f::EVENT_INTENTS, f::EVENT_CONTACTS),
        (f::EVENT_INTENTS_POOR, f::EVENT_INTENTS),
        (f::EVENT_HIRED, f::EVENT_INTENTS),
        (f::EVENT_MATCHED, f::EVENT_INTENTS),
        (f::EVENT_ON_POST, f::EVENT_INTENTS),
    ];
    let exceeds = |row: &super::super::Row, part, whole| {
        let number = |field| row.get(field).and_then(Value::as_number);
        matches!((number(part), number(whole)), (Some(part), Some(whole)) if part > whole)
    };
    for row in view.representatives() {
        for (part, _) in HOUSEHOLD.into_iter().filter(|(part, whole)| exceeds(row, *part, *whole)) {
            found.error(row, part);
        }
    }
    for (row, _) in view.lines() {
        for (part, _) in LINE.into_iter().filter(|(part, whole)| exceeds(row, *part, *whole)) {
            found.error(row, part);
        }
    }
}

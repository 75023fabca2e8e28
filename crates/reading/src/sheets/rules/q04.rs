//! Q4: health, labour, relation or phone is missing, or a phone number has no mobile form.

use super::super::Kind;
use super::super::fields as f;
use super::view::{Findings, View};

/// Missing cells count in ledgers of persons only; wrong numbers everywhere.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        if view.kind() == Kind::Persons {
            for field in [f::PERSON_HEALTH, f::PERSON_LABOUR, f::PERSON_RELATION] {
                if !row.is_filled(field) {
                    found.warn(row, field);
                }
            }
            let expected = fact.age.is_none_or(|age| (16..60).contains(&age));
            if expected && !row.is_filled(f::PERSON_PHONE) {
                found.warn(row, f::PERSON_PHONE);
            }
        }
        if row.text(f::PERSON_PHONE).is_some_and(|number| !is_mobile(number)) {
            found.warn(row, f::PERSON_PHONE);
        }
    }
    for row in view.representatives() {
        if row.text(f::HOUSEHOLD_PHONE).is_some_and(|number| !is_mobile(number)) {
            found.warn(row, f::HOUSEHOLD_PHONE);
        }
    }
}

/// Eleven digits, 13 to 19 in front.
fn is_mobile(number: &str) -> bool {
    let digits = number.as_bytes();
    digits.len() == 11 && digits.iter().all(u8::is_ascii_digit) && digits[0] == b'1' && digits[1] >= b'3'
}

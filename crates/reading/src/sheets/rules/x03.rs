//! X3: birth date or age differ from the ID number.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// The birth date at the precision given; the age by more than a year.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    for (row, fact) in view.lines() {
        let Some(born) = fact.id_birth else { continue };
        if let Some(date) = row.get(f::PERSON_BIRTH_DATE).and_then(Value::as_date) {
            let same = (date.first_day()..=date.last_day()).contains(&born);
            if !same {
                found.error(row, f::PERSON_BIRTH_DATE);
            }
        }
        let stated = row.get(f::PERSON_AGE).and_then(Value::as_number);
        if let (Some(stated), Some(age)) = (stated, fact.age)
            && (stated - f64::from(age)).abs() > 1.0
        {
            found.error(row, f::PERSON_AGE);
        }
    }
}

//! Q19: contradictions of a public-welfare post.

use super::super::Kind;
use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Age, number of kinds, kinds and months, labour of the holder.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    let age_column = view.first_column(&[f::PUBPOST_KINDS, f::PERSON_AGE, f::PERSON_ID_NO]);
    for (row, fact) in view.lines() {
        let kinds = row.is_filled(f::PUBPOST_KINDS);
        let months = row.get(f::PUBPOST_MONTHS).and_then(Value::as_number);
        if months.is_some_and(|n| n > 0.0) && !kinds {
            found.error(row, f::PUBPOST_KINDS);
        }
        if !kinds && view.kind() != Kind::PublicPosts {
            continue;
        }
        if let Some(column) = age_column
            && fact.age.is_some_and(|age| !(16..70).contains(&age))
        {
            found.error(row, column);
        }
        if row.get(f::PUBPOST_KINDS).is_some_and(|v| v.as_codes().len() >= 3) {
            found.error(row, f::PUBPOST_KINDS);
        }
        let no_months = if months.is_none() { !row.is_filled(f::PUBPOST_MONTHS) } else { months == Some(0.0) };
        if kinds && no_months {
            found.error(row, f::PUBPOST_MONTHS);
        }
        if matches!(row.code(f::PERSON_LABOUR), Some("none" | "lost")) {
            found.error(row, f::PERSON_LABOUR);
        }
    }
}

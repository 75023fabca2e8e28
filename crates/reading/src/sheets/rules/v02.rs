//! V2: a vacancy names an age beyond the lawful one.

use super::super::Kind;
use super::super::clean::fold;
use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// A lower end above 18, any upper end, or an age in words.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const TEXTS: [super::super::FieldId; 3] = [f::VACANCY_REQUIREMENTS, f::ROW_NOTE, f::VACANCY_TITLE];
    for (row, _) in view.lines().filter(|_| view.kind() == Kind::Vacancies) {
        let low = row.get(f::VACANCY_AGE_MIN).and_then(Value::as_number);
        if row.is_filled(f::VACANCY_AGE_MAX) {
            found.warn(row, f::VACANCY_AGE_MAX);
        } else if low.is_some_and(|age| age > 18.0) {
            found.warn(row, f::VACANCY_AGE_MIN);
        }
        for field in TEXTS {
            if row.text(field).is_some_and(names_age) {
                found.warn(row, field);
            }
        }
    }
}

/// NN岁以下, NN周岁以内, NN-NN岁.
fn names_age(text: &str) -> bool {
    let folded = fold(text);
    folded.match_indices('岁').any(|(at, _)| {
        let before = folded[..at].trim_end_matches('周');
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        if digits != 2 {
            return false;
        }
        let after = &folded[at + '岁'.len_utf8()..];
        let range = before[..before.len() - 2].chars().rev();
        let mut range = range.skip_while(|c| matches!(c, '周' | '岁'));
        let joint = range.next().is_some_and(|c| matches!(c, '-' | '—' | '~' | '至' | '到' | '–'));
        let upper = ["以下", "以内", "及以下", "之内", "内"].iter().any(|word| after.starts_with(word));
        upper || joint && before[..before.len() - 2].chars().any(|c| c.is_ascii_digit())
    })
}

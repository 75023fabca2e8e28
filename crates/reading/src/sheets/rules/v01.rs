//! V1: a vacancy names a sex.

use super::super::Kind;
use super::super::fields as f;
use super::view::{Findings, View};

/// In its own column, or in words (schema §7).
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const WORDS: [&str; 12] = [
        "限男", "限女", "只招男", "只招女", "仅限男", "仅限女", "男士优先", "女士优先", "男性优先", "女性优先", "男士勿扰",
        "女士勿扰",
    ];
    const TEXTS: [super::super::FieldId; 4] =
        [f::VACANCY_TITLE, f::VACANCY_REQUIREMENTS, f::VACANCY_SKILLS, f::ROW_NOTE];
    for (row, _) in view.lines().filter(|_| view.kind() == Kind::Vacancies) {
        if row.is_filled(f::VACANCY_SEX_LIMIT) {
            found.error(row, f::VACANCY_SEX_LIMIT);
        }
        for field in TEXTS {
            if row.text(field).is_some_and(|text| WORDS.iter().any(|word| text.contains(word))) {
                found.error(row, field);
            }
        }
    }
}

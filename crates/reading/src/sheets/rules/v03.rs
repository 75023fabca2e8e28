//! V3: a vacancy asks for marriage, origin, looks or freedom from hepatitis B.

use super::super::Kind;
use super::super::fields as f;
use super::view::{Findings, View};

/// Words of the schema (§7).
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const WORDS: [&str; 6] = ["已婚已育", "限本地户口", "本地户籍优先", "形象气质佳", "五官端正", "无乙肝"];
    const TEXTS: [super::super::FieldId; 4] =
        [f::VACANCY_TITLE, f::VACANCY_REQUIREMENTS, f::VACANCY_SKILLS, f::ROW_NOTE];
    for (row, _) in view.lines().filter(|_| view.kind() == Kind::Vacancies) {
        for field in TEXTS {
            if row.text(field).is_some_and(|text| WORDS.iter().any(|word| text.contains(word))) {
                found.error(row, field);
            }
        }
    }
}

//! V5: a vacancy asks for money or withholds papers.

use super::super::Kind;
use super::super::Type;
use super::view::{Findings, View};

/// In any text of the line (words of the schema, §7).
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const WORDS: [&str; 6] = ["押金", "保证金", "服装费", "培训费", "扣押身份证", "中介费"];
    for (row, _) in view.lines().filter(|_| view.kind() == Kind::Vacancies) {
        for (field, value) in row.cells.iter().filter(|(field, _)| matches!(field.ty(), Type::Text | Type::Composite)) {
            if value.as_text().is_some_and(|text| WORDS.iter().any(|word| text.contains(word))) {
                found.error(row, *field);
            }
        }
    }
}

//! Q28: heavy work for weak or old people.

use super::super::fields as f;
use super::super::value::Value;
use super::view::{Findings, View};

/// Words of heavy work in the job (schema §7).
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    const HEAVY: [&str; 12] = [
        "搬运", "装卸", "架子工", "钢筋工", "混凝土工", "瓦工", "砌筑", "建筑小工", "采煤", "井下", "爆破", "矿工",
    ];
    for (row, fact) in view.lines() {
        let delicate = row.code(f::PERSON_LABOUR) == Some("weak") || fact.age.is_some_and(|age| age >= 60);
        for spell in 0..3 {
            let field = f::WORK_JOBS.with_spell(spell);
            let jobs = row.get(field).map(Value::as_texts).unwrap_or_default();
            if delicate && jobs.iter().any(|job| HEAVY.iter().any(|word| job.contains(word))) {
                found.warn(row, field);
            }
        }
    }
}

//! Q13: spells of one person overlap, or somebody without work has an open spell.

use super::super::FieldId;
use super::super::Kind;
use super::super::dates::months;
use super::super::fields as f;
use super::super::rows::Row;
use super::super::value::Value;
use super::facts::month_of;
use super::view::{Findings, View};
use std::collections::HashMap;


/// A spell of work on some line.
struct Spell<'a> {
    row: &'a Row,
    column: FieldId,
    start: i32,
    end: Option<i32>,
}

/// Overlaps by person, then open spells of people who do not work.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    match view.kind() {
        Kind::Spells if view.mapped(f::WORK_END) => {
            let mut people: HashMap<&str, Vec<Spell<'_>>> = HashMap::new();
            for (row, _) in view.lines() {
                if let (Some(id), Some(spell)) = (row.text(f::PERSON_ID_NO), spell(row, 0)) {
                    people.entry(id).or_default().push(spell);
                }
            }
            people.into_values().for_each(|spells| overlaps(spells, found));
        }
        Kind::Persons if view.mapped(f::WORK_END) => {
            for (row, _) in view.lines() {
                overlaps((0..3).filter_map(|number| spell(row, number)).collect(), found);
            }
        }
        _ => {}
    }
    if !view.mapped(f::WORK_END) {
        return;
    }
    for (row, _) in view.lines() {
        let idle = row.get(f::WORK_IS_WORKING).and_then(Value::as_bool) == Some(false);
        let end = row.get(f::WORK_END).and_then(Value::as_date).and_then(months);
        let open = !row.is_filled(f::WORK_END) || end.is_some_and(|end| end > month_of(view.around.as_of));
        if idle && row.is_filled(f::WORK_START) && open {
            found.error(row, f::WORK_IS_WORKING);
        }
    }
}

fn spell(row: &Row, number: u8) -> Option<Spell<'_>> {
    let (column, end) = (f::WORK_START.with_spell(number), f::WORK_END.with_spell(number));
    let start = row.get(column).and_then(Value::as_date).and_then(months)?;
    if row.is_filled(end) && row.get(end).is_none() {
        return None;
    }
    Some(Spell { row, column, start, end: row.get(end).and_then(Value::as_date).and_then(months) })
}

fn overlaps(mut spells: Vec<Spell<'_>>, found: &mut Findings<'_>) {
    spells.sort_by_key(|spell| spell.start);
    for pair in spells.windows(2) {
        if pair[0].end.is_none_or(|end| pair[1].start <= end) {
            found.error(pair[1].row, pair[1].column);
        }
    }
}

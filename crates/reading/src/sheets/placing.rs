//! Place columns of a record: official names and the code of the deepest level known.

use super::cells::Surroundings;
use super::context::Context;
use super::fault::{Fault, Level as Severity, Rule};
use super::field::FieldId;
use super::fields as f;
use super::mapping::{Mapped, Unit};
use super::places::{self, Level, PlaceParts};
use super::rows::Row;
use super::value::Value;
use std::collections::HashMap;

/// The columns of one place in a record.
struct Set {
    /// Field of each level that has a column or a context.
    levels: Vec<(Level, FieldId)>,
    code: FieldId,
    /// A home has twelve digits and lies in the office's county unless it says otherwise.
    home: bool,
}

/// Resolves the places of records, remembering what it has resolved before.
pub(super) struct Placer<'a> {
    around: &'a Surroundings<'a>,
    columns: HashMap<FieldId, u32>,
    sets: Vec<Set>,
    known: HashMap<(usize, PlaceParts), PlaceParts>,
}

impl<'a> Placer<'a> {
    pub(super) fn new(
        columns: &[(u32, Mapped, Option<Unit>)],
        context: &Context,
        around: &'a Surroundings<'a>,
    ) -> Self {
        let mut by_field = HashMap::new();
        for (column, mapped, _) in columns {
            by_field.entry(mapped.field()).or_insert(*column);
        }
        let given =
            |field: &FieldId| by_field.contains_key(field) || context.values.iter().any(|(known, _)| known == field);
        let home = [
            (Level::Province, f::PLACE_PROVINCE),
            (Level::City, f::PLACE_CITY),
            (Level::County, f::PLACE_COUNTY),
            (Level::Township, f::PLACE_TOWNSHIP),
            (Level::Village, f::PLACE_VILLAGE),
        ];
        let work = [(Level::Province, f::WORK_PROVINCE), (Level::City, f::WORK_CITY), (Level::County, f::WORK_COUNTY)];
        let wish = [(Level::Province, f::WISH_PROVINCE), (Level::City, f::WISH_CITY), (Level::County, f::WISH_COUNTY)];
        let mut sets = vec![Set { levels: home.to_vec(), code: f::PLACE_CODE, home: true }];
        for spell in 0..3 {
            let levels = work.iter().map(|(level, field)| (*level, field.with_spell(spell))).collect();
            sets.push(Set { levels, code: f::WORK_CODE.with_spell(spell), home: false });
        }
        sets.push(Set { levels: wish.to_vec(), code: f::WISH_CODE, home: false });
        for set in &mut sets {
            set.levels.retain(|(_, field)| given(field));
        }
        if by_field.contains_key(&f::PLACE_FULL) {
            sets[0].levels.clear();
        }
        sets.retain(|set| !set.levels.is_empty());
        Self { around, columns: by_field, sets, known: HashMap::new() }
    }

    /// Replaces typed names by official ones and adds the code.
    pub(super) fn place(&mut self, row: &mut Row, faults: &mut Vec<Fault>) {
        self.check_code(row);
        for at in 0..self.sets.len() {
            let typed = typed(&self.sets[at], row);
            if typed == PlaceParts::default() {
                continue;
            }
            if !self.known.contains_key(&(at, typed.clone())) {
                let found = places::resolve(&typed, self.around.home, self.sets[at].home, self.around.book);
                self.known.insert((at, typed.clone()), found);
            }
            let Some(found) = self.known.get(&(at, typed.clone())) else { continue };
            apply(&self.sets[at], &typed, found, row);
            if let Some(unknown) = found.unknown {
                self.report(&self.sets[at], unknown, &typed, row, faults);
            }
        }
    }

    fn report(&self, set: &Set, unknown: Level, typed: &PlaceParts, row: &mut Row, faults: &mut Vec<Fault>) {
        let Some((_, field)) = set.levels.iter().find(|(level, _)| *level == unknown) else { return };
        row.mark_unread(*field);
        if let Some(column) = self.columns.get(field) {
            let found = typed.at(unknown).unwrap_or_default();
            faults.push(Fault {
                rule: Rule::X5,
                level: Severity::Warn,
                line: row.line,
                column: *column,
                field: *field,
                found: found.into(),
                typed: Box::default(),
            });
        }
    }

    /// A typed division code counts if this edition knows it, or what became of it.
    fn check_code(&self, row: &mut Row) {
        let Some(typed) = row.text(f::PLACE_CODE) else { return };
        let digits = format!("{typed:0<12}");
        let code = digits.parse::<u64>().ok().filter(|_| digits.len() == 12);
        let known = code.and_then(|code| {
            if self.around.book.name(code).is_some() { Some(code) } else { self.around.book.successor(code) }
        });
        match known {
            Some(code) => row.set(f::PLACE_CODE, Value::text(format!("{code:012}"))),
            None if self.sets.iter().any(|set| set.home) => row.remove(f::PLACE_CODE),
            None => {}
        }
    }
}

fn typed(set: &Set, row: &Row) -> PlaceParts {
    let mut parts = PlaceParts::default();
    for (level, field) in &set.levels {
        *parts.at_mut(*level) = row.text(*field).map(str::to_owned);
    }
    parts
}

fn apply(set: &Set, typed: &PlaceParts, found: &PlaceParts, row: &mut Row) {
    for (level, field) in &set.levels {
        if found.unknown == Some(*level) && *level <= Level::County {
            row.remove(*field);
        } else if let Some(name) = found.at(*level)
            && typed.at(*level) != Some(name)
        {
            row.set(*field, Value::text(name));
        }
    }
    if let Some(code) = found.code
        && row.get(set.code).is_none()
    {
        let text = if set.home { format!("{code:012}") } else { format!("{:06}", code / 1_000_000) };
        row.set(set.code, Value::text(text));
    }
}

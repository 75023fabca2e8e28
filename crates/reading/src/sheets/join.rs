//! Filling the empty fields of a file from a second one that speaks of the same people or households.

use super::field::FieldId;
use super::fields as f;
use super::rows::Row;
use super::{Kind, Sheet, Workbook};
use std::collections::HashMap;

/// What a second file gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// Lines of the first file that the second one speaks of.
    pub lines: u32,
    /// Fields that were empty and are filled now.
    pub fields: u32,
    /// Fields of which the two files say different things; the first one's value stands.
    pub conflicts: Vec<Conflict>,
}

/// A field of which two files say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Sheet of the first file.
    pub sheet: String,
    /// Line of the first file.
    pub line: u32,
    /// The field.
    pub field: FieldId,
    /// What the first file says; it stands.
    pub here: String,
    /// What the second file says.
    pub there: String,
}

/// By what a record of one file is found in another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    /// ID number.
    Person(Box<str>),
    /// Number of the household and name, for people without ID number.
    Member(Box<str>, Box<str>),
    /// Number of the household, for lines that are households.
    Household(Box<str>),
}

/// Areas that a line about a household may give to its members.
const OF_HOUSEHOLD: [&str; 3] = ["household", "welfare", "place"];

/// Fills what is empty in the first file. What stands there is never changed.
pub(super) fn join(first: &mut Workbook, second: &Workbook) -> Joined {
    let mut index: HashMap<Key, Vec<&Row>> = HashMap::new();
    for sheet in &second.sheets {
        for row in &sheet.rows {
            keys(sheet.kind, row).into_iter().for_each(|key| index.entry(key).or_default().push(row));
        }
    }
    let mut joined = Joined::default();
    for sheet in &mut first.sheets {
        let (kind, name) = (sheet.kind, sheet.name.clone());
        let given: Vec<FieldId> = sheet.context.iter().map(|(field, _)| *field).collect();
        for row in &mut sheet.rows {
            let own =
                keys(kind, row).into_iter().filter_map(|key| index.get(&key)).flatten().map(|other| (*other, false));
            let home = household(row).map(Key::Household).and_then(|key| index.get(&key));
            let home = home.filter(|_| kind != Kind::Households).into_iter().flatten().map(|other| (*other, true));
            let others: Vec<(&Row, bool)> = own.chain(home).collect();
            joined.lines += u32::from(!others.is_empty());
            for (other, of_household) in others {
                let fits = |field: &FieldId| {
                    kind.areas().contains(&field.area())
                        && field.area() != "row"
                        && !given.contains(field)
                        && (!of_household || OF_HOUSEHOLD.contains(&field.area()))
                };
                fill(row, other, fits, &name, &mut joined);
            }
        }
    }
    joined
}

fn fill(row: &mut Row, other: &Row, fits: impl Fn(&FieldId) -> bool, sheet: &str, joined: &mut Joined) {
    for (field, value) in other.cells.iter().filter(|(field, _)| fits(field)) {
        match row.get(*field) {
            None if row.unread().contains(field) => {}
            None => {
                row.set(*field, value.clone());
                joined.fields += 1;
            }
            Some(own) if own == value => {}
            Some(own) => {
                let (here, there) = (own.shown(field.ty()), value.shown(field.ty()));
                let known = joined.conflicts.iter().rev().take_while(|c| c.line == row.line && c.sheet == sheet);
                let told = known.into_iter().any(|c| c.field == *field && c.there == there);
                if !told {
                    joined.conflicts.push(Conflict {
                        sheet: sheet.to_owned(),
                        line: row.line,
                        field: *field,
                        here,
                        there,
                    });
                }
            }
        }
    }
}

fn household(row: &Row) -> Option<Box<str>> {
    row.text(f::HOUSEHOLD_NO).map(Box::from)
}

fn keys(kind: Kind, row: &Row) -> Vec<Key> {
    if kind == Kind::Households {
        return household(row).map(Key::Household).into_iter().collect();
    }
    let id = row.text(f::PERSON_ID_NO).filter(|id| id.chars().count() >= 15).map(|id| Key::Person(id.into()));
    let member = || Some(Key::Member(household(row)?, row.text(f::PERSON_NAME)?.into()));
    id.or_else(member).into_iter().collect()
}

/// The name by which a line is found in another file, for people to read and for [`super::compare`].
pub(super) fn key_of(sheet: &Sheet, row: &Row) -> Option<String> {
    let text = |field: FieldId| row.text(field).map(str::to_owned);
    let both = |a: FieldId, b: FieldId| Some(format!("{} {}", text(a)?, text(b)?));
    match sheet.kind {
        Kind::Households => text(f::HOUSEHOLD_NO)
            .or_else(|| text(f::HOUSEHOLD_HEAD_ID))
            .or_else(|| both(f::PLACE_CODE, f::HOUSEHOLD_HEAD_NAME)),
        Kind::Vacancies => text(f::VACANCY_CODE_NO).or_else(|| both(f::VACANCY_EMPLOYER, f::VACANCY_TITLE)),
        Kind::Workshops => text(f::WORKSHOP_NAME),
        Kind::Employers => text(f::RESUME_NAME),
        Kind::Sites => text(f::SITE_NAME),
        Kind::Helpers => both(f::HELPER_NAME, f::HOUSEHOLD_HEAD_NAME),
        Kind::Events => Some(format!("{} {}", row.shown(f::EVENT_DATE)?, row.shown(f::PLACE_CODE)?)),
        Kind::Spells => {
            let person = text(f::PERSON_ID_NO).or_else(|| both(f::HOUSEHOLD_NO, f::PERSON_NAME))?;
            Some(format!("{person} {}", row.shown(f::WORK_START).unwrap_or_default()))
        }
        _ => text(f::PERSON_ID_NO)
            .or_else(|| both(f::HOUSEHOLD_NO, f::PERSON_NAME))
            .or_else(|| both(f::PLACE_CODE, f::PERSON_NAME)),
    }
}

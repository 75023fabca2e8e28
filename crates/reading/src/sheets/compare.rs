//! Two sources side by side: what only one of them has, and where they differ, field by field.

use super::field::FieldId;
use super::fields as f;
use super::join::key_of;
use super::rows::Row;
use super::rules::covers;
use super::{Kind, Sheet, Workbook};
use std::collections::{BTreeMap, BTreeSet};

/// Where a record stands in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// By what the two sources were held together: an ID number, a number of a household, an employer and a title.
    pub key: String,
    /// Name, title or whatever else people know it by.
    pub about: String,
    /// What the lines of its sheet are.
    pub kind: Kind,
    /// Sheet.
    pub sheet: String,
    /// Line.
    pub line: u32,
}

/// A field of which two sources say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands in the first source.
    pub a: Side,
    /// Line in the second source.
    pub b: Side,
    /// The field.
    pub field: FieldId,
    /// What the first says; empty: nothing.
    pub first: String,
    /// What the second says; empty: nothing.
    pub second: String,
}

/// Two sources side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Records that only the first has.
    pub only_a: Vec<Side>,
    /// Records that only the second has.
    pub only_b: Vec<Side>,
    /// Fields that differ, in the order of the first source.
    pub differs: Vec<Difference>,
    /// Records that both have and say the same of.
    pub same: u32,
    /// Lines that name nothing by which they could be found in the other source.
    pub nameless: u32,
}

/// What is compared with each other: people with people, whatever else with its like.
fn class(kind: Kind) -> Kind {
    match kind {
        Kind::Plans | Kind::PublicPosts | Kind::Training | Kind::Manifests => Kind::Persons,
        other => other,
    }
}

/// A line with its sheet and the sheet's place in the workbook.
type Place<'a> = (usize, &'a Sheet, &'a Row);

/// The lines of a source by what they are about.
type Found<'a> = BTreeMap<(Kind, String), Place<'a>>;

/// Holds two workbooks together by ID number, number of the household or whatever names a record. Only fields that both sources have
/// are compared; numbers of lines, remarks and codes that follow from other columns are not. Nothing when the two have no kind of sheet
/// in common.
pub fn compare(a: &Workbook, b: &Workbook) -> Option<Comparison> {
    let mut comparison = Comparison::default();
    let classes = |workbook: &Workbook| workbook.sheets.iter().map(|sheet| class(sheet.kind)).collect::<BTreeSet<_>>();
    let both: BTreeSet<Kind> = classes(a).intersection(&classes(b)).copied().collect();
    if both.is_empty() {
        return None;
    }
    let (first, second) = (index(a, &both, &mut comparison.nameless), index(b, &both, &mut comparison.nameless));
    let mut fields: BTreeMap<(usize, usize), BTreeSet<FieldId>> = BTreeMap::new();
    for (key, (at, sheet, row)) in ordered(&first) {
        let Some((its_at, other, its)) = second.get(key) else {
            comparison.only_a.push(side(key, sheet, row));
            continue;
        };
        let differing: Vec<Difference> = fields
            .entry((at, *its_at))
            .or_insert_with(|| shared(sheet, other))
            .iter()
            .copied()
            .filter(|field| row.get(*field) != its.get(*field))
            .map(|field| Difference {
                a: side(key, sheet, row),
                b: side(key, other, its),
                field,
                first: row.shown(field).unwrap_or_default(),
                second: its.shown(field).unwrap_or_default(),
            })
            .filter(|difference| difference.first != difference.second)
            .collect();
        comparison.same += u32::from(differing.is_empty());
        comparison.differs.extend(differing);
    }
    let only = ordered(&second).into_iter().filter(|(key, _)| !first.contains_key(*key));
    comparison.only_b = only.map(|(key, (_, sheet, row))| side(key, sheet, row)).collect();
    Some(comparison)
}

/// The first line about each record.
fn index<'a>(workbook: &'a Workbook, classes: &BTreeSet<Kind>, nameless: &mut u32) -> Found<'a> {
    let mut found = Found::new();
    for (at, sheet) in workbook.sheets.iter().enumerate().filter(|(_, sheet)| classes.contains(&class(sheet.kind))) {
        for row in &sheet.rows {
            match key_of(sheet, row) {
                Some(key) => {
                    found.entry((class(sheet.kind), key)).or_insert((at, sheet, row));
                }
                None => *nameless += 1,
            }
        }
    }
    found
}

/// In the order of the file.
fn ordered<'m, 'a>(found: &'m Found<'a>) -> Vec<(&'m (Kind, String), Place<'a>)> {
    let mut list: Vec<_> = found.iter().map(|(key, place)| (key, *place)).collect();
    list.sort_by_key(|(_, (at, _, row))| (*at, row.line));
    list
}

/// Fields that both sheets give and that say something of the record.
fn shared(a: &Sheet, b: &Sheet) -> BTreeSet<FieldId> {
    let skipped = [f::PLACE_CODE, f::PLACE_FULL, f::WORK_CODE, f::WISH_CODE, f::VACANCY_CODE];
    let fields =
        a.kind.fields().chain((1..3).flat_map(|spell| a.kind.fields().map(move |field| field.with_spell(spell))));
    fields
        .filter(|field| field.area() != "row" && !skipped.contains(&field.base()))
        .filter(|field| covers(a, *field) && covers(b, *field))
        .collect()
}

fn side(key: &(Kind, String), sheet: &Sheet, row: &Row) -> Side {
    let names = [
        f::PERSON_NAME,
        f::HOUSEHOLD_HEAD_NAME,
        f::VACANCY_TITLE,
        f::WORKSHOP_NAME,
        f::RESUME_NAME,
        f::SITE_NAME,
        f::EVENT_NAME,
    ];
    let about = names.iter().find_map(|field| row.text(*field)).unwrap_or(&key.1).to_owned();
    Side { key: key.1.clone(), about, kind: sheet.kind, sheet: sheet.name.clone(), line: row.line }
}

//! Q1: the ID number is missing, impossible, fails its check, or occurs twice.

use super::super::Kind;
use super::super::fields as f;
use super::super::rows::Row;
use super::super::value::Value;
use super::facts::id_trouble;
use super::view::{Findings, View};
use std::collections::HashMap;


/// Checks every number, then looks for the same one on another line.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if !view.kind().has_persons() || !view.mapped(f::PERSON_ID_NO) {
        return;
    }
    for (row, _) in view.lines() {
        let trouble = row.text(f::PERSON_ID_NO).map_or(Some("empty"), |id| id_trouble(id, view.around.as_of));
        if trouble.is_some() {
            found.error(row, f::PERSON_ID_NO);
        }
    }
    duplicates(view, found);
}

/// Twice in ledgers and lists of post holders, or twice on one day of travel; spells repeat people.
fn duplicates(view: &View<'_>, found: &mut Findings<'_>) {
    if !matches!(view.kind(), Kind::Persons | Kind::PublicPosts | Kind::Manifests) {
        return;
    }
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    let sheets = view.sheets.iter().filter(|sheet| sheet.kind == view.kind());
    for key in sheets.flat_map(|sheet| &sheet.rows).filter_map(|row| key(view.kind(), row)) {
        *seen.entry(key).or_default() += 1;
    }
    for (row, _) in view.lines() {
        if key(view.kind(), row).is_some_and(|key| seen.get(&key).is_some_and(|count| *count > 1)) {
            found.error(row, f::PERSON_ID_NO);
        }
    }
}

fn key(kind: Kind, row: &Row) -> Option<(String, String)> {
    let id: String = row.text(f::PERSON_ID_NO)?.chars().take(18).collect();
    let day = row.get(f::TRIP_DATE).and_then(Value::as_date).filter(|_| kind == Kind::Manifests);
    Some((id, day.map(|day| day.to_string()).unwrap_or_default()))
}

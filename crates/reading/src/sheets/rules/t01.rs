//! T1: one person in two classes at the same time.

use super::super::Kind;
use super::super::fields as f;
use super::super::rows::Row;
use super::super::value::Value;
use super::view::{Findings, View};
use chrono::NaiveDate;
use std::collections::HashMap;


/// Every line of the person whose days overlap another's.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if view.kind() != Kind::Training {
        return;
    }
    let column = view.first_column(&[f::TRAINING_START, f::PERSON_ID_NO]);
    let mut classes: HashMap<&str, Vec<(usize, u32, NaiveDate, NaiveDate)>> = HashMap::new();
    for (at, sheet) in view.sheets.iter().enumerate().filter(|(_, sheet)| sheet.kind == Kind::Training) {
        for row in &sheet.rows {
            if let (Some(id), Some((start, end))) = (row.text(f::PERSON_ID_NO), days(row)) {
                classes.entry(id).or_default().push((at, row.line, start, end));
            }
        }
    }
    for (row, _) in view.lines() {
        let (Some(id), Some((start, end)), Some(column)) = (row.text(f::PERSON_ID_NO), days(row), column) else { continue };
        let other = |(at, line, from, until): &(usize, u32, NaiveDate, NaiveDate)| {
            (*at, *line) != (view.at, row.line) && *from <= end && start <= *until
        };
        if classes.get(id).is_some_and(|list| list.iter().any(other)) {
            found.error(row, column);
        }
    }
}

fn days(row: &Row) -> Option<(NaiveDate, NaiveDate)> {
    let date = |field| row.get(field).and_then(Value::as_date);
    let start = date(f::TRAINING_START)?;
    Some((start.first_day(), date(f::TRAINING_END).unwrap_or(start).last_day()))
}

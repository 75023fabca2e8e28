//! Q5: one phone number in two households, or on members of one household who work far apart.

use super::super::Kind;
use super::super::fields as f;
use super::super::rows::Row;
use super::view::{Findings, View};
use std::collections::HashMap;


/// Looks at every number that occurs more than once.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if view.kind() != Kind::Persons || !view.mapped(f::PERSON_PHONE) {
        return;
    }
    let mut by_number: HashMap<&str, Vec<(&Row, &str)>> = HashMap::new();
    for (row, fact) in view.lines() {
        if let (Some(number), Some(key)) = (row.text(f::PERSON_PHONE), fact.household.as_deref()) {
            by_number.entry(number).or_default().push((row, key));
        }
    }
    for lines in by_number.values().filter(|lines| lines.len() > 1) {
        if lines.iter().any(|(_, key)| *key != lines[0].1) {
            lines.iter().for_each(|(row, _)| found.warn(row, f::PERSON_PHONE));
            continue;
        }
        let away: Vec<(&Row, &str)> = lines.iter().filter_map(|(row, _)| Some((*row, county(row)?))).collect();
        if away.iter().any(|(_, code)| *code != away[0].1) {
            away.iter().for_each(|(row, _)| found.warn(row, f::PERSON_PHONE));
        }
    }
}

/// The county somebody works in, if it is known to the county.
fn county(row: &Row) -> Option<&str> {
    row.text(f::WORK_CODE).filter(|code| !code.ends_with("00"))
}

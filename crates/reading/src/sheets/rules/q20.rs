//! Q20: measures of a household that its members' work does not bear out.

use super::super::Kind;
use super::super::dates::months;
use super::super::fields as f;
use super::super::rows::Row;
use super::super::value::Value;
use super::view::{Findings, View};

/// Looks at each household with measures, and at its members in all sheets of persons and spells.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if !view.mapped(f::HOUSEHOLD_MEASURES) {
        return;
    }
    for row in view.representatives() {
        let measures = row.get(f::HOUSEHOLD_MEASURES).map(Value::as_codes).unwrap_or_default();
        let given = |wanted: &[&str]| measures.iter().any(|measure| wanted.contains(measure));
        let away = given(&["labour_export", "travel_subsidy"]);
        let paid = row.get(f::SUBSIDY_TRANSPORT_YUAN).and_then(Value::as_number);
        if given(&["travel_subsidy"]) && paid.is_none_or(|yuan| yuan == 0.0) {
            found.warn(row, f::SUBSIDY_TRANSPORT_YUAN);
        }
        members(view, row, given(&["employment", "public_post"]), away, found);
    }
}

fn members(view: &View<'_>, row: &Row, home: bool, away: bool, found: &mut Findings<'_>) {
    let people = |kind: Kind| matches!(kind, Kind::Persons | Kind::Spells);
    let Some(key) = view.key_of(row).filter(|_| home || away) else { return };
    if !view.sheets.iter().any(|sheet| people(sheet.kind)) {
        return;
    }
    let members = view.members(key, people);
    let nobody_works = !members.iter().any(|(_, _, fact)| fact.works);
    let nobody_away = !members.iter().any(|(_, _, fact)| fact.outside == Some(true));
    if home && nobody_works || away && nobody_away {
        found.warn(row, f::HOUSEHOLD_MEASURES);
    }
    let identified = row.get(f::HOUSEHOLD_FIRST_IDENTIFIED_ON).and_then(Value::as_date).and_then(months);
    let Some(identified) = identified.filter(|_| away) else { return };
    for (sheet, member, fact) in members {
        let start = member.get(f::WORK_START).and_then(Value::as_date).and_then(months);
        if fact.outside == Some(true) && start.is_some_and(|start| start < identified) {
            found.warn_in((sheet, &view.sheets[sheet]), member, f::WORK_START);
        }
    }
}

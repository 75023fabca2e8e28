//! Q2: one head and at most one spouse a household, and sexes that fit relation and ID number.

use super::super::fields as f;
use super::super::rows::Row;
use super::view::{Findings, View};

/// Looks at households first, then at every line.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if !view.kind().has_persons() {
        return;
    }
    if view.mapped(f::PERSON_RELATION) {
        for (_, members) in view.households() {
            household(view, &members, found);
        }
    }
    if !view.mapped(f::PERSON_SEX) {
        return;
    }
    for (row, fact) in view.lines() {
        let Some(sex) = row.code(f::PERSON_SEX) else { continue };
        let expected = row.code(f::PERSON_RELATION).and_then(sex_of);
        if fact.id_sex.is_some_and(|id_sex| id_sex != sex) {
            found.error(row, f::PERSON_SEX);
        } else if expected.is_some_and(|expected| expected != sex) {
            found.warn(row, f::PERSON_SEX);
        }
    }
}

fn household(view: &View<'_>, members: &[&Row], found: &mut Findings<'_>) {
    let with = |code: &str| -> Vec<&Row> {
        members.iter().copied().filter(|row| row.code(f::PERSON_RELATION) == Some(code)).collect()
    };
    let (heads, spouses) = (with("head"), with("spouse"));
    if heads.is_empty() && view.facts.full_roster {
        found.error(members[0], f::PERSON_RELATION);
    }
    for several in [&heads, &spouses] {
        if several.len() > 1 {
            several.iter().for_each(|row| found.error(row, f::PERSON_RELATION));
        }
    }
    if let ([head], [spouse]) = (heads.as_slice(), spouses.as_slice())
        && let (Some(his), Some(hers)) = (head.code(f::PERSON_SEX), spouse.code(f::PERSON_SEX))
        && his == hers
    {
        found.warn(spouse, f::PERSON_SEX);
    }
}

/// The sex a relation word implies.
fn sex_of(relation: &str) -> Option<&'static str> {
    match relation {
        "son" | "son_in_law" | "grandson" | "grandson_d" | "father" | "wifes_father" | "husbands_father" | "grandfather"
        | "grandfather_m" | "great_grandson" | "nephew" | "uncle" => Some("male"),
        "daughter" | "daughter_in_law" | "granddaughter" | "granddaughter_d" | "mother" | "wifes_mother"
        | "husbands_mother" | "grandmother" | "grandmother_m" | "great_granddaughter" | "niece" | "brothers_wife" => {
            Some("female")
        }
        _ => None,
    }
}

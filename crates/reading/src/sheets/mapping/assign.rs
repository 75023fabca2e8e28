//! One meaning for every column: the best possibilities first, each single-valued field once.

use super::super::field::FieldId;
use super::super::fields as f;
use super::super::kind::Kind;
use super::candidates::{Candidate, all};
use super::evidence::Evidence;
use super::header::Header;
use super::{Choice, Mapped, Why};

/// Below this a likeness is chance.
const ENOUGH: f32 = 0.45;

/// Decides about all columns of a sheet of a kind.
pub(in super::super) fn map(headers: &[Header], evidence: &[Evidence], kind: Kind) -> Vec<Choice> {
    let mut possible: Vec<Vec<Candidate>> = headers
        .iter()
        .zip(evidence)
        .map(|(header, values)| if header.is_empty() { Vec::new() } else { all(header, values, kind) })
        .collect();
    lean_on_neighbours(&mut possible, kind);
    let mut choices = vec![Choice { mapped: None, confidence: 0.0, why: Why::Unknown }; headers.len()];
    let mut open: Vec<bool> = possible.iter().map(|c| !c.is_empty()).collect();
    while let Some((at, candidate)) = best(&possible, &open) {
        open[at] = false;
        choices[at] =
            Choice { mapped: candidate.mapped, confidence: candidate.score.clamp(0.0, 1.0), why: candidate.why };
        if let Some(Mapped::Field(field)) = candidate.mapped
            && !field.is_list()
        {
            for (other, candidates) in possible.iter_mut().enumerate() {
                if other != at {
                    take(candidates, field, kind);
                }
            }
        }
    }
    refine(&mut choices, headers, evidence);
    choices
}

fn best(possible: &[Vec<Candidate>], open: &[bool]) -> Option<(usize, Candidate)> {
    let tops = possible.iter().enumerate().filter(|(at, _)| open[*at]);
    let tops = tops.filter_map(|(at, list)| {
        let top = list.iter().copied().reduce(|a, b| if b.score > a.score { b } else { a })?;
        (top.score >= ENOUGH).then_some((at, top))
    });
    tops.reduce(|a, b| if b.1.score > a.1.score { b } else { a })
}

/// A field that another column has won: a second column of work is the next spell, a second
/// ID column the full number; otherwise the possibility is gone.
fn take(candidates: &mut [Candidate], field: FieldId, kind: Kind) {
    for candidate in candidates.iter_mut() {
        if candidate.mapped != Some(Mapped::Field(field)) {
            continue;
        }
        let next = match field {
            f::PERSON_ID_NO => Some(f::PERSON_ID_FULL),
            _ if field.area() == "work" && kind == Kind::Persons && field.spell() < 2 && candidate.score > 0.9 => {
                Some(field.with_spell(field.spell() + 1))
            }
            _ => None,
        };
        match next {
            Some(next) => (candidate.mapped, candidate.score) = (Some(Mapped::Field(next)), candidate.score * 0.8),
            None => candidate.score = 0.0,
        }
    }
}

/// Of two readings equally good, the one of the same area as the column before is right.
fn lean_on_neighbours(possible: &mut [Vec<Candidate>], kind: Kind) {
    let sure = |list: &Vec<Candidate>| {
        let top = list.first()?;
        let rival = list.get(1).map_or(0.0, |c| c.score);
        let field = top.mapped?.field();
        (top.score - rival > 0.04 && field.area() != "row").then(|| field.area())
    };
    let mut area: Option<&'static str> = None;
    let areas: Vec<Option<&'static str>> = possible
        .iter()
        .map(|list| {
            let before = area;
            area = sure(list).or(area);
            before
        })
        .collect();
    for (list, area) in possible.iter_mut().zip(areas) {
        for candidate in list.iter_mut() {
            if let (Some(mapped), Some(area)) = (candidate.mapped, area)
                && near(mapped.field().area(), area, kind)
            {
                candidate.score += 0.06;
            }
        }
        list.sort_by(|a, b| b.score.total_cmp(&a.score));
    }
}

/// Areas that stand together in ledgers.
fn near(area: &str, before: &str, kind: Kind) -> bool {
    area == before || kind == Kind::Helpers && area == "household" && before == "place"
}

/// Choices between a composite and its parts, by the values.
fn refine(choices: &mut [Choice], headers: &[Header], evidence: &[Evidence]) {
    let fields: Vec<FieldId> = choices.iter().filter_map(|c| c.mapped).map(Mapped::field).collect();
    let has = |field: FieldId| fields.contains(&field);
    let mut changes: Vec<(usize, FieldId)> = Vec::new();
    for (at, (choice, values)) in choices.iter().zip(evidence).enumerate() {
        let Some(Mapped::Field(field)) = choice.mapped else { continue };
        let number = headers[at].number.filter(|n| (2..=3).contains(n));
        let better = match field.base() {
            f::WORK_PERIOD if values.periods() < 0.2 => Some(f::WORK_START),
            f::WORK_START if values.periods() > 0.5 => Some(f::WORK_PERIOD),
            f::TRAINING_PERIOD if values.periods() < 0.2 => Some(f::TRAINING_START),
            f::TRAINING_START if values.periods() > 0.5 => Some(f::TRAINING_PERIOD),
            f::PUBPOST_PERIOD if values.periods() < 0.2 => Some(f::PUBPOST_START),
            f::PUBPOST_START if values.periods() > 0.5 => Some(f::PUBPOST_PERIOD),
            f::WISH_PAY if values.ranges() < 0.1 && !values.is_empty() => Some(f::WISH_PAY_MIN),
            f::WISH_PAY_MIN if values.ranges() > 0.3 => Some(f::WISH_PAY),
            f::PERSON_DISABILITY_TYPE | f::PERSON_DISABILITY_GRADE if values.grades() > 0.3 => {
                Some(f::PERSON_DISABILITY)
            }
            f::VACANCY_CONTACT if values.contacts() < 0.3 && values.phones() > 0.5 => Some(f::VACANCY_CONTACT_PHONE),
            f::VACANCY_CONTACT_NAME if values.contacts() > 0.5 => Some(f::VACANCY_CONTACT),
            f::PLACE_VILLAGE | f::PLACE_TOWNSHIP | f::PLACE_COUNTY if values.joined_places() > 0.5 => {
                Some(f::PLACE_FULL)
            }
            f::PLACE_ADDRESS
                if values.joined_places() > 0.5
                    && !has(f::PLACE_TOWNSHIP)
                    && !has(f::PLACE_VILLAGE)
                    && !has(f::PLACE_FULL) =>
            {
                Some(f::PLACE_FULL)
            }
            f::PLACE_FULL if has(f::PLACE_TOWNSHIP) || has(f::PLACE_VILLAGE) => Some(f::PLACE_ADDRESS),
            // Jobs with a number belong to the spell that other columns give that number.
            f::WORK_JOBS if field.spell() == 0 => number
                .map(|n| f::WORK_JOBS.with_spell(n - 1))
                .filter(|jobs| fields.iter().any(|other| other.spell() == jobs.spell())),
            _ => None,
        };
        if let Some(better) = better {
            let better =
                if better.area() == "work" && better.spell() == 0 { better.with_spell(field.spell()) } else { better };
            if !has(better) {
                changes.push((at, better));
            }
        }
    }
    for (at, field) in changes {
        choices[at].mapped = Some(Mapped::Field(field));
    }
    swap_ids(choices, evidence);
}

/// Of two ID columns the one with certificates of 20 or 22 characters is the full number.
fn swap_ids(choices: &mut [Choice], evidence: &[Evidence]) {
    let at = |field: FieldId| choices.iter().position(|c| c.mapped == Some(Mapped::Field(field)));
    if let (Some(id), Some(full)) = (at(f::PERSON_ID_NO), at(f::PERSON_ID_FULL))
        && evidence[id].long_ids() > evidence[full].long_ids()
    {
        choices[id].mapped = Some(Mapped::Field(f::PERSON_ID_FULL));
        choices[full].mapped = Some(Mapped::Field(f::PERSON_ID_NO));
    }
}

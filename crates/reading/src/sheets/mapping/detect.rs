//! What kind of sheet this is: by its columns first, then by title, sheet name and file name.

use super::super::fields as f;
use super::super::kind::Kind;
use super::Mapped;
use super::candidates::{Candidate, by_words};
use super::evidence::Evidence;
use super::header::{Header, normal};
use super::words::title_weight;
use crate::sheets::field::FieldId;

/// The most likely kind, if the columns make sense as any.
pub(in super::super) fn detect(headers: &[Header], evidence: &[Evidence], titles: &[&str]) -> Option<Kind> {
    let titles: Vec<String> = titles.iter().map(|title| normal(title)).collect();
    let scored = Kind::ALL.into_iter().map(|kind| (kind, score(headers, evidence, &titles, kind)));
    let (kind, score) = scored.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    (score > 0.0).then_some(kind)
}

fn score(headers: &[Header], evidence: &[Evidence], titles: &[String], kind: Kind) -> f32 {
    let filled: Vec<(&Header, &Evidence)> = headers.iter().zip(evidence).filter(|(h, _)| !h.is_empty()).collect();
    if filled.is_empty() {
        return 0.0;
    }
    let mut fields: Vec<FieldId> = Vec::new();
    let mut known = 0.0;
    for (header, values) in &filled {
        let best = by_words(header, kind).into_iter().reduce(|a, b| if b.score > a.score { b } else { a });
        match best {
            Some(Candidate { mapped, score, .. }) => {
                known += score.min(1.1);
                fields.extend(mapped.map(Mapped::field));
            }
            // Whatever it is called, a column of ID numbers says that the lines are about people.
            None if values.ids() > 0.5 && kind.has_persons() => fields.push(f::PERSON_ID_NO),
            None => {}
        }
    }
    let count = filled.len() as f32;
    let own = fields.iter().filter(|field| kind.own_areas().contains(&field.area())).count() as f32 / count;
    let weight = [(0, 1.0), (1, 1.0), (2, 0.5)];
    let title: f32 =
        weight.iter().filter_map(|(at, w)| Some(title_weight(titles.get(*at)?, kind) * w)).fold(0.0, f32::max);
    // Names and numbers alone could be anybody's: helpers are called so somewhere.
    let helping = title >= 3.0 || filled.iter().any(|(h, _)| h.speaks_of_help());
    if !has_key(&fields, kind, title >= 3.0) || kind == Kind::Helpers && !helping {
        return 0.0;
    }
    10.0 * known / count + 4.0 * own + title + nature(&fields, kind)
}

/// Without these a line of the kind says nothing.
fn has_key(fields: &[FieldId], kind: Kind, titled: bool) -> bool {
    let any = |keys: &[FieldId]| keys.iter().any(|key| fields.contains(key));
    let area = |name: &str| fields.iter().filter(|field| field.area() == name).count();
    match kind {
        _ if kind.has_persons() => {
            any(&[f::PERSON_NAME, f::PERSON_ID_NO])
                && (kind == Kind::Persons || titled || area(kind.own_areas()[0]) >= 2)
        }
        Kind::Households => {
            any(&[f::HOUSEHOLD_HEAD_NAME, f::HOUSEHOLD_NO, f::HOUSEHOLD_HEAD_ID]) && !fields.contains(&f::PERSON_NAME)
        }
        Kind::Vacancies => {
            any(&[f::VACANCY_TITLE, f::VACANCY_HEADCOUNT]) && area("vacancy") >= 3 || area("vacancy") >= 6
        }
        Kind::Workshops => any(&[f::WORKSHOP_NAME]) && area("workshop") >= 3 || area("workshop") >= 5,
        Kind::Employers => any(&[f::RESUME_NAME]) && area("resume") >= 3 || area("resume") >= 5,
        Kind::Sites => any(&[f::SITE_NAME]) && area("site") >= 3 || area("site") >= 5,
        Kind::Helpers => {
            any(&[f::HELPER_NAME]) && any(&[f::HOUSEHOLD_HEAD_NAME, f::HOUSEHOLD_NO, f::HOUSEHOLD_HEAD_ID])
        }
        _ => any(&[f::EVENT_DATE, f::EVENT_NAME, f::EVENT_VACANCIES, f::EVENT_CONTACTS]) && area("event") >= 3,
    }
}

/// What tells kinds apart that share their columns.
fn nature(fields: &[FieldId], kind: Kind) -> f32 {
    let has = |field: FieldId| fields.contains(&field);
    let ledger = [f::PERSON_RELATION, f::PERSON_LABOUR, f::PERSON_EDUCATION, f::PERSON_HEALTH, f::HOUSEHOLD_SIZE];
    let person = ledger.iter().filter(|field| has(**field)).count() as f32;
    let two_spells = fields.iter().any(|field| field.spell() > 0);
    match kind {
        Kind::Persons => 1.0 + 0.4 * person + if two_spells { 3.0 } else { 0.0 },
        Kind::Spells if two_spells => -6.0,
        // One line a spell needs at least when and where; less is a remark in a list of persons.
        Kind::Spells if !(has(f::WORK_START) || has(f::WORK_PERIOD) || has(f::WORK_END)) => -3.0 - 0.4 * person,
        Kind::Spells => -0.4 * person,
        Kind::Plans => -0.4 * person,
        _ => 0.0,
    }
}

//! Imports and their undoing.

use super::{Context, Ruling};
use crate::error::OfficeError;
use domain::access::Scope;
use domain::error::Refusal;
use domain::facts::{Batch, Change, Record, RecordId};
use domain::ids::{BatchId, HouseholdId, PersonId};
use domain::places::Area;
use std::collections::{BTreeSet, HashMap, HashSet};
use store::{Form, Page, Recorded, Tx, VacancyFilter};

/// Changes read from the journal at a time.
const PAGE: u32 = 5_000;

pub(super) async fn import(
    tx: &mut Tx,
    context: &Context,
    batch: Batch,
    mut changes: Vec<Change>,
) -> Result<Ruling, OfficeError> {
    changes.iter().flat_map(sides).try_for_each(|record| within(&context.scope, record))?;
    let ids: Vec<RecordId> = changes.iter().map(Change::id).collect();
    let current = current(tx, context.county_area(), &ids).await?;
    let stale = changes.iter().filter(|change| current.get(&change.id()) != change.before.as_ref()).count();
    if stale > 0 {
        return Err(Refusal::new(1114).with("file", batch.file).with("n", stale).into());
    }
    drop(current);
    let touched = touched(tx, context, &changes).await?;
    let about = Some(RecordId::Batch(batch.id));
    changes.push(Change::new(Record::Batch(batch)));
    Ok(Ruling { changes, touched, about, ..Ruling::default() })
}

pub(super) async fn undo(tx: &mut Tx, context: &Context, id: BatchId) -> Result<Ruling, OfficeError> {
    let batch = tx.batch(context.scope.area(), id).await?;
    let batch = batch.ok_or_else(|| Refusal::new(1115).with("batch", id.to_string()))?.record;
    if batch.undone {
        return Err(Refusal::new(1116).with("file", batch.file).into());
    }
    let recorded = recorded(tx, context, id).await?;
    let untouched = untouched(tx, context, &recorded).await?;
    let others = recorded.iter().map(|change| change.record).filter(|id| !untouched.contains(id));
    let mut current = current(tx, context.county_area(), &others.collect::<Vec<RecordId>>()).await?;
    let mut changes = Vec::with_capacity(recorded.len() + 1);
    let mut stale = 0usize;
    for change in recorded.into_iter().rev().filter(|change| !matches!(change.record, RecordId::Batch(_))) {
        let reversed = match untouched.contains(&change.record) {
            true => change.whole.map(|whole| Change { before: Some(whole), after: None }),
            false => reversed(change, &mut current),
        };
        match reversed {
            Some(change) => changes.push(change),
            None => stale += 1,
        }
    }
    stale += left_behind(tx, context, &changes).await?;
    if stale > 0 {
        return Err(Refusal::new(1117).with("file", batch.file).with("n", stale).into());
    }
    changes.iter().flat_map(sides).try_for_each(|record| within(&context.scope, record))?;
    let touched = touched(tx, context, &changes).await?;
    let undone = Batch { undone: true, ..batch.clone() };
    changes.push(Change { before: Some(Record::Batch(batch)), after: Some(Record::Batch(undone)) });
    Ok(Ruling { changes, touched, about: Some(RecordId::Batch(id)), ..Ruling::default() })
}

/// The records that the import made and nobody has changed since: they are what the journal says, and need not be read again.
async fn untouched(tx: &Tx, context: &Context, recorded: &[Recorded]) -> Result<HashSet<RecordId>, OfficeError> {
    let made = recorded.iter().filter(|change| change.form == Form::Made).map(|change| change.record);
    let versions = tx.versions(context.county_area(), &made.collect::<Vec<_>>()).await?;
    Ok(versions.into_iter().filter(|(_, version)| *version == 1).map(|(id, _)| id).collect())
}

/// What the import of a batch did, in its order.
async fn recorded(tx: &Tx, context: &Context, id: BatchId) -> Result<Vec<Recorded>, OfficeError> {
    let county = context.scope.county();
    let entries = tx.journal_about(county, RecordId::Batch(id)).await?;
    let Some(import) = entries.last() else { return Ok(Vec::new()) };
    let mut all: Vec<Recorded> = Vec::new();
    loop {
        let behind = all.last().map_or(-1, |change| change.position);
        let page = tx.entry_changes(county, import.entry, behind, PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// How many records of others would be left without what they belong to: members, spells, vacancies that came later.
async fn left_behind(tx: &Tx, context: &Context, changes: &[Change]) -> Result<usize, OfficeError> {
    let area = context.county_area();
    let own: HashSet<RecordId> = changes.iter().map(Change::id).collect();
    let (mut households, mut persons, mut employers) = (Vec::new(), Vec::new(), Vec::new());
    for id in changes.iter().filter(|change| change.after.is_none()).map(Change::id) {
        match id {
            RecordId::Household(id) => households.push(id),
            RecordId::Person(id) => persons.push(id),
            RecordId::Employer(id) => employers.push(id),
            _ => {}
        }
    }
    let members = tx.members_of(area, &households).await?;
    let mut left = members.into_iter().filter(|id| !own.contains(&RecordId::Person(*id))).count();
    let spells = tx.spells_of(area, &persons).await?;
    left += spells.into_iter().filter(|id| !own.contains(&RecordId::Spell(*id))).count();
    for employer in employers {
        let filter = VacancyFilter { employer: Some(employer), ..VacancyFilter::default() };
        let vacancies = tx.vacancy_list(area, &filter, Page::first(u32::MAX)).await?.rows;
        left += vacancies.iter().filter(|stored| !own.contains(&RecordId::Vacancy(stored.record.id))).count();
    }
    Ok(left)
}

/// The change that takes a recorded one back; `None` when the fields it set have moved since or the record was forgotten.
fn reversed(change: Recorded, current: &mut HashMap<RecordId, Record>) -> Option<Change> {
    let now = current.remove(&change.record);
    match change.form {
        Form::Made => {
            let now = now.filter(|now| Some(now) == change.whole.as_ref())?;
            Some(Change { before: Some(now), after: None })
        }
        Form::Changed => {
            let before = now?;
            let mut after = before.clone();
            for moved in change.moved {
                if before.get(&moved.field)? != moved.after {
                    return None;
                }
                after.set(&moved.field, moved.before).ok()?;
            }
            Some(Change { before: Some(before), after: Some(after) })
        }
        Form::TakenBack => Some(Change { before: None, after: Some(change.whole.filter(|_| now.is_none())?) }),
    }
}

/// The records with these ids as they stand.
async fn current(tx: &Tx, area: Area, ids: &[RecordId]) -> Result<HashMap<RecordId, Record>, OfficeError> {
    let mut found = HashMap::with_capacity(ids.len());
    macro_rules! gather {
        ($kind:ident, $many:ident) => {
            let picked = ids.iter().filter_map(|id| if let RecordId::$kind(id) = id { Some(*id) } else { None });
            let picked: Vec<_> = picked.collect();
            let stored = tx.$many(area, &picked).await?;
            found.extend(stored.into_iter().map(|(id, stored)| (RecordId::$kind(id), Record::$kind(stored.record))));
        };
    }
    gather!(Household, households);
    gather!(Person, persons);
    gather!(Spell, spells);
    gather!(Employer, employers);
    gather!(Vacancy, vacancies);
    Ok(found)
}

fn sides(change: &Change) -> impl Iterator<Item = &Record> {
    [&change.before, &change.after].into_iter().flatten()
}

/// The households whose read models move.
async fn touched(tx: &Tx, context: &Context, changes: &[Change]) -> Result<BTreeSet<HouseholdId>, OfficeError> {
    let mut households = BTreeSet::new();
    let mut homes: BTreeSet<PersonId> = BTreeSet::new();
    let mut workers: BTreeSet<PersonId> = BTreeSet::new();
    for record in changes.iter().flat_map(sides) {
        match record {
            Record::Household(household) => {
                households.insert(household.id);
            }
            Record::Person(person) => {
                households.insert(person.household);
                homes.insert(person.id);
            }
            Record::Spell(spell) => {
                workers.insert(spell.person);
            }
            _ => {}
        }
    }
    let others: Vec<PersonId> = workers.difference(&homes).copied().collect();
    let others = tx.persons(context.county_area(), &others).await?;
    households.extend(others.into_values().map(|stored| stored.record.household));
    Ok(households)
}

/// A record outside the area refuses the whole import.
fn within(scope: &Scope, record: &Record) -> Result<(), Refusal> {
    let region = match record {
        Record::Household(household) => household.region,
        Record::Vacancy(vacancy) => vacancy.region,
        Record::Employer(employer) => employer.region,
        _ => return Ok(()),
    };
    if scope.area().contains(region) { Ok(()) } else { Err(Refusal::new(1118).with("region", region)) }
}

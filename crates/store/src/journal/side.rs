//! What stands beside the records: versions and keys that an entry needs to know, look-up keys and labels that follow the records.

use super::Form;
use super::append::{Step, statements, subject};
use crate::db::BATCH;
use crate::error::StoreError;
use crate::keys::{Keys, random};
use crate::records::{HOUSEHOLD_LABELS, PERSON_LABELS, SOUNDS, label_rows, sound_rows};
use crate::seal::{Cipher, Place};
use crate::tx::Tx;
use crate::value::Sql;
use domain::facts::Record;
use domain::ids::HouseholdId;
use domain::ledger::{Household, IdNumber, Person};
use domain::places::Region;
use std::collections::HashMap;
use uuid::Uuid;

const SUBJECT_KEY: &str = "subject_key";

/// What an entry must know before it is written.
pub(super) struct Known {
    versions: HashMap<Uuid, i64>,
    pub(super) regions: HashMap<HouseholdId, Region>,
    subjects: HashMap<Uuid, [u8; 32]>,
}

impl Known {
    pub(super) async fn load(tx: &Tx, steps: &[Step<'_>]) -> Result<Self, StoreError> {
        let subjects = steps.iter().filter_map(|step| subject(step.record())).collect();
        Ok(Self {
            versions: versions(tx, steps).await?,
            regions: regions(tx, steps).await?,
            subjects: subject_keys(tx, subjects).await?,
        })
    }

    /// The version of a record after a step.
    pub(super) fn next_version(&mut self, step: Step<'_>) -> Result<i64, StoreError> {
        let version = match step.form {
            Form::Made => 1,
            Form::Changed | Form::TakenBack => self.versions.get(&step.id.uuid()).ok_or(StoreError::Gone(step.id))? + 1,
        };
        self.versions.insert(step.id.uuid(), version);
        Ok(version)
    }

    pub(super) fn cipher(&self, subject: Uuid) -> Option<Cipher> {
        self.subjects.get(&subject).map(Cipher::new)
    }
}

async fn versions(tx: &Tx, steps: &[Step<'_>]) -> Result<HashMap<Uuid, i64>, StoreError> {
    let mut found = HashMap::new();
    let later: Vec<_> = steps.iter().filter(|step| step.form != Form::Made).collect();
    for steps in later.chunk_by(|a, b| a.id.kind() == b.id.kind()).flat_map(|group| group.chunks(BATCH)) {
        let mut sql = Sql::new(statements(steps[0].record()).versions);
        sql.push_with("", tx.county);
        sql.push_list(" AND id IN ", steps.iter().map(|step| step.id.uuid()));
        for row in tx.source.all(sql).await? {
            found.insert(row.get(0)?, row.get(1)?);
        }
    }
    Ok(found)
}

/// Regions of the households of all persons in hand: from the same entry, else from the store.
async fn regions(tx: &Tx, steps: &[Step<'_>]) -> Result<HashMap<HouseholdId, Region>, StoreError> {
    let after = || steps.iter().filter_map(|step| step.change.after.as_ref());
    let mut found: HashMap<HouseholdId, Region> = after()
        .filter_map(|record| match record {
            Record::Household(household) => Some((household.id, household.region)),
            _ => None,
        })
        .collect();
    let mut missing: Vec<HouseholdId> = after()
        .filter_map(|record| match record {
            Record::Person(person) if !found.contains_key(&person.household) => Some(person.household),
            _ => None,
        })
        .collect();
    missing.sort_unstable();
    missing.dedup();
    for ids in missing.chunks(BATCH) {
        let mut sql = Sql::new("SELECT id, region FROM household WHERE county = $1").with(tx.county);
        sql.push_list(" AND id IN ", ids.iter().map(|id| id.0));
        for row in tx.source.all(sql).await? {
            found.insert(HouseholdId(row.get(0)?), row.region(1)?);
        }
    }
    Ok(found)
}

/// The journal keys of persons and households; made for those that have none.
pub(crate) async fn subject_keys(tx: &Tx, mut ids: Vec<Uuid>) -> Result<HashMap<Uuid, [u8; 32]>, StoreError> {
    ids.sort_unstable();
    ids.dedup();
    let mut found = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(BATCH) {
        let mut sql = Sql::new("SELECT subject_id, wrapped FROM subject_key WHERE county = $1").with(tx.county);
        sql.push_list(" AND subject_id IN ", ids.iter().copied());
        for row in tx.source.all(sql).await? {
            let id = row.get(0)?;
            found.insert(id, unwrap(&tx.keys, tx.county, id, &row.get::<Vec<u8>>(1)?)?);
        }
    }
    ids.retain(|id| !found.contains_key(id));
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let key = random::<32>()?;
        let wrapped = tx.keys.wrap.seal(Place { table: SUBJECT_KEY, county: tx.county, id }, &key)?;
        rows.push(vec![tx.county.into(), id.into(), wrapped.into()]);
        found.insert(id, key);
    }
    tx.source.insert("INSERT INTO subject_key (county, subject_id, wrapped)", rows, "").await?;
    Ok(found)
}

/// Opens a wrapped journal key.
pub(crate) fn unwrap(keys: &Keys, county: u32, id: Uuid, wrapped: &[u8]) -> Result<[u8; 32], StoreError> {
    let key = keys.wrap.open(Place { table: SUBJECT_KEY, county, id }, wrapped, SUBJECT_KEY)?;
    key.try_into().map_err(|_| StoreError::Damaged(SUBJECT_KEY))
}

fn id_number(record: Option<&Record>) -> Option<&IdNumber> {
    match record {
        Some(Record::Person(person)) => person.id_no.as_ref(),
        _ => None,
    }
}

/// Frees the ID numbers that persons no longer have, before others may take them.
pub(super) async fn release_id_numbers(tx: &Tx, steps: &[Step<'_>]) -> Result<(), StoreError> {
    let released: Vec<_> = steps
        .iter()
        .filter_map(|step| {
            let before = id_number(step.change.before.as_ref())?;
            (Some(before) != id_number(step.change.after.as_ref())).then(|| tx.keys.id_hash(before))
        })
        .collect();
    for hashes in released.chunks(BATCH) {
        let mut sql = Sql::new("DELETE FROM person_key WHERE county = $1").with(tx.county);
        sql.push_list(" AND id_hash IN ", hashes.iter().cloned());
        tx.source.run(sql).await?;
    }
    Ok(())
}

/// Writes what follows the records of one batch, all of one kind and form.
pub(super) async fn write(tx: &Tx, steps: &[Step<'_>]) -> Result<(), StoreError> {
    match steps[0].record() {
        Record::Person(_) => {
            take_id_numbers(tx, steps).await?;
            sounds(tx, steps).await?;
            labels(tx, steps, PERSON_LABELS, "DELETE FROM person_label WHERE county = $1 AND person_id IN ").await
        }
        Record::Household(_) => {
            move_members(tx, steps).await?;
            labels(tx, steps, HOUSEHOLD_LABELS, "DELETE FROM household_label WHERE county = $1 AND household_id IN ")
                .await
        }
        Record::Account(_) if steps[0].form == Form::TakenBack => {
            for step in steps {
                let sql = Sql::new("DELETE FROM login WHERE county = $1 AND account_id = $2");
                tx.source.run(sql.with(tx.county).with(step.id.uuid())).await?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

async fn take_id_numbers(tx: &Tx, steps: &[Step<'_>]) -> Result<(), StoreError> {
    let taken: Vec<(&IdNumber, Uuid)> = steps
        .iter()
        .filter_map(|step| {
            let after = id_number(step.change.after.as_ref())?;
            (Some(after) != id_number(step.change.before.as_ref())).then(|| (after, step.id.uuid()))
        })
        .collect();
    let row = |&(number, id): &(&IdNumber, Uuid)| vec![tx.keys.id_hash(number).into(), tx.county.into(), id.into()];
    let head = "INSERT INTO person_key (id_hash, county, person_id)";
    let written = tx.source.insert(head, taken.iter().map(row).collect(), "ON CONFLICT (id_hash) DO NOTHING").await?;
    if written == taken.len() as u64 {
        return Ok(());
    }
    let numbers: Vec<IdNumber> = taken.iter().map(|(number, _)| (*number).clone()).collect();
    let owners = tx.persons_by_id_numbers(&numbers).await?;
    let loser = taken.iter().find(|(number, id)| owners.get(number).is_none_or(|(_, owner)| owner.0 != *id));
    Err(loser.map_or(StoreError::Exists("person_key"), |(_, id)| StoreError::IdNumberTaken { person: (*id).into() }))
}

/// Readings follow the name, and the household the person lives in.
async fn sounds(tx: &Tx, steps: &[Step<'_>]) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    let mut gone = Vec::new();
    for step in steps {
        match sides(step) {
            (None, Some(Record::Person(after))) => rows.extend(sound_rows(tx.county, after)),
            (Some(Record::Person(before)), Some(Record::Person(after)))
                if (&before.name, before.household) != (&after.name, after.household) =>
            {
                gone.push(after.id.0);
                rows.extend(sound_rows(tx.county, after));
            }
            _ => {}
        }
    }
    if !gone.is_empty() {
        let mut sql = Sql::new("DELETE FROM person_sound WHERE county = $1 AND person_id IN ").with(tx.county);
        sql.push_list("", gone);
        tx.source.run(sql).await?;
    }
    tx.source.insert(SOUNDS, rows, "").await?;
    Ok(())
}

fn sides<'a>(step: &Step<'a>) -> (Option<&'a Record>, Option<&'a Record>) {
    (step.change.before.as_ref(), step.change.after.as_ref())
}

async fn labels(tx: &Tx, steps: &[Step<'_>], insert: &'static str, delete: &'static str) -> Result<(), StoreError> {
    let of = |record: Option<&'_ Record>| match record {
        Some(Record::Household(Household { labels, .. }) | Record::Person(Person { labels, .. })) => labels.clone(),
        _ => Vec::new(),
    };
    let mut rows = Vec::new();
    let mut gone = Vec::new();
    for step in steps.iter().filter(|step| step.form != Form::TakenBack) {
        let (before, after) = sides(step);
        let (before, after) = (of(before), of(after));
        if before != after {
            rows.extend(label_rows(tx.county, step.id.uuid(), &after));
            if !before.is_empty() {
                gone.push(step.id.uuid());
            }
        }
    }
    if !gone.is_empty() {
        let mut sql = Sql::new(delete).with(tx.county);
        sql.push_list("", gone);
        tx.source.run(sql).await?;
    }
    tx.source.insert(insert, rows, "").await?;
    Ok(())
}

/// Members follow their household into another village.
async fn move_members(tx: &Tx, steps: &[Step<'_>]) -> Result<(), StoreError> {
    for step in steps {
        if let (Some(Record::Household(before)), Some(Record::Household(after))) = sides(step)
            && before.region != after.region
        {
            let sql = Sql::new("UPDATE person SET region = $1 WHERE county = $2 AND household_id = $3");
            tx.source.run(sql.with(after.region).with(tx.county).with(after.id.0)).await?;
        }
    }
    Ok(())
}

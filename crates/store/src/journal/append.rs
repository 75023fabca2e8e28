//! Writing an entry: the records themselves, what is looked up beside them, the changes, the entry, the receipt. In batches, and while the
//! database works on one batch the next is sealed and hashed.

use super::chain::{ChangeRow, EntryRow, Head, Parts, entry_hash};
use super::side::{self, Known};
use super::{Entry, Form};
use crate::db::BATCH;
use crate::error::StoreError;
use crate::keys::Keys;
use crate::records::{Context, Table, row};
use crate::seal::{Cipher, Place};
use crate::tx::Tx;
use crate::value::{Sql, Val};
use chrono::SecondsFormat;
use domain::access::Actor;
use domain::door::Receipt;
use domain::facts::{Change, Record, RecordId};
use std::borrow::Cow;
use std::collections::HashSet;
use uuid::Uuid;

/// Runs an expression with the record of whatever kind.
macro_rules! each {
    ($record:expr, $inner:ident => $body:expr) => {
        match $record {
            Record::Household($inner) => $body,
            Record::Person($inner) => $body,
            Record::Spell($inner) => $body,
            Record::Employer($inner) => $body,
            Record::Vacancy($inner) => $body,
            Record::Run($inner) => $body,
            Record::Decision($inner) => $body,
            Record::Batch($inner) => $body,
            Record::Account($inner) => $body,
        }
    };
}

/// The statements of a record's table.
pub(super) struct Statements {
    insert: &'static str,
    upsert: &'static str,
    delete: &'static str,
    pub(super) versions: &'static str,
}

pub(super) fn statements(record: &Record) -> Statements {
    fn of<T: Table>(_: &T) -> Statements {
        Statements { insert: T::INSERT, upsert: T::UPSERT, delete: T::DELETE, versions: T::VERSIONS }
    }
    each!(record, inner => of(inner))
}

/// A change with what is told from its two sides.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    pub(super) change: &'a Change,
    pub(super) form: Form,
    pub(super) id: RecordId,
}

impl<'a> Step<'a> {
    fn of(change: &'a Change) -> Option<Self> {
        let form = match (&change.before, &change.after) {
            (None, Some(_)) => Form::Made,
            (Some(before), Some(after)) if before != after => Form::Changed,
            (Some(_), None) => Form::TakenBack,
            _ => return None,
        };
        Some(Self { change, form, id: change.id() })
    }

    /// The side that stands in the change: after, or before for a record taken back.
    pub(super) fn record(self) -> &'a Record {
        self.change.after.as_ref().or(self.change.before.as_ref()).expect("made by `of` from a change with a side")
    }

    /// Records that others refer to are made before these and taken back after them.
    fn rank(self) -> (i8, i8) {
        let kind = match self.id {
            RecordId::Account(_) => 0,
            RecordId::Batch(_) => 1,
            RecordId::Employer(_) => 2,
            RecordId::Vacancy(_) => 3,
            RecordId::Household(_) => 4,
            RecordId::Person(_) => 5,
            RecordId::Spell(_) => 6,
            RecordId::Run(_) => 7,
            RecordId::Decision(_) => 8,
        };
        match self.form {
            Form::Made => (kind, 0),
            Form::Changed => (kind, 1),
            Form::TakenBack => (100 - kind, 0),
        }
    }
}

/// The person or household whose key seals the history of a record.
pub(super) fn subject(record: &Record) -> Option<Uuid> {
    match record {
        Record::Household(household) => Some(household.id.0),
        Record::Person(person) => Some(person.id.0),
        Record::Spell(spell) => Some(spell.person.0),
        Record::Decision(decision) => Some(decision.person.0),
        _ => None,
    }
}

/// One batch, ready to be written.
struct Ready<'a> {
    statements: Statements,
    steps: &'a [Step<'a>],
    rows: Vec<Vec<Val>>,
    changes: Vec<Vec<Val>>,
}

const CHANGE: &str =
    "INSERT INTO change (county, entry, position, kind, record_id, subject_id, version, form, fields, sealed)";

impl Tx {
    /// Writes an entry with its changes: records (new ones at version 1, changed ones at one more), labels, look-up keys, the changes for
    /// history and undo, the journal entry and the receipt. Changes that change nothing are left out.
    ///
    /// # Errors
    /// Q-3005 a record of another county, Q-3006 an ID number that is taken, Q-3007 a record to change that is not there, Q-3008 a record to
    /// make that is there or two changes of one record, Q-3009 a record to take back that others refer to.
    pub async fn append(&mut self, entry: &Entry, changes: &[Change]) -> Result<Receipt, StoreError> {
        let mut steps: Vec<Step<'_>> = changes.iter().filter_map(Step::of).collect();
        steps.sort_by_key(|step| step.rank());
        self.check(&steps)?;
        let mut known = Known::load(self, &steps).await?;
        side::release_id_numbers(self, &steps).await?;
        let number = self.head.entry + 1;
        let keys = std::sync::Arc::clone(&self.keys);
        let sealer = Sealer { keys: &keys, county: self.county, entry: number, shared: keys.county(self.county) };

        let mut digest = Parts::new();
        let mut position = 0;
        let mut batches = steps.chunk_by(|a, b| a.rank() == b.rank()).flat_map(|group| group.chunks(BATCH));
        let mut prepare = |digest: &mut Parts| {
            let Some(steps) = batches.next() else { return Ok(None) };
            let first = position;
            position += steps.len() as i64;
            sealer.prepare(steps, &mut known, digest, first).map(Some)
        };
        let mut ready = prepare(&mut digest)?;
        while let Some(batch) = ready {
            let (written, next) = tokio::join!(self.write_batch(batch), async { prepare(&mut digest) });
            written?;
            ready = next?;
        }
        self.end_entry(&sealer, entry, number, steps.len(), digest.end()).await
    }

    fn check(&mut self, steps: &[Step<'_>]) -> Result<(), StoreError> {
        let mut seen = HashSet::with_capacity(steps.len());
        for step in steps {
            let region = each!(step.record(), record => record.region());
            if let Some(region) = region.filter(|region| region.county() != self.county) {
                return Err(StoreError::OtherCounty { expected: self.county, found: region.county() });
            }
            if !seen.insert((step.id, step.form.code())) {
                return Err(StoreError::Exists("changes"));
            }
            for side in [&step.change.before, &step.change.after].into_iter().flatten() {
                if let Record::Household(household) = side {
                    self.dirty.insert(household.region);
                }
            }
        }
        Ok(())
    }

    async fn write_batch(&self, batch: Ready<'_>) -> Result<(), StoreError> {
        let Ready { statements, steps, rows, changes } = batch;
        match steps[0].form {
            Form::Made => {
                self.source.insert(statements.insert, rows, "").await?;
            }
            Form::Changed => {
                self.source.insert(statements.insert, rows, statements.upsert).await?;
            }
            Form::TakenBack => {
                let mut sql = Sql::new("");
                sql.push(statements.delete).push_with("", self.county);
                sql.push_list(" AND id IN ", steps.iter().map(|step| step.id.uuid()));
                self.source.run(sql).await?;
            }
        }
        side::write(self, steps).await?;
        self.source.insert(CHANGE, changes, "").await?;
        Ok(())
    }

    async fn end_entry(
        &mut self,
        sealer: &Sealer<'_>,
        entry: &Entry,
        number: i64,
        changes: usize,
        digest: [u8; 32],
    ) -> Result<Receipt, StoreError> {
        let row = sealer.entry(entry, number, changes)?;
        let previous = self.head.hash;
        let hash = entry_hash(&row, &digest, &previous);
        let sql = "INSERT INTO journal (county, entry, command_id, kind, actor, account_id, written_at, origin, about_kind, about_id, note, \
                   changes, digest, previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
        let sql = Sql::new(sql).with(row.county).with(row.entry).with(row.command).with(row.kind).with(row.actor);
        let sql = sql.with(row.account).with(row.at).with(row.origin).with(row.about_kind).with(row.about);
        let sql = sql.with(row.note).with(row.changes).with(digest).with(previous).with(hash);
        self.source.run(sql).await?;
        let sql = Sql::new("UPDATE journal_head SET entry = $1, hash = $2 WHERE county = $3");
        self.source.run(sql.with(number).with(hash).with(self.county)).await?;
        self.head = Head { entry: number, hash };
        let receipt = Receipt { entry: number, changed: changes as u32, two_answers: entry.two_answers };
        let sql = "INSERT INTO receipt (county, command_id, entry, changed, two_answers) VALUES ($1, $2, $3, $4, $5)";
        let sql = Sql::new(sql).with(self.county).with(entry.command.0).with(number);
        self.source.run(sql.with(receipt.changed).with(receipt.two_answers)).await?;
        Ok(receipt)
    }
}

/// Seals the rows of one entry.
struct Sealer<'a> {
    keys: &'a Keys,
    county: u32,
    entry: i64,
    /// Key of what is about nobody in particular.
    shared: Cipher,
}

impl Sealer<'_> {
    fn prepare<'a>(
        &self,
        steps: &'a [Step<'a>],
        known: &mut Known,
        digest: &mut Parts,
        position: i64,
    ) -> Result<Ready<'a>, StoreError> {
        let mut rows = Vec::with_capacity(steps.len());
        let mut changes = Vec::with_capacity(steps.len());
        for (n, step) in steps.iter().enumerate() {
            let version = known.next_version(*step)?;
            let json =
                each!(step.record(), record => serde_json::to_vec(record)).map_err(|_| StoreError::Damaged("JSON"))?;
            if step.form != Form::TakenBack {
                let context = Context { keys: self.keys, regions: &known.regions };
                rows.push(each!(step.record(), record => row(record, &json, version, self.county, &context))?);
            }
            let change = self.change(*step, json, version, known, position + n as i64)?;
            digest.change(&change);
            changes.push(self.change_row(change));
        }
        Ok(Ready { statements: statements(steps[0].record()), steps, rows, changes })
    }

    fn change(
        &self,
        step: Step<'_>,
        json: Vec<u8>,
        version: i64,
        known: &Known,
        position: i64,
    ) -> Result<ChangeRow, StoreError> {
        let (fields, plain) = match step.form {
            Form::Changed => {
                let moved = step.change.fields();
                let names: Vec<&str> = moved.iter().map(|(name, ..)| *name).collect();
                let text = |value| serde_json::to_vec(&value).map_err(|_| StoreError::Damaged("JSON"));
                let names = serde_json::to_string(&names).map_err(|_| StoreError::Damaged("JSON"))?;
                (names, text(serde_json::json!(moved))?)
            }
            Form::Made | Form::TakenBack => ("[]".to_owned(), json),
        };
        let subject = subject(step.record());
        let id = step.id.uuid();
        let place = Place { table: "change", county: self.county, id };
        let cipher = subject.and_then(|subject| known.cipher(subject));
        let cipher = cipher.map_or(Cow::Borrowed(&self.shared), Cow::Owned);
        Ok(ChangeRow {
            position,
            kind: step.id.kind().to_owned(),
            record: id,
            subject,
            version,
            form: step.form.code().to_owned(),
            fields,
            sealed: cipher.seal(place, &plain)?,
        })
    }

    fn change_row(&self, row: ChangeRow) -> Vec<Val> {
        vec![
            self.county.into(),
            self.entry.into(),
            row.position.into(),
            row.kind.into(),
            row.record.into(),
            row.subject.into(),
            row.version.into(),
            row.form.into(),
            row.fields.into(),
            row.sealed.into(),
        ]
    }

    fn entry(&self, entry: &Entry, number: i64, changes: usize) -> Result<EntryRow, StoreError> {
        let place = Place { table: "journal", county: self.county, id: entry.command.0 };
        let note = entry.note.as_ref().map(|note| self.shared.seal(place, note.as_bytes())).transpose()?;
        let (actor, account) = actor(entry.actor);
        Ok(EntryRow {
            county: self.county,
            entry: number,
            command: entry.command.0,
            kind: entry.kind.code().to_owned(),
            actor: actor.to_owned(),
            account,
            at: entry.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            origin: entry.origin.clone(),
            about_kind: entry.about.map(|about| about.kind().to_owned()),
            about: entry.about.map(RecordId::uuid),
            note,
            changes: changes as i64,
        })
    }
}

/// An actor as two columns.
pub(crate) fn actor(actor: Actor) -> (&'static str, Option<Uuid>) {
    match actor {
        Actor::Account(id) => ("account", Some(id.0)),
        Actor::CommandLine => ("command_line", None),
        Actor::System => ("system", None),
    }
}

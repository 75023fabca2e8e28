//! Reading the journal: pages of entries, the history of a record, the changes of an entry for undo.

use super::side::unwrap;
use super::{Form, Head};
use crate::error::StoreError;
use crate::lists::{Listed, Page};
use crate::read::Reader;
use crate::seal::{Cipher, Place};
use crate::tx::Tx;
use crate::value::{Row, Sql};
use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::door::CommandKind;
use domain::facts::{Change, Record, RecordId};
use domain::ids::{AccountId, CommandId};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// An entry of the journal, without its changes.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalRow {
    /// County.
    pub county: u32,
    /// Number in the county, from 1.
    pub entry: i64,
    /// The command carried out.
    pub command: CommandId,
    /// Its kind.
    pub kind: CommandKind,
    /// Who gave it.
    pub actor: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// From where.
    pub origin: String,
    /// The record it is about.
    pub about: Option<RecordId>,
    /// What the actor said.
    pub note: Option<String>,
    /// Number of records changed.
    pub changes: i64,
}

/// What an entry did to one record.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Entry it belongs to.
    pub entry: i64,
    /// Its place in the entry; undo goes backwards.
    pub position: i64,
    /// The record.
    pub record: RecordId,
    /// Version of the record since.
    pub version: i64,
    /// What happened.
    pub form: Form,
    /// The fields that moved; all filled ones of a record made or taken back. Empty when `forgotten`.
    pub moved: Vec<Moved>,
    /// The record itself when it was made or taken back, for undo.
    pub whole: Option<Record>,
    /// The key was destroyed: the values can never be read again.
    pub forgotten: bool,
}

/// A field that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The field.
    pub field: String,
    /// Its value before; null: empty.
    pub before: Value,
    /// Its value after; null: empty.
    pub after: Value,
}

const ENTRY: &str = "SELECT j.county, j.entry, j.command_id, j.kind, j.actor, j.account_id, j.written_at, j.origin, j.about_kind, \
                     j.about_id, j.note, j.changes FROM journal j WHERE j.county = $1";
const CHANGE: &str =
    "SELECT entry, position, kind, record_id, version, form, sealed, subject_id FROM change WHERE county = $1";

impl Reader {
    /// Entries of a county, newest first, at most `limit`; `before` an entry number for the next page.
    pub async fn journal(&self, county: u32, before: Option<i64>, limit: u32) -> Result<Vec<JournalRow>, StoreError> {
        let mut sql = Sql::new(ENTRY).with(county);
        if let Some(before) = before {
            sql.push_with(" AND j.entry < ", before);
        }
        sql.push_with(" ORDER BY j.entry DESC LIMIT ", limit);
        self.entries(county, sql).await
    }

    /// Entries of a county that match, newest first: of one kind of command, given by one account.
    pub async fn journal_list(
        &self,
        county: u32,
        kind: Option<CommandKind>,
        account: Option<AccountId>,
        page: Page,
    ) -> Result<Listed<JournalRow>, StoreError> {
        let condition = |sql: &mut Sql| {
            if let Some(kind) = kind {
                sql.push_with(" AND j.kind = ", kind.code());
            }
            if let Some(account) = account {
                sql.push_with(" AND j.account_id = ", account.0);
            }
        };
        let mut count = Sql::new("SELECT COUNT(*) FROM journal j WHERE j.county = $1").with(county);
        condition(&mut count);
        let total = self.source.first(count).await?.map_or(Ok(0), |row| row.count(0))?;
        let mut sql = Sql::new(ENTRY).with(county);
        condition(&mut sql);
        sql.push_with(" ORDER BY j.entry DESC LIMIT ", page.size).push_with(" OFFSET ", page.offset);
        Ok(Listed { rows: self.entries(county, sql).await?, total })
    }

    /// Entries about a record as a whole, such as the import of a batch or readings of a person's data, newest first.
    pub async fn journal_about(&self, county: u32, record: RecordId) -> Result<Vec<JournalRow>, StoreError> {
        let mut sql = Sql::new(ENTRY).with(county);
        sql.push_with(" AND j.about_id = ", record.uuid()).push(" ORDER BY j.entry DESC");
        self.entries(county, sql).await
    }

    async fn entries(&self, county: u32, sql: Sql) -> Result<Vec<JournalRow>, StoreError> {
        let key = self.keys.county(county);
        self.source.all(sql).await?.iter().map(|row| journal_row(row, county, &key)).collect()
    }

    /// The history of a record, newest first: the entries that changed it, with what they changed.
    pub async fn history(&self, county: u32, record: RecordId) -> Result<Vec<(JournalRow, Recorded)>, StoreError> {
        let mut sql = Sql::new(CHANGE).with(county);
        sql.push_with(" AND record_id = ", record.uuid()).push(" ORDER BY entry DESC, position DESC");
        let changes = self.changes(county, sql).await?;
        let mut entries = HashMap::new();
        for numbers in changes.chunks(512) {
            let mut sql = Sql::new(ENTRY).with(county);
            sql.push_list(" AND j.entry IN ", numbers.iter().map(|change| change.entry));
            entries.extend(self.entries(county, sql).await?.into_iter().map(|entry| (entry.entry, entry)));
        }
        Ok(changes.into_iter().filter_map(|change| Some((entries.get(&change.entry)?.clone(), change))).collect())
    }

    /// Changes of an entry in the order made, behind a position (-1: from the first), at most `limit`.
    pub async fn entry_changes(
        &self,
        county: u32,
        entry: i64,
        behind: i64,
        limit: u32,
    ) -> Result<Vec<Recorded>, StoreError> {
        let mut sql = Sql::new(CHANGE).with(county);
        sql.push_with(" AND entry = ", entry).push_with(" AND position > ", behind);
        sql.push_with(" ORDER BY position LIMIT ", limit);
        self.changes(county, sql).await
    }

    async fn changes(&self, county: u32, sql: Sql) -> Result<Vec<Recorded>, StoreError> {
        let rows = self.source.all(sql).await?;
        let mut subjects = Vec::new();
        for row in &rows {
            subjects.extend(row.maybe::<Uuid>(7)?);
        }
        let keys = self.wrapped_keys(county, subjects).await?;
        let shared = self.keys.county(county);
        rows.iter().map(|row| recorded(row, county, &keys, &shared)).collect()
    }

    async fn wrapped_keys(&self, county: u32, mut ids: Vec<Uuid>) -> Result<HashMap<Uuid, Cipher>, StoreError> {
        ids.sort_unstable();
        ids.dedup();
        let mut keys = HashMap::with_capacity(ids.len());
        for ids in ids.chunks(512) {
            let mut sql = Sql::new("SELECT subject_id, wrapped FROM subject_key WHERE county = $1").with(county);
            sql.push_list(" AND subject_id IN ", ids.iter().copied());
            for row in self.source.all(sql).await? {
                let id = row.get(0)?;
                keys.insert(id, Cipher::new(&unwrap(&self.keys, county, id, &row.get::<Vec<u8>>(1)?)?));
            }
        }
        Ok(keys)
    }
}

impl Tx {
    /// The fields of a record that moved since the version somebody saw. A record made since counts with none.
    pub async fn fields_changed_since(&self, record: RecordId, seen: i64) -> Result<BTreeSet<String>, StoreError> {
        let sql = "SELECT fields FROM change WHERE county = $1 AND record_id = $2 AND version > $3";
        let rows = self.source.all(Sql::new(sql).with(self.county).with(record.uuid()).with(seen)).await?;
        let mut fields = BTreeSet::new();
        for row in rows {
            let names: Vec<String> =
                serde_json::from_str(&row.get::<String>(0)?).map_err(|_| StoreError::Damaged("change"))?;
            fields.extend(names);
        }
        Ok(fields)
    }

    /// Destroys the journal key of a person or household and what else is left of them outside the record tables. The caller takes back the
    /// records themselves by [`Tx::append`] before. What was journaled about them can never be read again; the chain still verifies.
    pub async fn forget(&mut self, subject: RecordId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM subject_key WHERE county = $1 AND subject_id = $2",
            "DELETE FROM two_answers WHERE county = $1 AND record_id = $2",
            "DELETE FROM proposal WHERE county = $1 AND person_id = $2",
            "DELETE FROM uncovered WHERE county = $1 AND household_id = $2",
        ] {
            self.source.run(Sql::new(sql).with(self.county).with(subject.uuid())).await?;
        }
        Ok(())
    }

    /// Number of the last entry of the county's journal.
    pub const fn last_entry(&self) -> i64 {
        let Head { entry, .. } = self.head;
        entry
    }
}

/// The id of a record from the two columns that keep it.
pub(crate) fn record_id(kind: &str, id: Uuid) -> Result<RecordId, StoreError> {
    Ok(match kind {
        "household" => RecordId::Household(id.into()),
        "person" => RecordId::Person(id.into()),
        "spell" => RecordId::Spell(id.into()),
        "employer" => RecordId::Employer(id.into()),
        "vacancy" => RecordId::Vacancy(id.into()),
        "run" => RecordId::Run(id.into()),
        "decision" => RecordId::Decision(id),
        "batch" => RecordId::Batch(id.into()),
        "account" => RecordId::Account(id.into()),
        _ => return Err(StoreError::Damaged("record kind")),
    })
}

/// An actor from the two columns that keep it.
pub(crate) fn actor(code: &str, account: Option<Uuid>) -> Result<Actor, StoreError> {
    match (code, account) {
        ("account", Some(id)) => Ok(Actor::Account(AccountId(id))),
        ("command_line", None) => Ok(Actor::CommandLine),
        ("system", None) => Ok(Actor::System),
        _ => Err(StoreError::Damaged("actor")),
    }
}

fn journal_row(row: &Row, county: u32, key: &Cipher) -> Result<JournalRow, StoreError> {
    let command: Uuid = row.get(2)?;
    let code: String = row.get(3)?;
    let note = row.maybe::<Vec<u8>>(10)?;
    let note =
        note.map(|note| key.open(Place { table: "journal", county, id: command }, &note, "journal")).transpose()?;
    let about_kind: Option<String> = row.maybe(8)?;
    let about: Option<Uuid> = row.maybe(9)?;
    Ok(JournalRow {
        county: row.count(0)?,
        entry: row.get(1)?,
        command: CommandId(command),
        kind: CommandKind::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(StoreError::Damaged("command kind"))?,
        actor: actor(&row.get::<String>(4)?, row.maybe(5)?)?,
        at: row.time(6)?,
        origin: row.get(7)?,
        about: about_kind.zip(about).map(|(kind, id)| record_id(&kind, id)).transpose()?,
        note: note.map(|note| String::from_utf8(note).map_err(|_| StoreError::Damaged("journal note"))).transpose()?,
        changes: row.get(11)?,
    })
}

fn recorded(row: &Row, county: u32, keys: &HashMap<Uuid, Cipher>, shared: &Cipher) -> Result<Recorded, StoreError> {
    let id: Uuid = row.get(3)?;
    let kind: String = row.get(2)?;
    let form = Form::from_code(&row.get::<String>(5)?).ok_or(StoreError::Damaged("change form"))?;
    let cipher = match row.maybe::<Uuid>(7)? {
        Some(subject) => keys.get(&subject),
        None => Some(shared),
    };
    let sealed: Vec<u8> = row.get(6)?;
    let plain = cipher.map(|key| key.open(Place { table: "change", county, id }, &sealed, "change")).transpose()?;
    let (moved, whole) = match &plain {
        None => (Vec::new(), None),
        Some(plain) if form == Form::Changed => (moved_fields(plain)?, None),
        Some(plain) => {
            let record = whole(&kind, plain)?;
            let change = Change::new(record.clone());
            let change = if form == Form::Made { change } else { change.reversed() };
            let moved = change.fields().into_iter();
            let moved = moved.map(|(field, before, after)| Moved { field: field.to_owned(), before, after });
            (moved.collect(), Some(record))
        }
    };
    Ok(Recorded {
        entry: row.get(0)?,
        position: row.get(1)?,
        record: record_id(&kind, id)?,
        version: row.get(4)?,
        form,
        moved,
        whole,
        forgotten: plain.is_none(),
    })
}

fn moved_fields(plain: &[u8]) -> Result<Vec<Moved>, StoreError> {
    let fields: Vec<(String, Value, Value)> =
        serde_json::from_slice(plain).map_err(|_| StoreError::Damaged("change"))?;
    Ok(fields.into_iter().map(|(field, before, after)| Moved { field, before, after }).collect())
}

fn whole(kind: &str, plain: &[u8]) -> Result<Record, StoreError> {
    let read = |plain| -> Result<Record, serde_json::Error> {
        Ok(match kind {
            "household" => Record::Household(serde_json::from_slice(plain)?),
            "person" => Record::Person(serde_json::from_slice(plain)?),
            "spell" => Record::Spell(serde_json::from_slice(plain)?),
            "employer" => Record::Employer(serde_json::from_slice(plain)?),
            "vacancy" => Record::Vacancy(serde_json::from_slice(plain)?),
            "run" => Record::Run(serde_json::from_slice(plain)?),
            "decision" => Record::Decision(serde_json::from_slice(plain)?),
            "batch" => Record::Batch(serde_json::from_slice(plain)?),
            _ => Record::Account(serde_json::from_slice(plain)?),
        })
    };
    read(plain).map_err(|_| StoreError::Damaged("change"))
}

//! Verifying the chain.

use super::chain::{ChangeRow, EntryRow, Parts, entry_hash, hash_of};
use crate::db::Source;
use crate::error::StoreError;
use crate::read::Reader;
use crate::value::{Row, Sql};

/// The first place where a journal does not verify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// County of the journal.
    pub county: u32,
    /// Number of the entry.
    pub entry: i64,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// An entry is missing before this one.
    Missing,
    /// Its changes are not those it was written with.
    Changes,
    /// The entry itself was altered, or the one before it.
    Entry,
    /// The journal ends elsewhere than its head says.
    End,
}

impl Fault {
    /// The word used in message keys (`journal-fault-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Changes => "changes",
            Self::Entry => "entry",
            Self::End => "end",
        }
    }
}

/// Rows read at a time.
const CHUNK: i64 = 1000;

impl Reader {
    /// Counties that have a journal.
    pub async fn counties(&self) -> Result<Vec<u32>, StoreError> {
        let rows = self.source.all(Sql::new("SELECT county FROM journal_head ORDER BY county")).await?;
        rows.iter().map(|row| row.count(0)).collect()
    }

    /// Verifies the journal of a county from its first entry: `Ok(Ok(entries))`, or the first break.
    pub async fn verify_journal(&self, county: u32) -> Result<Result<i64, Break>, StoreError> {
        let mut previous = [0; 32];
        let mut last = 0;
        let broken = |entry, fault| Ok(Err(Break { county, entry, fault }));
        loop {
            let rows = entries(&self.source, county, last).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                let entry = entry_row(row, county)?;
                if entry.entry != last + 1 {
                    return broken(last + 1, Fault::Missing);
                }
                let (count, digest) = digest(&self.source, county, entry.entry).await?;
                if count != entry.changes || digest != hash_of(row, 11)? {
                    return broken(entry.entry, Fault::Changes);
                }
                let hash = entry_hash(&entry, &digest, &previous);
                if hash_of(row, 12)? != previous || hash_of(row, 13)? != hash {
                    return broken(entry.entry, Fault::Entry);
                }
                previous = hash;
                last = entry.entry;
            }
        }
        let head = Sql::new("SELECT entry, hash FROM journal_head WHERE county = $1").with(county);
        match self.source.first(head).await? {
            Some(head) if head.get::<i64>(0)? != last || hash_of(&head, 1)? != previous => broken(last, Fault::End),
            None if last > 0 => broken(last, Fault::End),
            _ => Ok(Ok(last)),
        }
    }
}

async fn entries(source: &Source, county: u32, after: i64) -> Result<Vec<Row>, StoreError> {
    let sql = "SELECT entry, command_id, kind, actor, account_id, written_at, origin, about_kind, about_id, note, changes, digest, \
               previous, hash FROM journal WHERE county = $1 AND entry > $2 ORDER BY entry LIMIT $3";
    source.all(Sql::new(sql).with(county).with(after).with(CHUNK)).await
}

fn entry_row(row: &Row, county: u32) -> Result<EntryRow, StoreError> {
    Ok(EntryRow {
        county,
        entry: row.get(0)?,
        command: row.get(1)?,
        kind: row.get(2)?,
        actor: row.get(3)?,
        account: row.maybe(4)?,
        at: row.get(5)?,
        origin: row.get(6)?,
        about_kind: row.maybe(7)?,
        about: row.maybe(8)?,
        note: row.maybe(9)?,
        changes: row.get(10)?,
    })
}

async fn digest(source: &Source, county: u32, entry: i64) -> Result<(i64, [u8; 32]), StoreError> {
    let sql = "SELECT position, kind, record_id, subject_id, version, form, fields, sealed FROM change \
               WHERE county = $1 AND entry = $2 AND position > $3 ORDER BY position LIMIT $4";
    let (mut last, mut count, mut parts) = (-1, 0, Parts::new());
    loop {
        let rows = source.all(Sql::new(sql).with(county).with(entry).with(last).with(CHUNK)).await?;
        for row in &rows {
            let change = change_row(row)?;
            last = change.position;
            count += 1;
            parts.change(&change);
        }
        if rows.len() < CHUNK as usize {
            return Ok((count, parts.end()));
        }
    }
}

fn change_row(row: &Row) -> Result<ChangeRow, StoreError> {
    Ok(ChangeRow {
        position: row.get(0)?,
        kind: row.get(1)?,
        record: row.get(2)?,
        subject: row.maybe(3)?,
        version: row.get(4)?,
        form: row.get(5)?,
        fields: row.get(6)?,
        sealed: row.get(7)?,
    })
}

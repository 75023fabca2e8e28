//! The hash chain.

use crate::db::Source;
use crate::error::StoreError;
use crate::value::{Row, Sql};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// End of a county's journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) entry: i64,
    pub(crate) hash: [u8; 32],
}

/// Locks a county's journal for the transaction, so that entries stand in one line; the first use of a county makes its head.
pub(crate) async fn lock(source: &Source, county: u32) -> Result<Head, StoreError> {
    let sql = "INSERT INTO journal_head (county, entry, hash) VALUES ($1, 0, $2) \
               ON CONFLICT (county) DO UPDATE SET entry = journal_head.entry RETURNING entry, hash";
    let row = source.first(Sql::new(sql).with(county).with([0u8; 32])).await?;
    let row = row.ok_or(StoreError::Damaged("journal_head"))?;
    Ok(Head { entry: row.get(0)?, hash: hash_of(&row, 1)? })
}

pub(crate) fn hash_of(row: &Row, at: usize) -> Result<[u8; 32], StoreError> {
    row.get::<Vec<u8>>(at)?.try_into().map_err(|_| StoreError::Damaged("journal hash"))
}

/// A row of the table `change`, as stored.
pub(crate) struct ChangeRow {
    pub(crate) position: i64,
    pub(crate) kind: String,
    pub(crate) record: Uuid,
    pub(crate) subject: Option<Uuid>,
    pub(crate) version: i64,
    pub(crate) form: String,
    pub(crate) fields: String,
    pub(crate) sealed: Vec<u8>,
}

/// A row of the table `journal`, as stored, without its hashes.
pub(crate) struct EntryRow {
    pub(crate) county: u32,
    pub(crate) entry: i64,
    pub(crate) command: Uuid,
    pub(crate) kind: String,
    pub(crate) actor: String,
    pub(crate) account: Option<Uuid>,
    pub(crate) at: String,
    pub(crate) origin: String,
    pub(crate) about_kind: Option<String>,
    pub(crate) about: Option<Uuid>,
    pub(crate) note: Option<Vec<u8>>,
    pub(crate) changes: i64,
}

/// A hash over parts, each with its length before it, so that no two lists of parts look alike.
pub(crate) struct Parts(Sha256);

impl Parts {
    pub(crate) fn new() -> Self {
        Self(Sha256::new())
    }

    fn add(&mut self, part: &[u8]) -> &mut Self {
        self.0.update((part.len() as u64).to_be_bytes());
        self.0.update(part);
        self
    }

    fn number(&mut self, n: i64) -> &mut Self {
        self.add(&n.to_be_bytes())
    }

    fn id(&mut self, id: Option<Uuid>) -> &mut Self {
        self.add(id.as_ref().map_or(&[][..], |id| id.as_bytes()))
    }

    pub(crate) fn change(&mut self, row: &ChangeRow) {
        self.number(row.position).add(row.kind.as_bytes()).id(Some(row.record)).id(row.subject).number(row.version);
        self.add(row.form.as_bytes()).add(row.fields.as_bytes()).add(&row.sealed);
    }

    pub(crate) fn end(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Hash of an entry: over the hash before it, the digest of its changes and all its columns.
pub(crate) fn entry_hash(row: &EntryRow, digest: &[u8; 32], previous: &[u8; 32]) -> [u8; 32] {
    let mut parts = Parts::new();
    parts.add(previous).add(digest).number(i64::from(row.county)).number(row.entry).id(Some(row.command));
    parts.add(row.kind.as_bytes()).add(row.actor.as_bytes()).id(row.account).add(row.at.as_bytes());
    parts.add(row.origin.as_bytes()).add(row.about_kind.as_deref().unwrap_or_default().as_bytes()).id(row.about);
    parts.add(row.note.as_deref().unwrap_or_default()).number(row.changes);
    parts.end()
}

//! What can go wrong in the store. Each maps to a numbered refusal `Q-30xx` with a page in `docs/errors`.

use domain::error::Refusal;
use domain::facts::RecordId;
use domain::ids::PersonId;
use std::path::PathBuf;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Q-3001: the database said no.
    #[error("database: {0}")]
    Database(#[source] sqlx::Error),
    /// Q-3002: the database is from another version of Qiao, or its migrations failed.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Q-3003: the key file is missing, unreadable, of another database, or readable by others.
    #[error("key file {path}: {why}")]
    Keys {
        /// The file.
        path: PathBuf,
        /// What was found.
        why: &'static str,
    },
    /// Q-3004: a sealed value does not open; it was altered, or its key was destroyed.
    #[error("a sealed value of {0} does not open")]
    Sealed(&'static str),
    /// Q-3005: a record lies in another county than the transaction.
    #[error("a record of county {found} in a transaction of county {expected}")]
    OtherCounty {
        /// County of the transaction.
        expected: u32,
        /// County of the record.
        found: u32,
    },
    /// Q-3006: the ID number belongs to another person already, here or in another county.
    #[error("an ID number is taken by another person")]
    IdNumberTaken {
        /// The person who was to get it.
        person: PersonId,
    },
    /// Q-3007: a record to be changed or taken back is not there.
    #[error("no {} {}", .0.kind(), .0.uuid())]
    Gone(RecordId),
    /// Q-3008: a record to be made exists, or a name that must be unique is taken.
    #[error("exists already in {0}")]
    Exists(&'static str),
    /// Q-3009: other records still refer to the record.
    #[error("still referred to")]
    StillUsed,
    /// Q-3010: a stored value cannot be read; the database was altered or damaged.
    #[error("damaged {0}")]
    Damaged(&'static str),
    /// Q-3011: a file of the data directory or of a backup cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Q-3012: a backup is incomplete or was altered.
    #[error("backup: {0}")]
    Backup(String),
    /// Q-3013: there is a database where a backup should be restored.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// Q-3014: not possible on PostgreSQL; its own tools do it.
    #[error("not on PostgreSQL: {0}")]
    NotHere(&'static str),
    /// Q-3015: the database was busy for too long.
    #[error("the database is busy")]
    Busy,
    /// Q-3016: the program ended a write before it was done; nothing was written.
    #[error("the write was cut off")]
    CutOff,
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::error::ErrorKind;
        match &error {
            sqlx::Error::PoolTimedOut => return Self::Busy,
            sqlx::Error::Database(inner) => match inner.kind() {
                ErrorKind::ForeignKeyViolation => return Self::StillUsed,
                ErrorKind::UniqueViolation => return Self::Exists("a table"),
                _ if inner.message().contains("database is locked") => return Self::Busy,
                _ => {}
            },
            _ => {}
        }
        Self::Database(error)
    }
}

impl From<&StoreError> for Refusal {
    /// The refusal a person reads. Values of records never stand in it.
    fn from(error: &StoreError) -> Self {
        use StoreError as E;
        match error {
            E::Database(inner) => Self::new(3001).with("found", plain(inner)),
            E::Migration(inner) => Self::new(3002).with("found", inner.to_string()),
            E::Keys { path, why } => Self::new(3003).with("file", path.display().to_string()).with("found", *why),
            E::Sealed(table) => Self::new(3004).with("table", *table),
            E::OtherCounty { expected, found } => {
                Self::new(3005).with("expected", expected.to_string()).with("found", found.to_string())
            }
            E::IdNumberTaken { .. } => Self::new(3006),
            E::Gone(id) => Self::new(3007).with("kind", id.kind()),
            E::Exists(what) => Self::new(3008).with("what", *what),
            E::StillUsed => Self::new(3009),
            E::Damaged(what) => Self::new(3010).with("what", *what),
            E::File { path, source } => {
                Self::new(3011).with("file", path.display().to_string()).with("found", source.to_string())
            }
            E::Backup(found) => Self::new(3012).with("found", found.as_str()),
            E::NotEmpty(path) => Self::new(3013).with("file", path.display().to_string()),
            E::NotHere(_) => Self::new(3014),
            E::Busy => Self::new(3015),
            E::CutOff => Self::new(3016),
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

/// The database's message without the values it may quote.
fn plain(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(inner) => inner.code().map_or_else(|| "?".to_owned(), |code| code.into_owned()),
        other => other.to_string(),
    }
}

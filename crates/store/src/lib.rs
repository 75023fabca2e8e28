//! The store: everything Qiao keeps, in SQLite or PostgreSQL, from one portable SQL. The only crate that builds SQL.
//!
//! * [`Store::open`] opens (and migrates) a data directory or a PostgreSQL database; [`Target`] says which.
//! * [`Store::read`] gives a [`Reader`]: queries take an [`Area`](domain::places::Area) and find nothing outside it.
//! * [`Store::write`] runs a closure in one transaction of one county and gives it a [`Tx`], which reads like a [`Reader`] and writes:
//!   [`Tx::append`] takes [`Change`](domain::facts::Change)s and writes records, look-up keys, journal, receipt; [`Tx::put_now`] the read
//!   models. The transaction runs in a task of its own, so that dropping the caller cannot cut it off half-way.
//!
//! ```no_run
//! # async fn example(store: store::Store, entry: store::Entry, changes: Vec<domain::facts::Change>) -> Result<(), store::StoreError> {
//! let receipt = store
//!     .write(140222, move |tx| {
//!         Box::pin(async move {
//!             if let Some(old) = tx.receipt(entry.command).await? {
//!                 return Ok::<_, store::StoreError>(old);
//!             }
//!             tx.append(&entry, &changes).await
//!         })
//!     })
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! What lies where: a record table keeps the whole record encrypted in `sealed` and beside it the columns that are searched, sorted or
//! counted; ID numbers and phones are found by keyed hashes. `privacy.toml` classifies every column. See `docs/decisions`.

mod answers;
mod backup;
mod db;
mod doctor;
mod error;
mod findings;
mod journal;
mod keys;
mod lists;
mod logins;
mod now;
mod privacy;
mod read;
mod records;
mod scan;
mod seal;
mod tx;
mod value;

pub use answers::TwoAnswers;
pub use backup::{MANIFEST_FILE, Restored, restore};
pub use doctor::Sizes;
pub use error::StoreError;
pub use journal::{Break, Entry, Fault, Form, JournalRow, Moved, Recorded};
pub use lists::{
    DecidedPair, HouseholdFilter, HouseholdRow, HouseholdSort, Listed, Page, ProposalFilter, ProposalRow, UncoveredRow,
    VacancyFilter,
};
pub use logins::Session;
pub use now::Counts;
pub use privacy::{Class, Keep, Mask, Privacy, TablePrivacy, privacy};
pub use read::Reader;
pub use records::Stored;
pub use scan::{Family, Scan};
pub use tx::{BoxFuture, Tx};

use db::Db;
use keys::Keys;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Name of the database file in a data directory.
pub const DATABASE_FILE: &str = "qiao.db";
/// Name of the key file in a data directory.
pub const KEY_FILE: &str = "qiao.key";

/// Which database to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A data directory with an SQLite database and its key file; both are made where there are none.
    Directory(PathBuf),
    /// A PostgreSQL database, version 15 or later.
    Postgres {
        /// `postgres://user@host/database`.
        url: String,
        /// The key file; made where there is none and the database is empty.
        keys: PathBuf,
    },
}

/// An open store. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) db: Db,
    pub(crate) keys: Arc<Keys>,
    target: Target,
}

impl Store {
    /// Opens a store, makes it where there is none, and brings its schema to this version of Qiao.
    ///
    /// # Errors
    /// Q-3001 database, Q-3002 schema of another version, Q-3003 key file.
    pub async fn open(target: Target) -> Result<Self, StoreError> {
        let (db, key_file) = match &target {
            Target::Directory(directory) => {
                std::fs::create_dir_all(directory)
                    .map_err(|source| StoreError::File { path: directory.clone(), source })?;
                (Db::lite(&directory.join(DATABASE_FILE)).await?, directory.join(KEY_FILE))
            }
            Target::Postgres { url, keys } => (Db::pg(url).await?, keys.clone()),
        };
        db.migrate().await?;
        let keys = open_keys(&db, &key_file).await?;
        Ok(Self { db, keys: Arc::new(keys), target })
    }

    /// Reads what is committed.
    pub fn read(&self) -> Reader {
        Reader { source: self.db.readers(), keys: Arc::clone(&self.keys) }
    }

    /// What was opened.
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// Closes all connections, after the work under way.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

/// Name of the setting that tells which key file belongs to a database.
const FINGERPRINT: &str = "key-fingerprint";

/// Opens the key file and makes sure that it is the one of this database: a wrong key would seal what the right one cannot open.
async fn open_keys(db: &Db, file: &Path) -> Result<Keys, StoreError> {
    let known = db.readers();
    let sql = value::Sql::new("SELECT value FROM setting WHERE county = 0 AND name = $1").with(FINGERPRINT);
    let known: Option<String> = known.first(sql).await?.map(|row| row.get(0)).transpose()?;
    let keys = Keys::open(file, known.is_none())?;
    match known {
        Some(known) if known == keys.fingerprint() => {}
        Some(_) => return Err(StoreError::Keys { path: file.to_owned(), why: "of another database" }),
        None => {
            let source = db.begin().await?;
            let sql = value::Sql::new("INSERT INTO setting (county, name, value) VALUES (0, $1, $2)");
            source.run(sql.with(FINGERPRINT).with(keys.fingerprint())).await?;
            source.end(true).await?;
        }
    }
    Ok(keys)
}

//! Backup of a data directory while it is in use, and restore with every check there is.
//!
//! A backup is a directory: the database (one consistent state), the key file, and `manifest.json` with the SHA-256 of both, written last, so
//! that a backup cut off half-way is recognised. Whoever has it can read everything: it must be kept as safe as the key.

use crate::db::{Db, Source};
use crate::error::StoreError;
use crate::keys::hex;
use crate::value::Sql;
use crate::{DATABASE_FILE, KEY_FILE, Store, Target};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Name of the list of files in a backup.
pub const MANIFEST_FILE: &str = "manifest.json";
const FORMAT: &str = "qiao-backup-1";

#[derive(Serialize, Deserialize)]
struct Manifest {
    format: String,
    made_at: DateTime<Utc>,
    files: Vec<Listed>,
}

#[derive(Serialize, Deserialize)]
struct Listed {
    name: String,
    bytes: u64,
    sha256: String,
}

/// What a restore brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// When the backup was made.
    pub made_at: DateTime<Utc>,
    /// Entries of each county's journal, all verified.
    pub journals: Vec<(u32, i64)>,
}

impl Store {
    /// Writes a backup of the data directory into `to`, which must not exist or be empty; reading and writing go on meanwhile.
    ///
    /// # Errors
    /// Q-3011 a file cannot be written, Q-3013 `to` is not empty, Q-3014 on PostgreSQL: use `pg_dump` and keep a copy of the key file.
    pub async fn backup(&self, to: &Path, at: DateTime<Utc>) -> Result<(), StoreError> {
        let Target::Directory(data) = self.target() else {
            return Err(StoreError::NotHere("pg_dump"));
        };
        must_be_empty(to)?;
        fs::create_dir_all(to).map_err(failed(to))?;
        let database = to.join(DATABASE_FILE);
        // A connection of its own: VACUUM INTO reads one state and does not hold up the writer.
        let copier = Db::lite(&data.join(DATABASE_FILE)).await?;
        if let Db::Lite { writer, .. } = &copier {
            let into = Sql::new("VACUUM INTO $1").with(database.to_string_lossy().into_owned());
            Source::Lite(writer.clone()).run(into).await?;
        }
        copier.close().await;
        copy(&data.join(KEY_FILE), &to.join(KEY_FILE))?;
        let to = to.to_owned();
        blocking(move || {
            let files = [DATABASE_FILE, KEY_FILE].iter().map(|name| listed(&to, name)).collect::<Result<_, _>>()?;
            let manifest = Manifest { format: FORMAT.to_owned(), made_at: at, files };
            let text = serde_json::to_string_pretty(&manifest).map_err(|_| StoreError::Damaged("manifest"))?;
            let path = to.join(MANIFEST_FILE);
            fs::write(&path, text).and_then(|()| File::open(&path)?.sync_all()).map_err(failed(&path))
        })
        .await
    }
}

/// Restores a backup into a new data directory, after checking the manifest, the database and every journal.
///
/// # Errors
/// Q-3011 a file cannot be read or written, Q-3012 the backup is incomplete or altered, Q-3013 `to` is not empty.
pub async fn restore(from: &Path, to: &Path) -> Result<Restored, StoreError> {
    must_be_empty(to)?;
    let manifest = read_manifest(from)?;
    let partial = to.with_extension("restoring");
    if partial.exists() {
        fs::remove_dir_all(&partial).map_err(failed(&partial))?;
    }
    fs::create_dir_all(&partial).map_err(failed(&partial))?;
    let (source, place) = (from.to_owned(), partial.clone());
    let made_at = manifest.made_at;
    blocking(move || {
        for expected in manifest.files {
            let found = listed(&source, &expected.name)?;
            if (found.bytes, &found.sha256) != (expected.bytes, &expected.sha256) {
                return Err(StoreError::Backup(expected.name));
            }
            copy(&source.join(&expected.name), &place.join(&expected.name))?;
        }
        Ok(())
    })
    .await?;
    let journals = checked(&partial).await;
    if journals.is_err() {
        fs::remove_dir_all(&partial).map_err(failed(&partial))?;
    }
    let journals = journals?;
    if to.exists() {
        fs::remove_dir(to).map_err(failed(to))?;
    }
    fs::rename(&partial, to).map_err(failed(to))?;
    Ok(Restored { made_at, journals })
}

async fn checked(data: &Path) -> Result<Vec<(u32, i64)>, StoreError> {
    let store = Store::open(Target::Directory(data.to_owned())).await?;
    let done = async {
        if let Some(fault) = store.integrity().await? {
            return Err(StoreError::Backup(fault));
        }
        let mut journals = Vec::new();
        for county in store.read().counties().await? {
            let entries = store.read().verify_journal(county).await?;
            let entries =
                entries.map_err(|b| StoreError::Backup(format!("{county}: {} {}", b.entry, b.fault.code())))?;
            journals.push((county, entries));
        }
        Ok(journals)
    }
    .await;
    store.close().await;
    done
}

fn read_manifest(from: &Path) -> Result<Manifest, StoreError> {
    let path = from.join(MANIFEST_FILE);
    let text = fs::read_to_string(&path).map_err(|_| StoreError::Backup(MANIFEST_FILE.to_owned()))?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|error| StoreError::Backup(error.to_string()))?;
    let names: Vec<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
    if manifest.format != FORMAT || names != [DATABASE_FILE, KEY_FILE] {
        return Err(StoreError::Backup(MANIFEST_FILE.to_owned()));
    }
    Ok(manifest)
}

fn listed(directory: &Path, name: &str) -> Result<Listed, StoreError> {
    let path = directory.join(name);
    let mut file = File::open(&path).map_err(failed(&path))?;
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer).map_err(failed(&path))?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
        bytes += read as u64;
    }
    file.sync_all().map_err(failed(&path))?;
    Ok(Listed { name: name.to_owned(), bytes, sha256: hex(&hash.finalize()) })
}

/// Copies a file with its permissions.
fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::copy(from, to).map_err(failed(from))?;
    File::open(to).and_then(|file| file.sync_all()).map_err(failed(to))
}

fn must_be_empty(directory: &Path) -> Result<(), StoreError> {
    let empty = fs::read_dir(directory).map_or(!directory.exists(), |mut entries| entries.next().is_none());
    if empty { Ok(()) } else { Err(StoreError::NotEmpty(directory.to_owned())) }
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> StoreError {
    let path: PathBuf = path.to_owned();
    move |source| StoreError::File { path: path.clone(), source }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(StoreError::CutOff))
}

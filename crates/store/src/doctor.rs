//! What the doctor asks of the store.

use crate::Store;
use crate::error::StoreError;
use crate::read::Reader;
use crate::value::Sql;

/// Rows of the record tables.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Households.
    pub households: u32,
    /// Persons.
    pub persons: u32,
    /// Spells of work.
    pub spells: u32,
    /// Employers.
    pub employers: u32,
    /// Vacancies.
    pub vacancies: u32,
    /// Runs of the bridge.
    pub runs: u32,
    /// Accounts.
    pub accounts: u32,
    /// Entries of all journals.
    pub journal_entries: u32,
    /// Households whose read model is missing.
    pub without_read_model: u32,
}

impl Reader {
    /// Counts everything.
    pub async fn sizes(&self) -> Result<Sizes, StoreError> {
        let sql = "SELECT (SELECT COUNT(*) FROM household), (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM spell), \
                   (SELECT COUNT(*) FROM employer), (SELECT COUNT(*) FROM vacancy), (SELECT COUNT(*) FROM run), \
                   (SELECT COUNT(*) FROM account), (SELECT COUNT(*) FROM journal), (SELECT COUNT(*) FROM household h WHERE NOT EXISTS \
                   (SELECT 1 FROM household_now n WHERE n.county = h.county AND n.household_id = h.id))";
        let Some(row) = self.source.first(Sql::new(sql)).await? else { return Ok(Sizes::default()) };
        Ok(Sizes {
            households: row.count(0)?,
            persons: row.count(1)?,
            spells: row.count(2)?,
            employers: row.count(3)?,
            vacancies: row.count(4)?,
            runs: row.count(5)?,
            accounts: row.count(6)?,
            journal_entries: row.count(7)?,
            without_read_model: row.count(8)?,
        })
    }
}

impl Store {
    /// The first fault the database finds in its own file; `None`: sound. PostgreSQL checks itself, so there it is always `None`.
    pub async fn integrity(&self) -> Result<Option<String>, StoreError> {
        let source = self.db.readers();
        if !matches!(source, crate::db::Source::Lite(_)) {
            return Ok(None);
        }
        let row = source.first(Sql::new("PRAGMA integrity_check(1)")).await?;
        let found: String = row.map_or_else(|| Ok(String::new()), |row| row.get(0))?;
        if found != "ok" {
            return Ok(Some(found));
        }
        let orphan = source.first(Sql::new("PRAGMA foreign_key_check")).await?;
        orphan.map(|row| row.get(0)).transpose()
    }
}

//! The journal 日志: who did what and when.

use super::{Page, part};
use crate::Office;
use crate::error::OfficeError;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Actor, Scope};
use domain::door::CommandKind;
use domain::facts::RecordId;
use domain::ids::AccountId;
use domain::places::{Level, Region};
use std::collections::{BTreeMap, HashMap};
use store::{JournalRow, Reader};

/// Which entries are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whose journal, of those in the reader's area; their own if none is named.
    pub county: Option<u32>,
    /// Only commands of this kind.
    pub command: Option<CommandKind>,
    /// Check the whole chain of hashes.
    pub verify: bool,
    /// Page from 1, the newest first.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
}

/// The journal of a county.
#[derive(Debug, Clone)]
pub struct Journal {
    /// Today.
    pub day: NaiveDate,
    /// Whose journal it is.
    pub county: Region,
    /// The journals in the area of a city's office, its own first; empty for a county's.
    pub journals: Vec<Region>,
    /// The entries.
    pub list: Page<Entry>,
    /// The chain of hashes, when it was asked for: its entries, or the entry where it breaks.
    pub chain: Option<Result<i64, i64>>,
}

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Number in the county.
    pub no: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// Name of the account, when it was one.
    pub name: Option<String>,
    /// What.
    pub command: CommandKind,
    /// Records made or changed.
    pub records: u32,
    /// Fields changed, by name.
    pub fields: Vec<String>,
    /// Why, for commands that ask for a reason.
    pub reason: Option<String>,
}

impl Office {
    /// The journal of the scope's county; a city's office may look into those of its counties. Whoever works below the county sees their
    /// own entries.
    pub async fn journal_page(&self, scope: &Scope, filter: &Filter) -> Result<Journal, OfficeError> {
        let reader = self.store().read();
        let asked = filter.county.and_then(Region::from_six).filter(|county| scope.region().contains(*county));
        let of = asked.unwrap_or_else(|| scope.region().county_region());
        let county = of.county();
        let mut journals = Vec::new();
        if scope.region().level() < Level::County {
            let heads = reader.journal_heads(scope.area()).await?;
            journals = heads.into_iter().filter_map(|(county, _)| Region::from_six(county)).collect();
        }
        let own = match scope.actor() {
            Actor::Account(id) if scope.region().level() > Level::County => Some(id),
            _ => None,
        };
        let listed = reader.journal_list(county, filter.command, own, part(filter.page, filter.size)).await?;
        let names = self.names(county, &listed.rows).await?;
        let total = listed.total;
        let mut rows = Vec::with_capacity(listed.rows.len());
        for row in listed.rows {
            let fields = fields_of(&reader, county, row.entry).await?;
            rows.push(entry(row, fields, &names));
        }
        let chain = match filter.verify {
            true => Some(reader.verify_journal(county).await?.map_err(|broken| broken.entry)),
            false => None,
        };
        Ok(Journal { day: self.today(), county: of, journals, list: Page { rows, total }, chain })
    }

    /// The newest entries about some records of a county. The caller has made sure that the reader may see them.
    pub(super) async fn history_of(
        &self,
        county: u32,
        records: &[RecordId],
        most: usize,
    ) -> Result<Vec<Entry>, OfficeError> {
        let reader = self.store().read();
        let mut found: BTreeMap<i64, (JournalRow, Vec<String>)> = BTreeMap::new();
        for &record in records {
            for (row, recorded) in reader.history(county, record).await? {
                let (_, fields) = found.entry(row.entry).or_insert((row, Vec::new()));
                fields.extend(recorded.moved.into_iter().map(|moved| moved.field));
            }
            for row in reader.journal_about(county, record).await? {
                found.entry(row.entry).or_insert((row, Vec::new()));
            }
        }
        let newest: Vec<_> = found.into_values().rev().take(most).collect();
        let rows: Vec<JournalRow> = newest.iter().map(|(row, _)| row.clone()).collect();
        let names = self.names(county, &rows).await?;
        Ok(newest.into_iter().map(|(row, fields)| entry(row, fields, &names)).collect())
    }

    async fn names(&self, county: u32, rows: &[JournalRow]) -> Result<HashMap<AccountId, String>, OfficeError> {
        let mut names = HashMap::new();
        for row in rows {
            if let Actor::Account(id) = row.actor
                && !names.contains_key(&id)
            {
                let account = self.store().read().account_of(county, id).await?;
                names.insert(id, account.map(|stored| stored.record.name).unwrap_or_default());
            }
        }
        Ok(names)
    }
}

/// Changes of an entry looked at for the names of their fields; an import has thousands alike.
const LOOKED_AT: u32 = 5;

async fn fields_of(reader: &Reader, county: u32, entry: i64) -> Result<Vec<String>, OfficeError> {
    let changes = reader.entry_changes(county, entry, -1, LOOKED_AT).await?;
    Ok(changes.into_iter().flat_map(|change| change.moved).map(|moved| moved.field).collect())
}

fn entry(row: JournalRow, mut fields: Vec<String>, names: &HashMap<AccountId, String>) -> Entry {
    fields.sort_unstable();
    fields.dedup();
    let name = match row.actor {
        Actor::Account(id) => names.get(&id).filter(|name| !name.is_empty()).cloned(),
        Actor::CommandLine | Actor::System => None,
    };
    Entry {
        no: row.entry,
        at: row.at,
        actor: row.actor,
        name,
        command: row.kind,
        records: u32::try_from(row.changes).unwrap_or(0),
        fields,
        reason: row.note,
    }
}

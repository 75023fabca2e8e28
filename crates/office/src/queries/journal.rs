//! The journal 日志: who did what and when.

use super::Page;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Actor;
use domain::door::CommandKind;

/// Which entries are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only commands of this kind.
    pub command: Option<CommandKind>,
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
    /// The entries.
    pub list: Page<Entry>,
    /// Entries in all.
    pub entries: u32,
    /// Hash of the last entry, in hex.
    pub last_hash: Option<String>,
    /// The chain of hashes holds; `None`: too long to check on a page.
    pub sound: Option<bool>,
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

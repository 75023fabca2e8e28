//! The journal: one chain of entries a county. An entry says who did what, when and from where, and what it changed.
//!
//! The hash of an entry covers the hash of the entry before it and a digest of its changes as stored, that is encrypted: whoever forgets a
//! person destroys a key, not a link of the chain.

mod append;
mod chain;
mod history;
mod side;
mod verify;

pub(crate) use append::actor;
pub(crate) use chain::{Head, lock};
pub use history::{JournalRow, Moved, Recorded};
pub(crate) use history::{actor as read_actor, record_id};
pub use verify::{Break, Fault};

use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::door::CommandKind;
use domain::facts::RecordId;
use domain::ids::CommandId;

/// An entry to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The command carried out.
    pub command: CommandId,
    /// Its kind.
    pub kind: CommandKind,
    /// Who gave it.
    pub actor: Actor,
    /// When; kept to the millisecond.
    pub at: DateTime<Utc>,
    /// From where: `web`, `cli`, `phone`, an address; no personal data.
    pub origin: String,
    /// The record the command is about, also where nothing changes, as when somebody reads personal data in full.
    pub about: Option<RecordId>,
    /// What the actor said, such as the reason for reading; encrypted.
    pub note: Option<String>,
    /// Conflicts kept with this entry; for the receipt.
    pub two_answers: u32,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// It was made.
    Made,
    /// Some fields changed.
    Changed,
    /// It was taken back.
    TakenBack,
}

impl Form {
    /// The word used in columns.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Changed => "changed",
            Self::TakenBack => "taken_back",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Made, Self::Changed, Self::TakenBack].into_iter().find(|form| form.code() == code)
    }
}

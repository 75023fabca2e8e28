//! What becomes of each row.

use domain::error::Refusal;
use domain::facts::BatchCounts;
use reading::sheets::Fault;

/// What a row is to the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowState {
    /// The ledger knows all of it.
    Same,
    /// It changes a record.
    Changed,
    /// It makes a record.
    New,
    /// It is left out.
    Faulty,
}

impl RowState {
    /// The word used in message keys (`row-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Faulty => "faulty",
        }
    }
}

/// One row of a preview.
#[derive(Debug, Clone)]
pub struct RowOutcome {
    /// Line in the sheet, from 1.
    pub line: u32,
    /// What it is about: a name or a title.
    pub about: Box<str>,
    /// What becomes of it.
    pub state: RowState,
    /// What the quality rules say; the row is still taken unless a fault blocks.
    pub faults: Vec<Fault>,
    /// Why it is left out, besides its faults.
    pub refusal: Option<Refusal>,
}

/// Counts the rows of a preview by state.
pub(super) fn count<'a>(rows: impl Iterator<Item = &'a RowOutcome>) -> BatchCounts {
    let mut counts = BatchCounts::default();
    for row in rows {
        match row.state {
            RowState::New => counts.new += 1,
            RowState::Changed => counts.changed += 1,
            RowState::Same => counts.same += 1,
            RowState::Faulty => counts.faulty += 1,
        }
    }
    counts
}

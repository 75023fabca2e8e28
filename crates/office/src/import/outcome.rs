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

/// What a fault found, with ID numbers and phones masked: lists are read over shoulders.
fn shown(fault: &Fault) -> String {
    let key = fault.field.key();
    let personal = ["id_no", "id_full", "head_id", "phone", "account"].iter().any(|part| key.contains(part));
    let shape = fault.found.chars().filter(char::is_ascii_digit).count() >= 7;
    if personal && shape { domain::ledger::IdNumber::new(&*fault.found).masked() } else { fault.found.to_string() }
}

/// Why a row is left out or should be looked at, in words: refusal first, then faults by severity.
pub fn reasons(row: &RowOutcome, words: &words::Words) -> Vec<String> {
    let refusal = row.refusal.iter().map(|refusal| words::render(&refusal.message, words.lang()));
    let mut faults: Vec<&Fault> = row.faults.iter().collect();
    faults.sort_by_key(|fault| std::cmp::Reverse(fault.level));
    refusal.chain(faults.into_iter().map(|fault| reason_of(fault, words))).collect()
}

/// A fault in words: number, name of the rule, what was found.
pub(crate) fn reason_of(fault: &Fault, words: &words::Words) -> String {
    let title = words.text(&format!("{}-title", fault.rule.key())).into_owned();
    let found = shown(fault);
    let args = [("rule", fault.rule.number().into()), ("title", title.into()), ("found", found.into())];
    words.format("office-fault", &args)
}

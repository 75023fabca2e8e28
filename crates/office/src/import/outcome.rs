//! What becomes of each row.

use domain::error::Refusal;
use domain::facts::BatchCounts;
use domain::ledger::{IdNumber, Phone};
use reading::sheets::{Fault, FieldId};

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
    /// What the quality rules would say, had the office not said that it is right all the same.
    pub exempt: Vec<Fault>,
    /// By what an exemption is known again; empty when there is none.
    pub(super) subject: String,
    /// Why it is left out, besides its faults.
    pub refusal: Option<Refusal>,
    /// What it changes in the ledger, field by field.
    pub moved: Vec<Moved>,
}

/// A field that a row changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The field, as the journal names it.
    pub field: &'static str,
    /// What the ledger says; null: nothing.
    pub before: serde_json::Value,
    /// What it would say.
    pub after: serde_json::Value,
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

/// What stands in a field, with ID numbers, phones and accounts masked: lists are read over shoulders.
pub fn veiled(field: FieldId, found: &str) -> String {
    match found.chars().filter(char::is_ascii_digit).count() {
        13.. if is_veiled(field) => IdNumber::new(found).masked(),
        7.. if is_veiled(field) => Phone::new(found).masked(),
        _ => found.to_owned(),
    }
}

/// Whether values of a field are masked in lists.
pub fn is_veiled(field: FieldId) -> bool {
    let key = field.key();
    ["id_no", "id_full", "head_id", "phone", "account"].iter().any(|part| key.contains(part))
}

/// The name of a canonical field.
pub fn field_name(field: FieldId, words: &words::Words) -> String {
    match words.lang() {
        words::Lang::Zh => field.info().label.to_owned(),
        words::Lang::En => field.key().into_owned(),
    }
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
    let found = veiled(fault.field, &fault.found);
    let args = [("rule", fault.rule.number().into()), ("title", title.into()), ("found", found.into())];
    words.format("office-fault", &args)
}

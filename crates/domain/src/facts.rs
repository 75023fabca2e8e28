//! Facts: what a command changes. One shape for all records, so that journal, undo and conflict work alike for each.

use crate::access::Account;
use crate::bridge::{Decision, Run};
use crate::ids::{AccountId, BatchId, EmployerId, HouseholdId, PersonId, RunId, SpellId, VacancyId};
use crate::ledger::{Household, Person, Spell};
use crate::record::Fields;
use crate::vacancies::{Employer, Vacancy};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// Any record of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Record {
    /// A household.
    Household(Household),
    /// A person.
    Person(Person),
    /// A spell of work.
    Spell(Spell),
    /// An employer.
    Employer(Employer),
    /// A vacancy.
    Vacancy(Vacancy),
    /// A run of the bridge.
    Run(Run),
    /// A decision about a pair of person and vacancy.
    Decision(Decision),
    /// An imported file.
    Batch(Batch),
    /// An account.
    Account(Account),
}

/// The kind of a record and its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordId {
    /// A household.
    Household(HouseholdId),
    /// A person.
    Person(PersonId),
    /// A spell.
    Spell(SpellId),
    /// An employer.
    Employer(EmployerId),
    /// A vacancy.
    Vacancy(VacancyId),
    /// A run.
    Run(RunId),
    /// A decision, by its own id.
    Decision(Uuid),
    /// A batch.
    Batch(BatchId),
    /// An account.
    Account(AccountId),
}

impl RecordId {
    /// The word used in columns and message keys (`record-<code>`).
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Household(_) => "household",
            Self::Person(_) => "person",
            Self::Spell(_) => "spell",
            Self::Employer(_) => "employer",
            Self::Vacancy(_) => "vacancy",
            Self::Run(_) => "run",
            Self::Decision(_) => "decision",
            Self::Batch(_) => "batch",
            Self::Account(_) => "account",
        }
    }

    /// The bare identifier.
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Household(id) => id.0,
            Self::Person(id) => id.0,
            Self::Spell(id) => id.0,
            Self::Employer(id) => id.0,
            Self::Vacancy(id) => id.0,
            Self::Run(id) => id.0,
            Self::Decision(id) => id,
            Self::Batch(id) => id.0,
            Self::Account(id) => id.0,
        }
    }
}

/// An imported file, so that it can be listed and undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Identifier.
    pub id: BatchId,
    /// File name as given.
    pub file: String,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// Report date the file was read with.
    pub as_of: chrono::NaiveDate,
    /// Records made, changed, found the same, and rows with faults left out.
    pub counts: BatchCounts,
    /// Undone as a whole.
    #[serde(default)]
    pub undone: bool,
    /// What was said about the file before it was taken in.
    #[serde(default, skip_serializing_if = "Corrections::is_empty")]
    pub corrections: Corrections,
}

/// What a person said about a file in its preview. It is kept with the import, and later files of the office are read by it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    /// What columns mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnSaid>,
    /// What cells should say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellSaid>,
    /// What is right all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exempt: Vec<Exemption>,
    /// Name of the second file that filled empty fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
}

impl Corrections {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A column that a person gave its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ColumnSaid {
    /// Kind of the sheet.
    pub kind: String,
    /// Heading, its levels joined by an underscore.
    pub heading: String,
    /// Canonical field; `None`: the column is left out.
    pub field: Option<String>,
}

/// A cell that a person corrected.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CellSaid {
    /// Sheet.
    pub sheet: String,
    /// Line of the file, from 1.
    pub line: u32,
    /// Letters of the column.
    pub column: String,
    /// What stood there.
    pub was: String,
    /// What it says now.
    pub now: String,
}

/// A finding that is right all the same, wherever it is met again: the same rule, field, subject and value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Exemption {
    /// Number of the rule.
    pub rule: String,
    /// Canonical field.
    pub field: String,
    /// Whom or what it is about: ID number, else name or title.
    pub subject: String,
    /// What stood in the cell.
    pub found: String,
}

/// Rows of an imported file by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchCounts {
    /// New to the ledger.
    pub new: u32,
    /// Changed something.
    pub changed: u32,
    /// Said what the ledger knew.
    pub same: u32,
    /// Faulty, left out.
    pub faulty: u32,
}

impl std::ops::Add for BatchCounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            new: self.new + other.new,
            changed: self.changed + other.changed,
            same: self.same + other.same,
            faulty: self.faulty + other.faulty,
        }
    }
}

/// One record made, changed or taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The record before; `None`: it is new.
    pub before: Option<Record>,
    /// The record after; `None`: it is taken back.
    pub after: Option<Record>,
}

impl Change {
    /// A new record.
    pub const fn new(record: Record) -> Self {
        Self { before: None, after: Some(record) }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { before: self.after, after: self.before }
    }

    /// Which record it is about.
    ///
    /// # Panics
    /// If the change has neither side, which no constructor makes.
    pub fn id(&self) -> RecordId {
        self.after.as_ref().or(self.before.as_ref()).expect("a change has a side").id()
    }

    /// The fields that differ, with both values; all fields of the one side when the other is missing.
    pub fn fields(&self) -> Vec<(&'static str, Value, Value)> {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.differences(after),
            (None, Some(after)) => after.listed().into_iter().map(|(name, value)| (name, Value::Null, value)).collect(),
            (Some(before), None) => {
                before.listed().into_iter().map(|(name, value)| (name, value, Value::Null)).collect()
            }
            (None, None) => Vec::new(),
        }
    }
}

macro_rules! each_record {
    ($self:expr, $record:ident => $body:expr) => {
        match $self {
            Record::Household($record) => $body,
            Record::Person($record) => $body,
            Record::Spell($record) => $body,
            Record::Employer($record) => $body,
            Record::Vacancy($record) => $body,
            Record::Run($record) => $body,
            Record::Decision($record) => $body,
            Record::Batch($record) => $body,
            Record::Account($record) => $body,
        }
    };
}

impl Record {
    /// Kind and identifier.
    pub const fn id(&self) -> RecordId {
        match self {
            Self::Household(record) => RecordId::Household(record.id),
            Self::Person(record) => RecordId::Person(record.id),
            Self::Spell(record) => RecordId::Spell(record.id),
            Self::Employer(record) => RecordId::Employer(record.id),
            Self::Vacancy(record) => RecordId::Vacancy(record.id),
            Self::Run(record) => RecordId::Run(record.id),
            Self::Decision(record) => RecordId::Decision(record.id),
            Self::Batch(record) => RecordId::Batch(record.id),
            Self::Account(record) => RecordId::Account(record.id),
        }
    }

    /// The fields in which two records of the same kind differ; nothing for different kinds.
    pub fn differences(&self, after: &Self) -> Vec<(&'static str, Value, Value)> {
        match (self, after) {
            (Self::Household(a), Self::Household(b)) => a.differences(b),
            (Self::Person(a), Self::Person(b)) => a.differences(b),
            (Self::Spell(a), Self::Spell(b)) => a.differences(b),
            (Self::Employer(a), Self::Employer(b)) => a.differences(b),
            (Self::Vacancy(a), Self::Vacancy(b)) => a.differences(b),
            (Self::Run(a), Self::Run(b)) => a.differences(b),
            (Self::Decision(a), Self::Decision(b)) => a.differences(b),
            (Self::Batch(a), Self::Batch(b)) => a.differences(b),
            (Self::Account(a), Self::Account(b)) => a.differences(b),
            _ => Vec::new(),
        }
    }

    /// The named field as JSON; `None` if there is no such field.
    pub fn get(&self, field: &str) -> Option<Value> {
        each_record!(self, record => record.get(field))
    }

    /// Sets the named field from JSON.
    ///
    /// # Errors
    /// For an unknown field or a value of another type.
    pub fn set(&mut self, field: &str, value: Value) -> Result<(), serde_json::Error> {
        each_record!(self, record => record.set(field, value))
    }

    /// The filled fields with their values.
    pub fn listed(&self) -> Vec<(&'static str, Value)> {
        fn of<R: Fields>(record: &R) -> Vec<(&'static str, Value)> {
            let filled = |value: &Value| match value {
                Value::Null | Value::Bool(false) => false,
                Value::Array(list) => !list.is_empty(),
                Value::Object(map) => !map.is_empty(),
                _ => true,
            };
            R::FIELDS.iter().filter_map(|&name| record.get(name).filter(filled).map(|value| (name, value))).collect()
        }
        each_record!(self, record => of(record))
    }
}

impl Fields for Batch {
    const FIELDS: &'static [&'static str] = &["file", "sha256", "as_of", "counts", "undone", "corrections"];

    fn differences(&self, after: &Self) -> Vec<(&'static str, Value, Value)> {
        let pairs = Self::FIELDS.iter().map(|&name| (name, self.get(name), after.get(name)));
        pairs
            .filter(|(_, a, b)| a != b)
            .map(|(name, a, b)| (name, a.unwrap_or_default(), b.unwrap_or_default()))
            .collect()
    }

    fn fill_from(&mut self, newer: &Self) {
        *self = newer.clone();
    }

    fn get(&self, field: &str) -> Option<Value> {
        serde_json::to_value(self).ok()?.get(field).cloned()
    }

    fn set(&mut self, field: &str, value: Value) -> Result<(), serde_json::Error> {
        let mut all = serde_json::to_value(&*self)?;
        all[field] = value;
        *self = serde_json::from_value(all)?;
        Ok(())
    }
}

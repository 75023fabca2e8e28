//! The page of the day 今日.

use chrono::NaiveDate;
use domain::ids::{HouseholdId, RunId};
use domain::ledger::clearing::Stage;
use domain::places::Region;

/// The figures of an area on a day.
#[derive(Debug, Clone)]
pub struct Today {
    /// Day the figures are about.
    pub day: NaiveDate,
    /// Area they are about.
    pub region: Region,
    /// Profile by code.
    pub profile: String,
    /// Working days until an identified household should be cleared.
    pub clearing_days: u32,
    /// Months until a job is called stable.
    pub stable_months: u32,
    /// The figures on top.
    pub totals: Totals,
    /// The clearing board, a column a stage.
    pub board: Vec<Column>,
    /// The townships of the area in administrative order; the villages when the area is a township.
    pub parts: Vec<Part>,
    /// What waits for somebody.
    pub waiting: Waiting,
}

/// The figures on top. Households, persons and seats are never added to each other.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    /// Households in the ledger.
    pub households: u32,
    /// Persons in the ledger.
    pub persons: u32,
    /// Target households of the profile.
    pub target: u32,
    /// Persons with labour capacity in target households.
    pub capable: u32,
    /// Of the persons in target households: in wage work.
    pub employed: u32,
    /// Zero-employment households.
    pub zero: u32,
    /// Screened vacancies that are open.
    pub vacancies: u32,
    /// Their seats.
    pub seats: u32,
    /// Of the seats: in the county.
    pub local_seats: u32,
    /// Employers of open vacancies.
    pub employers: u32,
}

/// One column of the clearing board.
#[derive(Debug, Clone)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// Households in it.
    pub households: u32,
    /// The first of them, the longest waiting first.
    pub first: Vec<Waits>,
}

/// A household on the board.
#[derive(Debug, Clone)]
pub struct Waits {
    /// The household.
    pub id: HouseholdId,
    /// Its head.
    pub head: String,
    /// Its village.
    pub region: Region,
    /// Since when it is in its stage, when the ledger knows.
    pub since: Option<NaiveDate>,
}

/// The figures of one part of the area.
#[derive(Debug, Clone)]
pub struct Part {
    /// Township or village.
    pub region: Region,
    /// Households in the ledger.
    pub households: u32,
    /// Target households.
    pub target: u32,
    /// Persons with labour capacity in target households.
    pub capable: u32,
    /// Persons of target households in wage work.
    pub employed: u32,
    /// Zero-employment households.
    pub zero: u32,
}

/// What waits for somebody.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Vacancies not yet screened.
    pub intake: u32,
    /// The latest run.
    pub run: Option<RunId>,
    /// Proposals of the latest run nobody has decided about.
    pub proposals: u32,
    /// Fields with two answers.
    pub two_answers: u32,
}

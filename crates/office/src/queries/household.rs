//! One household: everything about it on one page.

use super::bridge::Offer;
use super::journal::Entry;
use chrono::NaiveDate;
use domain::codes::{Cause, Education, Health, Labour, Relation, Sex, StudentStatus, WorkForm};
use domain::dates::PartialDate;
use domain::ids::{HouseholdId, PersonId, RunId};
use domain::ledger::clearing::Stage;
use domain::ledger::{Constraints, Label, LabelKind, Standing, Wish};
use domain::money::Fen;
use domain::places::Region;

/// A household with everything about it. ID numbers and phones are masked.
#[derive(Debug, Clone)]
pub struct HouseholdPage {
    /// Day the page is about.
    pub day: NaiveDate,
    /// The household.
    pub id: HouseholdId,
    /// Name of its head.
    pub head: String,
    /// Household number.
    pub no: Option<String>,
    /// Its village.
    pub region: Region,
    /// Villagers' group.
    pub group: Option<String>,
    /// Phone, masked.
    pub phone: Option<String>,
    /// Resettlement site.
    pub reloc_site: Option<String>,
    /// Day of first identification.
    pub identified_on: Option<PartialDate>,
    /// Labels with their dates.
    pub labels: Vec<Label>,
    /// Labels that hold on the day.
    pub labels_now: Vec<LabelKind>,
    /// Causes of poverty or risk.
    pub causes: Vec<Cause>,
    /// Note of the office.
    pub note: Option<String>,
    /// A zero-employment household.
    pub zero_employment: bool,
    /// Stage on the clearing board.
    pub stage: Option<Stage>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// The members, the head first.
    pub members: Vec<Member>,
    /// The run the offers are from.
    pub run: Option<RunId>,
    /// Proposals of the latest run.
    pub offers: Vec<Offer>,
    /// Why the latest run has none, in sentences.
    pub uncovered: Vec<domain::say::Message>,
    /// The newest entries of the journal about it.
    pub history: Vec<Entry>,
}

/// A member of a household.
#[derive(Debug, Clone)]
pub struct Member {
    /// The person.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Relation to the head.
    pub relation: Option<Relation>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Full years.
    pub age: Option<i32>,
    /// Labour capacity.
    pub labour: Option<Labour>,
    /// Education completed.
    pub education: Option<Education>,
    /// Where the person studies.
    pub student: Option<StudentStatus>,
    /// Why the person is not there.
    pub standing: Option<Standing>,
    /// Counts as having labour capacity.
    pub capable: bool,
    /// Has wage work.
    pub employed: bool,
    /// Skills and certificates.
    pub skills: Vec<String>,
    /// Labels that hold.
    pub labels: Vec<LabelKind>,
    /// What limits the work.
    pub constraints: Option<Constraints>,
    /// What the person wants.
    pub wish: Option<Wish>,
    /// ID number, phone and health: masked, or in full after the reader asked for it.
    pub private: Private,
    /// Spells of work, the newest first.
    pub spells: Vec<Worked>,
}

/// Personal data of a member.
#[derive(Debug, Clone, Default)]
pub struct Private {
    /// ID number.
    pub id_no: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Health; only in full.
    pub health: Option<Health>,
    /// Shown in full, and noted in the journal.
    pub shown: bool,
}

/// A spell of work as the page shows it.
#[derive(Debug, Clone)]
pub struct Worked {
    /// First day, month or year.
    pub start: Option<PartialDate>,
    /// Last day, month or year; empty: still open.
    pub end: Option<PartialDate>,
    /// Covers the day of the page.
    pub now: bool,
    /// Form of work.
    pub form: Option<WorkForm>,
    /// Jobs as typed.
    pub jobs: Vec<String>,
    /// Employer as typed.
    pub employer: Option<String>,
    /// Place as typed.
    pub place: Option<String>,
    /// Pay a month.
    pub pay: Option<Fen>,
}

//! Runs of the bridge: the page of a run and the list of its proposals.

use super::Page;
use chrono::NaiveDate;
use domain::bridge::{Figures, UncoveredReason, Verdict};
use domain::codes::PayUnit;
use domain::ids::{HouseholdId, PersonId, RunId, VacancyId};
use domain::money::Fen;
use domain::places::Region;
use domain::say::Message;
use domain::vacancies::PlacementChannel;

/// One run.
#[derive(Debug, Clone)]
pub struct RunPage {
    /// The run.
    pub id: RunId,
    /// How many runs there were up to this one.
    pub number: u32,
    /// It is the latest.
    pub latest: bool,
    /// Day it is about.
    pub day: NaiveDate,
    /// Region whose ledger was run.
    pub region: Region,
    /// Profile by code.
    pub profile: String,
    /// The figures.
    pub figures: Figures,
    /// Covered households by bank of the placement order.
    pub covered: Vec<(PlacementChannel, u32)>,
    /// Townships with their proposals.
    pub parts: Vec<RunPart>,
    /// Uncovered households, at most as many as fit a page.
    pub uncovered: Page<UncoveredRow>,
    /// The run before, for comparison: households covered then.
    pub covered_before: Option<u32>,
}

/// The proposals of one township.
#[derive(Debug, Clone)]
pub struct RunPart {
    /// The township.
    pub region: Region,
    /// Proposals.
    pub proposals: u32,
    /// Of these decided.
    pub decided: u32,
}

/// An uncovered household.
#[derive(Debug, Clone)]
pub struct UncoveredRow {
    /// The household.
    pub household: HouseholdId,
    /// Its head.
    pub head: String,
    /// Its village.
    pub region: Region,
    /// Class of the reason.
    pub reason: UncoveredReason,
    /// The reason in sentences.
    pub sentences: Vec<Message>,
}

/// Which proposals are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferFilter {
    /// Township or village.
    pub region: Option<Region>,
    /// Only those that cover a zero-employment household.
    pub covers: bool,
    /// Only those with this decision; [`Verdict::Open`]: nobody decided.
    pub verdict: Option<Verdict>,
    /// Page from 1.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
}

/// The proposals of a run.
#[derive(Debug, Clone)]
pub struct Offers {
    /// The run.
    pub run: RunId,
    /// Its number.
    pub number: u32,
    /// Day it is about.
    pub day: NaiveDate,
    /// The rows, household by household.
    pub list: Page<Offer>,
    /// Townships (or villages) to choose from.
    pub regions: Vec<Region>,
}

/// A proposal as pages show it.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The run.
    pub run: RunId,
    /// The household.
    pub household: HouseholdId,
    /// Its head.
    pub head: String,
    /// Its village.
    pub region: Region,
    /// The person.
    pub person: PersonId,
    /// Name of the person.
    pub name: String,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// Title.
    pub title: String,
    /// Employer.
    pub employer: Option<String>,
    /// Place of work as typed.
    pub place: Option<String>,
    /// Pay per unit.
    pub pay: (Option<Fen>, Option<Fen>),
    /// Unit of the pay.
    pub pay_unit: PayUnit,
    /// Bank of the placement order.
    pub channel: PlacementChannel,
    /// It covers a zero-employment household.
    pub covers: bool,
    /// Seats of the vacancy.
    pub seats: u32,
    /// Score, 0..=10000.
    pub score: u32,
    /// Reasons for.
    pub reasons: Vec<Message>,
    /// One against.
    pub against: Option<Message>,
    /// What was decided, and when.
    pub decision: Option<(Verdict, NaiveDate)>,
    /// Why it was refused.
    pub refusal: Option<String>,
}

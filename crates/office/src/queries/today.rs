//! The page of the day 今日.

use super::places::part_level;
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::ids::{HouseholdId, RunId};
use domain::ledger::clearing::Stage;
use domain::places::{Area, Region};
use domain::vacancies::State;
use store::{Counts, HouseholdFilter, HouseholdSort, ProposalFilter, VacancyFilter};

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

/// Households shown in each column of the board.
const SHOWN: u32 = 4;

impl Office {
    /// The page of the day.
    pub async fn today_page(&self, scope: &Scope) -> Result<Today, OfficeError> {
        let (reader, area, day, profile) = (self.store().read(), scope.area(), self.today(), self.profile());
        let counts = reader.counts(area).await?;
        let (vacancies, seats) = reader.open_seats(area, day).await?;
        let totals = Totals {
            households: counts.households,
            persons: counts.members,
            target: counts.target,
            capable: counts.target_capable,
            employed: counts.target_employed,
            zero: counts.zero_employment,
            vacancies,
            seats,
        };
        let mut board = Vec::with_capacity(Stage::ALL.len());
        for (stage, households) in Stage::ALL.into_iter().zip(counts.stages) {
            board.push(Column { stage, households, first: self.longest(area, stage).await? });
        }
        let parts = reader.counts_by(area, part_level(scope.region())).await?;
        Ok(Today {
            day,
            region: scope.region(),
            profile: profile.code.clone(),
            clearing_days: profile.clearing_days,
            stable_months: profile.stable_months,
            totals,
            board,
            parts: parts.into_iter().map(|(region, counts)| in_part(region, &counts)).collect(),
            waiting: self.waiting(scope).await?,
        })
    }

    /// The households longest in a stage.
    async fn longest(&self, area: Area, stage: Stage) -> Result<Vec<Waits>, OfficeError> {
        let filter = HouseholdFilter { stages: vec![stage], ..HouseholdFilter::default() };
        let first = store::Page::first(SHOWN);
        let listed = self.store().read().household_list(area, &filter, HouseholdSort::Since, first).await?;
        let waits = |row: store::HouseholdRow| Waits {
            id: row.now.household,
            region: row.now.region,
            since: row.now.clearing.and_then(|clearing| clearing.since),
            head: row.now.head,
        };
        Ok(listed.rows.into_iter().map(waits).collect())
    }

    async fn waiting(&self, scope: &Scope) -> Result<Waiting, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let filter = VacancyFilter { states: vec![State::Intake], ..VacancyFilter::default() };
        let intake = reader.vacancy_list(area, &filter, store::Page::first(0)).await?.total;
        let run = reader.latest_run(area).await?.map(|run| run.record.id);
        let proposals = match run {
            Some(run) => {
                let undecided = ProposalFilter { undecided: true, ..ProposalFilter::default() };
                reader.proposals(area, run, &undecided, store::Page::first(0)).await?.total
            }
            None => 0,
        };
        let two_answers = reader.two_answers_waiting(area).await?;
        Ok(Waiting { intake, run, proposals, two_answers })
    }
}

fn in_part(region: Region, counts: &Counts) -> Part {
    Part {
        region,
        households: counts.households,
        target: counts.target,
        capable: counts.target_capable,
        employed: counts.target_employed,
        zero: counts.zero_employment,
    }
}

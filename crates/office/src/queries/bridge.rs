//! Runs of the bridge: the page of a run and the list of its proposals.

use super::places::part_level;
use super::{Page, part};
use crate::Office;
use crate::error::OfficeError;
use crate::ids;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::bridge::{Figures, Run, UncoveredReason, Verdict};
use domain::codes::PayUnit;
use domain::door::{Command, Envelope};
use domain::ids::{CommandId, HouseholdId, PersonId, RunId, VacancyId};
use domain::ledger::now::HouseholdNow;
use domain::money::Fen;
use domain::places::{Area, Level, Region};
use domain::say::Message;
use domain::vacancies::{PlacementChannel, Vacancy};
use std::collections::{BTreeMap, HashMap};
use store::{ProposalFilter, ProposalRow, Stored};
use uuid::Uuid;

/// Uncovered households listed on the page of a run; the workbook has all.
const UNCOVERED: u32 = 50;
/// Proposals decided at a time when a whole place is.
const CHUNK: u32 = 200;

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
    /// Region the figures are about.
    pub region: Region,
    /// Region of the run as a whole, where the figures are those of one part of it.
    pub whole: Option<Region>,
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
    /// For comparison, households covered by the run before, if it was about the same region.
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
    /// Townships to choose from, and the villages of the one chosen.
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
    /// Reasons for.
    pub reasons: Vec<Message>,
    /// One against.
    pub against: Option<Message>,
    /// Why the coverage of the household stands.
    pub proof: Option<Message>,
    /// What was decided last; `None`: nobody decided, or it was taken back.
    pub decision: Option<Verdict>,
}

impl Office {
    /// The newest run of the scope's county.
    pub async fn latest_run(&self, scope: &Scope) -> Result<Option<RunId>, OfficeError> {
        Ok(self.store().read().latest_run(scope.area()).await?.map(|stored| stored.record.id))
    }

    /// A run as far as the scope's area goes: of a run over a city its parts in the area taken together. `None` when none of it lies there.
    pub(crate) async fn run_in(&self, scope: &Scope, id: RunId) -> Result<Option<Run>, OfficeError> {
        let parts = self.store().read().run_parts(scope.area(), id).await?;
        let Some(first) = parts.first().map(|part| &part.record) else { return Ok(None) };
        let figures = Figures::sum(parts.iter().map(|part| &part.record.figures));
        let region = if parts.len() > 1 { scope.region() } else { first.region };
        Ok(Some(Run { region, figures, ..first.clone() }))
    }

    /// Where the vacancies are that may be offered to people of the scope: the home of the office, within which they are shared.
    pub(crate) async fn shared(&self, scope: &Scope) -> Area {
        let county = scope.region().county_region().area();
        self.home().await.map_or(county, |home| if home.area().covers(county) { home.area() } else { county })
    }

    /// One run, as far as the scope's area goes; `None` when it is of another county.
    pub async fn run_page(&self, scope: &Scope, id: RunId) -> Result<Option<RunPage>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let Some(run) = self.run_in(scope, id).await? else { return Ok(None) };
        let uncovered = Page::from(reader.uncovered(area, id, None, store::Page::first(UNCOVERED)).await?);
        let uncovered = uncovered.map(|row: store::UncoveredRow| UncoveredRow {
            household: row.uncovered.household,
            head: row.head,
            region: row.region,
            reason: row.uncovered.reason,
            sentences: row.uncovered.sentences,
        });
        let parts = reader.proposals_by(area, id, part_level(scope.region())).await?;
        let parts = parts.into_iter().map(|(region, proposals, decided)| RunPart { region, proposals, decided });
        let number = reader.run_number(area, id).await?;
        let before = self.run_before(scope, &run).await?;
        Ok(Some(RunPage {
            id,
            number,
            latest: reader.latest_run(area).await?.is_some_and(|latest| latest.record.id == id),
            day: run.day,
            covered: self.covered_by_channel(scope, id, run.region).await?,
            covered_before: before.map(|before| before.figures.covered),
            region: run.region,
            whole: run.whole.filter(|whole| *whole != run.region),
            profile: run.profile,
            figures: run.figures,
            parts: parts.collect(),
            uncovered,
        }))
    }

    /// The run before about the same region, over as much.
    async fn run_before(&self, scope: &Scope, run: &Run) -> Result<Option<Run>, OfficeError> {
        let before = self
            .store()
            .read()
            .run_list(run.region.area(), store::Page { offset: 0, size: 50 })
            .await?
            .rows
            .into_iter();
        let mut before = before.map(|stored| stored.record).filter(|other| other.region == run.region);
        match before.find(|other| other.id < run.id && other.over() == run.over()) {
            Some(before) => self.run_in(scope, before.id).await,
            None => Ok(None),
        }
    }

    /// Households a run covers, by channel of the vacancy that covers them.
    async fn covered_by_channel(
        &self,
        scope: &Scope,
        run: RunId,
        home: Region,
    ) -> Result<Vec<(PlacementChannel, u32)>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let covering = reader.covering(area, run).await?;
        let ids: Vec<VacancyId> = covering.iter().map(|(id, _)| *id).collect();
        let vacancies = reader.vacancies(self.shared(scope).await, &ids).await?;
        let mut covered = BTreeMap::new();
        for (id, households) in covering {
            if let Some(vacancy) = vacancies.get(&id) {
                *covered.entry(vacancy.record.effective_channel(home)).or_insert(0) += households;
            }
        }
        Ok(covered.into_iter().collect())
    }

    /// The proposals of a run that match a filter; `None` when the run is of another county.
    pub async fn offers(&self, scope: &Scope, run: RunId, filter: &OfferFilter) -> Result<Option<Offers>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let Some(record) = self.run_in(scope, run).await? else { return Ok(None) };
        let wanted = ProposalFilter {
            part: filter.region.map(Region::area),
            covers: filter.covers.then_some(true),
            undecided: filter.verdict == Some(Verdict::Open),
            verdict: filter.verdict.filter(|verdict| *verdict != Verdict::Open),
            ..ProposalFilter::default()
        };
        let listed = reader.proposals(area, run, &wanted, part(filter.page, filter.size)).await?;
        let total = listed.total;
        let rows = self.dress(scope, listed.rows).await?;
        Ok(Some(Offers {
            run,
            number: reader.run_number(area, run).await?,
            day: record.day,
            list: Page { rows, total },
            regions: self.places_of_run(scope, run, filter.region).await?,
        }))
    }

    /// Where a run has proposals: the parts of the scope's area, each chosen one followed by its own parts down to the villages.
    async fn places_of_run(
        &self,
        scope: &Scope,
        run: RunId,
        chosen: Option<Region>,
    ) -> Result<Vec<Region>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let first = part_level(scope.region());
        let mut places = reader.proposals_by(area, run, first).await?;
        for level in [Level::Township, Level::Village].into_iter().filter(|level| *level > first) {
            let above = if level == Level::Township { Level::County } else { Level::Township };
            let around = chosen.filter(|place| place.level() >= above).map(|place| place.at_level(above).area());
            if let Some(within) = around.and_then(|around| area.meet(around)) {
                places.extend(reader.proposals_by(within, run, level).await?);
            }
        }
        let mut places: Vec<Region> = places.into_iter().map(|(region, ..)| region).collect();
        places.sort_unstable();
        places.dedup();
        Ok(places)
    }

    /// The proposals of a run for one household.
    pub(crate) async fn offers_of_household(
        &self,
        scope: &Scope,
        run: RunId,
        household: HouseholdId,
    ) -> Result<Vec<Offer>, OfficeError> {
        let filter = ProposalFilter { household: Some(household), ..ProposalFilter::default() };
        let listed = self.store().read().proposals(scope.area(), run, &filter, store::Page::first(20)).await?;
        let mut offers = self.dress(scope, listed.rows).await?;
        offers.sort_by_key(|offer| !offer.covers);
        Ok(offers)
    }

    /// The first proposals of a run for one vacancy, and how many there are.
    pub(super) async fn offers_of_vacancy(
        &self,
        scope: &Scope,
        run: RunId,
        vacancy: VacancyId,
        first: u32,
    ) -> Result<(Vec<Offer>, u32), OfficeError> {
        let filter = ProposalFilter { vacancy: Some(vacancy), ..ProposalFilter::default() };
        let listed = self.store().read().proposals(scope.area(), run, &filter, store::Page::first(first)).await?;
        Ok((self.dress(scope, listed.rows).await?, listed.total))
    }

    /// Adds what pages show of vacancy and household.
    async fn dress(&self, scope: &Scope, rows: Vec<ProposalRow>) -> Result<Vec<Offer>, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let ids: Vec<VacancyId> = rows.iter().map(|row| row.proposal.vacancy).collect();
        let vacancies = reader.vacancies(self.shared(scope).await, &ids).await?;
        let households: Vec<HouseholdId> = rows.iter().map(|row| row.proposal.household).collect();
        let now = reader.households_now(area, &households).await?;
        let home = scope.region().county_region();
        Ok(rows.into_iter().map(|row| offer(row, &vacancies, &now, home)).collect())
    }

    /// Gives one verdict on several pairs; each is a command of its own, with an id made from the one given.
    pub async fn decide(
        &self,
        scope: &Scope,
        id: CommandId,
        run: Option<RunId>,
        pairs: &[(PersonId, VacancyId)],
        verdict: Verdict,
        reason: Option<&str>,
    ) -> Result<(), OfficeError> {
        for (number, &(person, vacancy)) in pairs.iter().enumerate() {
            let reason = reason.map(str::to_owned);
            let command = Command::DecideProposal { person, vacancy, run, verdict, day: self.today(), reason };
            self.submit(scope, Envelope { id: nth(id, number), command }).await?;
        }
        Ok(())
    }

    /// Gives one verdict on every undecided proposal of a run in a township or village.
    pub async fn decide_all(
        &self,
        scope: &Scope,
        run: RunId,
        region: Region,
        verdict: Verdict,
    ) -> Result<(), OfficeError> {
        let filter = ProposalFilter { part: Some(region.area()), undecided: true, ..ProposalFilter::default() };
        loop {
            let listed = self.store().read().proposals(scope.area(), run, &filter, store::Page::first(CHUNK)).await?;
            if listed.rows.is_empty() || verdict == Verdict::Open {
                return Ok(());
            }
            let pairs: Vec<_> = listed.rows.iter().map(|row| (row.proposal.person, row.proposal.vacancy)).collect();
            self.decide(scope, CommandId(ids::fresh()), Some(run), &pairs, verdict, None).await?;
        }
    }
}

fn offer(
    row: ProposalRow,
    vacancies: &HashMap<VacancyId, Stored<Vacancy>>,
    now: &HashMap<HouseholdId, HouseholdNow>,
    home: Region,
) -> Offer {
    let vacancy = vacancies.get(&row.proposal.vacancy).map(|stored| &stored.record);
    Offer {
        run: row.proposal.run,
        household: row.proposal.household,
        head: now.get(&row.proposal.household).map(|now| now.head.clone()).unwrap_or_default(),
        region: row.region,
        person: row.proposal.person,
        name: row.person,
        vacancy: row.proposal.vacancy,
        title: vacancy.map(|vacancy| vacancy.title.clone()).unwrap_or_default(),
        employer: vacancy.and_then(|vacancy| vacancy.employer_name.clone()),
        place: vacancy.and_then(|vacancy| vacancy.place.clone()),
        pay: vacancy.map_or((None, None), |vacancy| (vacancy.pay_min, vacancy.pay_max)),
        pay_unit: vacancy.and_then(|vacancy| vacancy.pay_unit).unwrap_or(PayUnit::Month),
        channel: vacancy.map_or(PlacementChannel::Local, |vacancy| vacancy.effective_channel(home)),
        seats: vacancy.map_or(0, Vacancy::seats),
        covers: row.proposal.covers,
        reasons: row.proposal.reasons,
        against: row.proposal.against,
        proof: row.proposal.proof,
        decision: row.verdict.filter(|verdict| *verdict != Verdict::Open),
    }
}

/// The id of the command for one of several pairs: made from the id of the form, so that a form sent twice decides once.
fn nth(id: CommandId, number: usize) -> CommandId {
    CommandId(Uuid::from_u128(id.0.as_u128().wrapping_add(number as u128)))
}

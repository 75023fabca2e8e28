//! The workbench: the market of a county or city as it stands, solved and kept in memory, so that questions about it are answered at once.
//!
//! It rests on the ledger at one moment, known by the numbers of the last journal entries. When the ledger has moved since, it is built
//! anew; when only decisions were made or vacancies changed, what was read of the people is used again.

use super::gather::{Edits, Gathered, Seeking, decisions};
use super::reseat::Decisions;
use super::solved::{Placement, Solved};
use super::what_if::Suggestion;
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::{Role, Scope};
use domain::door::CommandKind;
use domain::ids::{HouseholdId, PersonId, RunId, VacancyId};
use domain::ledger::Person;
use domain::places::{Area, Region};
use domain::profile;
use domain::vacancies::Vacancy;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use store::DecidedPair;
use tokio::sync::Mutex;

/// Workbenches kept: one for each of the few counties or days that are asked about.
const KEPT: usize = 2;

/// The workbenches of an office, the one used last at the end.
#[derive(Clone, Default)]
pub(crate) struct Benches(Arc<Mutex<VecDeque<Arc<Workbench>>>>);

/// What would help in an area, or one of its households.
type Suggested = HashMap<(Area, Option<HouseholdId>), Vec<Suggestion>>;

/// Where people and households stand in what was gathered.
struct Places {
    people: HashMap<PersonId, (usize, usize)>,
    households: HashMap<HouseholdId, usize>,
}

/// Vacancies of the market, and where each stands.
struct Vacancies {
    list: Vec<Vacancy>,
    at: HashMap<VacancyId, usize>,
}

impl From<Vec<Vacancy>> for Vacancies {
    fn from(list: Vec<Vacancy>) -> Self {
        let at = list.iter().enumerate().map(|(at, vacancy)| (vacancy.id, at)).collect();
        Self { list, at }
    }
}

/// A solved market with what it was made of.
pub(super) struct Workbench {
    region: Region,
    pub(super) day: NaiveDate,
    /// Last journal entries it rests on.
    pub(super) heads: Vec<(u32, i64)>,
    decided: Vec<DecidedPair>,
    /// The latest run over the region.
    pub(super) run: Option<RunId>,
    /// The proposals of that run are an optimum of the market as it stands, and are the placement of `now`.
    pub(super) fresh: bool,
    pub(super) gathered: Arc<Gathered>,
    vacancies: Arc<Vacancies>,
    pub(super) now: Solved,
    at: Arc<Places>,
    suggested: std::sync::Mutex<Suggested>,
}

impl Office {
    /// The workbench of a region on a day.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree with an answer.
    pub(super) async fn workbench(&self, region: Region, day: NaiveDate) -> Result<Arc<Workbench>, OfficeError> {
        let mut benches = self.benches.0.lock().await;
        let known = benches.iter().position(|bench| (bench.region, bench.day) == (region, day));
        let known = known.and_then(|at| benches.remove(at));
        let heads = self.store().read().journal_heads(region.area()).await?;
        let bench = match known {
            Some(bench) if bench.heads == heads => bench,
            known => {
                let same = match &known {
                    Some(bench) => self.only_decided(&bench.heads, &heads).await?,
                    None => false,
                };
                let gathered = known.filter(|_| same).map(|bench| Arc::clone(&bench.gathered));
                Arc::new(self.set_up(region, day, heads, gathered).await?)
            }
        };
        benches.push_back(Arc::clone(&bench));
        while benches.len() > KEPT {
            benches.pop_front();
        }
        Ok(bench)
    }

    /// The market a reader asks about: that of the latest run of their county, which is the whole city's where the city was run as one.
    pub(super) async fn market_of(&self, scope: &Scope) -> Result<Region, OfficeError> {
        let home = home_of(scope);
        let run = self.store().read().latest_run(home.area()).await?;
        Ok(run.map_or(home, |run| run.record.over()))
    }

    /// Puts the workbench after decisions in place of the one before, so that the next question need not solve it anew. The decisions are
    /// the one new entry of the journals of `counties`.
    pub(super) async fn advance(
        &self,
        bench: &Arc<Workbench>,
        now: Solved,
        counties: &[u32],
        made: &Decisions,
    ) -> Result<(), OfficeError> {
        let reader = self.store().read();
        let decided = reader.decided_pairs(bench.region.area()).await?;
        let vacancies = if made.closed.is_empty() {
            Arc::clone(&bench.vacancies)
        } else {
            let scope = Office::command_line(Role::Clerk, bench.region);
            Arc::new(self.vacancies_to_fill(&scope, &decided).await?.into())
        };
        let heads: Vec<_> =
            bench.heads.iter().map(|&(of, last)| (of, last + i64::from(counties.contains(&of)))).collect();
        let known = reader.journal_heads(bench.region.area()).await?;
        let mut benches = self.benches.0.lock().await;
        let at = benches.iter().position(|other| Arc::ptr_eq(other, bench));
        // What was read just now must be of the same moment.
        if let Some(at) = at.filter(|_| known == heads) {
            let (gathered, at_home) = (Arc::clone(&bench.gathered), Arc::clone(&bench.at));
            let Workbench { region, day, run, fresh, .. } = **bench;
            let suggested = Default::default();
            let after =
                Workbench { region, day, heads, decided, run, fresh, gathered, vacancies, now, at: at_home, suggested };
            benches[at] = Arc::new(after);
        }
        Ok(())
    }

    /// Whether nothing but decisions, runs and reading happened between two moments.
    async fn only_decided(&self, before: &[(u32, i64)], now: &[(u32, i64)]) -> Result<bool, OfficeError> {
        for &(county, entry) in now {
            let Some(&(_, seen)) = before.iter().find(|(other, _)| *other == county) else { return Ok(false) };
            let kinds = if seen == entry { Vec::new() } else { self.store().read().kinds_since(county, seen).await? };
            if !kinds.into_iter().all(leaves_ledger) {
                return Ok(false);
            }
        }
        Ok(before.len() == now.len())
    }

    async fn set_up(
        &self,
        region: Region,
        day: NaiveDate,
        heads: Vec<(u32, i64)>,
        gathered: Option<Arc<Gathered>>,
    ) -> Result<Workbench, OfficeError> {
        let (reader, area) = (self.store().read(), region.area());
        let decided = reader.decided_pairs(area).await?;
        let knows = |gathered: &Arc<Gathered>| {
            let kept = decided.iter().filter(|pair| pair.verdict.keeps_seat());
            let people = gathered.people();
            kept.into_iter().all(|pair| people.contains_key(&pair.person))
        };
        let gathered = match gathered.filter(knows) {
            Some(gathered) => gathered,
            None => {
                let scope = Office::command_line(Role::Clerk, region);
                Arc::new(self.gather(&scope, day, profile::on(day)).await?)
            }
        };
        let run = reader.latest_run(area).await?.map(|run| run.record);
        let mut run = run.filter(|run| run.over() == region).map(|run| run.id);
        // A county of the city has been run by itself since.
        if let Some(id) = run
            && reader.run_behind(area, id).await?
        {
            run = None;
        }
        let proposed: Placement = match run {
            Some(run) => reader.placements(area, run).await?.into_iter().collect(),
            None => Placement::new(),
        };
        let edits = Edits { decisions: decisions(&decided), ..Edits::default() };
        let ground = Arc::clone(&gathered);
        let vacancies = self.vacancies_to_fill(&Office::command_line(Role::Clerk, region), &decided).await?;
        let (now, fresh, vacancies) = off_thread(move || {
            let now = Solved::new(ground.market_with(&vacancies, &edits, day), &proposed)?;
            let fresh = now.is(&proposed);
            Ok((now, fresh, vacancies))
        })
        .await?;
        let at = gathered.seekers.iter().enumerate().map(|(at, seeking)| (seeking.household.id, at));
        let at = Arc::new(Places { people: gathered.people(), households: at.collect() });
        Ok(Workbench {
            region,
            day,
            heads,
            decided,
            run,
            fresh: fresh && run.is_some(),
            gathered,
            vacancies: Arc::new(vacancies.into()),
            now,
            at,
            suggested: Default::default(),
        })
    }
}

/// Whether a command leaves people and their spells alone; decisions and vacancies are read anew each time.
const fn leaves_ledger(kind: CommandKind) -> bool {
    use CommandKind as C;
    matches!(
        kind,
        C::DecideProposal
            | C::Reseat
            | C::RunBridge
            | C::SetVacancyState
            | C::ReviewVacancy
            | C::EditVacancy
            | C::Unmask
            | C::ExportUnmasked
            | C::OpenAccount
            | C::CloseAccount
    )
}

/// Runs number work on a thread for it, so that pages are served meanwhile.
pub(super) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, OfficeError> + Send + 'static,
) -> Result<T, OfficeError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

impl Workbench {
    /// The market as it would be, solved near the present placement. `edits` holds what is different from now.
    pub(super) fn after(&self, mut edits: Edits) -> Result<Solved, OfficeError> {
        let mut changed: HashSet<PersonId> = edits.persons.keys().copied().collect();
        changed.extend(edits.decisions.iter().map(|decision| decision.person));
        let mut decisions = decisions(&self.decided);
        decisions.append(&mut edits.decisions);
        let edits = Edits { decisions, ..edits };
        let market = self.gathered.market_with(&self.vacancies.list, &edits, self.day);
        let along = |home: Region| edits.lines.iter().flat_map(|line| &line.from).any(|area| area.contains(home));
        let concerned = |worker: &usize| {
            let jobseeker = market.jobseekers.at(*worker);
            changed.contains(&jobseeker.person) || along(jobseeker.tether.home)
        };
        let jobseekers = (0..market.jobseekers.len()).filter(concerned).map(|worker| worker as u32);
        let jobseekers: Vec<u32> = jobseekers.collect();
        self.now.after(market, &jobseekers)
    }

    /// A jobseeker by id, with the region of the home.
    pub(super) fn person(&self, id: PersonId) -> Option<(&Person, Region)> {
        let &(household, member) = self.at.people.get(&id)?;
        let seeking = &self.gathered.seekers[household];
        Some((&seeking.members[member].0, seeking.household.region))
    }

    /// All jobseekers, with the region of their homes.
    pub(super) fn people(&self) -> impl Iterator<Item = (&Person, Region)> {
        let seekers = self.gathered.seekers.iter();
        seekers.flat_map(|seeking| seeking.members.iter().map(|(person, _)| (person, seeking.household.region)))
    }

    /// A household with its jobseekers.
    pub(super) fn household(&self, id: HouseholdId) -> Option<&Seeking> {
        self.at.households.get(&id).map(|&at| &self.gathered.seekers[at])
    }

    /// Suggestions made before to readers of an area; `new` ones are kept.
    pub(super) fn suggested(
        &self,
        area: Area,
        household: Option<HouseholdId>,
        new: Option<Vec<Suggestion>>,
    ) -> Option<Vec<Suggestion>> {
        let mut known = self.suggested.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match new {
            Some(new) => known.insert((area, household), new),
            None => known.get(&(area, household)).cloned(),
        }
    }

    /// A vacancy of the market.
    pub(super) fn vacancy(&self, id: VacancyId) -> Option<&Vacancy> {
        self.vacancies.at.get(&id).map(|&at| &self.vacancies.list[at])
    }

    /// The decisions in force.
    pub(super) fn decided(&self) -> &[DecidedPair] {
        &self.decided
    }

    /// The county or city whose market it is.
    pub(super) const fn region(&self) -> Region {
        self.region
    }
}

/// The county or larger area of a reader: what questions are about.
pub(super) fn home_of(scope: &Scope) -> Region {
    if scope.region().level() > domain::places::Level::County { scope.region().county_region() } else { scope.region() }
}

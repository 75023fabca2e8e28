//! What would help: likely changes for uncovered households, each tried and ranked by the households it really brings.

use super::change::{Change, Post, Who, Whose, Wish};
use super::say::say;
use super::{Reached, answer};
use crate::Office;
use crate::bridge::solved::Solved;
use crate::bridge::workbench::{Workbench, home_of, off_thread};
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::bridge::Verdict;
use domain::ids::HouseholdId;
use domain::places::Region;
use domain::say::Message;
use domain::vacancies::{PlacementChannel, Weight};
use matching::rules::HARD;
use matching::{Context, Line};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Changes tried of each kind.
const TRIED: usize = 3;
/// Suggestions shown, and how many of one kind.
const SHOWN: usize = 8;
const SHOWN_OF_KIND: usize = 2;
/// Longest daily line, road metres.
const LINE: u32 = 80_000;

/// A change with what it brings.
#[derive(Debug, Clone, Serialize)]
pub struct Suggestion {
    /// What could be different.
    pub change: Change,
    /// The same in a sentence.
    pub said: Message,
    /// What is reached as things stand.
    pub before: Reached,
    /// What would be reached.
    pub after: Reached,
}

impl Suggestion {
    /// Zero-employment households gained.
    pub const fn households(&self) -> i64 {
        self.after.covered as i64 - self.before.covered as i64
    }

    /// Persons placed gained.
    pub const fn placed(&self) -> i64 {
        self.after.placed as i64 - self.before.placed as i64
    }
}

impl Office {
    /// What would help one uncovered household, or all of the reader's market: most households first, then most persons, then the order
    /// of placement.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree with an answer.
    pub async fn what_helps(
        &self,
        scope: &Scope,
        day: NaiveDate,
        household: Option<HouseholdId>,
    ) -> Result<Vec<Suggestion>, OfficeError> {
        let bench = self.workbench(self.market_of(scope).await?, day).await?;
        let (area, region) = (scope.area(), home_of(scope));
        if let Some(known) = bench.suggested(area, household, None) {
            return Ok(known);
        }
        off_thread(move || {
            let uncovered = uncovered(&bench.now, &bench, |id, home| {
                household.is_none_or(|only| only == id) && area.contains(home)
            });
            if uncovered.is_empty() {
                return Ok(Vec::new());
            }
            let mut tried = Vec::new();
            for change in likely(&bench, region, &uncovered, household) {
                let after = Reached::of(&answer(std::slice::from_ref(&change), &bench)?);
                let said = say(&change, &bench, area);
                tried.push(Suggestion { change, said, before: Reached::of(&bench.now), after });
            }
            tried.retain(|found| found.households() > 0);
            tried.sort_by_key(|found| std::cmp::Reverse((found.households(), found.placed())));
            let shown = some_of_each(tried);
            Ok(bench.suggested(area, household, Some(shown.clone())).unwrap_or(shown))
        })
        .await
    }
}

/// The best of each kind.
fn some_of_each(tried: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut kinds: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut shown = tried;
    shown.retain(|found| {
        let count = kinds.entry(found.change.kind()).or_default();
        *count += 1;
        *count <= SHOWN_OF_KIND
    });
    shown.truncate(SHOWN);
    shown
}

/// An uncovered household by number, with its village.
type Uncovered = (usize, HouseholdId, Region);

fn uncovered(now: &Solved, bench: &Arc<Workbench>, wanted: impl Fn(HouseholdId, Region) -> bool) -> Vec<Uncovered> {
    let jobseekers = &now.market.jobseekers;
    let idle = |&household: &usize| {
        jobseekers.class(household) > 0
            && jobseekers.members(household).all(|worker| now.solution.job(worker).is_none())
    };
    let row = |household: usize| {
        let id = jobseekers.household_id(household);
        let home = bench.household(id)?.household.region;
        wanted(id, home).then_some((household, id, home))
    };
    (0..jobseekers.households()).filter(idle).filter_map(row).collect()
}

/// Changes that may help, in the order of placement.
fn likely(bench: &Workbench, region: Region, uncovered: &[Uncovered], only: Option<HouseholdId>) -> Vec<Change> {
    let mut changes = seats(bench, uncovered);
    let blocked = Blocked::of(bench, uncovered);
    changes.extend(
        top(&blocked.licences).map(|(&paper, _)| Change::Course { what: paper.to_owned(), who: Who::Area(region) }),
    );
    changes.extend(top(&blocked.lines).map(|(&(from, to), _)| Change::Line { from: vec![from], to }));
    changes.extend(posts(bench, uncovered, None));
    if let Some(household) = only {
        let refused = bench.decided().iter().any(|pair| pair.verdict == Verdict::Refused);
        let wishes = Wish::ALL.into_iter().filter(|wish| match wish {
            Wish::Distance | Wish::Willing => true,
            Wish::Refusals => refused,
            // These only weigh, they rule nothing out.
            Wish::Pay | Wish::Occupation | Wish::Board => false,
        });
        changes.extend(wishes.map(|wish| Change::Relax { whose: Whose::Household(household), wish }));
    }
    changes.extend(posts(bench, uncovered, Some(PlacementChannel::PublicWelfare)));
    changes
}

/// The entries that most households stand behind.
fn top<K: Ord>(counted: &BTreeMap<K, BTreeSet<usize>>) -> impl Iterator<Item = (&K, usize)> {
    let mut counted: Vec<_> = counted.iter().map(|(key, households)| (key, households.len())).collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().take(TRIED)
}

/// Seats more in the vacancies that most uncovered households could take and that are full.
fn seats(bench: &Workbench, uncovered: &[Uncovered]) -> Vec<Change> {
    let (jobseekers, instance) = (&bench.now.market.jobseekers, bench.now.instance());
    let mut wanted: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for &(household, ..) in uncovered {
        for (job, _) in jobseekers.members(household).flat_map(|worker| instance.list(worker)) {
            if !instance.is_fallback(job as usize) {
                wanted.entry(job).or_default().insert(household);
            }
        }
    }
    let vacancy = |job: u32| bench.now.market.vacancies.at(job as usize).id;
    let more = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    top(&wanted).map(|(&job, count)| Change::Seats { vacancy: vacancy(job), more: more(count) }).collect()
}

/// A post for each uncovered household where most of them live: work that weak labour can do, as it is offered in the county already.
fn posts(bench: &Workbench, uncovered: &[Uncovered], channel: Option<PlacementChannel>) -> Vec<Change> {
    let mut homes: BTreeMap<Region, BTreeSet<usize>> = BTreeMap::new();
    for &(household, _, home) in uncovered {
        homes.entry(home.township()).or_default().insert(household);
    }
    let Some(title) = light_title(bench, channel) else { return Vec::new() };
    let post = |(&place, count): (&Region, usize)| {
        let seats = u32::try_from(count).unwrap_or(u32::MAX);
        let weight = Some(Weight::Light);
        let title = title.clone();
        Change::Post(Post { title, place, seats, channel, pay: None, weight, board: None, hours: None })
    };
    top(&homes).map(post).collect()
}

/// The title most often met of light work in the county.
fn light_title(bench: &Workbench, channel: Option<PlacementChannel>) -> Option<String> {
    let market = &bench.now.market;
    let wanted = channel.unwrap_or(PlacementChannel::Local);
    let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
    for vacancy in (0..market.vacancies.len()).map(|at| market.vacancies.at(at)) {
        let fits = vacancy.demand.weight == Some(Weight::Light) && vacancy.demand.licences.is_empty();
        if vacancy.open && fits && vacancy.demand.channel == Some(wanted) {
            *titles.entry(vacancy.title).or_default() += 1;
        }
    }
    titles
        .into_iter()
        .max_by_key(|(title, count)| (*count, std::cmp::Reverse(*title)))
        .map(|(title, _)| title.to_owned())
}

/// Pairs of uncovered households that a single rule stands against.
struct Blocked {
    /// By missing licence: a course would open them.
    licences: BTreeMap<&'static str, BTreeSet<usize>>,
    /// By home and place of work: a line would open them.
    lines: BTreeMap<(Region, Region), BTreeSet<usize>>,
}

impl Blocked {
    fn of(bench: &Workbench, uncovered: &[Uncovered]) -> Self {
        let mut found = Self { licences: BTreeMap::new(), lines: BTreeMap::new() };
        let market = &bench.now.market;
        for &(household, _, home) in uncovered {
            for worker in market.jobseekers.members(household) {
                for vacancy in 0..market.vacancies.len() {
                    found.pair(bench, (household, home), worker, vacancy);
                }
            }
        }
        found
    }

    fn pair(&mut self, bench: &Workbench, (household, home): (usize, Region), worker: usize, vacancy: usize) {
        let market = &bench.now.market;
        let pair = market.pair(worker, vacancy);
        let mut broken = HARD.iter().filter(|rule| !rule.holds(&pair));
        let (Some(rule), None) = (broken.next(), broken.next()) else { return };
        if rule.key == "licences" {
            let (demand, jobseeker) = (pair.vacancy.demand, &pair.jobseeker);
            let missing = demand.licences.without(jobseeker.held).without(jobseeker.claimed);
            if let Some(paper) = missing.paper() {
                self.licences.entry(paper).or_default().insert(household);
            }
        } else if rule.key == "reach"
            && let Some(place) = pair.vacancy.stay.place
        {
            let line = Line { from: vec![home.area()], to: place.area() };
            let carried =
                Context { settings: market.context.settings.clone(), lines: vec![line], ..Context::default() };
            let to = place.township();
            let near = pair.way.metres.is_some_and(|metres| metres <= LINE);
            if near && rule.holds(&matching::rules::Pair { context: &carried, ..pair }) && to != home.township() {
                self.lines.entry((home.township(), to)).or_default().insert(household);
            }
        }
    }
}

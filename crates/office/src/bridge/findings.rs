//! What a run finds out besides its proposals: shortages, the fewest extra posts, and what simpler orders would have come to.

use super::answer::Answer;
use super::posts::Plan;
use super::threads;
use super::uncovered::uncovered;
use assign::{Instance, InstanceBuilder, Solution, Totals};
use domain::bridge::{Findings, Order, PostKind, Practised, Shortage, Uncovered};
use domain::ids::{HouseholdId, VacancyId};
use domain::profile::ExtraPosts;
use domain::say::Message;
use domain::vacancies::PlacementChannel;
use matching::Practice;
use std::collections::{BTreeMap, BTreeSet};

/// The uncovered households of a solved run, each with its reason and what kind of post would do, and the findings.
pub(super) fn findings(answer: &Answer<'_>, day: chrono::NaiveDate, rules: &ExtraPosts) -> (Vec<Uncovered>, Findings) {
    let (instance, solution) = (&answer.problem.instance, answer.solution);
    let shortages = assign::shortages(instance, solution);
    let mut uncovered = uncovered(answer, &shortages);
    let plan = Plan::new(answer, &shortages, day, rules);
    for one in &mut uncovered {
        let would_do = plan.would_do.get(&one.household).map(|&kind| would_do(kind, &one.sentences));
        one.sentences.extend(would_do);
    }
    let findings = Findings {
        shortages: shortages
            .iter()
            .filter(|shortage| !shortage.jobs.is_empty())
            .map(|one| named(answer, one))
            .collect(),
        posts: plan.posts,
        helpless: plan.helpless,
        practice: practice(answer),
    };
    (uncovered, findings)
}

/// What kind of post would do, and what it must not ask: what the rules that bind are about.
fn would_do(kind: PostKind, bindings: &[Message]) -> Message {
    let key = match kind.channel() {
        PlacementChannel::Outside => "would-do-outside",
        PlacementChannel::Local => "would-do-local",
        PlacementChannel::PublicWelfare => "would-do-welfare",
    };
    let relaxed = |rule: &str| i64::from(bindings.iter().any(|binding| binding.key == rule));
    let message = Message::new(key).with("light", relaxed("none-capacity"));
    message.with("licence", relaxed("none-licences")).with("schooling", relaxed("none-education"))
}

fn named(answer: &Answer<'_>, shortage: &assign::Shortage) -> Shortage {
    let household = |&number: &u32| answer.market.jobseekers.household_id(number as usize);
    let households = |numbers: &[u32]| -> Vec<HouseholdId> { numbers.iter().map(household).collect() };
    Shortage {
        households: households(&shortage.households),
        vacancies: shortage.jobs.iter().map(|&job| answer.market.vacancies.at(job as usize).id).collect(),
        seats: u32::try_from(shortage.seats).unwrap_or(u32::MAX),
        uncovered: households(&shortage.uncovered),
        elsewhere: 0,
        reach: reach(answer, shortage),
    }
}

/// Households and vacancies of a group that can still be drawn.
const DRAWN: (usize, usize) = (24, 12);

/// Who reaches what, in a group that can be drawn.
fn reach(answer: &Answer<'_>, shortage: &assign::Shortage) -> Vec<(HouseholdId, VacancyId)> {
    if shortage.households.len() > DRAWN.0 || shortage.jobs.len() > DRAWN.1 {
        return Vec::new();
    }
    let (instance, market) = (&answer.problem.instance, answer.market);
    let pairs = shortage.households.iter().flat_map(|&household| {
        let lists = instance.members(household as usize).flat_map(|worker| instance.list(worker));
        let jobs: BTreeSet<u32> = lists.map(|(job, _)| job).collect();
        let household = market.jobseekers.household_id(household as usize);
        jobs.into_iter().map(move |job| (household, market.vacancies.at(job as usize).id))
    });
    pairs.collect()
}

/// What each order would have come to. Identifiers are made in the order of entry, so they tell who came first. Where a list was cut and
/// its owner found nothing on it, all other admissible vacancies with a seat left are offered as well.
fn practice(answer: &Answer<'_>) -> Vec<Practised> {
    let (instance, jobseekers) = (&answer.problem.instance, &answer.market.jobseekers);
    let mut entered: Vec<u32> = (0..jobseekers.len() as u32).collect();
    entered.sort_by_key(|&worker| jobseekers.person(worker as usize));
    let mut played = threads::map(&Order::ALL, |&order| Practice::new(instance, order, &entered));
    if let Some(more) = more(answer, &played) {
        played.iter_mut().for_each(|practice| practice.go_on(&more, &entered));
    }
    let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let practised = |practice: Practice| {
        let totals = practice.totals();
        Practised {
            order: practice.order(),
            covered: count(totals.covered.iter().sum()),
            by_welfare: count(totals.fallback),
            placed: count(totals.placed + totals.fallback),
            score: totals.score,
        }
    };
    played.into_iter().map(practised).collect()
}

/// The admissible pairs of people who found nothing on a list that was cut, with vacancies that have a seat left. Where people are many,
/// such vacancies are few.
fn more(answer: &Answer<'_>, played: &[Practice]) -> Option<Instance> {
    let (whole, market) = (&answer.problem.instance, answer.market);
    let late = |worker: &usize| {
        !answer.candidates.is_complete(*worker) && played.iter().any(|practice| !practice.is_placed(*worker))
    };
    let room = |job: &usize| played.iter().any(|practice| practice.has_room(*job));
    let rooms: Vec<usize> = (0..whole.jobs()).filter(room).collect();
    let open = |&worker: &usize| {
        let admitted = rooms.iter().filter(|&&job| market.admissible(worker, job));
        (worker, admitted.map(|&job| (job as u32, market.score(worker, job))).collect::<Vec<_>>())
    };
    let late: Vec<usize> = (0..whole.workers()).filter(late).collect();
    let mut lists: BTreeMap<usize, Vec<(u32, u16)>> = threads::map(&late, open).into_iter().collect();
    if lists.values().all(Vec::is_empty) {
        return None;
    }
    let mut builder = InstanceBuilder::new();
    for job in 0..whole.jobs() {
        if whole.is_fallback(job) {
            builder.fallback_job(whole.seats(job))
        } else {
            builder.job(whole.seats(job))
        };
    }
    for household in 0..whole.households() {
        builder.household(whole.class(household));
        for worker in whole.members(household) {
            builder.worker(lists.remove(&worker).into_iter().flatten());
        }
    }
    builder.build().ok()
}

/// A placement without prices, for questions that ask only who sits where.
pub(super) fn placed(placement: Vec<u32>) -> Solution {
    Solution::from_parts(Totals::default(), placement, 1, Vec::new(), Vec::new())
}

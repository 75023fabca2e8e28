//! The plan: days, visits, ways, and what it comes to.

use super::campaign::{Campaign, Faulty};
use super::problem::Problem;
use super::{Source, clerk};
use crate::orienteering::{Effort, bound, check, search};
use chrono::NaiveDate;

/// A way and how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Minutes.
    pub minutes: u32,
    /// Where the figure is from.
    pub source: Source,
}

/// A session at a stop. Times are minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Which stop.
    pub stop: usize,
    /// The way there.
    pub way: Leg,
    /// When the session begins.
    pub begin: u32,
    /// When it ends.
    pub end: u32,
}

/// What a van does on a day on which it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Which van.
    pub van: usize,
    /// Sessions in their order.
    pub visits: Vec<Visit>,
    /// The way home.
    pub home: Leg,
    /// When it is back, in minutes of the day.
    pub back: u32,
}

/// A plan of the days from today on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Days on which a van goes out, by day and van.
    pub days: Vec<Day>,
    /// Expected help, in thousandths of a person, diminishing returns counted.
    pub help: i64,
    /// No plan can bring more.
    pub most: i64,
    /// Counties that miss their share, and by how many minutes.
    pub short: Vec<(usize, i64)>,
    /// Stops that had to be visited and cannot be, or not with all the others.
    pub missed: Vec<usize>,
}

/// How to search.
pub struct Search<'a> {
    /// How long.
    pub effort: Effort,
    /// Prices tried for the bound; 0 for a quick and loose one.
    pub prices: u32,
    /// Ends the search early.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

/// Plans a campaign: the search, or one of the simple plans if that happens to be better. With [`Campaign::today`] and
/// [`Campaign::done`] this is a new plan for the days that are left, with what is done kept.
///
/// # Errors
/// When the campaign makes no sense.
pub fn plan(campaign: &Campaign, how: &Search<'_>) -> Result<Plan, Faulty> {
    let problem = Problem::new(campaign)?;
    let found = search(&problem.instance, &how.effort, None, how.stop);
    let simple = [clerk::greedy_routes(&problem), clerk::county_routes(&problem, campaign)];
    let all = std::iter::once(found).chain(simple).map(|routes| problem.first_sessions_first(routes));
    let ranked = all.filter_map(|routes| Some((rank(&problem, &routes)?, routes)));
    let (_, routes) = ranked.max_by_key(|(rank, _)| *rank).ok_or(Faulty("no van can go out"))?;
    let profit = problem.instance.worth(|place| routes.iter().any(|route| route.contains(&place)));
    let most = bound(&problem.instance, profit, how.prices);
    Ok(told(campaign, &problem, &routes, most))
}

/// What counts first, second and third.
fn rank(problem: &Problem, routes: &[Vec<usize>]) -> Option<(i64, i64, i64)> {
    let verdict = check(&problem.instance, routes).ok()?;
    let short: i64 = verdict.short.iter().map(|(_, by)| by).sum();
    Some((-(verdict.missed.len() as i64), -short, verdict.profit))
}

/// Routes in the words of the campaign.
pub(super) fn told(campaign: &Campaign, problem: &Problem, routes: &[Vec<usize>], most: i64) -> Plan {
    let mut plan = Plan { days: vec![], help: 0, most: most / 1_000, short: vec![], missed: vec![] };
    for (route, &(van, date)) in routes.iter().zip(&problem.shifts).filter(|(route, _)| route.len() > 2) {
        plan.days.push(day(campaign, problem, route, van, date));
    }
    if let Ok(verdict) = check(&problem.instance, routes) {
        plan.help = verdict.profit / 1_000;
        plan.short = verdict.short;
        plan.missed = verdict.missed.iter().filter_map(|place| problem.stop[*place]).collect();
    }
    plan
}

fn day(campaign: &Campaign, problem: &Problem, route: &[usize], van: usize, date: NaiveDate) -> Day {
    let vans = campaign.vans.len();
    let leg = |from: usize, to: usize| {
        if from == to {
            return Leg { minutes: 0, source: Source::Estimate };
        }
        let (minutes, source) = campaign.roads.minutes(campaign.point(from), campaign.point(to));
        Leg { minutes, source }
    };
    let mut now = campaign.vans[van].hours.0;
    let depot = campaign.depot(van);
    let mut at = depot;
    let mut visits = vec![];
    for stop in route.iter().filter_map(|place| problem.stop[*place]) {
        let way = leg(at, vans + stop);
        let begin = (now + way.minutes).max(campaign.stops[stop].hours.0);
        let end = begin + campaign.stops[stop].minutes;
        visits.push(Visit { stop, way, begin, end });
        (now, at) = (end, vans + stop);
    }
    let home = leg(at, depot);
    Day { date, van, visits, home, back: now + home.minutes }
}

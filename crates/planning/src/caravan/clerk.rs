//! What would be done without a planner: the yardsticks of the plan.

use super::campaign::{Campaign, Faulty};
use super::plan::{Plan, told};
use super::problem::Problem;
use crate::orienteering::Instance;

/// Again and again the session that brings most help for the time it costs, wherever it fits.
///
/// # Errors
/// When the campaign makes no sense.
pub fn greedy(campaign: &Campaign) -> Result<Plan, Faulty> {
    let problem = Problem::new(campaign)?;
    let routes = problem.first_sessions_first(greedy_routes(&problem));
    Ok(told(campaign, &problem, &routes, 0))
}

/// As a clerk would: county after county, each van each day to the nearest stop not yet visited, then the next nearest, while time is left.
///
/// # Errors
/// When the campaign makes no sense.
pub fn by_county(campaign: &Campaign) -> Result<Plan, Faulty> {
    let problem = Problem::new(campaign)?;
    let routes = problem.first_sessions_first(county_routes(&problem, campaign));
    Ok(told(campaign, &problem, &routes, 0))
}

fn empty(instance: &Instance) -> Vec<Vec<usize>> {
    instance.shifts().iter().map(|shift| vec![shift.start, shift.end]).collect()
}

/// Whether a route can be driven on a shift.
fn drivable(instance: &Instance, shift: usize, route: &[usize]) -> bool {
    let shift = &instance.shifts()[shift];
    let (mut now, mut driven) = (shift.from, 0.0);
    for pair in route.windows(2) {
        let way = instance.travel(pair[0], pair[1]);
        (now, driven) = (now + way, driven + way);
        if !instance.is_endpoint(pair[1]) {
            let hours = instance.window(shift.day, pair[1]).filter(|(_, close)| now <= *close);
            let Some((open, _)) = hours else { return false };
            now = now.max(open) + instance.places()[pair[1]].service;
        }
    }
    now <= shift.until && driven <= shift.driving
}

pub(super) fn greedy_routes(problem: &Problem) -> Vec<Vec<usize>> {
    let instance = &problem.instance;
    let mut routes = empty(instance);
    let mut visited = vec![false; instance.places().len()];
    loop {
        let before = instance.worth(|place| visited[place]);
        let mut best: (f64, Option<(usize, Vec<usize>)>) = (0.0, None);
        for place in (0..visited.len()).filter(|place| problem.stop[*place].is_some()) {
            if visited[place] {
                continue;
            }
            let gain = (instance.worth(|other| other == place || visited[other]) - before) as f64;
            for (shift, route) in routes.iter().enumerate() {
                if let Some((cost, longer)) = insertion(instance, shift, route, place)
                    && gain / cost > best.0
                {
                    best = (gain / cost, Some((shift, longer)));
                }
            }
        }
        let Some((shift, longer)) = best.1 else { return routes };
        longer.iter().for_each(|place| visited[*place] = true);
        routes[shift] = longer;
    }
}

/// The cheapest way to put a place into a route: what it costs in time, and the route then.
fn insertion(instance: &Instance, shift: usize, route: &[usize], place: usize) -> Option<(f64, Vec<usize>)> {
    let mut best: Option<(f64, usize)> = None;
    for at in 1..route.len() {
        let (a, b) = (route[at - 1], route[at]);
        let cost = instance.travel(a, place) + instance.travel(place, b) - instance.travel(a, b);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, at));
        }
    }
    let (cost, at) = best?;
    let mut longer = route.to_vec();
    longer.insert(at, place);
    drivable(instance, shift, &longer).then(|| ((cost + instance.places()[place].service).max(1.0), longer))
}

pub(super) fn county_routes(problem: &Problem, campaign: &Campaign) -> Vec<Vec<usize>> {
    let instance = &problem.instance;
    let mut routes = empty(instance);
    let mut visited = vec![false; instance.places().len()];
    let mut county = 0;
    for (shift, route) in routes.iter_mut().enumerate() {
        // A county is left when none of its stops can be reached any more that day; each is passed once a day.
        for _ in 0..=campaign.counties.len() {
            while let Some(longer) = nearest(problem, campaign, (shift, county), route, &visited) {
                visited[longer[longer.len() - 2]] = true;
                *route = longer;
            }
            if route.len() > 2 {
                break;
            }
            county = (county + 1) % campaign.counties.len().max(1);
        }
    }
    routes
}

/// The route with the nearest stop of the county added at its end.
fn nearest(
    problem: &Problem,
    campaign: &Campaign,
    (shift, county): (usize, usize),
    route: &[usize],
    visited: &[bool],
) -> Option<Vec<usize>> {
    let instance = &problem.instance;
    let at = route[route.len() - 2];
    let there = |place: &usize| problem.stop[*place].is_some_and(|stop| campaign.stops[stop].county == county);
    let mut near: Vec<usize> = (0..visited.len()).filter(|place| !visited[*place]).filter(there).collect();
    near.sort_by(|&a, &b| instance.travel(at, a).total_cmp(&instance.travel(at, b)).then(a.cmp(&b)));
    near.into_iter().find_map(|place| {
        let mut longer = route.to_vec();
        longer.insert(route.len() - 1, place);
        drivable(instance, shift, &longer).then_some(longer)
    })
}

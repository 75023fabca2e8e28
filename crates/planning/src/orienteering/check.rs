//! Verifies a plan from the problem alone; shares nothing with the search but the types.

use super::instance::{EPSILON, Instance};
use std::fmt;

/// What a sound plan comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Its worth.
    pub profit: i64,
    /// When each visit begins, route by route, start and end included.
    pub times: Vec<Vec<f64>>,
    /// Places that had to be visited and are not.
    pub missed: Vec<usize>,
    /// Fair shares not reached: which, and by how much.
    pub short: Vec<(usize, i64)>,
}

/// A rule that a plan breaks. Routes are counted from 0 in the order of the shifts.
#[derive(Debug, Clone, PartialEq)]
pub enum Violation {
    /// More or fewer routes than shifts.
    Routes(usize),
    /// A route that does not run from the start to the end of its shift.
    Ends(usize),
    /// A place that does not exist.
    Unknown(usize, usize),
    /// A place visited twice, or the end of a shift visited for profit.
    Twice(usize, usize),
    /// A visit outside the hours of the place.
    Closed(usize, usize),
    /// A return after the end of the shift: which, and how late.
    Late(usize, f64),
    /// More time on the road than allowed: which, and by how much.
    Driving(usize, f64),
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Routes(found) => write!(formatter, "{found} routes"),
            Self::Ends(route) => write!(formatter, "route {route}: wrong start or end"),
            Self::Unknown(route, place) => write!(formatter, "route {route}: no place {place}"),
            Self::Twice(route, place) => write!(formatter, "route {route}: place {place} again"),
            Self::Closed(route, place) => write!(formatter, "route {route}: place {place} closed"),
            Self::Late(route, late) => write!(formatter, "route {route}: {late:.6} too late"),
            Self::Driving(route, over) => write!(formatter, "route {route}: {over:.6} too long on the road"),
        }
    }
}

impl std::error::Error for Violation {}

/// Verifies routes, one a shift, each with its start and end. A vehicle leaves as early as it may and waits where it is too
/// early; one that visits nothing stays at home.
///
/// # Errors
/// The first rule broken.
pub fn check(instance: &Instance, routes: &[Vec<usize>]) -> Result<Verdict, Violation> {
    if routes.len() != instance.shifts().len() {
        return Err(Violation::Routes(routes.len()));
    }
    let mut visited = vec![false; instance.places().len()];
    let mut times = vec![];
    for (index, route) in routes.iter().enumerate() {
        times.push(drive(instance, index, route)?);
        for &place in &route[1..route.len() - 1] {
            if visited[place] || instance.is_endpoint(place) {
                return Err(Violation::Twice(index, place));
            }
            visited[place] = true;
        }
    }
    let places = instance.places().iter().enumerate();
    let missed = places.filter(|(place, is)| is.must && !visited[*place]).map(|(place, _)| place).collect();
    let short = instance.quotas().iter().enumerate().filter_map(|(index, quota)| {
        let reached: i64 = quota.members.iter().filter(|(place, _)| visited[*place]).map(|(_, weight)| weight).sum();
        (reached < quota.need).then_some((index, quota.need - reached))
    });
    Ok(Verdict { profit: instance.worth(|place| visited[place]), times, missed, short: short.collect() })
}

fn drive(instance: &Instance, index: usize, route: &[usize]) -> Result<Vec<f64>, Violation> {
    let shift = &instance.shifts()[index];
    if route.len() < 2 || route[0] != shift.start || route[route.len() - 1] != shift.end {
        return Err(Violation::Ends(index));
    }
    if let Some(&place) = route.iter().find(|&&place| place >= instance.places().len()) {
        return Err(Violation::Unknown(index, place));
    }
    let mut times = vec![shift.from];
    let mut now = shift.from;
    let mut driven = 0.0;
    for (leg, pair) in route.windows(2).enumerate() {
        let way = instance.travel(pair[0], pair[1]);
        now += way;
        driven += way;
        if leg + 2 < route.len() {
            let hours = instance.window(shift.day, pair[1]).filter(|(_, close)| now <= close + EPSILON);
            now = now.max(hours.ok_or(Violation::Closed(index, pair[1]))?.0);
        }
        times.push(now);
        if leg + 2 < route.len() {
            now += instance.places()[pair[1]].service;
        }
    }
    if route.len() == 2 {
        return Ok(times);
    }
    if now > shift.until + EPSILON {
        return Err(Violation::Late(index, now - shift.until));
    }
    if driven > shift.driving + EPSILON {
        return Err(Violation::Driving(index, driven - shift.driving));
    }
    Ok(times)
}

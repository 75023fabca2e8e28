//! The campaign as a problem of team orienteering: a session is a place, a van on a day a shift.

use super::campaign::{Campaign, Faulty};
use crate::orienteering::{Group, Instance, Parts, Place, Quota, Shift, Window};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The problem and what its numbers mean.
pub(super) struct Problem {
    pub(super) instance: Instance,
    /// Which van on which day each shift is.
    pub(super) shifts: Vec<(usize, NaiveDate)>,
    /// Which stop each place is a session of; none for depots.
    pub(super) stop: Vec<Option<usize>>,
}

impl Problem {
    pub(super) fn new(campaign: &Campaign) -> Result<Self, Faulty> {
        campaign.inspect()?;
        let vans = campaign.vans.len();
        let mut stop: Vec<Option<usize>> = vec![None; vans];
        let mut places = vec![Place::default(); vans];
        let mut helps = vec![0; vans];
        for (index, is) in campaign.stops.iter().enumerate() {
            for (session, &help) in is.help.iter().enumerate().skip(campaign.held(index)) {
                places.push(Place { profit: 0, service: f64::from(is.minutes), must: is.must && session == 0 });
                stop.push(Some(index));
                helps.push(i64::from(help));
            }
        }
        let number = |place: usize| stop[place].map_or(place, |stop| vans + stop);
        let minutes = |a: usize, b: usize| {
            let (a, b) = (number(a), number(b));
            if a == b { 0.0 } else { f64::from(campaign.roads.minutes(campaign.point(a), campaign.point(b)).0) }
        };
        let n = places.len();
        let days: Vec<NaiveDate> = campaign.days().collect();
        let mut shifts = vec![];
        let mut parts = Parts {
            travel: (0..n * n).map(|cell| minutes(cell / n, cell % n)).collect(),
            windows: days.iter().map(|day| stop.iter().map(|stop| window(campaign, *stop, *day)).collect()).collect(),
            groups: groups(campaign, &stop, &helps),
            quotas: quotas(campaign, &stop),
            places,
            shifts: vec![],
        };
        for (row, &day) in days.iter().enumerate() {
            for (index, van) in campaign.vans.iter().enumerate().filter(|(_, van)| !van.off.contains(&day)) {
                let (from, until) = (f64::from(van.hours.0), f64::from(van.hours.1));
                let driving = f64::from(van.driving);
                let depot = campaign.depot(index);
                parts.shifts.push(Shift { start: depot, end: depot, from, until, driving, day: row });
                shifts.push((index, day));
            }
        }
        let instance = Instance::new(parts).map_err(|malformed| Faulty(malformed.0))?;
        Ok(Self { instance, shifts, stop })
    }
}

impl Problem {
    /// The same routes, where of each stop the first sessions are held before later ones, which bring less.
    pub(super) fn first_sessions_first(&self, mut routes: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut next: BTreeMap<usize, usize> = BTreeMap::new();
        for place in routes.iter_mut().flatten() {
            if let Some(stop) = self.stop[*place] {
                // Sessions of a stop are numbered one after another.
                let first = self.stop.iter().position(|other| *other == Some(stop)).unwrap_or(*place);
                let held = next.entry(stop).or_insert(first);
                *place = *held;
                *held += 1;
            }
        }
        routes
    }
}

fn window(campaign: &Campaign, stop: Option<usize>, day: NaiveDate) -> Window {
    let stop = &campaign.stops[stop?];
    let held = stop.market.as_ref().is_none_or(|market| market.is_held(day));
    held.then(|| (f64::from(stop.hours.0), f64::from(stop.hours.1)))
}

/// Diminishing returns by area; what is done already has used up its part.
fn groups(campaign: &Campaign, stop: &[Option<usize>], helps: &[i64]) -> Vec<Group> {
    let areas = campaign.stops.iter().map(|stop| stop.area + 1).max().unwrap_or(0);
    let all: Vec<i64> = total(campaign, areas, |stop| stop.help.len());
    let mut used = vec![0; areas];
    for (index, is) in campaign.stops.iter().enumerate() {
        used[is.area] += is.help.iter().take(campaign.held(index)).map(|help| i64::from(*help)).sum::<i64>();
    }
    let mut groups: Vec<Group> =
        (0..areas).map(|area| Group { steps: rest(campaign, all[area], used[area]), members: vec![] }).collect();
    for (place, stop) in stop.iter().enumerate() {
        if let Some(stop) = stop {
            groups[campaign.stops[*stop].area].members.push((place, helps[place]));
        }
    }
    groups
}

fn total(campaign: &Campaign, areas: usize, sessions: impl Fn(&super::Stop) -> usize) -> Vec<i64> {
    let mut total = vec![0; areas];
    for stop in &campaign.stops {
        total[stop.area] += stop.help.iter().take(sessions(stop)).map(|help| i64::from(*help)).sum::<i64>();
    }
    total
}

/// Steps of the returns of an area, in help and thousandths, with the used part cut off.
fn rest(campaign: &Campaign, all: i64, mut used: i64) -> Vec<(i64, i64)> {
    let mut steps = vec![];
    for &(part, rate) in &campaign.diminish {
        let width = all * i64::from(part) / 1_000;
        let cut = used.min(width);
        used -= cut;
        steps.push((width - cut, i64::from(rate)));
    }
    steps
}

fn quotas(campaign: &Campaign, stop: &[Option<usize>]) -> Vec<Quota> {
    let quota = |(county, is): (usize, &super::County)| {
        let there = |stop: usize| campaign.stops[stop].county == county;
        let done: i64 = campaign
            .done
            .iter()
            .filter(|done| there(done.stop))
            .map(|done| i64::from(campaign.stops[done.stop].minutes))
            .sum();
        let of = |(place, stop): (usize, &Option<usize>)| {
            stop.filter(|stop| there(*stop)).map(|stop| (place, i64::from(campaign.stops[stop].minutes)))
        };
        Quota { need: (i64::from(is.least) - done).max(0), members: stop.iter().enumerate().filter_map(of).collect() }
    };
    campaign.counties.iter().enumerate().map(quota).collect()
}

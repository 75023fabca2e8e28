//! Verifies a plan from the campaign alone: knows neither the search nor the problem it was turned into.

use super::campaign::Campaign;
use super::plan::{Day, Plan};
use std::fmt;

/// What a sound plan comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// Expected help beyond what is done, in thousandths of a person.
    pub help: i64,
    /// Minutes of visits by county, those done among them.
    pub minutes: Vec<u32>,
    /// Sessions planned.
    pub sessions: usize,
}

/// What a plan breaks: the entry of [`Plan::days`] and the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A day outside the campaign, in its reserve, past, or on which the van is off.
    Day(usize),
    /// A van twice on a day.
    Van(usize),
    /// A stop or van that does not exist.
    Unknown(usize),
    /// A way or time that is not what the campaign says.
    Time(usize),
    /// A session outside the hours of the stop or on no market day.
    Closed(usize),
    /// Back too late.
    Late(usize),
    /// Too long on the road.
    Driving(usize),
    /// More sessions at a stop than it has.
    Sessions(usize),
}

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

impl std::error::Error for Broken {}

/// Verifies every rule.
///
/// # Errors
/// The first rule broken.
pub fn check(campaign: &Campaign, plan: &Plan) -> Result<Sums, Broken> {
    let mut sessions: Vec<usize> = (0..campaign.stops.len()).map(|stop| campaign.held(stop)).collect();
    let before = help(campaign, &sessions);
    for (index, day) in plan.days.iter().enumerate() {
        if day.van >= campaign.vans.len() || day.visits.iter().any(|visit| visit.stop >= campaign.stops.len()) {
            return Err(Broken::Unknown(index));
        }
        if !campaign.days().any(|date| date == day.date) || campaign.vans[day.van].off.contains(&day.date) {
            return Err(Broken::Day(index));
        }
        if plan.days[..index].iter().any(|other| other.date == day.date && other.van == day.van) {
            return Err(Broken::Van(index));
        }
        drive(campaign, index, day)?;
        for visit in &day.visits {
            sessions[visit.stop] += 1;
            if sessions[visit.stop] > campaign.stops[visit.stop].help.len() {
                return Err(Broken::Sessions(index));
            }
        }
    }
    let mut minutes = vec![0; campaign.counties.len()];
    for (stop, held) in campaign.stops.iter().zip(&sessions) {
        minutes[stop.county] += stop.minutes * *held as u32;
    }
    let planned = plan.days.iter().map(|day| day.visits.len()).sum();
    Ok(Sums { help: (help(campaign, &sessions) - before) / 1_000, minutes, sessions: planned })
}

fn drive(campaign: &Campaign, index: usize, day: &Day) -> Result<(), Broken> {
    let van = &campaign.vans[day.van];
    let mut now = van.hours.0;
    let depot = campaign.depot(day.van);
    let mut at = depot;
    let mut driven = 0;
    let minutes = |from: usize, to: usize| {
        if from == to { 0 } else { campaign.roads.minutes(campaign.point(from), campaign.point(to)).0 }
    };
    for visit in &day.visits {
        let (stop, to) = (&campaign.stops[visit.stop], campaign.vans.len() + visit.stop);
        let way = minutes(at, to);
        if visit.way.minutes != way || visit.begin < now + way || visit.end != visit.begin + stop.minutes {
            return Err(Broken::Time(index));
        }
        let market = stop.market.as_ref().is_none_or(|market| market.is_held(day.date));
        if !market || visit.begin < stop.hours.0 || visit.begin > stop.hours.1 {
            return Err(Broken::Closed(index));
        }
        driven += way;
        (now, at) = (visit.end, to);
    }
    let home = minutes(at, depot);
    match () {
        () if day.home.minutes != home || day.back != now + home => Err(Broken::Time(index)),
        () if day.back > van.hours.1 => Err(Broken::Late(index)),
        () if driven + home > van.driving => Err(Broken::Driving(index)),
        () => Ok(()),
    }
}

/// Help of so many sessions at each stop, in millionths: area by area, less and less.
fn help(campaign: &Campaign, sessions: &[usize]) -> i64 {
    let areas = campaign.stops.iter().map(|stop| stop.area + 1).max().unwrap_or(0);
    let mut sums = vec![(0_i64, 0_i64); areas];
    for (stop, held) in campaign.stops.iter().zip(sessions) {
        let sum = |count: usize| stop.help.iter().take(count).map(|help| i64::from(*help)).sum::<i64>();
        sums[stop.area].0 += sum(stop.help.len());
        sums[stop.area].1 += sum(*held);
    }
    let mut worth = 0;
    for (all, mut reached) in sums {
        for &(part, rate) in &campaign.diminish {
            let here = reached.min(all * i64::from(part) / 1_000);
            worth += here * i64::from(rate);
            reached -= here;
        }
    }
    worth
}

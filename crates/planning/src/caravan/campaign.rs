//! What is asked: days, vans, stops, counties.

use super::{Market, Roads};
use chrono::NaiveDate;
use std::fmt;

/// A place on the map, degrees of CGCS2000.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Longitude.
    pub lon: f64,
    /// Latitude.
    pub lat: f64,
}

/// A van with its crew.
#[derive(Debug, Clone, PartialEq)]
pub struct Van {
    /// Where it starts and ends each day.
    pub depot: Point,
    /// Hours of the crew, in minutes of the day.
    pub hours: (u32, u32),
    /// Most minutes on the road a day.
    pub driving: u32,
    /// Days on which it does not go out.
    pub off: Vec<NaiveDate>,
}

/// A county and its fair share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct County {
    /// Least minutes of visits it gets, if they can be had.
    pub least: u32,
}

/// A candidate: village, resettlement site or market.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Where it is.
    pub at: Point,
    /// Which county.
    pub county: usize,
    /// Which area shares its people: visits in it bring less and less. Usually the township.
    pub area: usize,
    /// Expected help of each session, in thousandths of a person helped, never rising: a second session, right after the first or on
    /// another day, meets fewer new people.
    pub help: Vec<u32>,
    /// Minutes of a session.
    pub minutes: u32,
    /// When a session may begin, in minutes of the day.
    pub hours: (u32, u32),
    /// Only on market days.
    pub market: Option<Market>,
    /// The first session has to be held, if it can be.
    pub must: bool,
}

/// A session held already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// Which stop.
    pub stop: usize,
    /// When.
    pub day: NaiveDate,
}

/// Everything that is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Campaign {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// Days at the end kept free for what bad weather prevents.
    pub reserve: u32,
    /// The vans.
    pub vans: Vec<Van>,
    /// The counties.
    pub counties: Vec<County>,
    /// The stops.
    pub stops: Vec<Stop>,
    /// How returns diminish in an area: thousandths of all its help, and what help counts within them, in thousandths, never rising.
    pub diminish: Vec<(u32, u32)>,
    /// What is known about ways.
    pub roads: Roads,
    /// What is done already; it counts for areas and shares and is not planned again.
    pub done: Vec<Done>,
    /// Planning begins here if it is later than the first day.
    pub today: Option<NaiveDate>,
}

/// Why a campaign cannot be planned: the field that makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Faulty(pub &'static str);

impl fmt::Display for Faulty {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Faulty {}

impl Campaign {
    /// Points by number: the depots of the vans, then the stops.
    #[must_use]
    pub fn point(&self, number: usize) -> (usize, Point) {
        let stop = number.checked_sub(self.vans.len());
        (number, stop.map_or_else(|| self.vans[number].depot, |stop| self.stops[stop].at))
    }

    /// Number of the point where a van starts: that of the first van with the same depot.
    #[must_use]
    pub fn depot(&self, van: usize) -> usize {
        self.vans.iter().position(|other| other.depot == self.vans[van].depot).unwrap_or(van)
    }

    /// Days that are planned, those kept for bad weather left out.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let first = self.today.map_or(self.first, |today| today.max(self.first));
        let last = self.last.checked_sub_days(chrono::Days::new(u64::from(self.reserve))).unwrap_or(self.first);
        first.iter_days().take_while(move |day| *day <= last)
    }

    /// Sessions held at a stop already.
    #[must_use]
    pub fn held(&self, stop: usize) -> usize {
        self.done.iter().filter(|done| done.stop == stop).count()
    }

    /// Looks for what makes no sense.
    ///
    /// # Errors
    /// The first such field.
    pub fn inspect(&self) -> Result<(), Faulty> {
        let place = |point: &Point| point.lon.is_finite() && point.lat.is_finite() && point.lat.abs() < 90.0;
        let falling = |steps: &[u32]| steps.windows(2).all(|pair| pair[0] >= pair[1]);
        let rates: Vec<u32> = self.diminish.iter().map(|step| step.1).collect();
        let rules = [
            (self.first <= self.last && (self.last - self.first).num_days() < 366, "first and last day"),
            (self.vans.iter().all(|van| place(&van.depot) && van.hours.0 <= van.hours.1), "a van"),
            (self.stops.iter().all(|stop| place(&stop.at) && stop.county < self.counties.len()), "place of a stop"),
            (self.stops.iter().all(|stop| falling(&stop.help) && stop.help.len() <= 9), "help of a stop"),
            (self.stops.iter().flat_map(|stop| &stop.help).all(|help| *help <= 10_000_000), "help of a stop"),
            (falling(&rates) && rates.iter().all(|rate| *rate <= 1_000), "diminishing returns"),
            (self.diminish.iter().all(|step| step.0 <= 1_000), "diminishing returns"),
            (self.roads.speed > 0, "speed"),
            (self.done.iter().all(|done| done.stop < self.stops.len()), "what is done"),
        ];
        rules.iter().find(|rule| !rule.0).map_or(Ok(()), |rule| Err(Faulty(rule.1)))
    }
}

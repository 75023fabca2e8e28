//! Vacancies as columns: each names its facets by number.

use super::words::{hours_of, mentions, weight_of};
use super::{Demand, Firm, Interner, Kind, Licences, Stay, Wage, employer_keys};
use crate::geo::point_of;
use crate::hash;
use crate::text::{Phrase, pieces};
use chrono::NaiveDate;
use domain::codes::Board;
use domain::ids::VacancyId;
use domain::places::{Edition, Point, Region};
use domain::vacancies::{PlacementChannel, Vacancy as Record};
use std::collections::HashMap;

/// Vacancies, one entry a column, in the order of their ids.
#[derive(Debug, Clone, Default)]
pub struct Vacancies {
    pub(crate) id: Vec<VacancyId>,
    pub(crate) title: Vec<String>,
    pub(crate) seats: Vec<u32>,
    pub(crate) open: Vec<bool>,
    pub(crate) lot: Vec<u64>,
    pub(crate) stay: Vec<u32>,
    pub(crate) demand: Vec<u32>,
    pub(crate) kind: Vec<u32>,
    pub(crate) wage: Vec<u32>,
    pub(crate) firm: Vec<u32>,
    pub(crate) stays: Vec<Stay>,
    pub(crate) demands: Vec<Demand>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) wages: Vec<Wage>,
    pub(crate) firms: Vec<Firm>,
}

/// One vacancy: everything a rule may ask.
#[derive(Debug, Clone, Copy)]
pub struct Vacancy<'a> {
    /// Number in the columns.
    pub index: usize,
    /// The vacancy.
    pub id: VacancyId,
    /// Title as the employer writes it.
    pub title: &'a str,
    /// Seats.
    pub seats: u32,
    /// Screened and valid on the day.
    pub open: bool,
    /// Where one would work and live.
    pub stay: &'a Stay,
    /// What it demands.
    pub demand: &'a Demand,
    /// What kind of job.
    pub kind: &'a Kind,
    /// What it pays.
    pub wage: &'a Wage,
    /// Who employs.
    pub firm: &'a Firm,
}

/// Counties with fewer vacancies that name their pay have no wage level of their own.
const LEVEL_LEAST: usize = 5;

type StayKey = (Option<Region>, Option<(u64, u64)>, Option<Board>);

impl Vacancies {
    /// Columns of these vacancies on a day, closed and unscreened ones included (they admit nobody, but can be asked about).
    /// Their order does not matter.
    pub fn new<'a>(records: impl IntoIterator<Item = &'a Record>, day: NaiveDate) -> Self {
        let mut records: Vec<&Record> = records.into_iter().collect();
        records.sort_by_key(|record| record.id);
        let edition = Edition::at(day);
        let levels = Levels::new(&records);
        let mut made = Self::default();
        let mut stays: Interner<StayKey> = Interner::new();
        let (mut demands, mut kinds) = (Interner::new(), Interner::new());
        let (mut wages, mut firms) = (Interner::new(), Interner::new());
        for record in records {
            made.id.push(record.id);
            made.title.push(record.title.clone());
            made.seats.push(record.seats());
            made.open.push(record.open_on(day));
            made.lot.push(hash::of_uuid(record.id.0.as_u128()));
            let point = record.place_region.and_then(|place| point_of(place, edition));
            let number = stays.number((record.place_region, point.map(bits), record.board));
            if number as usize == made.stays.len() {
                made.stays.push(Stay { place: record.place_region, point, board: record.board });
            }
            made.stay.push(number);
            made.demand.push(demands.number(demand(record)));
            made.kind.push(kinds.number(kind(record)));
            made.wage.push(wages.number(wage(record, &levels)));
            made.firm
                .push(firms.number(Firm { keys: employer_keys(record.employer, record.employer_name.as_deref()) }));
        }
        made.demands = demands.values;
        made.kinds = kinds.values;
        made.wages = wages.values;
        made.firms = firms.values;
        made
    }

    /// Number of vacancies.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// Number of a vacancy.
    pub fn find(&self, id: VacancyId) -> Option<usize> {
        self.id.binary_search(&id).ok()
    }

    /// One vacancy.
    pub fn at(&self, index: usize) -> Vacancy<'_> {
        Vacancy {
            index,
            id: self.id[index],
            title: &self.title[index],
            seats: self.seats[index],
            open: self.open[index],
            stay: &self.stays[self.stay[index] as usize],
            demand: &self.demands[self.demand[index] as usize],
            kind: &self.kinds[self.kind[index] as usize],
            wage: &self.wages[self.wage[index] as usize],
            firm: &self.firms[self.firm[index] as usize],
        }
    }
}

fn bits(point: Point) -> (u64, u64) {
    (point.lon.to_bits(), point.lat.to_bits())
}

fn demand(record: &Record) -> Demand {
    let hours = record.hours.as_deref().and_then(hours_of).or_else(|| hours_of(&record.title));
    Demand {
        weight: record.weight.or_else(|| weight_of(&record.title)),
        weak_ok: record.weak_ok,
        hazard: mentions("hazard", &record.title),
        licences: Licences::demanded(&record.title),
        education: record.education,
        hours,
        channel: record.channel.or_else(|| channel(record)),
    }
}

/// The bank of the placement order by the place: outside the county of the office or inside it.
fn channel(record: &Record) -> Option<PlacementChannel> {
    let place = record.place_region?;
    let inside = record.region.county_region().contains(place);
    Some(if inside { PlacementChannel::Local } else { PlacementChannel::Outside })
}

fn kind(record: &Record) -> Kind {
    let code = record.occupation.as_deref().and_then(|code| code.parse().ok());
    let skills = record.skills.as_deref().map(pieces).into_iter().flatten();
    Kind {
        title: Phrase::new(&record.title, code),
        skills: skills.filter_map(|text| Phrase::new(text, None)).collect(),
        unskilled: mentions("unskilled", &record.title),
    }
}

fn yuan(record: &Record) -> (Option<u32>, Option<u32>) {
    let (low, high) = record.monthly_pay();
    let yuan = |pay: Option<domain::money::Fen>| {
        pay.and_then(|pay| u32::try_from(pay.whole_yuan()).ok()).filter(|&pay| pay > 0)
    };
    (yuan(low), yuan(high))
}

fn wage(record: &Record, levels: &Levels) -> Wage {
    let (low, high) = yuan(record);
    Wage { low, high, level: levels.of(record.place_region) }
}

/// Wage levels of counties and of all.
struct Levels {
    county: HashMap<u32, u32>,
    all: Option<u32>,
}

impl Levels {
    fn new(records: &[&Record]) -> Self {
        let mut by_county: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut all = Vec::new();
        for record in records {
            let (low, high) = yuan(record);
            if let Some(pay) = (Wage { low, high, level: None }).typical() {
                all.push(pay);
                if let Some(place) = record.place_region {
                    by_county.entry(place.county()).or_default().push(pay);
                }
            }
        }
        let enough = by_county.into_iter().filter(|(_, pays)| pays.len() >= LEVEL_LEAST);
        Self { county: enough.filter_map(|(code, pays)| Some((code, median(pays)?))).collect(), all: median(all) }
    }

    fn of(&self, place: Option<Region>) -> Option<u32> {
        place.and_then(|place| self.county.get(&place.county()).copied()).or(self.all)
    }
}

fn median(mut pays: Vec<u32>) -> Option<u32> {
    pays.sort_unstable();
    pays.get(pays.len() / 2).copied()
}

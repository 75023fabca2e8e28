//! On which days a market is held (domain notes §7.1: four calendars coexist).

use chrono::{Datelike, NaiveDate, Weekday};
use tyme4rs::tyme::solar::SolarDay;

/// The rule of a market 集.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Market {
    /// Last digits of the lunar day, 逢三六九: 3, 6, 9; a 0 stands for the tenth, twentieth and thirtieth.
    LunarDigits(Vec<u32>),
    /// Days of the week.
    Weekdays(Vec<Weekday>),
    /// Earthly branches of the day, 子 0 to 亥 11.
    Branches(Vec<usize>),
    /// A fair from a lunar month and day, for so many days; leap months hold none.
    LunarFair(u32, u32, u32),
    /// A fair from a solar month and day, for so many days.
    SolarFair(u32, u32, u32),
    /// Days by name.
    Dates(Vec<NaiveDate>),
}

impl Market {
    /// Whether it is held on this day. The lunar calendar is known from 1600 to 2400; outside, no lunar market is held.
    #[must_use]
    pub fn is_held(&self, day: NaiveDate) -> bool {
        match self {
            Self::LunarDigits(digits) => lunar(day).is_some_and(|(_, at)| digits.contains(&(at % 10))),
            Self::Weekdays(days) => days.contains(&day.weekday()),
            Self::Branches(branches) => solar(day).is_some_and(|day| {
                let cycle = day.get_lunar_day().get_sixty_cycle();
                branches.contains(&cycle.get_earth_branch().get_index())
            }),
            Self::LunarFair(month, first, length) => {
                back(day, *length).any(|start| lunar(start).is_some_and(|found| found == (i64::from(*month), *first)))
            }
            Self::SolarFair(month, first, length) => {
                back(day, *length).any(|start| (start.month(), start.day()) == (*month, *first))
            }
            Self::Dates(days) => days.contains(&day),
        }
    }
}

/// The days on which a fair that is on today may have begun.
fn back(day: NaiveDate, length: u32) -> impl Iterator<Item = NaiveDate> {
    (0..u64::from(length.min(366))).filter_map(move |ago| day.checked_sub_days(chrono::Days::new(ago)))
}

fn solar(day: NaiveDate) -> Option<SolarDay> {
    let known = (1600..=2400).contains(&day.year());
    known.then(|| SolarDay::from_ymd(day.year() as isize, day.month() as usize, day.day() as usize))
}

/// Lunar month, negative if it is a leap month, and day.
fn lunar(day: NaiveDate) -> Option<(i64, u32)> {
    let day = solar(day)?.get_lunar_day();
    Some((day.get_month() as i64, day.get_day() as u32))
}

//! Dates as offices write them: often only a year or a month is known, and the ledger keeps exactly that.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A date known to the year, the month or the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: u8,
    day: u8,
}

impl PartialDate {
    /// A whole year; `None` outside 1800..=2200.
    pub fn year(year: i32) -> Option<Self> {
        (1800..=2200).contains(&year).then_some(Self { year: year as i16, month: 0, day: 0 })
    }

    /// A month of a year.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1)?;
        Self::year(year).map(|date| Self { month: month as u8, ..date })
    }

    /// A day.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day)?;
        Self::month(year, month).map(|date| Self { day: day as u8, ..date })
    }

    /// Year, month and day as far as they are known.
    pub fn parts(self) -> (i32, Option<u32>, Option<u32>) {
        let known = |n: u8| (n > 0).then_some(u32::from(n));
        (i32::from(self.year), known(self.month), known(self.day))
    }

    /// The first day it can mean.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year.into(), u32::from(self.month.max(1)), u32::from(self.day.max(1)))
            .expect("checked when made")
    }

    /// The last day it can mean.
    pub fn last_day(self) -> NaiveDate {
        if self.day > 0 {
            return self.first_day();
        }
        let (year, month) = match self.month {
            0 | 12 => (i32::from(self.year) + 1, 1),
            month => (i32::from(self.year), u32::from(month) + 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1).and_then(|day| day.pred_opt()).expect("checked when made")
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self { year: day.year() as i16, month: day.month() as u8, day: day.day() as u8 }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (year, Some(month), Some(day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
            (year, Some(month), None) => write!(f, "{year:04}-{month:02}"),
            (year, ..) => write!(f, "{year:04}"),
        }
    }
}

/// The text was not `2020`, `2020-03` or `2020-03-18`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date in the form 2020, 2020-03 or 2020-03-18")]
pub struct NotADate;

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-').map(|part| part.parse::<u32>().map_err(|_| NotADate));
        let year = parts.next().ok_or(NotADate)?? as i32;
        let date = match (parts.next().transpose()?, parts.next().transpose()?, parts.next()) {
            (None, ..) => Self::year(year),
            (Some(month), None, _) => Self::month(year, month),
            (Some(month), Some(day), None) => Self::day(year, month, day),
            _ => None,
        };
        date.ok_or(NotADate)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Full years between a birth date and a day 周岁; a birth known to the month counts as its first day.
pub fn age_at(birth: PartialDate, day: NaiveDate) -> i32 {
    let born = birth.first_day();
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    day.year() - born.year() - i32::from(before_birthday)
}

/// Whole months from one day to a later one; negative when `to` is earlier.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32 - i32::from(to.day() < from.day())
}

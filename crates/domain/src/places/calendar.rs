//! Market days 集日 and fairs 庙会: on which days people come together (D§7.1).

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::lunar::{LunarDate, spring_festival};

/// When a market or fair is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MarketRule {
    /// By the last digit of the lunar day: 逢三八 is 3 and 8, 逢五逢十 is 5 and 0.
    LunarDigits {
        /// Digits 0 to 9.
        digits: Vec<u8>,
    },
    /// Every week.
    Weekdays {
        /// Monday is 1, Sunday 7.
        weekdays: Vec<u8>,
    },
    /// Every twelve days by the earthly branch of the day 地支: 子 is 0, 亥 is 11.
    Branches {
        /// Branches 0 to 11.
        branches: Vec<u8>,
    },
    /// Once a year by the lunar date, for some days. Day 30 in a month of 29 is its last day.
    LunarFair {
        /// Month 1 to 12; never the intercalary one.
        month: u8,
        /// Day 1 to 30.
        day: u8,
        /// Length in days.
        days: u8,
    },
    /// Once a year by the solar date, for some days.
    SolarFair {
        /// Month 1 to 12.
        month: u8,
        /// Day 1 to 31.
        day: u8,
        /// Length in days.
        days: u8,
    },
}

impl MarketRule {
    /// Whether it is held on a day. Lunar rules know the years 1958 to 2088 and hold on no day outside.
    pub fn holds(&self, day: NaiveDate) -> bool {
        match self {
            Self::LunarDigits { digits } => LunarDate::of(day).is_some_and(|lunar| digits.contains(&(lunar.day % 10))),
            Self::Weekdays { weekdays } => weekdays.contains(&(day.weekday().number_from_monday() as u8)),
            Self::Branches { branches } => branches.contains(&branch(day)),
            Self::LunarFair { month, day: first, days } => {
                // The fair may have begun in the lunar year before.
                let years = [day.year() - 1, day.year()];
                years
                    .into_iter()
                    .filter_map(|year| lunar_day(year, *month, *first))
                    .any(|start| lasts(start, *days, day))
            }
            Self::SolarFair { month, day: first, days } => {
                let start = |year| NaiveDate::from_ymd_opt(year, u32::from(*month), u32::from(*first));
                [day.year() - 1, day.year()].into_iter().filter_map(start).any(|start| lasts(start, *days, day))
            }
        }
    }

    /// The days it is held from one day to another, both included.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        from.iter_days().take_while(move |day| *day <= to).filter(|day| self.holds(*day))
    }
}

/// Earthly branch of a day: 子 0 to 亥 11. The cycle is fixed by 2000-01-01, a day of 午.
pub fn branch(day: NaiveDate) -> u8 {
    const BRANCH_OF_2000: i32 = 6;
    let since = day.num_days_from_ce() - NaiveDate::from_ymd_opt(2000, 1, 1).map_or(0, |day| day.num_days_from_ce());
    (since + BRANCH_OF_2000).rem_euclid(12) as u8
}

/// The first day of the spring season of job fairs 春风行动 in a year, as many provinces keep it: the sixth of the first lunar
/// month, when people who came home look for work again (D§7.1).
pub fn spring_season(year: i32) -> Option<NaiveDate> {
    spring_festival(year)?.checked_add_days(Days::new(5))
}

fn lasts(start: NaiveDate, days: u8, day: NaiveDate) -> bool {
    (0..i64::from(days.max(1))).contains(&(day - start).num_days())
}

fn lunar_day(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let at = |day| LunarDate { year, month, leap: false, day }.to_solar();
    at(day).or_else(|| if day == 30 { at(29) } else { None })
}

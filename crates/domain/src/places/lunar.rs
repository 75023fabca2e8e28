//! The lunar calendar 农历: dates that market days and festivals go by.

use std::fmt;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A lunar date. Sorts by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LunarDate {
    /// Year in which the lunar year begins.
    pub year: i32,
    /// Month 1 to 12.
    pub month: u8,
    /// The intercalary month 闰月 after the month of that number.
    pub leap: bool,
    /// Day 1 to 30.
    pub day: u8,
}

/// First lunar year of the table.
const FIRST_YEAR: i32 = 1958;
/// The solar day of the first day of that year.
const FIRST_DAY: (i32, u32, u32) = (1958, 2, 18);

/// One word a year: bit `i` set when the `i`th month of the year, the intercalary one in its place, has 30 days; from bit 13
/// on the month it follows, 0 for none. Computed for 1958 to 2088, where the astronomical calculation of `tyme4rs` 1.5.0 and
/// the table of `chinese-lunisolar-calendar` 0.2.5 (both MIT) agree on every day.
#[rustfmt::skip]
const YEARS: [u32; 131] = [
    0x00a97, 0x00556, 0x0cab5, 0x00ad5, 0x006d2, 0x08ea5, 0x00ea5, 0x0064a, 0x06c97, 0x00a9b, 0x0f55a, 0x0056a,
    0x00b69, 0x0b752, 0x00b52, 0x00b25, 0x0964b, 0x00a4b, 0x114ab, 0x002ad, 0x0056d, 0x0cb69, 0x00da9, 0x00d92,
    0x09d25, 0x00d25, 0x15a4d, 0x00a56, 0x002b6, 0x0c5b5, 0x006d5, 0x00ea9, 0x0be92, 0x00e92, 0x00d26, 0x06a56,
    0x00a57, 0x114d6, 0x0035a, 0x006d5, 0x0b6c9, 0x00749, 0x00693, 0x0952b, 0x0052b, 0x00a5b, 0x0555a, 0x0056a,
    0x0fb55, 0x00ba4, 0x00b49, 0x0ba93, 0x00a95, 0x0052d, 0x08aad, 0x00ab5, 0x135aa, 0x005d2, 0x00da5, 0x0dd4a,
    0x00d4a, 0x00c95, 0x0952e, 0x00556, 0x00ab5, 0x055b2, 0x006d2, 0x0cea5, 0x00725, 0x0064b, 0x0ac97, 0x00cab,
    0x0055a, 0x06ad6, 0x00b69, 0x17752, 0x00b52, 0x00b25, 0x0da4b, 0x00a4b, 0x004ab, 0x0a55b, 0x005ad, 0x00b6a,
    0x05b52, 0x00d92, 0x0fd25, 0x00d25, 0x00a55, 0x0b4ad, 0x004b6, 0x005b5, 0x06daa, 0x00ec9, 0x11e92, 0x00e92,
    0x00d26, 0x0ca56, 0x00a57, 0x004d6, 0x086d5, 0x00755, 0x00749, 0x06e93, 0x00693, 0x0f52b, 0x0052b, 0x00a5b,
    0x0b55a, 0x0056a, 0x00b65, 0x0974a, 0x00b4a, 0x11a95, 0x00a95, 0x0052d, 0x0caad, 0x00ab5, 0x005aa, 0x08ba5,
    0x00da5, 0x00d4a, 0x07c95, 0x00c96, 0x0f94e, 0x00556, 0x00ab5, 0x0b5b2, 0x006d2, 0x00ea5, 0x08e4a,
];

/// The months of a lunar year in order: number, intercalary, days.
fn months(year: i32) -> Option<impl Iterator<Item = (u8, bool, u8)>> {
    let word = *YEARS.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
    let leap = (word >> 13) as u8;
    let month = move |at: u8| {
        let days = 29 + (word >> at & 1) as u8;
        match leap {
            1.. if at == leap => (leap, true, days),
            1.. if at > leap => (at, false, days),
            _ => (at + 1, false, days),
        }
    };
    Some((0..12 + u8::from(leap > 0)).map(month))
}

fn first_day() -> NaiveDate {
    let (year, month, day) = FIRST_DAY;
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn days_of(year: i32) -> Option<u64> {
    months(year).map(|months| months.map(|(.., days)| u64::from(days)).sum())
}

/// The first day of the lunar year that begins in this solar year: 春节. `None` outside 1958 to 2088.
pub fn spring_festival(year: i32) -> Option<NaiveDate> {
    days_of(year)?;
    let days: u64 = (FIRST_YEAR..year).filter_map(days_of).sum();
    first_day().checked_add_days(Days::new(days))
}

impl LunarDate {
    /// The lunar date of a day; `None` before 1958-02-18 or after the lunar year 2088.
    pub fn of(day: NaiveDate) -> Option<Self> {
        let mut left = u64::try_from((day - first_day()).num_days()).ok()?;
        for year in FIRST_YEAR.. {
            let days = days_of(year)?;
            if left >= days {
                left -= days;
                continue;
            }
            for (month, leap, days) in months(year)? {
                if left < u64::from(days) {
                    return Some(Self { year, month, leap, day: left as u8 + 1 });
                }
                left -= u64::from(days);
            }
        }
        None
    }

    /// The solar day; `None` when the year has no such day or lies outside the table.
    pub fn to_solar(self) -> Option<NaiveDate> {
        let mut days = 0;
        for (month, leap, length) in months(self.year)? {
            if (month, leap) == (self.month, self.leap) {
                let into_month = self.day.checked_sub(1).filter(|day| *day < length)?;
                return spring_festival(self.year)?.checked_add_days(Days::new(days + u64::from(into_month)));
            }
            days += u64::from(length);
        }
        None
    }
}

impl fmt::Display for LunarDate {
    /// As in an almanac: 正月初六, 闰四月廿三, 腊月三十.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MONTHS: [&str; 12] = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"];
        const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
        let month = MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default();
        let digit = DIGITS[(usize::from(self.day) + 9) % 10];
        let tens = match self.day {
            20 => "二",
            30 => "三",
            1..=10 => "初",
            11..=19 => "十",
            _ => "廿",
        };
        write!(f, "{}{month}月{tens}{digit}", if self.leap { "闰" } else { "" })
    }
}

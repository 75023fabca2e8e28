//! Numbers that can belong to nobody real: ID numbers with the sequence codes 980-999 and phones counting up from 19900000000.

use chrono::{Datelike, Days, NaiveDate};
use domain::codes::Sex;
use domain::ledger::id_card::check_character;

/// Sequence codes 980 to 999 give ten persons of each sex a birthday.
const A_DAY: u8 = 10;
/// First birthday that is given out.
const FIRST_YEAR: i32 = 1915;
/// Days from the first birthday on.
const DAYS: usize = 366 * 115;

/// Hands out ID numbers of one county, each once.
pub(crate) struct IdNumbers {
    county: u32,
    first: NaiveDate,
    given: [Vec<u8>; 2],
}

impl IdNumbers {
    pub(crate) fn new(county: u32) -> Self {
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).expect("a day");
        Self { county, first, given: [vec![0; DAYS], vec![0; DAYS]] }
    }

    /// An ID number for the birthday, or the nearest one later that has a number left (earlier, where there is none before `latest`),
    /// and that birthday.
    pub(crate) fn give(&mut self, born: NaiveDate, latest: NaiveDate, sex: Sex) -> (String, NaiveDate) {
        let side = usize::from(sex == Sex::Male);
        let wish = (born - self.first).num_days().clamp(0, DAYS as i64 - 1) as usize;
        let last = (latest - self.first).num_days().clamp(0, DAYS as i64 - 1) as usize;
        let given = &mut self.given[side];
        let day = (wish..=last)
            .chain((0..wish).rev())
            .find(|&day| given[day] < A_DAY)
            .expect("a county has fewer people than numbers");
        let sequence = 980 + u32::from(given[day]) * 2 + side as u32;
        given[day] += 1;
        let born = self.first + Days::new(day as u64);
        let seventeen = format!("{:06}{:04}{:02}{:02}{sequence}", self.county, born.year(), born.month(), born.day());
        let check = check_character(&seventeen).expect("17 digits");
        (format!("{seventeen}{check}"), born)
    }
}

/// Hands out phones, each once.
pub(crate) struct Phones(u64);

impl Phones {
    /// The first phone is 19900000000 + `first`.
    pub(crate) fn new(first: u32) -> Self {
        Self(19_900_000_000 + u64::from(first))
    }

    pub(crate) fn give(&mut self) -> String {
        self.0 += 1;
        (self.0 - 1).to_string()
    }
}

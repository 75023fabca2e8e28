//! The clock port: the only place above the pure floors where time is read, so that tests and demos can fix it.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// China keeps one time zone without daylight saving.
const CHINA_OFFSET_SECONDS: i32 = 8 * 3600;

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;

    /// Today in China.
    fn today(&self) -> NaiveDate {
        let china = FixedOffset::east_opt(CHINA_OFFSET_SECONDS).expect("eight hours are a valid offset");
        self.now().with_timezone(&china).date_naive()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct MachineClock;

impl Clock for MachineClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock port")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands on one day, for demos about the past and for tests: entries keep their true time, "today" does not move.
#[derive(Debug, Clone, Copy)]
pub struct FixedDay(pub NaiveDate);

impl Clock for FixedDay {
    fn now(&self) -> DateTime<Utc> {
        MachineClock.now()
    }

    fn today(&self) -> NaiveDate {
        self.0
    }
}

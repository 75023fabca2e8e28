//! What county to make.

use crate::faults::FaultRates;
use chrono::NaiveDate;
use domain::places::{Edition, Region};

/// Most households of one county: beyond that its birthdays run out of synthetic ID numbers.
pub(crate) const MOST_HOUSEHOLDS: u32 = 150_000;

/// What county to make. The default is 天镇县 (140222) with 20,000 households on 24 March 2020.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The county.
    pub county: Region,
    /// Number of households.
    pub households: u32,
    /// Same seed, same county.
    pub seed: u64,
    /// Day of the ledgers.
    pub as_of: NaiveDate,
    /// Edition of the place lists.
    pub edition: Edition,
    /// First phone, counted from 19900000000; set it apart when several counties go into one ledger.
    pub first_phone: u32,
    /// How often each fault is put in when the files are written.
    pub faults: FaultRates,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            county: Region::from_six(140_222).expect("天镇县"),
            households: 20_000,
            seed: 1,
            as_of: NaiveDate::from_ymd_opt(2020, 3, 24).expect("a day"),
            edition: Edition::Y2020,
            first_phone: 0,
            faults: FaultRates::default(),
        }
    }
}

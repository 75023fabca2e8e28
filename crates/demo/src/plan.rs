//! What county to make.

use crate::faults::FaultRates;
use crate::rng::Rng;
use chrono::NaiveDate;
use domain::places::{Edition, Level, Region, gazetteer};

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

/// Phones set apart for each household of a county: far more than its members and employers ever use.
const PHONES_A_HOUSEHOLD: u32 = 3;
/// Phones set apart for the employers of a small county.
const PHONES_A_COUNTY: u32 = 1_000;

impl Plan {
    /// The random stream for one thing of this county; two counties of one seed share nothing.
    pub(crate) fn rng(&self, what: &str, index: u64) -> Rng {
        Rng::of(self.seed ^ (u64::from(self.county.county()) << 32), what, index)
    }

    /// The plans of all counties of a city, with the households shared out by the number of villages and phones that do not meet; of a
    /// county: the plan itself. Phones of 300,000 people reach beyond 19900099999.
    pub fn counties(&self) -> Vec<Self> {
        if self.county.level() != Level::City {
            return vec![self.clone()];
        }
        let known = gazetteer();
        let villages = |county: Region| {
            let places = known.within(county, self.edition).iter();
            places.filter(|place| place.level() == Level::Village).count() as u64
        };
        let counties: Vec<(Region, u64)> = (known.within(self.county, self.edition).iter())
            .filter(|place| place.level() == Level::County)
            .map(|place| (place.region, villages(place.region)))
            .filter(|(_, villages)| *villages > 0)
            .collect();
        let total: u64 = counties.iter().map(|(_, villages)| villages).sum();
        let (mut sum, mut given, mut first_phone) = (0, 0, self.first_phone);
        let mut plans = Vec::new();
        for (county, villages) in counties {
            sum += villages;
            let households = (u64::from(self.households) * sum / total) as u32 - given;
            plans.push(Self { county, households, first_phone, ..self.clone() });
            given += households;
            first_phone += households * PHONES_A_HOUSEHOLD + PHONES_A_COUNTY;
        }
        plans
    }
}

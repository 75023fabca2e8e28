//! The vacancy.

use super::{Coding, Origin};
use crate::codes::{Board, Education, Industry, PayMode, PayUnit, Sex, VacancySource};
use crate::ids::{EmployerId, VacancyId};
use crate::ledger::Phone;
use crate::money::{Fen, per_month};
use crate::places::Region;
use crate::record::record;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

record! {
    /// One kind of job at one employer, with a number of seats.
    pub struct Vacancy [VacancyId] {
        /// County whose office keeps the vacancy.
        region: Region,
        /// Title as the employer writes it.
        title: String,
        /// Where it stands.
        state: State,
        |
        /// Number of the vacancy in the office's sheet.
        no: Option<String>,
        /// Employer in the ledger.
        employer: Option<EmployerId>,
        /// Employer as typed.
        employer_name: Option<String>,
        /// National occupation code 2022 of the title.
        occupation: Option<String>,
        /// Industry section.
        industry: Option<Industry>,
        /// Seats offered; empty: not said.
        headcount: Option<u32>,
        /// "As many as come" 人数不限.
        headcount_open: bool,
        /// Place of work as typed.
        place: Option<String>,
        /// Place of work: 12-digit code inside the city, else the six-digit code padded with zeros.
        place_region: Option<Region>,
        /// Least pay per `pay_unit`.
        pay_min: Option<Fen>,
        /// Highest pay per `pay_unit`.
        pay_max: Option<Fen>,
        /// Unit of the pay; month where empty.
        pay_unit: Option<PayUnit>,
        /// Pay to be agreed 面议.
        pay_negotiable: bool,
        /// How pay is reckoned.
        pay_mode: Option<PayMode>,
        /// Hours or shifts as typed.
        hours: Option<String>,
        /// Board and lodging.
        board: Option<Board>,
        /// Insurance as typed.
        insurance: Option<String>,
        /// Least education.
        education: Option<Education>,
        /// Skills or certificates asked, as typed.
        skills: Option<String>,
        /// Experience asked, as typed.
        experience: Option<String>,
        /// Other conditions as typed.
        requirements: Option<String>,
        /// Conditions the law forbids or discourages: stored and checked, never published, never a criterion (D§6.1).
        quarantine: Option<Quarantine>,
        /// How heavy the work is.
        weight: Option<Weight>,
        /// Explicitly fit for weak labour 适合弱劳动力.
        weak_ok: bool,
        /// Which bank of the placement order: outside, local, public-welfare (S11).
        channel: Option<PlacementChannel>,
        /// Day of posting.
        posted_on: Option<NaiveDate>,
        /// Last day it holds.
        valid_until: Option<NaiveDate>,
        /// Where the office has it from.
        source: Option<VacancySource>,
        /// Contact person at the employer.
        contact_name: Option<String>,
        /// Contact phone at the employer.
        contact_phone: Option<Phone>,
        /// How the occupation code was found.
        coded: Option<Coding>,
        /// The text it was read from.
        origin: Option<Origin>,
        /// Why it was rejected, in the clerk's words.
        rejected: Option<String>,
        /// Note of the office.
        note: Option<String>,
    }
}

/// Where a vacancy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Taken in, not yet screened.
    Intake,
    /// Screened and open.
    Open,
    /// Screened and refused.
    Rejected,
    /// Filled or withdrawn.
    Closed,
}

impl State {
    /// The word used in columns and message keys (`vacancy-state-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Open => "open",
            Self::Rejected => "rejected",
            Self::Closed => "closed",
        }
    }
}

/// The order of placement 外找、内挖、公益补 (S11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacementChannel {
    /// 外找: outside the county.
    Outside,
    /// 内挖: employers, workshops, co-operatives in the county.
    Local,
    /// 公益补: public-welfare posts, the last resort.
    PublicWelfare,
}

/// How heavy the work is (Q28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Sitting or light work; weak labour can do it.
    Light,
    /// Ordinary work.
    Medium,
    /// Carrying, building, mining.
    Heavy,
}

/// Imported limits of age and sex, kept apart (D§6.1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantine {
    /// Least age asked, years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_min: Option<u32>,
    /// Highest age asked, years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_max: Option<u32>,
    /// Sex asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
}

/// Seats assumed when a post says "as many as come".
pub const OPEN_HEADCOUNT: u32 = 20;

impl Vacancy {
    /// Seats the bridge may use: the head count, [`OPEN_HEADCOUNT`] for "as many as come", one when nothing is said.
    pub fn seats(&self) -> u32 {
        self.headcount.unwrap_or(if self.headcount_open { OPEN_HEADCOUNT } else { 1 })
    }

    /// Pay a month as (least, highest), as far as known.
    pub fn monthly_pay(&self) -> (Option<Fen>, Option<Fen>) {
        let unit = self.pay_unit.unwrap_or(PayUnit::Month);
        let month = |pay: Option<Fen>| pay.and_then(|amount| per_month(amount, unit));
        (month(self.pay_min), month(self.pay_max.or(self.pay_min)))
    }

    /// Whether it can be recommended on a day: screened and not past its validity.
    pub fn open_on(&self, day: NaiveDate) -> bool {
        self.state == State::Open && self.valid_until.is_none_or(|last| day <= last)
    }
}

//! Profiles: what the words of a year mean. Labels, ages, labour classes, clocks and definitions are data (D§8.3), so that one ledger
//! prints 2020, 2021-25 and 2026.

use crate::codes::{Labour, Sex, WorkForm};
use crate::error::Refusal;
use crate::ledger::LabelKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// A set of definitions. Three are shipped: `2020`, `2021-25` and `2026`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Short name, used in settings and message keys (`profile-<code>`).
    pub code: String,
    /// First day it holds.
    pub from: NaiveDate,
    /// Labels of which one makes a household a target of help (D§3.1).
    pub target_labels: Vec<LabelKind>,
    /// What a zero-employment household is.
    pub zero_employment: ZeroEmployment,
    /// Working days until an identified household should be cleared. No national rule was found; a local setting (D§3.2).
    pub clearing_days: u32,
    /// Months without a gap until a placement is called stable 稳定就业.
    pub stable_months: u32,
    /// What may be proposed where seats are short.
    pub extra_posts: ExtraPosts,
}

/// How many extra posts a run may propose. No national figures were found beyond one public-welfare post a household (D§4.3), so
/// these are local settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraPosts {
    /// More seats that may be asked of one employer for one vacancy.
    pub more_per_vacancy: u32,
    /// New posts that a township's workshops and employers may be asked for at a time.
    pub local_per_township: u32,
    /// Public-welfare posts a village may open at a time.
    pub welfare_per_village: u32,
    /// The same for a township.
    pub welfare_per_township: u32,
    /// The same for a county.
    pub welfare_per_county: u32,
    /// Ages open to public-welfare posts, full years, both included (Q19 of D§2.13).
    pub welfare_ages: (u8, u8),
}

/// The definition of a zero-employment household 零就业家庭 (D§3.2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ZeroEmployment {
    /// Least age of a member who counts, full years.
    pub age_min: i32,
    /// Highest age of a man who counts, full years.
    pub age_max_male: i32,
    /// Highest age of a woman who counts, full years.
    pub age_max_female: i32,
    /// Labour classes that count as capacity.
    pub labour: Vec<Labour>,
    /// A member with unknown labour class counts as having capacity.
    pub unknown_labour_counts: bool,
    /// Forms of work that count as wage work. Farming one's own land does not (D§3.2).
    pub forms: Vec<WorkForm>,
    /// A spell without a form counts as wage work.
    pub unknown_form_counts: bool,
    /// Least whole months a spell must have lasted to count; 0: from the first day.
    pub months_min: i32,
    /// Least pay a month in fen to count, when the pay is known.
    pub pay_min: i64,
}

impl ZeroEmployment {
    /// Highest age that counts for a person; the higher of both when the sex is unknown, so that nobody is left out.
    pub fn age_max(&self, sex: Option<Sex>) -> i32 {
        match sex {
            Some(Sex::Male) => self.age_max_male,
            Some(Sex::Female) => self.age_max_female,
            None => self.age_max_male.max(self.age_max_female),
        }
    }
}

/// The profiles shipped with the product, oldest first.
pub fn shipped() -> &'static [Profile] {
    static SHIPPED: OnceLock<Vec<Profile>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let files = [
            include_str!("../data/profiles/2020.json"),
            include_str!("../data/profiles/2021-25.json"),
            include_str!("../data/profiles/2026.json"),
        ];
        files.map(|text| serde_json::from_str(text).expect("shipped profiles are checked by a test")).into()
    })
}

/// The shipped profile with this code.
pub fn by_code(code: &str) -> Result<&'static Profile, Refusal> {
    shipped().iter().find(|profile| profile.code == code).ok_or_else(|| {
        let known: Vec<_> = shipped().iter().map(|profile| profile.code.as_str()).collect();
        Refusal::new(1101).with("found", code).with("known", known.join(", "))
    })
}

/// The shipped profile that holds on a day; the oldest one for days before it.
pub fn on(day: NaiveDate) -> &'static Profile {
    shipped().iter().rev().find(|profile| profile.from <= day).unwrap_or(&shipped()[0])
}

//! One vacancy.

use super::bridge::Offer;
use super::journal::Entry;
use super::vacancies::VacancyRow;
use chrono::NaiveDate;
use domain::codes::{Education, Industry};
use domain::vacancies::{Verification, Weight};

/// A vacancy with everything about it. Conditions the law forbids are not shown (D§6.1).
#[derive(Debug, Clone)]
pub struct VacancyPage {
    /// Day the page is about.
    pub day: NaiveDate,
    /// What the list shows of it.
    pub row: VacancyRow,
    /// Number in the office's sheet.
    pub no: Option<String>,
    /// National occupation code.
    pub occupation: Option<String>,
    /// Industry section.
    pub industry: Option<Industry>,
    /// Hours as typed.
    pub hours: Option<String>,
    /// Insurance as typed.
    pub insurance: Option<String>,
    /// Least education.
    pub education: Option<Education>,
    /// Skills asked.
    pub skills: Option<String>,
    /// Experience asked.
    pub experience: Option<String>,
    /// Other conditions.
    pub requirements: Option<String>,
    /// How heavy the work is.
    pub weight: Weight,
    /// Fit for weak labour.
    pub weak_ok: bool,
    /// Day of posting.
    pub posted_on: Option<NaiveDate>,
    /// Contact person.
    pub contact_name: Option<String>,
    /// Contact phone, masked.
    pub contact_phone: Option<String>,
    /// How far the employer was verified.
    pub verification: Option<Verification>,
    /// What screening found: rule code and quoted words.
    pub findings: Vec<(&'static str, bool, String)>,
    /// Note of the office.
    pub note: Option<String>,
    /// Proposals of the latest run.
    pub offers: Vec<Offer>,
    /// The newest entries of the journal about it.
    pub history: Vec<Entry>,
}

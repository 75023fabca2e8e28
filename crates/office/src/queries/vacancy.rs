//! One vacancy.

use super::bridge::Offer;
use super::journal::Entry;
use super::vacancies::{VacancyRow, row};
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::codes::Education;
use domain::codes::Occupation;
use domain::facts::RecordId;
use domain::ids::VacancyId;
use domain::ledger::Phone;
use domain::places::Area;
use domain::vacancies::{Coding, Vacancy, Weight};

use crate::posts::{Piece, pieces_of};
use crate::screening::{Found, Others, findings};

/// Entries of the journal shown.
const HISTORY: usize = 10;
/// Proposals shown.
const OFFERS: u32 = 30;

/// A vacancy with everything about it. Conditions the law forbids are not shown (D§6.1).
#[derive(Debug, Clone)]
pub struct VacancyPage {
    /// Day the page is about.
    pub day: NaiveDate,
    /// What the list shows of it.
    pub row: VacancyRow,
    /// Number in the office's sheet.
    pub no: Option<String>,
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
    /// What screening found.
    pub findings: Vec<Found>,
    /// The occupation its title was read as.
    pub occupation: Option<Occupation>,
    /// How that was found.
    pub coded: Option<Coding>,
    /// The text it was read from, in pieces marked by what was read; for the office alone.
    pub pieces: Vec<Piece>,
    /// Why it was rejected.
    pub rejected: Option<String>,
    /// Note of the office.
    pub note: Option<String>,
    /// The first proposals of the latest run.
    pub offers: Vec<Offer>,
    /// The newest entries of the journal about it.
    pub history: Vec<Entry>,
}

impl Office {
    /// A vacancy of the scope's county, or of another one that shares its vacancies with it; `None` elsewhere.
    pub async fn vacancy(&self, scope: &Scope, id: VacancyId) -> Result<Option<VacancyPage>, OfficeError> {
        let (reader, area, day) = (self.store().read(), scope.area(), self.today());
        let Some(stored) = reader.vacancy(self.shared(scope).await, id).await? else { return Ok(None) };
        let vacancy = stored.record;
        let (offers, proposed) = match reader.latest_run(area).await? {
            Some(run) => self.offers_of_vacancy(scope, run.record.id, id, OFFERS).await?,
            None => (Vec::new(), 0),
        };
        let own = area.covers(Area::of_six(stored.county)) || stored.county == scope.county();
        let records = if own { vec![RecordId::Vacancy(id)] } else { Vec::new() };
        let history = self.history_of(stored.county, &records, HISTORY).await?;
        let row = row(&vacancy, scope.region().county_region(), proposed);
        let employers = self.employers_of(scope, std::iter::once(&vacancy)).await?;
        let employer = vacancy.employer.and_then(|id| employers.get(&id));
        let found = findings(&vacancy, employer, &Others::of(&self.all_vacancies(scope).await?), day);
        Ok(Some(page(vacancy, row, found, offers, history, day)))
    }
}

fn page(
    vacancy: Vacancy,
    row: VacancyRow,
    findings: Vec<Found>,
    offers: Vec<Offer>,
    history: Vec<Entry>,
    day: NaiveDate,
) -> VacancyPage {
    VacancyPage {
        day,
        row,
        findings,
        occupation: vacancy.occupation.as_ref().and_then(|code| code.parse().ok()),
        coded: vacancy.coded,
        pieces: pieces_of(&vacancy),
        rejected: vacancy.rejected.clone(),
        weight: vacancy.effective_weight(),
        contact_phone: vacancy.contact_phone.as_ref().map(Phone::masked),
        no: vacancy.no,
        hours: vacancy.hours,
        insurance: vacancy.insurance,
        education: vacancy.education,
        skills: vacancy.skills,
        experience: vacancy.experience,
        requirements: vacancy.requirements,
        weak_ok: vacancy.weak_ok,
        posted_on: vacancy.posted_on,
        contact_name: vacancy.contact_name,
        note: vacancy.note,
        offers,
        history,
    }
}

//! What is still to be asked about a vacancy, for the phone call.

use crate::screening::Found;
use domain::ids::VacancyId;
use domain::vacancies::Vacancy;

/// A question to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Key of its sentence.
    pub key: String,
    /// The words of the post it is about; empty where something is missing.
    pub quote: String,
}

/// A call to make.
#[derive(Debug, Clone)]
pub struct Call {
    /// The vacancy.
    pub id: VacancyId,
    /// Its title.
    pub title: String,
    /// Employer as named.
    pub employer: Option<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// The number that the post gives to everybody.
    pub phone: Option<String>,
    /// What to ask.
    pub questions: Vec<Question>,
}

/// The questions still open about a vacancy: what jobseekers ask first and the post does not say, then what screening found.
pub fn questions(vacancy: &Vacancy, findings: &[Found]) -> Vec<Question> {
    let v = vacancy;
    let missing = [
        ("ask-employer", v.employer_name.is_none()),
        ("ask-headcount", v.headcount.is_none() && !v.headcount_open),
        ("ask-place", v.place.is_none() && v.place_region.is_none_or(|place| place == v.region)),
        ("ask-pay", v.pay_min.is_none() && v.pay_max.is_none()),
        ("ask-board", v.board.is_none()),
        ("ask-hours", v.hours.is_none()),
        ("ask-insurance", v.insurance.is_none()),
        ("ask-until", v.valid_until.is_none()),
    ];
    let asked = missing.into_iter().filter(|(_, missing)| *missing);
    let asked = asked.map(|(key, _)| Question { key: key.to_owned(), quote: String::new() });
    let found = findings.iter().filter(|found| found.matters());
    asked.chain(found.map(|found| Question { key: found.flag.key() + "-say", quote: found.quote.clone() })).collect()
}

//! Screening of vacancies: what the rules let through is opened, what they block is rejected with its reason (S72). The rules are
//! those of `reading::screening`; here they get what only the ledger knows, credit codes and the other vacancies.

use crate::error::OfficeError;
use crate::{Office, ids as id};
use domain::access::Scope;
use domain::door::{Command, Envelope};
use domain::ids::{CommandId, EmployerId, VacancyId};
use domain::vacancies::{Employer, State, Vacancy};
use reading::screening::{Fingerprint, Flag, Posting, Severity, Shortfall, screen_vacancy, serial_posters};
use std::collections::{BTreeSet, HashMap};
use store::{Page, VacancyFilter};

/// What a screening came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Screened {
    /// Vacancies opened.
    pub opened: u32,
    /// Vacancies rejected.
    pub rejected: u32,
}

/// One finding about a vacancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The rule; its message keys tell title, law and what to do.
    pub flag: Flag,
    /// The words found; empty where something is missing.
    pub quote: String,
    /// Pay and floor, for pay below the minimum wage.
    pub shortfall: Option<Shortfall>,
    /// The vacancy that was there before, for a duplicate.
    pub other: Option<VacancyId>,
}

impl Found {
    /// Keeps the vacancy shut until somebody mends it.
    pub fn blocks(&self) -> bool {
        self.flag.severity() == Severity::Block
    }

    /// Somebody has something to look at.
    pub fn matters(&self) -> bool {
        self.flag.severity() > Severity::Note
    }
}

/// Employer, title, least pay and place: vacancies alike in these are the same.
type Terms = (Option<String>, String, Option<i64>, Option<u64>);

/// The vacancies of an office, as far as each is held against the others.
pub(crate) struct Others {
    gists: Vec<(VacancyId, String, Fingerprint)>,
    typed: HashMap<Terms, VacancyId>,
    serial: BTreeSet<String>,
}

impl Others {
    /// What a list of vacancies says about each of its members. Texts that a person rejected as doubles still count.
    pub(crate) fn of(vacancies: &[Vacancy]) -> Self {
        let mut sorted: Vec<&Vacancy> = vacancies.iter().collect();
        sorted.sort_by_key(|vacancy| vacancy.id);
        let (mut gists, mut typed) = (Vec::new(), HashMap::new());
        let mut postings: HashMap<&str, Posting> = HashMap::new();
        for vacancy in sorted {
            let Some(origin) = &vacancy.origin else {
                typed.entry(key(vacancy)).or_insert(vacancy.id);
                continue;
            };
            gists.push((vacancy.id, vacancy.title.clone(), Fingerprint::of(&origin.text)));
            let posting = postings.entry(&origin.text).or_default();
            posting.phones.extend(vacancy.contact_phone.iter().map(|phone| phone.as_str().to_owned()));
            posting.employers.extend(vacancy.employer_name.clone());
        }
        // A list of many employers under the phone of whoever drew it up is no sign of anything.
        let single: Vec<Posting> = postings.into_values().filter(|posting| posting.employers.len() == 1).collect();
        Self { gists, typed, serial: serial_posters(&single).into_keys().collect() }
    }

    fn notice(&self, vacancy: &Vacancy) -> impl Iterator<Item = Found> {
        let same = match &vacancy.origin {
            Some(origin) => {
                let gist = Fingerprint::of(&origin.text);
                let alike = |(id, title, other): &&(VacancyId, String, Fingerprint)| {
                    *id < vacancy.id && *title == vacancy.title && gist.same_as(other)
                };
                self.gists.iter().find(alike).map(|(id, ..)| *id)
            }
            None => {
                self.typed.get(&key(vacancy)).copied().filter(|id| *id < vacancy.id && vacancy.employer_name.is_some())
            }
        };
        let told = |flag: Flag| vacancy.origin.as_ref().is_some_and(|origin| origin.settled.contains_key(flag.code()));
        let same = same
            .filter(|_| !told(Flag::Duplicate))
            .map(|other| Found { other: Some(other), ..found(Flag::Duplicate, "") });
        let phone = vacancy.contact_phone.as_ref().filter(|phone| self.serial.contains(phone.as_str()));
        let phone = phone.filter(|_| vacancy.origin.is_some() && !told(Flag::SerialPoster));
        same.into_iter().chain(phone.map(|_| found(Flag::SerialPoster, "")))
    }
}

fn key(vacancy: &Vacancy) -> Terms {
    (
        vacancy.employer_name.clone(),
        vacancy.title.clone(),
        vacancy.pay_min.map(|pay| pay.0),
        vacancy.place_region.map(|region| region.code()),
    )
}

fn found(flag: Flag, quote: &str) -> Found {
    Found { flag, quote: quote.to_owned(), shortfall: None, other: None }
}

/// Everything the rules find in a vacancy, in their order.
pub(crate) fn findings(
    vacancy: &Vacancy,
    employer: Option<&Employer>,
    others: &Others,
    day: chrono::NaiveDate,
) -> Vec<Found> {
    let code = employer.and_then(|employer| employer.credit_code.as_ref());
    let own = screen_vacancy(vacancy, code, day).into_iter();
    let own = own.map(|n| Found { flag: n.flag, quote: n.quote, shortfall: n.shortfall, other: None });
    own.chain(others.notice(vacancy)).collect()
}

impl Office {
    /// Screens every vacancy that was taken in from a workbook and not screened yet. What was read from a text waits for a person.
    pub async fn screen_all(&self, scope: &Scope) -> Result<Screened, OfficeError> {
        let waiting = VacancyFilter { states: vec![State::Intake], ..VacancyFilter::default() };
        let mut waiting = self.vacancies_where(scope, waiting).await?;
        waiting.retain(|vacancy| vacancy.origin.is_none());
        let today = self.today();
        let blocked = |vacancy: &Vacancy| {
            screen_vacancy(vacancy, None, today).iter().any(|found| found.flag.severity() == Severity::Block)
        };
        let (rejected, opened): (Vec<Vacancy>, Vec<Vacancy>) = waiting.into_iter().partition(blocked);
        self.set_vacancy_state(scope, opened.iter().map(|vacancy| vacancy.id).collect(), State::Open).await?;
        self.set_vacancy_state(scope, rejected.iter().map(|vacancy| vacancy.id).collect(), State::Rejected).await?;
        Ok(Screened { opened: opened.len() as u32, rejected: rejected.len() as u32 })
    }

    /// Every vacancy of the office.
    pub(crate) async fn all_vacancies(&self, scope: &Scope) -> Result<Vec<Vacancy>, OfficeError> {
        self.vacancies_where(scope, VacancyFilter::default()).await
    }

    async fn vacancies_where(&self, scope: &Scope, filter: VacancyFilter) -> Result<Vec<Vacancy>, OfficeError> {
        let listed = self.store().read().vacancy_list(scope.area(), &filter, Page::first(u32::MAX)).await?;
        Ok(listed.rows.into_iter().map(|stored| stored.record).collect())
    }

    /// The employers of some vacancies.
    pub(crate) async fn employers_of<'a>(
        &self,
        scope: &Scope,
        vacancies: impl Iterator<Item = &'a Vacancy>,
    ) -> Result<HashMap<EmployerId, Employer>, OfficeError> {
        let ids: Vec<EmployerId> = vacancies.filter_map(|vacancy| vacancy.employer).collect();
        let found = self.store().read().employers(scope.area(), &ids).await?;
        Ok(found.into_iter().map(|(id, stored)| (id, stored.record)).collect())
    }

    /// Opens, rejects or closes vacancies.
    ///
    /// # Errors
    /// Q-1201 when a blocking rule stands against opening one of them.
    pub async fn set_vacancy_state(&self, scope: &Scope, ids: Vec<VacancyId>, state: State) -> Result<(), OfficeError> {
        if ids.is_empty() {
            return Ok(());
        }
        let command = Command::SetVacancyState { ids, state };
        self.submit(scope, Envelope { id: CommandId(id::fresh()), command }).await?;
        Ok(())
    }
}

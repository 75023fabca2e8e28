//! Screening of vacancies: what the rules let through is opened, what they block is rejected with its reason (S72).

use crate::error::OfficeError;
use crate::{Office, ids as id};
use domain::access::Scope;
use domain::door::{Command, Envelope};
use domain::ids::{CommandId, VacancyId};
use domain::vacancies::screening::screen;
use domain::vacancies::{State, Vacancy};
use store::{Page, VacancyFilter};

/// What a screening came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Screened {
    /// Vacancies opened.
    pub opened: u32,
    /// Vacancies rejected.
    pub rejected: u32,
}

impl Office {
    /// Screens every vacancy that was taken in and not screened yet.
    pub async fn screen_all(&self, scope: &Scope) -> Result<Screened, OfficeError> {
        let waiting = VacancyFilter { states: vec![State::Intake], ..VacancyFilter::default() };
        let waiting = self.vacancies_where(scope, waiting).await?;
        let today = self.today();
        let blocked = |vacancy: &Vacancy| screen(vacancy, today).iter().any(|finding| finding.rule.blocks());
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

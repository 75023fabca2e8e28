//! One vacancy, and the steps that screen, open and close it.

use askama::Template;
use axum::extract::{Path, State};
use domain::door::Command;
use domain::ids::VacancyId;
use domain::vacancies::State as Stands;
use office::bridge::reseat::Decisions;
use office::queries::vacancies::Tab;
use office::queries::vacancy::VacancyPage;

use super::{Answer, reseat};
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad};
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "vacancy.html")]
struct Page {
    f: Frame,
    v: VacancyPage,
    back: String,
}

/// `GET /vacancies/{id}`.
pub(crate) async fn page(State(state): State<AppState>, f: Frame, reader: Reader, Path(id): Path<String>) -> Answer {
    let id: VacancyId = id.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.vacancy(&reader.scope, id).await?.ok_or(Failure::NotFound)?;
    super::show(&Page { back: format!("/vacancies/{id}"), f, v })
}

/// `POST /vacancies/{id}/state`: closing one that the latest run proposes shows first who would be re-seated.
pub(crate) async fn set_state(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(id): Path<String>,
    form: Form,
) -> Answer {
    let id: VacancyId = id.parse().map_err(|_| Failure::NotFound)?;
    let to = Tab::from_code(form.get("state")).ok_or_else(bad)?.state();
    let back = format!("/vacancies/{id}");
    // Who would have had its seats is re-seated with it, after a look.
    if to == Stands::Closed
        && form.get("alone").is_empty()
        && let Some(run) = state.office.latest_run(&reader.scope).await?
    {
        let asked = Decisions { closed: vec![id], ..Decisions::default() };
        if let Some(answer) = reseat::decide(&state, &reader.scope, f, form.id()?, run, asked, &back).await? {
            return Ok(answer);
        }
    }
    state.office.submit(&reader.scope, form.envelope(Command::SetVacancyState { ids: vec![id], state: to })?).await?;
    super::go(&back)
}

impl Page {
    /// States it can be set to from here.
    fn steps(&self) -> Vec<Stands> {
        let all = [Stands::Open, Stands::Rejected, Stands::Closed, Stands::Intake];
        all.into_iter().filter(|state| *state != self.v.row.state).collect()
    }
}

//! Accounts, for the keeper: list, open, close.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use domain::access::Role;
use domain::door::Command;
use domain::error::Refusal;
use domain::ids::AccountId;
use domain::places::Region;
use office::OfficeError;
use office::accounts::NewAccount;
use office::queries::accounts::AccountRow;

use super::Answer;
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad};
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "accounts.html")]
struct Page {
    f: Frame,
    rows: Vec<AccountRow>,
    areas: Vec<Region>,
    typed: Typed,
    wrong: Option<Refusal>,
}

/// What was typed, kept when it is refused.
#[derive(Default)]
struct Typed {
    login: String,
    name: String,
    role: Option<Role>,
    area: Option<Region>,
}

/// `GET /accounts`.
pub(crate) async fn page(State(state): State<AppState>, f: Frame, reader: Reader) -> Answer {
    super::show(&fill(&state, f, &reader, Typed::default(), None).await?)
}

async fn fill(
    state: &AppState,
    f: Frame,
    reader: &Reader,
    typed: Typed,
    wrong: Option<Refusal>,
) -> Result<Page, Failure> {
    let rows = state.office.accounts(&reader.scope).await?;
    Ok(Page { f, rows, areas: state.office.areas(&reader.scope), typed, wrong })
}

/// `POST /accounts`.
pub(crate) async fn open(State(state): State<AppState>, f: Frame, reader: Reader, form: Form) -> Answer {
    let role = Role::from_code(form.get("role")).ok_or_else(bad)?;
    let area: Region = form.read("area")?;
    let (login, name) = (form.get("login").to_lowercase(), form.get("name").to_owned());
    let account = NewAccount { login: login.clone(), name: name.clone(), role, area };
    let opened = state.office.open_account(&reader.scope, form.id()?, account, form.get("password")).await;
    match opened {
        Ok(_) => super::go("/accounts"),
        Err(OfficeError::Refused(refusal)) => {
            let typed = Typed { login, name, role: Some(role), area: Some(area) };
            let page = fill(&state, f, &reader, typed, Some(refusal)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(askama::Template::render(&page)?)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /accounts/{id}/close`.
pub(crate) async fn close(State(state): State<AppState>, reader: Reader, Path(id): Path<String>, form: Form) -> Answer {
    let id: AccountId = id.parse().map_err(|_| Failure::NotFound)?;
    state.office.submit(&reader.scope, form.envelope(Command::CloseAccount { id })?).await?;
    super::go("/accounts")
}

//! Every route of the house in one table: method, path, handler and who may come in. The router and the exhaustive test of access
//! are both made from it, so that no page can be forgotten.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use domain::access::{Role, may};
use domain::door::CommandKind;
use std::convert::Infallible;

use crate::error::Failure;
use crate::layers::{FILE_LIMIT, FORM_LIMIT};
use crate::session::{self, Reader, sees_people};
use crate::{AppState, assets, pages, url};

/// Who may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, logged in or not.
    Open,
    /// Everybody who is logged in.
    Member,
    /// Roles that see people.
    People,
    /// Roles that may give this command.
    May(CommandKind),
}

impl Access {
    /// Whether a role may come in.
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Open | Self::Member => true,
            Self::People => sees_people(role),
            Self::May(command) => may(role, command),
        }
    }
}

/// One route.
pub struct Route {
    /// GET or POST.
    pub method: Method,
    /// Path with its parameters in braces.
    pub path: &'static str,
    /// Who may come in.
    pub access: Access,
    /// Largest body, bytes.
    limit: usize,
    handler: MethodRouter<AppState>,
}

fn get<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, AppState>) -> Route {
    Route { method: Method::GET, path, access, limit: FORM_LIMIT, handler: axum::routing::get(handler) }
}

fn post<T: 'static>(path: &'static str, access: Access, handler: impl Handler<T, AppState>) -> Route {
    Route { method: Method::POST, path, access, limit: FORM_LIMIT, handler: axum::routing::post(handler) }
}

/// The table.
pub fn routes() -> Vec<Route> {
    [house(), ledger(), intake(), bridge()].into_iter().flatten().collect()
}

/// Who is in, what happened, and what the words mean.
fn house() -> Vec<Route> {
    use Access::{May, Member, Open};
    use CommandKind as C;
    vec![
        get("/healthz", Open, pages::health::check),
        get("/static/{name}", Open, assets::serve),
        get("/lang/{tag}", Open, pages::login::language),
        get("/login", Open, pages::login::form),
        post("/login", Open, pages::login::enter),
        get("/login/once", Open, pages::login::once),
        post("/logout", Member, pages::login::leave),
        get("/me", Member, pages::me::page),
        get("/definitions", Member, pages::definitions::page),
        get("/", Member, pages::today::page),
        get("/journal", Member, pages::journal::page),
        get("/accounts", May(C::OpenAccount), pages::accounts::page),
        post("/accounts", May(C::OpenAccount), pages::accounts::open),
        post("/accounts/{id}/close", May(C::CloseAccount), pages::accounts::close),
    ]
}

/// Households, persons and vacancies.
fn ledger() -> Vec<Route> {
    use Access::{May, People};
    use CommandKind as C;
    vec![
        get("/ledger", People, pages::households::list),
        get("/ledger/export", People, pages::households::export),
        get("/ledger/{id}", People, pages::household::page),
        post("/ledger/{id}/show", May(C::Unmask), pages::household::show),
        get("/vacancies", People, pages::vacancies::list),
        get("/vacancies/export", People, pages::vacancies::export),
        post("/vacancies/screen", May(C::SetVacancyState), pages::vacancies::screen),
        get("/vacancies/{id}", People, pages::vacancy::page),
        post("/vacancies/{id}/state", May(C::SetVacancyState), pages::vacancy::set_state),
    ]
}

/// What comes in: texts of vacancies, and workbooks.
fn intake() -> Vec<Route> {
    use Access::May;
    use CommandKind as C;
    vec![
        get("/intake", May(C::ReviewVacancy), pages::intake::start),
        Route { limit: FILE_LIMIT, ..post("/intake", May(C::ImportSheet), pages::intake::take) },
        post("/intake/clean", May(C::SetVacancyState), pages::intake::open_clean),
        get("/intake/calls", May(C::ReviewVacancy), pages::intake::calls),
        get("/intake/{vacancy}", May(C::ReviewVacancy), pages::intake::post),
        post("/intake/{vacancy}", May(C::ReviewVacancy), pages::intake::review),
        get("/import", May(C::ImportSheet), pages::imports::start),
        Route { limit: FILE_LIMIT, ..post("/import", May(C::ImportSheet), pages::imports::upload) },
        get("/import/compare", May(C::ImportSheet), pages::compare::form),
        Route { limit: 2 * FILE_LIMIT, ..post("/import/compare", May(C::ImportSheet), pages::compare::compare) },
        get("/import/{preview}", May(C::ImportSheet), pages::import_preview::page),
        post("/import/{preview}/fix", May(C::ImportSheet), pages::import_preview::fix),
        Route {
            limit: FILE_LIMIT,
            ..post("/import/{preview}/second", May(C::ImportSheet), pages::import_preview::second)
        },
        post("/import/{preview}", May(C::ImportSheet), pages::imports::commit),
        get("/import/{preview}/faults", May(C::ImportSheet), pages::imports::faults),
        post("/import/{preview}/drop", May(C::ImportSheet), pages::imports::drop),
        post("/import/undo/{batch}", May(C::UndoImport), pages::imports::undo),
    ]
}

/// Runs, questions and decisions.
fn bridge() -> Vec<Route> {
    use Access::{May, People};
    use CommandKind as C;
    vec![
        get("/bridge", People, pages::bridge::latest),
        post("/bridge", May(C::RunBridge), pages::bridge::run),
        get("/bridge/what-if", People, pages::what_if::page),
        get("/bridge/{run}", People, pages::bridge::page),
        get("/bridge/{run}/proposals", People, pages::proposals::list),
        get("/bridge/{run}/shortages", People, pages::findings::shortages),
        get("/bridge/{run}/shortages/{vacancy}", People, pages::findings::shortage),
        get("/bridge/{run}/posts", People, pages::findings::posts),
        get("/bridge/{run}/proposals/{person}", People, pages::choices::page),
        post("/bridge/{run}/reseat", May(C::Reseat), pages::reseat::apply),
        get("/bridge/{run}/workbook", People, pages::bridge::workbook),
        post("/bridge/{run}/decide-all", May(C::DecideProposal), pages::proposals::decide_all),
        post("/bridge/decide", May(C::DecideProposal), pages::proposals::decide),
    ]
}

/// The router made from the table, each route behind its guard.
pub(crate) fn router(state: &AppState) -> Router<AppState> {
    routes().into_iter().fold(Router::new(), |router, route| {
        let guard = from_fn_with_state((state.clone(), route.access), guard);
        router.route(route.path, route.handler.layer::<_, Infallible>(guard).layer(DefaultBodyLimit::max(route.limit)))
    })
}

/// Lets a request in or not, and puts the [`Reader`] into it.
async fn guard(State((state, access)): State<(AppState, Access)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if access != Access::Open {
        match reader(&state, &parts).await {
            None => return to_login(&parts),
            Some(reader) if !access.admits(reader.scope.role()) => return Failure::NotFound.into_response(),
            Some(reader) => parts.extensions.insert(reader),
        };
    }
    next.run(Request::from_parts(parts, body)).await
}

/// Who sends a request: the session in its cookie, if it still holds.
pub(crate) async fn reader(state: &AppState, parts: &Parts) -> Option<Reader> {
    let secret = session::secret(parts)?;
    match state.office.session(&secret).await {
        Ok(found) => found.map(|session| Reader { scope: session.scope, name: session.name, token: session.token }),
        Err(error) => {
            tracing::error!(%error, "session could not be read");
            None
        }
    }
}

/// Pages send the reader to the log-in and back; the API and forms of a session that ended say so.
fn to_login(parts: &Parts) -> Response {
    if parts.uri.path().starts_with("/api/") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let mut query = url::query();
    if parts.method == Method::GET {
        query.append("next", parts.uri.path_and_query().map_or("/", |uri| uri.as_str()));
    }
    let query = query.finish();
    Redirect::to(&if query.is_empty() { "/login".to_owned() } else { format!("/login?{query}") }).into_response()
}

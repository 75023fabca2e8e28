//! Log-in, log-out, the one-time link of the demo, and the switch of language.

use askama::Template;
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::error::Refusal;
use serde::Deserialize;
use std::net::SocketAddr;
use std::time::Instant;
use words::Lang;

use super::Answer;
use crate::error::{Failure, number};
use crate::frame::Frame;
use crate::layers::LANG_COOKIE;
use crate::session::{COOKIE, cookie};
use crate::{AppState, client, form, url};

#[derive(Template)]
#[template(path = "login.html")]
struct Page {
    f: Frame,
    next: String,
    login: String,
    wrong: Option<Wrong>,
}

struct Wrong {
    number: String,
    said: String,
    advice: String,
}

/// Where to go afterwards.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    next: String,
}

/// `GET /login`.
pub(crate) async fn form(f: Frame, Query(wanted): Query<Wanted>) -> Answer {
    super::show(&Page { f, next: wanted.next, login: String::new(), wrong: None })
}

/// The log-in form.
#[derive(Deserialize)]
pub(crate) struct Credentials {
    login: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// `POST /login`.
pub(crate) async fn enter(
    State(state): State<AppState>,
    f: Frame,
    peer: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Form(given): Form<Credentials>,
) -> Answer {
    let login = given.login.trim();
    let forwarded = headers.get("x-forwarded-for").and_then(|list| list.to_str().ok());
    let address = client(&state.setting, peer.as_ref().map(|peer| &peer.0), forwarded);
    if !state.throttle.admit(login, &address, Instant::now()) {
        return refuse(f, given, StatusCode::TOO_MANY_REQUESTS, number::THROTTLED);
    }
    match state.office.log_in(login, &given.password).await? {
        Some(secret) => {
            state.throttle.forget(login, &address);
            Ok(welcome(&state, secret, &given.next))
        }
        None => refuse(f, given, StatusCode::UNAUTHORIZED, number::WRONG_PASSWORD),
    }
}

fn welcome(state: &AppState, secret: String, next: &str) -> Response {
    let jar = CookieJar::new().add(cookie(secret, state.setting.https));
    (jar, Redirect::to(url::local(next))).into_response()
}

fn refuse(f: Frame, given: Credentials, status: StatusCode, number: u16) -> Answer {
    let refusal = Refusal::new(number);
    let wrong =
        Wrong { number: refusal.number.to_string(), said: f.say(&refusal.message), advice: f.say(&refusal.advice()) };
    let page = Page { f, next: given.next, login: given.login, wrong: Some(wrong) };
    Ok((status, Html(page.render()?)).into_response())
}

/// A one-time link.
#[derive(Deserialize)]
pub(crate) struct Once {
    #[serde(default)]
    token: String,
}

/// `GET /login/once`: the link that `qiao demo` prints. It works once.
pub(crate) async fn once(State(state): State<AppState>, Query(once): Query<Once>) -> Answer {
    match state.office.log_in_once(&once.token).await? {
        Some(secret) => Ok(welcome(&state, secret, "/")),
        None => Err(Failure::refused(StatusCode::GONE, number::SPENT_LINK)),
    }
}

/// `POST /logout`.
pub(crate) async fn leave(State(state): State<AppState>, jar: CookieJar, _: form::Form) -> Answer {
    if let Some(secret) = jar.get(COOKIE) {
        state.office.log_out(secret.value()).await?;
    }
    let gone = Cookie::build((COOKIE, "")).path("/");
    Ok((jar.remove(gone), Redirect::to("/login")).into_response())
}

/// Where to go after the switch.
#[derive(Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    back: String,
}

/// `GET /lang/{tag}`: keeps the language chosen.
pub(crate) async fn language(
    State(state): State<AppState>,
    Path(tag): Path<String>,
    Query(to): Query<Back>,
    jar: CookieJar,
) -> Answer {
    let lang: Lang = tag.parse().map_err(|_| Failure::NotFound)?;
    let kept = Cookie::build((LANG_COOKIE, lang.tag())).path("/").http_only(true).same_site(SameSite::Lax);
    let kept = kept.permanent().secure(state.setting.https);
    Ok((jar.add(kept), Redirect::to(url::local(&to.back))).into_response())
}

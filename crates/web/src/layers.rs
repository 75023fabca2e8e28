//! What happens around every page: language, headers, limits, error pages.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;
use std::any::Any;
use std::time::Duration;
use words::Lang;

use crate::AppState;
use crate::error::Failure;
use crate::frame::{Chosen, Frame};
use crate::pages;
use crate::routes;

/// Time a page may take to answer; the bridge and imports work in the background.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
/// Largest form without a file, bytes.
pub(crate) const FORM_LIMIT: usize = 256 * 1024;
/// Largest file taken in, bytes.
pub(crate) const FILE_LIMIT: usize = 64 * 1024 * 1024;
/// Name of the language cookie.
pub(crate) const LANG_COOKIE: &str = "lang";

/// Headers of every answer. No inline script or style anywhere, nothing from other sites, no frame.
const HEADERS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-robots-tag", "noindex"),
];

/// Sets [`HEADERS`]; pages are never kept by browsers or proxies unless they say so themselves.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Chooses the language: the cookie of the switch, else the browser's wish, else Chinese.
pub(crate) async fn language(mut request: Request, next: Next) -> Response {
    let lang = wished(request.headers());
    request.extensions_mut().insert(Chosen(lang));
    let mut response = next.run(request).await;
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    response
}

fn wished(headers: &HeaderMap) -> Lang {
    let jar = CookieJar::from_headers(headers);
    let chosen = jar.get(LANG_COOKIE).and_then(|cookie| cookie.value().parse().ok());
    let browser = || headers.get(header::ACCEPT_LANGUAGE).and_then(|wish| wish.to_str().ok());
    chosen.unwrap_or_else(|| browser().map(Lang::from_accept_language).unwrap_or_default())
}

/// Draws the page for every answer that failed, whoever refused: a handler, the router or a layer.
pub(crate) async fn error_pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut known = parts.clone();
    let plain = ["/api/", "/static/", "/healthz"].iter().any(|start| parts.uri.path().starts_with(start));
    let response = next.run(Request::from_parts(parts, body)).await;
    let failure = response.extensions().get::<Failure>().cloned();
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if plain || (failure.is_none() && (!failed || is_page(&response))) {
        return response;
    }
    let failure = failure.unwrap_or_else(|| Failure::from_status(response.status()));
    if let Some(reader) = routes::reader(&state, &known).await {
        known.extensions.insert(reader);
    }
    pages::error::page(&Frame::of(&known), &known, &failure)
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

/// Turns a panic of a handler into a failed answer; the text of the panic goes to the log alone.
pub(crate) fn panicked(panic: Box<dyn Any + Send + 'static>) -> axum::http::Response<Body> {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default();
    tracing::error!(panic = %text, "handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

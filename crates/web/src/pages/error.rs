//! The page of everything that went wrong: what was seen, what to do, ways out.

use askama::Template;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Response};

use crate::error::Failure;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "error.html")]
struct Page<'a> {
    f: &'a Frame,
    number: String,
    said: String,
    advice: String,
    back: Option<String>,
}

/// Draws the page of a failure.
pub(crate) fn page(f: &Frame, parts: &Parts, failure: &Failure) -> Response {
    let refusal = failure.refusal();
    let page = Page {
        f,
        number: refusal.number.to_string(),
        said: f.say(&refusal.message),
        advice: f.say(&refusal.advice()),
        back: back(parts),
    };
    match page.render() {
        Ok(html) => (failure.status(), Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "error page could not be drawn");
            failure.status().into_response()
        }
    }
}

/// The page the reader came from, when it is one of ours and not this one.
fn back(parts: &Parts) -> Option<String> {
    let referer = parts.headers.get(header::REFERER)?.to_str().ok()?;
    let host = parts.headers.get(header::HOST)?.to_str().ok()?;
    let (_, rest) = referer.split_once("://")?;
    let path = rest.strip_prefix(host).filter(|path| path.starts_with('/'))?;
    (path != parts.uri.path_and_query().map_or("", |uri| uri.as_str())).then(|| path.to_owned())
}

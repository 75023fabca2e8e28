//! One file a page. A handler stays short: read the query or form, ask the office, fill the template.

pub(crate) mod accounts;
pub(crate) mod bridge;
pub(crate) mod choices;
pub(crate) mod compare;
pub(crate) mod definitions;
pub(crate) mod error;
pub(crate) mod findings;
pub(crate) mod health;
pub(crate) mod household;
pub(crate) mod households;
pub(crate) mod import_preview;
pub(crate) mod imports;
pub(crate) mod intake;
pub(crate) mod journal;
pub(crate) mod login;
pub(crate) mod me;
pub(crate) mod offer;
pub(crate) mod proposals;
pub(crate) mod reach;
pub(crate) mod reseat;
pub(crate) mod today;
pub(crate) mod vacancies;
pub(crate) mod vacancy;
pub(crate) mod what_if;

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use office::OfficeError;

use crate::error::Failure;
use crate::url;

/// The answer of a page.
pub(crate) type Answer = Result<Response, Failure>;

/// Fills a template.
pub(crate) fn show(template: &impl Template) -> Answer {
    Ok(Html(template.render()?).into_response())
}

/// Sends the reader to another page of this site after a form.
pub(crate) fn go(path: &str) -> Answer {
    Ok(Redirect::to(url::local(path)).into_response())
}

/// A workbook to download.
pub(crate) fn workbook(name: &str, bytes: Vec<u8>) -> Answer {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"qiao.xlsx\"; filename*=UTF-8''{}", url::encode(name));
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &disposition)], bytes).into_response())
}

impl From<OfficeError> for Failure {
    /// A refusal for lack of right or area looks like a page that is not there; other refusals say what to do.
    fn from(error: OfficeError) -> Self {
        match error {
            OfficeError::Refused(refusal) if matches!(refusal.number.0, 1001..=1003) => Self::NotFound,
            OfficeError::Refused(refusal) => Self::Refused(StatusCode::UNPROCESSABLE_ENTITY, refusal),
            OfficeError::Store(error) => Self::broken(error),
        }
    }
}

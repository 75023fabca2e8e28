//! What a handler answers when it cannot do what was asked, and the page that says so.
//!
//! Use [`Failure::NotFound`] for what is not there *and* for what the reader may not see: the two must look alike. Use
//! [`Failure::Refused`] for everything a person can mend; its number has a page in `docs/errors`. [`Failure::Broken`] is for the rest:
//! it is logged once, here, and its inside is never shown.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::error::Refusal;
use std::sync::Arc;

/// Errors of this floor, 50xx.
pub(crate) mod number {
    /// The page is not there, or is not for the reader.
    pub(crate) const NOT_FOUND: u16 = 5001;
    /// The form is too old or came from elsewhere.
    pub(crate) const STALE_FORM: u16 = 5002;
    /// Too many wrong passwords.
    pub(crate) const THROTTLED: u16 = 5003;
    /// The file is too large.
    pub(crate) const TOO_LARGE: u16 = 5004;
    /// The answer took too long.
    pub(crate) const TOO_SLOW: u16 = 5005;
    /// Our fault.
    pub(crate) const BROKEN: u16 = 5006;
    /// Wrong name or password.
    pub(crate) const WRONG_PASSWORD: u16 = 5007;
    /// The one-time link was used or is too old.
    pub(crate) const SPENT_LINK: u16 = 5008;
    /// A field of a form is missing or makes no sense.
    pub(crate) const BAD_FORM: u16 = 5009;
    /// The preview of an import is gone.
    pub(crate) const NO_PREVIEW: u16 = 5010;
}

/// Why a request was not answered with its page.
#[derive(Debug, Clone)]
pub(crate) enum Failure {
    /// Not there, or not for this reader.
    NotFound,
    /// Refused with a reason.
    Refused(StatusCode, Refusal),
    /// Something is wrong with the program or the machine.
    Broken(Arc<str>),
}

impl Failure {
    /// A refusal of this floor without arguments.
    pub(crate) fn refused(status: StatusCode, number: u16) -> Self {
        Self::Refused(status, Refusal::new(number))
    }

    /// Something that must not happen.
    pub(crate) fn broken(why: impl std::fmt::Display) -> Self {
        Self::Broken(why.to_string().into())
    }

    /// Status line of the answer.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Refused(status, _) => *status,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the page says.
    pub(crate) fn refusal(&self) -> Refusal {
        match self {
            Self::NotFound => Refusal::new(number::NOT_FOUND),
            Self::Refused(_, refusal) => refusal.clone(),
            Self::Broken(_) => Refusal::new(number::BROKEN),
        }
    }

    /// The failure that a bare status stands for: what layers and the router answer by themselves.
    pub(crate) fn from_status(status: StatusCode) -> Self {
        let number = match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => return Self::NotFound,
            StatusCode::FORBIDDEN => number::STALE_FORM,
            StatusCode::PAYLOAD_TOO_LARGE => number::TOO_LARGE,
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => {
                number::TOO_SLOW
            }
            StatusCode::TOO_MANY_REQUESTS => number::THROTTLED,
            status if status.is_client_error() => number::BAD_FORM,
            _ => number::BROKEN,
        };
        Self::refused(status, number)
    }
}

impl IntoResponse for Failure {
    /// Only the status and the failure itself; the outer layer draws the page, in the reader's language and frame.
    fn into_response(self) -> Response {
        if let Self::Broken(why) = &self {
            tracing::error!(%why, "request failed");
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::broken(error)
    }
}

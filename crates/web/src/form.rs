//! Forms: read as name and value pairs, with the proof that they came from a page of this session.

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum_extra::extract::Form as Pairs;
use domain::door::{Command, Envelope};
use domain::ids::CommandId;

use crate::error::{Failure, number};
use crate::session::Reader;

/// A form sent by a logged-in reader, its token checked.
#[derive(Debug, Default)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// The first value of a field, trimmed; empty when it is missing.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether a field was sent at all.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// Every value of a field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The command id the page gave the form, so that a form sent twice is carried out once.
    pub(crate) fn id(&self) -> Result<CommandId, Failure> {
        self.read("id")
    }

    /// A command with the id the page gave the form.
    pub(crate) fn envelope(&self, command: Command) -> Result<Envelope, Failure> {
        Ok(Envelope { id: self.id()?, command })
    }

    /// A filled field read as something; the form is bad otherwise.
    pub(crate) fn read<T: std::str::FromStr>(&self, name: &str) -> Result<T, Failure> {
        self.get(name).parse().map_err(|_| bad())
    }
}

/// The refusal of a form that makes no sense.
pub(crate) fn bad() -> Failure {
    Failure::refused(StatusCode::UNPROCESSABLE_ENTITY, number::BAD_FORM)
}

/// The refusal of a form that is not from a page of this session.
pub(crate) fn stale() -> Failure {
    Failure::refused(StatusCode::FORBIDDEN, number::STALE_FORM)
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let token = request.extensions().get::<Reader>().map(|reader| reader.token.clone()).ok_or_else(stale)?;
        let Pairs(pairs) = Pairs::<Vec<(String, String)>>::from_request(request, state).await.map_err(|rejection| {
            let status = axum::response::IntoResponse::into_response(rejection).status();
            Failure::from_status(status)
        })?;
        let form = Self(pairs);
        if form.get("token") == token { Ok(form) } else { Err(stale()) }
    }
}

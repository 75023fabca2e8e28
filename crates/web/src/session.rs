//! Who reads: from the cookie to a [`Scope`].

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::access::{Role, Scope, Sight, sight};
use std::convert::Infallible;

use crate::error::Failure;

/// Name of the session cookie.
pub(crate) const COOKIE: &str = "qiao";

/// Somebody who is logged in. Put into the request by the guard of a route; a handler that takes it needs a route with a guard.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    /// What they may reach.
    pub(crate) scope: Scope,
    /// Name shown.
    pub(crate) name: String,
    /// Proof that a form came from a page of this session.
    pub(crate) token: String,
}

/// Whether pages about people are for this role; keepers grant access but see nobody (DESIGN §5).
pub(crate) fn sees_people(role: Role) -> bool {
    sight(role) != Sight::Hidden
}

impl<S: Send + Sync> FromRequestParts<S> for Reader {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Reader>().cloned().ok_or(Failure::NotFound)
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Reader>().cloned())
    }
}

/// The secret in the session cookie, if there is one.
pub(crate) fn secret(parts: &Parts) -> Option<String> {
    CookieJar::from_headers(&parts.headers).get(COOKIE).map(|cookie| cookie.value().to_owned())
}

/// The cookie that carries a session. Without `Max-Age`: it ends with the browser, and on the server after the idle time.
pub(crate) fn cookie(secret: String, secure: bool) -> Cookie<'static> {
    Cookie::build((COOKIE, secret)).path("/").http_only(true).same_site(SameSite::Lax).secure(secure).build()
}

//! `/healthz`: for whoever watches the machine. Says nothing but that the store answers.

use axum::extract::State;
use axum::http::StatusCode;

use crate::AppState;

pub(crate) async fn check(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.office.healthy().await {
        true => (StatusCode::OK, "ok\n"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "store does not answer\n"),
    }
}

//! One proposal with the choices beside it: what is as good for all together, and what another wish would cost.

use askama::Template;
use axum::extract::{Path, State};
use domain::ids::{PersonId, RunId};
use office::bridge::choices::{Choices, Cost};

use super::Answer;
use crate::AppState;
use crate::error::Failure;
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "choices.html")]
struct Page {
    f: Frame,
    v: Choices,
    back: String,
}

/// `GET /bridge/{run}/proposals/{person}`.
pub(crate) async fn page(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path((run, person)): Path<(String, String)>,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let person: PersonId = person.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.choices(&reader.scope, run, person).await?.ok_or(Failure::NotFound)?;
    // A decision may leave no proposal here to come back to.
    super::show(&Page { back: format!("/ledger/{}", v.offer.household), f, v })
}

impl Page {
    /// What a choice costs, the weightiest goal first.
    fn cost(&self, cost: &Cost) -> String {
        let parts = [
            ("web-choice-households", cost.households),
            ("web-choice-welfare", cost.welfare),
            ("web-choice-placed", cost.placed),
            ("web-choice-score", cost.score),
        ];
        let lost: Vec<String> = parts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| self.f.n(key, n)).collect();
        self.f.join(&lost)
    }
}

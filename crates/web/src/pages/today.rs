//! The page of the day 今日.

use askama::Template;
use axum::extract::State;
use domain::ledger::clearing::Stage;
use office::queries::today::{Column, Part, Today};

use super::Answer;
use crate::AppState;
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "today.html")]
struct Page {
    f: Frame,
    v: Today,
}

/// `GET /`.
pub(crate) async fn page(State(state): State<AppState>, f: Frame, reader: Reader) -> Answer {
    if !f.sees_people() {
        return super::go("/accounts");
    }
    let v = state.office.today_page(&reader.scope).await?;
    super::show(&Page { f, v })
}

impl Page {
    fn class(&self, column: &Column) -> &'static str {
        crate::parts::stage_class(column.stage)
    }

    fn appeared(&self) -> u32 {
        let column = self.v.board.iter().find(|column| column.stage == Stage::Appeared);
        column.map_or(0, |column| column.households)
    }

    /// Width of a bar in a hundredth of the widest.
    fn width(&self, part: &Part) -> u32 {
        let most = self.v.parts.iter().map(|part| part.zero).max().unwrap_or(0).max(1);
        part.zero * 100 / most
    }
}

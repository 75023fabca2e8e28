//! The journal 日志: who did what and when, and whether its chain of hashes holds.

use askama::Template;
use axum::extract::{Query, State};
use domain::door::CommandKind;
use office::queries::journal::{Filter, Journal};
use serde::Deserialize;

use super::Answer;
use crate::AppState;
use crate::frame::Frame;
use crate::pager::{Pager, size};
use crate::session::Reader;
use crate::url;

/// The list in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    county: String,
    command: String,
    verify: String,
    page: Option<u32>,
    size: Option<u32>,
}

#[derive(Template)]
#[template(path = "journal.html")]
struct Page {
    f: Frame,
    v: Journal,
    filter: Filter,
    pager: Pager,
}

/// `GET /journal`.
pub(crate) async fn page(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer {
    let command = CommandKind::ALL.into_iter().find(|kind| kind.code() == asked.command);
    let verify = !asked.verify.is_empty();
    let (county, page) = (asked.county.parse().ok(), asked.page.unwrap_or(1).max(1));
    let filter = Filter { county, command, verify, page, size: size(asked.size) };
    let v = state.office.journal_page(&reader.scope, &filter).await?;
    let pager = Pager::new(&f, v.list.total, filter.page, filter.size, |page, size| {
        let mut query = url::query();
        query.append("county", &asked.county);
        query.append("command", filter.command.map_or("", CommandKind::code));
        query.append("page", &if page > 1 { page.to_string() } else { String::new() });
        query.append("size", &if size == 50 { String::new() } else { size.to_string() });
        format!("/journal?{}", query.finish())
    });
    super::show(&Page { f, v, filter, pager })
}

//! A run of the bridge: what it reached, why the rest is uncovered, where to look at its proposals.

use askama::Template;
use axum::extract::{Path, State};
use domain::ids::RunId;
use domain::say::Message;
use domain::vacancies::PlacementChannel;
use office::queries::bridge::{RunPage, RunPart};
use office::queries::findings::{FindingsPage, PostRow, ShortageRow};

use super::Answer;
use super::offer::channel_code;
use crate::AppState;
use crate::error::Failure;
use crate::form::Form;
use crate::frame::Frame;
use crate::session::Reader;

#[derive(Template)]
#[template(path = "bridge.html")]
struct Page {
    f: Frame,
    v: RunPage,
    found: FindingsPage,
    /// The ledger has changed since the run.
    moved: bool,
}

#[derive(Template)]
#[template(path = "bridge_empty.html")]
struct Empty {
    f: Frame,
}

/// `GET /bridge`: the latest run, or how to make the first one.
pub(crate) async fn latest(State(state): State<AppState>, f: Frame, reader: Reader) -> Answer {
    match state.office.latest_run(&reader.scope).await? {
        Some(run) => super::go(&format!("/bridge/{run}")),
        None => super::show(&Empty { f }),
    }
}

/// `POST /bridge`: runs the bridge over the reader's area.
pub(crate) async fn run(State(state): State<AppState>, reader: Reader, _: Form) -> Answer {
    // In a task of its own: a reader who closes the page does not stop it half-way.
    let (office, scope) = (state.office.clone(), reader.scope);
    let running = tokio::spawn(async move { office.run_bridge(&scope, office.today(), &|_| ()).await });
    let ran = running.await.map_err(Failure::broken)??;
    super::go(&format!("/bridge/{}", ran.run))
}

/// `GET /bridge/{run}`.
pub(crate) async fn page(State(state): State<AppState>, f: Frame, reader: Reader, Path(run): Path<String>) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.run_page(&reader.scope, run).await?.ok_or(Failure::NotFound)?;
    let found = state.office.findings(&reader.scope, run).await?.ok_or(Failure::NotFound)?;
    let moved = v.latest && state.office.ledger_moved(&reader.scope, run).await?;
    super::show(&Page { f, v, found, moved })
}

/// `GET /bridge/{run}/workbook`: the result as a workbook.
pub(crate) async fn workbook(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(run): Path<String>,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.run_page(&reader.scope, run).await?.ok_or(Failure::NotFound)?;
    let bytes = state.office.result_workbook(&reader.scope, run, f.words()).await?;
    super::workbook(&format!("{}.xlsx", f.n("web-run-number", v.number)), bytes)
}

/// Shortages shown on the page of a run; a page of their own has all.
const SHORTAGES: usize = 8;
/// Extra posts shown on the page of a run.
const POSTS: usize = 10;

/// One piece of the bar "covered how".
struct Piece {
    class: &'static str,
    households: u32,
    key: String,
    x: String,
    width: String,
}

impl Page {
    /// The bar of covered households by bank, and what is left.
    fn pieces(&self) -> Vec<Piece> {
        let classes = ["l5", "l4", "lw", "none"];
        let order = [PlacementChannel::Outside, PlacementChannel::Local, PlacementChannel::PublicWelfare];
        let of = |channel| self.v.covered.iter().find(|(found, _)| *found == channel).map_or(0, |(_, count)| *count);
        let figures = &self.v.figures;
        let left = figures.zero_employment.saturating_sub(figures.covered);
        let counts = order.map(of).into_iter().chain([left]);
        let keys = order.map(|channel| format!("web-run-by-{}", channel_code(channel)));
        let keys = keys.into_iter().chain([String::from("web-run-by-none")]);
        let whole = f64::from(figures.zero_employment.max(1));
        let mut at = 0.0;
        let piece = |((class, households), key)| {
            let width = f64::from(households) * 100.0 / whole;
            let piece = Piece {
                class,
                households,
                key,
                x: format!("{at:.2}"),
                width: format!("{:.2}", (width - 0.25_f64).max(0.0)),
            };
            at += width;
            piece
        };
        classes.into_iter().zip(counts).zip(keys).map(piece).collect()
    }

    /// How the latest run compares with the one before: more, fewer or as many households.
    fn difference(&self) -> Option<String> {
        let before = self.v.covered_before?;
        let now = self.v.figures.covered;
        Some(match now.cmp(&before) {
            std::cmp::Ordering::Greater => self.f.n("web-run-more", now - before),
            std::cmp::Ordering::Less => self.f.n("web-run-fewer", before - now),
            std::cmp::Ordering::Equal => self.f.t("web-run-as-many"),
        })
    }

    fn shortages(&self) -> &[ShortageRow] {
        &self.found.shortages[..self.found.shortages.len().min(SHORTAGES)]
    }

    fn posts(&self) -> &[PostRow] {
        &self.found.posts[..self.found.posts.len().min(POSTS)]
    }

    /// What the figures are a part of, in a county of a city that was run as one.
    fn part_of(&self) -> Option<String> {
        let whole = self.v.whole?;
        Some(self.f.say(&Message::new("web-run-part").with("place", self.v.region).with("whole", whole)))
    }

    fn decided(&self) -> u32 {
        self.v.parts.iter().map(|part| part.decided).sum()
    }

    fn proposals(&self) -> u32 {
        self.v.parts.iter().map(|part| part.proposals).sum()
    }

    fn seen(&self, part: &RunPart) -> askama::filters::Safe<String> {
        match part.decided {
            0 => self.f.tag("", "ring", "web-run-seen-none"),
            decided if decided >= part.proposals => self.f.tag("ok", "check", "web-run-seen-all"),
            decided => self.f.tag_of("info", "half", &self.f.n("web-run-seen-some", decided)),
        }
    }
}

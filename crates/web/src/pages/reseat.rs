//! What decisions would move, shown before anything is written; and the decisions with their moves, made together.

use askama::Template;
use axum::extract::{Path, State};
use domain::access::Scope;
use domain::bridge::Verdict;
use domain::door::Decided;
use domain::ids::{CommandId, RunId, VacancyId};
use office::bridge::reseat::{Decisions, Preview};
use office::bridge::what_if::Move;

use super::Answer;
use super::proposals::pair;
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad};
use crate::frame::Frame;
use crate::session::Reader;

/// People who would change places that are listed.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "reseat.html")]
struct Page {
    f: Frame,
    v: Preview,
    asked: Decisions,
    /// How many others would be re-seated.
    others: usize,
    back: String,
}

/// What a form asks to decide: `pair` with `verdict` and `reason`, `close` for vacancies.
pub(crate) fn read(form: &Form) -> Result<Decisions, Failure> {
    let closed: Vec<VacancyId> = form.all("close").map(str::parse).collect::<Result<_, _>>().map_err(|_| bad())?;
    let mut decided = Vec::new();
    for text in form.all("pair") {
        let verdict = Verdict::from_code(form.get("verdict")).ok_or_else(bad)?;
        let (person, vacancy) = pair(text).ok_or_else(bad)?;
        let reason = Some(form.get("reason")).filter(|reason| !reason.is_empty() && verdict == Verdict::Refused);
        decided.push(Decided { person, vacancy, verdict, reason: reason.map(str::to_owned) });
    }
    if decided.is_empty() && closed.is_empty() { Err(bad()) } else { Ok(Decisions { decided, closed }) }
}

/// Makes decisions that move nobody else at once and shows the others first; `None` when this run cannot be re-seated, so that the
/// decisions stand alone.
pub(crate) async fn decide(
    state: &AppState,
    scope: &Scope,
    f: Frame,
    id: CommandId,
    run: RunId,
    asked: Decisions,
    back: &str,
) -> Result<Option<axum::response::Response>, Failure> {
    let Some(v) = state.office.preview_decisions(scope, run, &asked).await? else { return Ok(None) };
    let decided = |one: &Move| asked.decided.iter().any(|decided| decided.person == one.person);
    let others = v.change.moves.iter().filter(|one| !decided(one)).count() + v.change.elsewhere as usize;
    if others == 0 && v.change.lost.is_empty() {
        state.office.apply_decisions(scope, id, run, &asked, Some(&v.mark)).await?;
        return super::go(back).map(Some);
    }
    super::show(&Page { f, v, asked, others, back: back.to_owned() }).map(Some)
}

/// `POST /bridge/{run}/reseat`: the decisions as confirmed.
pub(crate) async fn apply(
    State(state): State<AppState>,
    reader: Reader,
    Path(run): Path<String>,
    form: Form,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let (asked, mark) = (read(&form)?, form.get("mark"));
    let mark = Some(mark).filter(|mark| !mark.is_empty());
    state.office.apply_decisions(&reader.scope, form.id()?, run, &asked, mark).await?;
    super::go(form.get("back"))
}

impl Page {
    /// Where the decision goes: with its moves, or alone if these are beyond the reader.
    fn action(&self) -> String {
        match (&self.v.barred, self.asked.closed.first()) {
            (None, _) => format!("/bridge/{}/reseat", self.v.run),
            (Some(_), Some(vacancy)) => format!("/vacancies/{vacancy}/state"),
            (Some(_), None) => "/bridge/decide".to_owned(),
        }
    }

    fn verdict(&self) -> &'static str {
        self.asked.decided.first().map_or("", |one| one.verdict.code())
    }

    fn reason(&self) -> String {
        self.asked.decided.first().and_then(|one| one.reason.clone()).unwrap_or_default()
    }

    fn shown(&self) -> &[Move] {
        &self.v.change.moves[..self.v.change.moves.len().min(SHOWN)]
    }

    fn more_moves(&self) -> usize {
        self.v.change.moves.len().saturating_sub(SHOWN) + self.v.change.elsewhere as usize
    }

    /// Points of the score given up by the decisions.
    fn price(&self) -> i64 {
        let points = |score: u64| i64::try_from(score).unwrap_or(i64::MAX);
        (points(self.v.change.before.score) - points(self.v.change.after.score)).max(0)
    }
}

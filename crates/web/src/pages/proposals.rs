//! The proposals of a run, and what people decide about them: one by one, or all that are chosen.

use askama::Template;
use axum::extract::{Path, Query, State};
use domain::bridge::Verdict;
use domain::ids::{PersonId, RunId, VacancyId};
use office::queries::bridge::{OfferFilter, Offers};
use serde::Deserialize;

use super::{Answer, reseat};
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad};
use crate::frame::Frame;
use crate::pager::{Pager, size};
use crate::session::Reader;
use crate::url;

/// Rows a page at most: each carries its reasons, and a page stays under 100 kB.
const MOST: u32 = 50;

/// The list in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    region: String,
    covers: String,
    verdict: String,
    page: Option<u32>,
    size: Option<u32>,
}

impl Asked {
    fn filter(&self) -> OfferFilter {
        OfferFilter {
            region: self.region.parse().ok(),
            covers: !self.covers.is_empty(),
            verdict: Verdict::from_code(&self.verdict),
            page: self.page.unwrap_or(1).max(1),
            size: size(self.size.or(Some(25))).min(MOST),
        }
    }
}

#[derive(Template)]
#[template(path = "proposals.html")]
struct Page {
    f: Frame,
    v: Offers,
    filter: OfferFilter,
    pager: Pager,
    back: String,
}

/// `GET /bridge/{run}/proposals`.
pub(crate) async fn list(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(run): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let filter = asked.filter();
    let v = state.office.offers(&reader.scope, run, &filter).await?.ok_or(Failure::NotFound)?;
    let mut pager = Pager::new(&f, v.list.total, filter.page, filter.size, |page, size| {
        address(run, &OfferFilter { page, size, ..filter.clone() })
    });
    pager.sizes.retain(|(size, _)| *size <= MOST);
    super::show(&Page { back: f.here.clone(), f, v, filter, pager })
}

fn address(run: RunId, filter: &OfferFilter) -> String {
    let mut query = url::query();
    query.append("region", &filter.region.map(|region| region.prefix()).unwrap_or_default());
    query.append("covers", if filter.covers { "1" } else { "" });
    query.append("verdict", filter.verdict.map_or("", Verdict::code));
    query.append("page", &if filter.page > 1 { filter.page.to_string() } else { String::new() });
    query.append("size", &if filter.size == 25 { String::new() } else { filter.size.to_string() });
    format!("/bridge/{run}/proposals?{}", query.finish())
}

impl Page {
    fn verdict_link(&self, verdict: &Option<Verdict>) -> String {
        address(self.v.run, &OfferFilter { verdict: *verdict, page: 1, ..self.filter.clone() })
    }

    fn region_code(&self) -> String {
        self.filter.region.map(|region| region.prefix()).unwrap_or_default()
    }

    fn region_name(&self) -> String {
        self.filter.region.map(|region| self.f.spot(&region)).unwrap_or_default()
    }

    fn verdict_name(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Open => self.f.t("web-undecided"),
            decided => self.f.code("verdict", decided.code()),
        }
    }

    fn verdicts(&self) -> [Option<Verdict>; 5] {
        [None, Some(Verdict::Open), Some(Verdict::Accepted), Some(Verdict::Pinned), Some(Verdict::Refused)]
    }
}

/// `POST /bridge/decide`: one verdict for every chosen pair, written `person.vacancy`. Where the run can be kept the best by it, others
/// who would be re-seated are shown first; else, or if that is asked for (`alone`), each is a decision of its own.
pub(crate) async fn decide(State(state): State<AppState>, f: Frame, reader: Reader, form: Form) -> Answer {
    let asked = reseat::read(&form)?;
    let verdict = Verdict::from_code(form.get("verdict")).ok_or_else(bad)?;
    let (run, id, back): (Option<RunId>, _, _) = (form.get("run").parse().ok(), form.id()?, form.get("back"));
    if let Some(run) = run.filter(|_| form.get("alone").is_empty())
        && let Some(answer) = reseat::decide(&state, &reader.scope, f, id, run, asked.clone(), back).await?
    {
        return Ok(answer);
    }
    let pairs: Vec<(PersonId, VacancyId)> = asked.decided.iter().map(|one| (one.person, one.vacancy)).collect();
    let reason = asked.decided.first().and_then(|one| one.reason.as_deref());
    state.office.decide(&reader.scope, id, run, &pairs, verdict, reason).await?;
    super::go(back)
}

/// `POST /bridge/{run}/decide-all`: one verdict for every open proposal of a township or village.
pub(crate) async fn decide_all(
    State(state): State<AppState>,
    reader: Reader,
    Path(run): Path<String>,
    form: Form,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let verdict = Verdict::from_code(form.get("verdict")).ok_or_else(bad)?;
    state.office.decide_all(&reader.scope, run, form.read("region")?, verdict).await?;
    super::go(form.get("back"))
}

/// A pair as forms write it.
pub(crate) fn pair(text: &str) -> Option<(PersonId, VacancyId)> {
    let (person, vacancy) = text.split_once('.')?;
    Some((person.parse().ok()?, vacancy.parse().ok()?))
}

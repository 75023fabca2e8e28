//! What if: what one thing more or less would bring, asked in forms and answered on the page. The whole question stands in the address.

use askama::Template;
use axum::extract::{Query, State};
use domain::access::Scope;
use domain::ids::HouseholdId;
use office::bridge::what_if::{Change, Nameable, Suggestion, WhatIf, Wish};
use office::queries::household::HouseholdPage;

use super::Answer;
use crate::AppState;
use crate::error::Failure;
use crate::frame::{Count, Frame};
use crate::session::Reader;
use crate::url;

/// People who would change places that are listed.
const SHOWN: usize = 50;

/// Name and value pairs of an address.
type Pairs = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "what_if.html")]
struct Page {
    f: Frame,
    asked: Vec<Change>,
    answer: Option<WhatIf>,
    suggestions: Vec<Suggestion>,
    names: Nameable,
    household: Option<HouseholdPage>,
}

/// `GET /bridge/what-if`: `c` holds the changes so far, the other values one more; `household` asks for one household.
pub(crate) async fn page(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Query(pairs): Query<Pairs>,
) -> Answer {
    let value = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let whole = pairs.iter().filter(|(key, _)| key == "c").map(|(_, text)| text.parse::<Change>());
    let mut asked: Vec<Change> = whole.collect::<Result<_, _>>().map_err(office::OfficeError::from)?;
    let household = household(&state, &reader.scope, value("for")).await?;
    if let Some(kind) = value("kind") {
        asked.push(Change::read(&kind, &value).map_err(office::OfficeError::from)?);
        return super::go(&address(&asked, household.as_ref().map(|page| page.id)));
    }
    let (office, scope, day) = (&state.office, &reader.scope, state.office.today());
    let answer = if asked.is_empty() { None } else { Some(office.what_if(scope, day, &asked).await?) };
    let suggestions = office.what_helps(scope, day, household.as_ref().map(|page| page.id)).await?;
    let names = office.what_if_choices(scope, day).await?;
    super::show(&Page { f, asked, answer, suggestions, names, household })
}

async fn household(state: &AppState, scope: &Scope, id: Option<String>) -> Result<Option<HouseholdPage>, Failure> {
    let Some(id) = id else { return Ok(None) };
    let id: HouseholdId = id.parse().map_err(|_| Failure::NotFound)?;
    Ok(Some(state.office.household(scope, id).await?.ok_or(Failure::NotFound)?))
}

/// The address of a question.
pub(crate) fn address(asked: &[Change], household: Option<HouseholdId>) -> String {
    let mut query = url::query();
    for change in asked {
        query.append("c", &change.to_string());
    }
    query.append("for", &household.map(|id| id.to_string()).unwrap_or_default());
    format!("/bridge/what-if?{}", query.finish())
}

/// A figure before and after.
struct Figure {
    key: &'static str,
    before: u64,
    after: u64,
}

impl Page {
    fn figures(&self, answer: &WhatIf) -> [Figure; 4] {
        let (before, after) = (answer.before, answer.after);
        let figure = |key, before: u32, after: u32| Figure { key, before: before.into(), after: after.into() };
        [
            figure("what-if-covered", before.covered, after.covered),
            figure("what-if-welfare", before.welfare, after.welfare),
            figure("what-if-placed", before.placed, after.placed),
            Figure { key: "what-if-score", before: before.score, after: after.score },
        ]
    }

    /// The heading of an answer: so many households more, fewer, or none.
    fn title(&self, answer: &WhatIf) -> String {
        more(&self.f, i64::from(answer.after.covered) - i64::from(answer.before.covered))
    }

    fn gain(&self, suggestion: &Suggestion) -> String {
        more(&self.f, suggestion.households())
    }

    /// The question with one change more.
    fn with(&self, change: &Change) -> String {
        let asked: Vec<Change> = self.asked.iter().chain([change]).cloned().collect();
        address(&asked, self.id())
    }

    /// The question without one of its changes.
    fn without(&self, at: &usize) -> String {
        let mut asked = self.asked.clone();
        asked.remove(*at);
        address(&asked, self.id())
    }

    fn id(&self) -> Option<HouseholdId> {
        self.household.as_ref().map(|page| page.id)
    }

    fn shown<'a>(&self, answer: &'a WhatIf) -> &'a [office::bridge::what_if::Move] {
        &answer.moves[..answer.moves.len().min(SHOWN)]
    }

    /// People who would change places and are not listed.
    fn more_moves(&self, answer: &WhatIf) -> usize {
        answer.moves.len().saturating_sub(SHOWN) + answer.elsewhere as usize
    }

    fn wishes(&self) -> [Wish; 6] {
        Wish::ALL
    }
}

/// So many households more, fewer, or none.
pub(crate) fn more(f: &Frame, households: i64) -> String {
    match households {
        0 => f.t("web-what-if-none"),
        1.. => f.n("web-what-if-more", households),
        _ => f.n("web-what-if-fewer", -households),
    }
}

impl Frame {
    /// A number with its sign, for a difference.
    pub(crate) fn signed(&self, before: impl Count, after: impl Count) -> String {
        let difference = after.count() - before.count();
        let sign = if difference > 0 { "+" } else { "" };
        format!("{sign}{}", self.num(difference))
    }
}

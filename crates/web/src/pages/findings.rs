//! What a run found out: who competes for too few seats, and the fewest extra posts that would cover the others.

use askama::Template;
use axum::extract::{Path, State};
use domain::bridge::PostKind;
use domain::ids::{RunId, VacancyId};
use domain::vacancies::PlacementChannel;
use office::queries::findings::{FindingsPage, Named, PostRow, ShortagePage, ShortageRow};
use words::Arg;

use super::Answer;
use super::offer::channel_code;
use super::reach::Reach;
use crate::AppState;
use crate::error::Failure;
use crate::frame::Frame;
use crate::session::Reader;

/// Townships named in a row.
const TOWNS: usize = 2;
/// Households named in a row.
const FEW: usize = 4;
/// Households named in a row, and rows, of a page of its own; the workbook has all.
const MANY: usize = 100;

#[derive(Template)]
#[template(path = "shortages.html")]
struct Shortages {
    f: Frame,
    v: FindingsPage,
}

#[derive(Template)]
#[template(path = "shortage.html")]
struct Shortage {
    f: Frame,
    v: ShortagePage,
}

#[derive(Template)]
#[template(path = "posts.html")]
struct Posts {
    f: Frame,
    v: FindingsPage,
}

/// `GET /bridge/{run}/shortages`: all groups of households with too few seats.
pub(crate) async fn shortages(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(run): Path<String>,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.findings(&reader.scope, run).await?.ok_or(Failure::NotFound)?;
    super::show(&Shortages { f, v })
}

/// `GET /bridge/{run}/shortages/{vacancy}`: one group, its households and all the seats they could take.
pub(crate) async fn shortage(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path((run, key)): Path<(String, String)>,
) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let key: VacancyId = key.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.shortage(&reader.scope, run, key).await?.ok_or(Failure::NotFound)?;
    super::show(&Shortage { f, v })
}

/// `GET /bridge/{run}/posts`: the fewest extra posts, where and for whom, and the households no post covers.
pub(crate) async fn posts(State(state): State<AppState>, f: Frame, reader: Reader, Path(run): Path<String>) -> Answer {
    let run: RunId = run.parse().map_err(|_| Failure::NotFound)?;
    let v = state.office.findings(&reader.scope, run).await?.ok_or(Failure::NotFound)?;
    super::show(&Posts { f, v })
}

impl Shortage {
    fn chart(&self) -> Option<Reach> {
        Reach::of(&self.v, &self.f)
    }
}

impl Shortages {
    fn rows(&self) -> &[ShortageRow] {
        &self.v.shortages[..self.v.shortages.len().min(MANY)]
    }
}

/// One piece of the bar of extra posts.
pub(crate) struct PostPiece {
    pub(crate) class: &'static str,
    pub(crate) seats: u32,
    pub(crate) channel: PlacementChannel,
    pub(crate) x: String,
    pub(crate) width: String,
}

impl Frame {
    /// Where the households of a shortage live.
    pub(crate) fn towns(&self, row: &ShortageRow) -> String {
        let mut named: Vec<String> = row.townships.iter().take(TOWNS).map(|town| self.place_or_code(town)).collect();
        if row.townships.len() > TOWNS {
            named.push(self.n("web-towns-more", row.townships.len() - TOWNS));
        }
        self.join(&named)
    }

    /// Whose household, and how many more.
    pub(crate) fn competitors(&self, row: &ShortageRow) -> String {
        let head = row.households.first().map(|one| one.head.clone()).unwrap_or_default();
        if row.size <= 1 {
            return self.w("web-household-of", head);
        }
        // Chinese counts the named one in, English the others.
        let n = if self.lang == words::Lang::Zh { row.size } else { row.size - 1 };
        self.words().format("web-shortage-who", &[("what", Arg::Text(head)), ("n", Arg::Int(i64::from(n)))])
    }

    /// What would do for a shortage, a line a kind of post.
    pub(crate) fn remedies(&self, row: &ShortageRow) -> Vec<String> {
        let line = |(kind, n): &(PostKind, u32)| {
            let what = Arg::Text(self.post(kind));
            self.words().format("web-remedy", &[("what", what), ("n", Arg::Int(i64::from(*n)))])
        };
        row.posts.iter().map(line).collect()
    }

    /// The word for a kind of post.
    pub(crate) fn post(&self, kind: &PostKind) -> String {
        self.code("post", kind.code())
    }

    /// Tag of the bank of an extra post.
    pub(crate) fn post_channel(&self, kind: &PostKind) -> askama::filters::Safe<String> {
        self.channel(&kind.channel())
    }

    /// Where an extra post is.
    pub(crate) fn post_place(&self, row: &PostRow) -> String {
        row.place.as_ref().map(|place| self.spot(place)).unwrap_or_default()
    }

    /// The first households of a list.
    pub(crate) fn few<'a>(&self, all: &'a [Named]) -> &'a [Named] {
        &all[..all.len().min(FEW)]
    }

    /// The households of a list on a page of its own.
    pub(crate) fn many<'a>(&self, all: &'a [Named]) -> &'a [Named] {
        &all[..all.len().min(MANY)]
    }

    /// How many households the page of its own does not name.
    pub(crate) fn untold(&self, row: &PostRow) -> u32 {
        row.seats.saturating_sub(u32::try_from(row.households.len().min(MANY)).unwrap_or(u32::MAX))
    }

    /// How many households a row does not name.
    pub(crate) fn unnamed(&self, row: &PostRow) -> u32 {
        row.seats.saturating_sub(u32::try_from(row.households.len().min(FEW)).unwrap_or(u32::MAX))
    }

    /// The bar of extra posts by bank.
    pub(crate) fn post_pieces(&self, v: &FindingsPage) -> Vec<PostPiece> {
        use PlacementChannel as P;
        let whole = f64::from(v.posts.iter().map(|post| post.seats).sum::<u32>().max(1));
        let mut at = 0.0;
        let banks = [(P::Outside, "l5"), (P::Local, "l4"), (P::PublicWelfare, "lw")];
        let piece = |(channel, class): (P, &'static str)| {
            let own = v.posts.iter().filter(|post| post.kind.channel() == channel);
            let seats: u32 = own.map(|post| post.seats).sum();
            let width = f64::from(seats) * 100.0 / whole;
            let (x, shown) = (format!("{at:.2}"), format!("{:.2}", (width - 0.25_f64).max(0.0)));
            at += width;
            PostPiece { class, seats, channel, x, width: shown }
        };
        banks.into_iter().map(piece).collect()
    }

    /// The word of a bank.
    pub(crate) fn bank(&self, channel: &PlacementChannel) -> String {
        self.code("placement", channel_code(*channel))
    }
}

//! The import wizard: choose a file → look through it → commit → done, with undo.
//!
//! Between the upload and the commit a preview waits in memory for the reader who made it; nothing is written before the commit.

use askama::Template;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use domain::access::{Actor, Scope};
use domain::door::Command;
use domain::facts::Batch;
use domain::ids::BatchId;
use domain::places::{Edition, Level, Region};
use office::import::{Choices, Preview, Upload};
use office::queries::imports::Imported;
use serde::Deserialize;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

use super::Answer;
use crate::AppState;
use crate::error::{Failure, number};
use crate::form::{Form, bad, stale};
use crate::frame::Frame;
use crate::session::Reader;

/// Previews kept at a time; the oldest goes first. Each holds a file and the changes it would make.
const MOST: usize = 8;

/// Previews that wait for their commit.
#[derive(Default)]
pub(crate) struct Previews(Mutex<VecDeque<(Uuid, Actor, Arc<Slot>)>>);

/// One preview; locked while it is committed, so that a form sent twice writes once and is answered alike.
pub(super) type Slot = tokio::sync::Mutex<Stand>;

/// Where a preview stands.
pub(super) enum Stand {
    Waiting(Box<Waiting>),
    Done(BatchId),
    Gone,
}

/// A preview that waits, with all it was made of, so that it can be made again when something is corrected.
pub(super) struct Waiting {
    pub(super) preview: Preview,
    pub(super) upload: Upload,
    pub(super) choices: Choices,
    pub(super) scope: Scope,
}

impl Previews {
    fn keep(&self, owner: Actor, waiting: Waiting) -> Uuid {
        let id = office::ids::fresh();
        let slot = Slot::new(Stand::Waiting(Box::new(waiting)));
        let mut kept = self.0.lock().expect("no holder of this lock panics");
        kept.push_back((id, owner, Arc::new(slot)));
        if kept.len() > MOST {
            kept.pop_front();
        }
        id
    }

    pub(super) fn find(&self, id: &str, reader: &Reader) -> Result<(Uuid, Arc<Slot>), Failure> {
        let id: Uuid = id.parse().map_err(|_| Failure::NotFound)?;
        let kept = self.0.lock().expect("no holder of this lock panics");
        let found = kept.iter().find(|(known, owner, _)| *known == id && *owner == reader.scope.actor());
        found.map(|(id, _, slot)| (*id, Arc::clone(slot))).ok_or_else(gone)
    }
}

pub(super) fn gone() -> Failure {
    Failure::refused(StatusCode::GONE, number::NO_PREVIEW)
}

#[derive(Template)]
#[template(path = "import.html")]
struct Start {
    f: Frame,
    today: NaiveDate,
    batches: Vec<Imported>,
    /// Counties to choose from, for a city's office.
    counties: Vec<Region>,
    done: Option<BatchId>,
}

/// What the address of the first page may carry.
#[derive(Deserialize)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /import`: choose a file; the files taken in before, each with its undo.
pub(crate) async fn start(State(state): State<AppState>, f: Frame, reader: Reader, Query(done): Query<Done>) -> Answer {
    let batches = state.office.imported(&reader.scope).await?;
    let (today, region) = (state.office.today(), reader.scope.region());
    let city = region.level() < Level::County;
    let counties = if city { office::queries::places::parts(region, Edition::at(today)) } else { Vec::new() };
    super::show(&Start { f, today, batches, counties, done: done.done.parse().ok() })
}

/// `POST /import`: reads the file and keeps its preview.
pub(crate) async fn upload(State(state): State<AppState>, reader: Reader, mut parts: Multipart) -> Answer {
    let (mut token, mut as_of, mut county, mut file) = (String::new(), String::new(), String::new(), None);
    while let Some(part) = parts.next_field().await.map_err(|error| Failure::from_status(error.status()))? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(|error| Failure::from_status(error.status()))?;
        match name.as_str() {
            "token" => token = String::from_utf8_lossy(&bytes).into_owned(),
            "as_of" => as_of = String::from_utf8_lossy(&bytes).into_owned(),
            "county" => county = String::from_utf8_lossy(&bytes).into_owned(),
            "file" if !bytes.is_empty() => file = Some(Upload { name: file_name, bytes: bytes.into() }),
            _ => {}
        }
    }
    if token != reader.token {
        return Err(stale());
    }
    let upload = file.ok_or_else(bad)?;
    let choices = Choices { as_of: as_of.parse().ok(), ..Choices::default() };
    let scope = match county.parse().ok() {
        Some(county) => reader.scope.within(county).ok_or_else(bad)?,
        None => reader.scope,
    };
    let preview = state.office.preview(&scope, upload.clone(), &choices).await?;
    let id = state.previews.keep(reader.scope.actor(), Waiting { preview, upload, choices, scope });
    super::go(&format!("/import/{id}"))
}

/// `POST /import/{preview}`: writes it, in one transaction.
pub(crate) async fn commit(State(state): State<AppState>, reader: Reader, Path(id): Path<String>, _: Form) -> Answer {
    let (_, slot) = state.previews.find(&id, &reader)?;
    let mut slot = slot.lock().await;
    let batch = match std::mem::replace(&mut *slot, Stand::Gone) {
        Stand::Waiting(waiting) => state.office.commit(&reader.scope, waiting.preview).await?.0,
        Stand::Done(batch) => batch,
        Stand::Gone => return Err(gone()),
    };
    *slot = Stand::Done(batch);
    super::go(&format!("/import?done={batch}"))
}

/// `POST /import/{preview}/drop`: puts it away.
pub(crate) async fn drop(State(state): State<AppState>, reader: Reader, Path(id): Path<String>, _: Form) -> Answer {
    let (_, slot) = state.previews.find(&id, &reader)?;
    *slot.lock().await = Stand::Gone;
    super::go("/import")
}

/// `GET /import/{preview}/faults`: the faulty rows as a workbook, each with its fault.
pub(crate) async fn faults(State(state): State<AppState>, f: Frame, reader: Reader, Path(id): Path<String>) -> Answer {
    let (_, slot) = state.previews.find(&id, &reader)?;
    let slot = slot.lock().await;
    let Stand::Waiting(waiting) = &*slot else { return Err(gone()) };
    let workbook = state.office.fault_workbook(&waiting.preview, &waiting.upload.bytes, f.words())?;
    super::workbook(&f.w("web-import-faults-file", &waiting.preview.file), workbook)
}

/// `POST /import/undo/{batch}`.
pub(crate) async fn undo(
    State(state): State<AppState>,
    reader: Reader,
    Path(batch): Path<String>,
    form: Form,
) -> Answer {
    let batch: BatchId = batch.parse().map_err(|_| Failure::NotFound)?;
    state.office.submit(&reader.scope, form.envelope(Command::UndoImport { batch })?).await?;
    super::go("/import")
}

impl Start {
    /// The file just taken in.
    fn finished(&self) -> Option<&Batch> {
        self.batches.iter().map(|file| &file.batch).find(|batch| Some(batch.id) == self.done)
    }
}

//! The import wizard: choose a file → look through it → commit → done, with undo.
//!
//! Between the upload and the commit a preview waits in memory for the reader who made it; nothing is written before the commit.

use askama::Template;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use domain::access::Actor;
use domain::door::Command;
use domain::facts::Batch;
use domain::ids::BatchId;
use domain::ledger::{IdNumber, Phone};
use domain::places::{Edition, Level, Region};
use office::import::{Choices, Preview, RowState, Upload};
use office::queries::imports::Imported;
use serde::Deserialize;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use uuid::Uuid;
use words::Lang;

use super::Answer;
use crate::AppState;
use crate::error::{Failure, number};
use crate::form::{Form, bad, stale};
use crate::frame::Frame;
use crate::pager::{Pager, size};
use crate::session::Reader;
use crate::url;

/// Previews kept at a time; the oldest goes first. Each holds a file and the changes it would make.
const MOST: usize = 8;

/// Previews that wait for their commit.
#[derive(Default)]
pub(crate) struct Previews(Mutex<VecDeque<(Uuid, Actor, Arc<Slot>)>>);

/// One preview; locked while it is committed, so that a form sent twice writes once and is answered alike.
type Slot = tokio::sync::Mutex<Stand>;

/// Where a preview stands.
enum Stand {
    Waiting(Box<Preview>, Vec<u8>),
    Done(BatchId),
    Gone,
}

impl Previews {
    fn keep(&self, owner: Actor, preview: Preview, bytes: Vec<u8>) -> Uuid {
        let id = office::ids::fresh();
        let slot = Slot::new(Stand::Waiting(Box::new(preview), bytes));
        let mut kept = self.0.lock().expect("no holder of this lock panics");
        kept.push_back((id, owner, Arc::new(slot)));
        if kept.len() > MOST {
            kept.pop_front();
        }
        id
    }

    fn find(&self, id: &str, reader: &Reader) -> Result<(Uuid, Arc<Slot>), Failure> {
        let id: Uuid = id.parse().map_err(|_| Failure::NotFound)?;
        let kept = self.0.lock().expect("no holder of this lock panics");
        let found = kept.iter().find(|(known, owner, _)| *known == id && *owner == reader.scope.actor());
        found.map(|(id, _, slot)| (*id, Arc::clone(slot))).ok_or_else(gone)
    }
}

fn gone() -> Failure {
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
    let bytes = upload.bytes.clone();
    let preview = state.office.preview(&scope, upload, &choices).await?;
    let id = state.previews.keep(reader.scope.actor(), preview, bytes);
    super::go(&format!("/import/{id}"))
}

/// Which rows of a preview are asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    sheet: usize,
    rows: String,
    page: Option<u32>,
    size: Option<u32>,
}

#[derive(Template)]
#[template(path = "import_preview.html")]
struct Look<'a> {
    f: &'a Frame,
    id: Uuid,
    v: &'a Preview,
    sheet: usize,
    state: Option<RowState>,
    pager: Pager,
    page: u32,
    size: u32,
}

const STATES: [RowState; 4] = [RowState::Faulty, RowState::Changed, RowState::New, RowState::Same];

/// `GET /import/{preview}`.
pub(crate) async fn preview(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (id, slot) = state.previews.find(&id, &reader)?;
    let slot = slot.lock().await;
    let Stand::Waiting(preview, _) = &*slot else { return Err(gone()) };
    let sheet = asked.sheet.min(preview.sheets.len().saturating_sub(1));
    let wanted = STATES.into_iter().find(|state| state.code() == asked.rows);
    let (page, size) = (asked.page.unwrap_or(1).max(1), size(asked.size));
    let total = preview
        .sheets
        .get(sheet)
        .map_or(0, |sheet| sheet.rows.iter().filter(|row| wanted.is_none_or(|state| row.state == state)).count());
    let total = u32::try_from(total).unwrap_or(u32::MAX);
    let pager = Pager::new(&f, total, page, size, |page, size| link(id, sheet, wanted, page, size));
    super::show(&Look { f: &f, id, v: preview, sheet, state: wanted, pager, page, size })
}

fn link(id: Uuid, sheet: usize, state: Option<RowState>, page: u32, size: u32) -> String {
    let mut query = url::query();
    query.append("sheet", &if sheet > 0 { sheet.to_string() } else { String::new() });
    query.append("rows", state.map_or("", RowState::code));
    query.append("page", &if page > 1 { page.to_string() } else { String::new() });
    query.append("size", &if size == 50 { String::new() } else { size.to_string() });
    format!("/import/{id}?{}", query.finish())
}

impl Look<'_> {
    fn chosen(&self) -> Option<&office::import::SheetPreview> {
        self.v.sheets.get(self.sheet)
    }

    fn sheet_link(&self, sheet: &usize) -> String {
        link(self.id, *sheet, None, 1, self.size)
    }

    fn state_link(&self, state: &RowState) -> String {
        link(self.id, self.sheet, Some(*state), 1, self.size)
    }

    fn all_link(&self) -> String {
        link(self.id, self.sheet, None, 1, self.size)
    }

    fn count(&self, state: &RowState) -> usize {
        self.chosen().map_or(0, |sheet| sheet.rows.iter().filter(|row| row.state == *state).count())
    }

    fn rows(&self) -> Vec<&office::import::RowOutcome> {
        let rows = self.chosen().into_iter().flat_map(|sheet| &sheet.rows);
        let wanted = rows.filter(|row| self.state.is_none_or(|state| row.state == state));
        wanted.skip(((self.page - 1) * self.size) as usize).take(self.size as usize).collect()
    }

    fn tag(&self, state: &RowState) -> askama::filters::Safe<String> {
        let (class, icon) = match state {
            RowState::New => ("ok", "plus"),
            RowState::Changed => ("info", "edit"),
            RowState::Same => ("", "check"),
            RowState::Faulty => ("bad", "x"),
        };
        self.f.tag(class, icon, &format!("row-{}", state.code()))
    }

    fn writes(&self) -> u32 {
        self.v.counts.new + self.v.counts.changed
    }
}

/// `POST /import/{preview}`: writes it, in one transaction.
pub(crate) async fn commit(State(state): State<AppState>, reader: Reader, Path(id): Path<String>, _: Form) -> Answer {
    let (_, slot) = state.previews.find(&id, &reader)?;
    let mut slot = slot.lock().await;
    let batch = match std::mem::replace(&mut *slot, Stand::Gone) {
        Stand::Waiting(preview, _) => state.office.commit(&reader.scope, *preview).await?.0,
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
    let Stand::Waiting(preview, bytes) = &*slot else { return Err(gone()) };
    let workbook = state.office.fault_workbook(preview, bytes, f.words())?;
    super::workbook(&f.w("web-import-faults-file", &preview.file), workbook)
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

/// What stood in a cell, masked when it looks like an ID number or a phone: previews are lists.
fn veiled(found: &str) -> String {
    match found.chars().filter(char::is_ascii_digit).count() {
        13.. => IdNumber::new(found).masked(),
        7.. => Phone::new(found).masked(),
        _ => found.to_owned(),
    }
}

impl Start {
    /// The file just taken in.
    fn finished(&self) -> Option<&Batch> {
        self.batches.iter().map(|file| &file.batch).find(|batch| Some(batch.id) == self.done)
    }
}

impl Look<'_> {
    /// What is wrong with a row, in words.
    fn faults(&self, row: &office::import::RowOutcome) -> String {
        let faults = row.faults.iter().map(|fault| {
            let name = self.f.rule(&fault.rule.number().to_lowercase());
            if fault.found.is_empty() { name } else { format!("{name} ({})", veiled(&fault.found)) }
        });
        let refusal = row.refusal.iter().map(|refusal| self.f.say(&refusal.message));
        refusal.chain(faults).collect::<Vec<_>>().join(&self.f.t("web-semicolon"))
    }

    /// What the lines of a sheet are.
    fn kind(&self, sheet: &office::import::SheetPreview) -> String {
        self.f.code("kind", sheet.kind.key())
    }

    /// Columns of a sheet: header, field, how sure.
    fn columns(&self, sheet: &office::import::SheetPreview) -> Vec<(String, Option<String>, String)> {
        let sure = |confidence: f32| match (confidence.clamp(0.0, 1.0) * 1000.0) as u32 {
            995.. => String::new(),
            sure => self.f.percent(sure, 1000_u32),
        };
        let columns = sheet.columns.iter().map(|column| {
            let info = column.mapped.map(|mapped| mapped.field().info());
            let field = info.map(|info| if self.f.lang == Lang::Zh { info.label } else { info.key }.to_owned());
            (column.header.clone(), field, sure(column.confidence))
        });
        columns.collect()
    }
}

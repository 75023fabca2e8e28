//! The preview of an import: what becomes of each row, what the columns mean, and the forms that correct both. A correction makes the
//! preview anew; nothing is written before the commit.

use askama::Template;
use axum::extract::{Multipart, Path, Query, State};
use domain::ledger::{IdNumber, Phone};
use domain::money::Fen;
use office::import::{
    Choices, Column, Fault, FieldId, Kind, Level, Mapped, Moved, Preview, RowOutcome, RowState, SheetPreview, Upload,
    is_veiled, letter,
};

use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::Answer;
use super::imports::{Stand, Waiting, gone};
use crate::AppState;
use crate::error::Failure;
use crate::form::{Form, bad, stale};
use crate::frame::Frame;
use crate::pager::{Pager, size};
use crate::session::Reader;
use crate::url;

/// Which part of a preview is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    sheet: usize,
    rows: String,
    page: Option<u32>,
    size: Option<u32>,
    /// Show the form for the columns.
    map: String,
}

#[derive(Template)]
#[template(path = "import_preview.html")]
struct Look<'a> {
    f: &'a Frame,
    id: Uuid,
    v: &'a Preview,
    sheet: usize,
    state: Option<RowState>,
    mapping: bool,
    pager: Pager,
    page: u32,
    size: u32,
    corrected: usize,
}

const STATES: [RowState; 4] = [RowState::Faulty, RowState::Changed, RowState::New, RowState::Same];

/// `GET /import/{preview}`.
pub(crate) async fn page(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (id, slot) = state.previews.find(&id, &reader)?;
    let slot = slot.lock().await;
    let Stand::Waiting(waiting) = &*slot else { return Err(gone()) };
    let preview = &waiting.preview;
    let sheet = asked.sheet.min(preview.sheets.len().saturating_sub(1));
    let wanted = STATES.into_iter().find(|state| state.code() == asked.rows);
    let (page, size) = (asked.page.unwrap_or(1).max(1), size(asked.size));
    let total = preview
        .sheets
        .get(sheet)
        .map_or(0, |sheet| sheet.rows.iter().filter(|row| wanted.is_none_or(|state| row.state == state)).count());
    let total = u32::try_from(total).unwrap_or(u32::MAX);
    let pager = Pager::new(&f, total, page, size, |page, size| link(id, sheet, wanted, page, size));
    let said = preview.corrections();
    let corrected = said.columns.len() + said.cells.len() + said.exempt.len();
    let mapping = !asked.map.is_empty();
    super::show(&Look { f: &f, id, v: preview, sheet, state: wanted, mapping, pager, page, size, corrected })
}

fn link(id: Uuid, sheet: usize, state: Option<RowState>, page: u32, size: u32) -> String {
    let mut query = url::query();
    query.append("sheet", &if sheet > 0 { sheet.to_string() } else { String::new() });
    query.append("rows", state.map_or("", RowState::code));
    query.append("page", &if page > 1 { page.to_string() } else { String::new() });
    query.append("size", &if size == 50 { String::new() } else { size.to_string() });
    format!("/import/{id}?{}", query.finish())
}

/// `POST /import/{preview}/fix`: takes corrections and reads the file again.
pub(crate) async fn fix(State(state): State<AppState>, reader: Reader, Path(id): Path<String>, form: Form) -> Answer {
    let (id, slot) = state.previews.find(&id, &reader)?;
    let mut slot = slot.lock().await;
    let Stand::Waiting(waiting) = &mut *slot else { return Err(gone()) };
    let mut choices = waiting.choices.clone();
    let sheet: usize = form.read("sheet")?;
    let shown = waiting.preview.sheets.get(sheet).ok_or_else(bad)?;
    if form.get("reset").is_empty() {
        correct(&mut choices, shown, &form)?;
    } else {
        choices = Choices { as_of: choices.as_of, kind: choices.kind, ..Choices::default() };
    }
    again(&state, waiting, choices).await?;
    let wanted = STATES.into_iter().find(|state| state.code() == form.get("rows"));
    let page = form.get("page").parse().unwrap_or(1);
    super::go(&link(id, sheet, wanted, page, size(form.get("size").parse().ok())))
}

/// Makes the preview anew; if the file cannot be read so, the old one stands.
async fn again(state: &AppState, waiting: &mut Waiting, choices: Choices) -> Result<(), Failure> {
    let preview = state.office.preview(&waiting.scope, waiting.upload.clone(), &choices).await?;
    (waiting.preview, waiting.choices) = (preview, choices);
    Ok(())
}

/// Fields of the form: `c3` column, `v12.4` cell, `x12.4.Q1` right all the same; `k` kind of the sheet.
fn correct(choices: &mut Choices, sheet: &SheetPreview, form: &Form) -> Result<(), Failure> {
    for column in &sheet.columns {
        let name = format!("c{}", column.index);
        if !form.has(&name) {
            continue;
        }
        let said = office::import::field(form.get(&name)).map_err(|_| bad())?;
        if said != column.mapped {
            choices.columns.push(((Some(sheet.name.clone()), column.index), said));
        }
    }
    if form.has("k") && form.get("k") != sheet.kind.key() {
        let kind = office::import::kind(form.get("k")).map_err(|_| bad())?;
        choices.kinds.insert(sheet.name.clone(), kind);
    }
    for fault in sheet.rows.iter().flat_map(|row| &row.faults) {
        let place = format!("{}.{}", fault.line, fault.column);
        let cell = format!("v{place}");
        let typed = form.get(&cell);
        let kept = typed == fault.typed.trim() || (is_veiled(fault.field) && typed.is_empty());
        if form.has(&cell) && !kept {
            choices.cells.push(((Some(sheet.name.clone()), fault.line, fault.column), typed.to_owned()));
        }
        if form.has(&format!("x{place}.{}", fault.rule.number())) {
            choices.exempt.push(((Some(sheet.name.clone()), fault.line, fault.column), fault.rule));
        }
    }
    Ok(())
}

/// `POST /import/{preview}/second`: fills empty fields from a second file.
pub(crate) async fn second(
    State(state): State<AppState>,
    reader: Reader,
    Path(id): Path<String>,
    mut parts: Multipart,
) -> Answer {
    let (mut token, mut file) = (String::new(), None);
    while let Some(part) = parts.next_field().await.map_err(|error| Failure::from_status(error.status()))? {
        let (name, file_name) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
        let bytes = part.bytes().await.map_err(|error| Failure::from_status(error.status()))?;
        match name.as_str() {
            "token" => token = String::from_utf8_lossy(&bytes).into_owned(),
            "file" if !bytes.is_empty() => {
                file = Some(Upload { name: file_name.unwrap_or_default(), bytes: bytes.into() });
            }
            _ => {}
        }
    }
    if token != reader.token {
        return Err(stale());
    }
    let (id, slot) = state.previews.find(&id, &reader)?;
    let mut slot = slot.lock().await;
    let Stand::Waiting(waiting) = &mut *slot else { return Err(gone()) };
    let choices = Choices { second: Some(file.ok_or_else(bad)?), ..waiting.choices.clone() };
    again(&state, waiting, choices).await?;
    super::go(&format!("/import/{id}"))
}

/// What stood in a cell, masked when it looks like an ID number or a phone.
fn veiled(found: &str) -> String {
    match found.chars().filter(char::is_ascii_digit).count() {
        13.. => IdNumber::new(found).masked(),
        7.. => Phone::new(found).masked(),
        _ => found.to_owned(),
    }
}

/// Areas of fields with the fields to choose from, each with its key and its name.
type Areas = Vec<(String, Vec<(String, String)>)>;

impl Look<'_> {
    fn chosen(&self) -> Option<&SheetPreview> {
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

    fn map_link(&self) -> String {
        format!("/import/{}?sheet={}&map=1", self.id, self.sheet)
    }

    fn count(&self, state: &RowState) -> usize {
        self.chosen().map_or(0, |sheet| sheet.rows.iter().filter(|row| row.state == *state).count())
    }

    fn rows(&self) -> Vec<&RowOutcome> {
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

    /// Why a row is left out besides its findings.
    fn refusal(&self, row: &RowOutcome) -> String {
        row.refusal.as_ref().map(|refusal| self.f.say(&refusal.message)).unwrap_or_default()
    }

    fn rule(&self, fault: &Fault) -> String {
        self.f.rule(&fault.rule.number().to_lowercase())
    }

    fn is_error(&self, fault: &Fault) -> bool {
        fault.level == Level::Error
    }

    /// What the cell says, for its input; personal values only as a hint.
    fn typed(&self, fault: &Fault) -> String {
        if is_veiled(fault.field) { String::new() } else { fault.typed.to_string() }
    }

    fn hint(&self, fault: &Fault) -> String {
        if is_veiled(fault.field) { veiled(&fault.typed) } else { String::new() }
    }

    fn place(&self, fault: &Fault) -> String {
        format!("{}.{}", fault.line, fault.column)
    }

    /// Whether an input for this cell stands above already: one cell can have several findings.
    fn first(&self, row: &RowOutcome, at: &usize) -> bool {
        row.faults.iter().take(*at).all(|before| before.column != row.faults[*at].column)
    }

    fn heading(&self, fault: &Fault) -> String {
        let column = self.chosen().and_then(|sheet| sheet.columns.iter().find(|column| column.index == fault.column));
        column.map_or_else(|| letter(fault.column), |column| column.header.clone())
    }

    /// The fields a row changes: name, before, after.
    fn moved(&self, row: &RowOutcome) -> Vec<(String, String, String)> {
        let shown = |moved: &Moved| {
            let name = self.f.code("field", moved.field);
            (name, self.value(moved.field, &moved.before), self.value(moved.field, &moved.after))
        };
        row.moved.iter().map(shown).collect()
    }

    /// A value of the ledger as people read it.
    fn value(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(yes) => self.f.t(if *yes { "export-yes" } else { "export-no" }),
            Value::Number(n) if field.contains("pay") => self.f.yuan(&Fen(n.as_i64().unwrap_or_default())),
            Value::Number(n) => n.to_string(),
            Value::String(text) => {
                let key = format!("{field}-{text}");
                if self.f.words().has(&key) { self.f.t(&key) } else { veiled(text) }
            }
            Value::Array(list) => {
                let parts: Vec<String> = list.iter().map(|item| self.value(field, item)).collect();
                self.f.join(&parts)
            }
            Value::Object(map) => match map.get("kind").and_then(Value::as_str) {
                Some(kind) => self.f.code("label", kind),
                None => self.f.join(&map.values().map(|value| self.value(field, value)).collect::<Vec<_>>()),
            },
        }
    }

    /// What a second file says otherwise of a row: field, here, there.
    fn conflicts(&self, row: &RowOutcome) -> Vec<(String, String, String)> {
        let sheet = self.chosen().map_or("", |sheet| sheet.name.as_str());
        let own =
            self.v.joined.conflicts.iter().filter(|conflict| conflict.line == row.line && conflict.sheet == sheet);
        own.map(|conflict| (self.field(conflict.field), veiled(&conflict.here), veiled(&conflict.there))).collect()
    }

    fn field(&self, field: FieldId) -> String {
        office::import::field_name(field, self.f.words())
    }

    /// What the lines of a sheet are.
    fn kind(&self, sheet: &SheetPreview) -> String {
        self.f.code("kind", sheet.kind.key())
    }

    /// The kinds of sheets: code, name.
    fn kinds(&self) -> Vec<(&'static str, String)> {
        Kind::ALL.iter().map(|kind| (kind.key(), self.f.code("kind", kind.key()))).collect()
    }

    /// The name of what a column is taken for.
    fn meaning(&self, column: &Column) -> Option<String> {
        column.mapped.map(|mapped| self.field(mapped.field()))
    }

    fn mapped_key(&self, column: &Column) -> String {
        column.mapped.map(Mapped::key).unwrap_or_default()
    }

    fn is(&self, column: &Column, key: &str) -> bool {
        column.mapped.is_some_and(|mapped| mapped.key() == key)
    }

    fn letter(&self, column: &Column) -> String {
        column.letter()
    }

    /// How sure the reader is, in per cent; nothing when there is no doubt.
    fn sure(&self, column: &Column) -> String {
        match (column.confidence.clamp(0.0, 1.0) * 1000.0) as u32 {
            0 | 995.. => String::new(),
            sure => self.f.percent(sure, 1000_u32),
        }
    }

    fn why(&self, column: &Column) -> String {
        self.f.t(column.why.key())
    }

    /// The fields that a column of this sheet can be, by area.
    fn areas(&self) -> Areas {
        let Some(sheet) = self.chosen() else { return Vec::new() };
        let mut areas: Areas = Vec::new();
        for field in sheet.kind.fields() {
            let name = self.f.code("area", field.area());
            let entry = (field.key().into_owned(), self.field(field));
            match areas.last_mut() {
                Some((area, fields)) if *area == name => fields.push(entry),
                _ => areas.push((name, vec![entry])),
            }
        }
        areas
    }

    /// Whether a column is taken for something that is not among the fields to choose: a second spell, one value of a list.
    fn special(&self, column: &Column) -> bool {
        column.mapped.is_some_and(|mapped| matches!(mapped, Mapped::OneHot(..)) || mapped.field().spell() > 0)
    }
}

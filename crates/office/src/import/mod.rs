//! Import: a file as the office has it → a preview row by row → one command → undo as a whole.
//!
//! A preview reads the file, finds the records its rows are about and computes what they change; nothing is written. Committing sends
//! exactly these changes through the door in one transaction.

mod cells;
mod draft;
mod known;
mod load;
mod outcome;
mod people;
mod posts;
mod undo;

pub(crate) use outcome::reason_of;
pub use outcome::{RowOutcome, RowState, reasons};

use crate::error::OfficeError;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::Scope;
use domain::door::{Command, Envelope, Receipt};
use domain::error::Refusal;
use domain::facts::{BatchCounts, Change};
use domain::ids::{BatchId, CommandId};
use domain::places::{Edition, Region};
use domain::vacancies::{CreditCode, Vacancy};
use draft::PersonDraft;
use known::Known;
use people::People;
use reading::sheets::{Column, Fault, Kind, Level, Rule, Setting, Sheet, Source, Workbook};
use std::collections::HashMap;

/// A file as given.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name; it may carry a date or a township.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the person who imports may say besides the file.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Report date; today when not said.
    pub as_of: Option<NaiveDate>,
    /// Kind of all sheets, where the reader guessed wrong.
    pub kind: Option<Kind>,
    /// Kinds of single sheets and fields of columns, where the reader guessed wrong.
    pub overrides: reading::sheets::Overrides,
}

/// One sheet of a preview.
#[derive(Debug)]
pub struct SheetPreview {
    /// Name of the sheet.
    pub name: String,
    /// What its lines are.
    pub kind: Kind,
    /// Last line of the heading, the first line is 1.
    pub header_line: u32,
    /// Whether lines of this kind are taken into the ledger today.
    pub taken: bool,
    /// Columns with their fields.
    pub columns: Vec<Column>,
    /// Rows with what becomes of them.
    pub rows: Vec<RowOutcome>,
}

/// What a file would do to the ledger.
#[derive(Debug)]
pub struct Preview {
    /// File name.
    pub file: String,
    /// SHA-256 of the bytes in hex.
    pub sha256: String,
    /// Report date.
    pub as_of: NaiveDate,
    /// The sheets with data.
    pub sheets: Vec<SheetPreview>,
    /// Rows by state, over the sheets that are taken.
    pub counts: BatchCounts,
    /// Records made or changed.
    pub changes: Vec<Change>,
}

/// Whether lines of a kind are taken into the ledger.
pub const fn taken(kind: Kind) -> bool {
    matches!(kind, Kind::Persons | Kind::Households | Kind::Spells | Kind::Plans | Kind::PublicPosts | Kind::Vacancies)
}

/// A row with its draft, between reading and finding its records.
struct Drafted {
    outcome: RowOutcome,
    draft: Draft,
}

enum Draft {
    Person(Box<PersonDraft>),
    Vacancy(Box<Vacancy>, Option<CreditCode>),
    /// Left out: see the outcome.
    None {
        /// Village and name of the head of a household, whose row it was.
        head: Option<(Region, String)>,
    },
}

impl Office {
    /// Reads a file and says what it would do. Writes nothing.
    pub async fn preview(&self, scope: &Scope, upload: Upload, choices: &Choices) -> Result<Preview, OfficeError> {
        let home = scope.region();
        let as_of = choices.as_of.unwrap_or_else(|| self.today());
        let sha256 = crate::digest::sha256_hex(&upload.bytes);
        let file = upload.name.clone();
        let choices = choices.clone();
        let read = tokio::task::spawn_blocking(move || {
            read(&upload, as_of, home, choices).map(|book| draft_all(book, home, Edition::at(as_of)))
        });
        let drafted = read.await.map_err(|_| Refusal::new(2009).with("file", file.as_str()))??;
        let mut known = self.load_known(scope, &drafted, as_of, &sha256).await?;
        let sheets = take_all(&mut known, drafted, as_of);
        let counted = sheets.iter().filter(|sheet| sheet.taken).flat_map(|sheet| &sheet.rows);
        let counts = outcome::count(counted);
        Ok(Preview { file, sha256, as_of, counts, changes: known.into_changes(), sheets })
    }

    /// Writes what a preview showed, in one transaction. Answers with the number of the batch.
    pub async fn commit(&self, scope: &Scope, preview: Preview) -> Result<(BatchId, Receipt), OfficeError> {
        let batch = BatchId(ids::fresh());
        let command = Command::ImportSheet {
            batch,
            file: preview.file,
            sha256: preview.sha256,
            as_of: preview.as_of,
            counts: preview.counts,
            changes: preview.changes,
        };
        let receipt = self.submit(scope, Envelope { id: CommandId(ids::fresh()), command }).await?;
        Ok((batch, receipt))
    }
}

fn read(upload: &Upload, as_of: NaiveDate, home: Region, choices: Choices) -> Result<Workbook, OfficeError> {
    let source = Source { name: &upload.name, bytes: &upload.bytes };
    let setting = Setting { as_of, home, edition: Edition::at(as_of) };
    let mut overrides = choices.overrides;
    if let Some(kind) = choices.kind {
        let first = reading::sheets::read(&source, &setting)?;
        overrides.kinds.extend(first.sheets.into_iter().map(|sheet| (sheet.name, Some(kind))));
    }
    Ok(reading::sheets::read_with(&source, &setting, &overrides)?)
}

/// What the reader makes of a file, in the JSON that ledgers are scored by.
pub fn read_as_json(upload: &Upload, as_of: NaiveDate, home: Region, edition: Edition) -> Result<String, OfficeError> {
    let source = Source { name: &upload.name, bytes: &upload.bytes };
    let workbook = reading::sheets::read(&source, &Setting { as_of, home, edition })?;
    Ok(reading::sheets::json::workbook(&upload.name, &workbook).to_string())
}

/// Job titles coded by the national classification: `title,code,level,confidence,top3`.
///
/// # Errors
/// Q-2001 and following for a file that cannot be read, Q-2012 without a column of titles.
pub fn titles_as_csv(upload: &Upload) -> Result<String, OfficeError> {
    Ok(reading::occupations::code_titles(&upload.bytes).map_err(Refusal::from)?)
}

/// A sheet whose rows are drafted.
struct DraftedSheet {
    sheet: SheetPreview,
    rows: Vec<Drafted>,
}

fn draft_all(workbook: Workbook, home: Region, edition: Edition) -> Vec<DraftedSheet> {
    workbook.sheets.into_iter().map(|sheet| draft_sheet(sheet, home, edition)).collect()
}

fn draft_sheet(sheet: Sheet, home: Region, edition: Edition) -> DraftedSheet {
    let (kind, taken) = (sheet.kind, taken(sheet.kind));
    let mut faults: HashMap<u32, Vec<Fault>> = HashMap::new();
    for fault in sheet.faults {
        faults.entry(fault.line).or_default().push(fault);
    }
    let rows = sheet.rows.into_iter().map(|row| {
        let faults = faults.remove(&row.line).unwrap_or_default();
        let left_out = Draft::None { head: draft::head(&row, home) };
        let mut strange = None;
        let draft = match kind {
            _ if !taken || faults.iter().any(blocks) => left_out,
            Kind::Vacancies => match draft::vacancy_draft(&row, home, edition) {
                Some((vacancy, code)) => Draft::Vacancy(Box::new(vacancy), code),
                None => left_out,
            },
            kind => match draft::person_draft(kind, &row, home) {
                draft if draft.person.is_none() && kind != Kind::Households => left_out,
                draft if !home.contains(draft.household.region) => {
                    strange = Some(Refusal::new(1118).with("region", draft.household.region));
                    left_out
                }
                draft => Draft::Person(Box::new(draft)),
            },
        };
        let about = draft::about(kind, &row);
        let missing = matches!(draft, Draft::None { .. }) && taken && !faults.iter().any(blocks);
        let refusal = strange.or_else(|| missing.then(|| Refusal::new(1113)));
        let state = if matches!(draft, Draft::None { .. }) { RowState::Faulty } else { RowState::Same };
        Drafted { outcome: RowOutcome { line: row.line, about, state, faults, refusal }, draft }
    });
    let rows = rows.collect();
    DraftedSheet {
        sheet: SheetPreview {
            name: sheet.name,
            header_line: sheet.header_rows.end.saturating_sub(1),
            kind,
            taken,
            columns: sheet.columns,
            rows: Vec::new(),
        },
        rows,
    }
}

/// Faults that leave a row out: without a sound certificate number nobody can say whom it is about. All others are shown and the row
/// is taken, because offices mend them later on the list of faults.
fn blocks(fault: &Fault) -> bool {
    fault.level == Level::Error && fault.rule == Rule::Q1
}

fn take_all(known: &mut Known, sheets: Vec<DraftedSheet>, as_of: NaiveDate) -> Vec<SheetPreview> {
    sheets.into_iter().map(|sheet| take_sheet(known, sheet, as_of)).collect()
}

fn take_sheet(known: &mut Known, drafted: DraftedSheet, as_of: NaiveDate) -> SheetPreview {
    let kind = drafted.sheet.kind;
    let mut people = People::new(known, as_of);
    let rows = drafted.rows.into_iter().map(|Drafted { mut outcome, draft }| {
        let result = match draft {
            Draft::Person(draft) => people.take(kind, *draft),
            Draft::Vacancy(vacancy, code) => Ok(posts::take(people.known, *vacancy, code)),
            Draft::None { head } => {
                if let Some((region, name)) = head {
                    people.miss_head(region, name);
                }
                Ok(RowState::Faulty)
            }
        };
        match result {
            Ok(state) => outcome.state = state,
            Err(refusal) => {
                outcome.state = RowState::Faulty;
                outcome.refusal = Some(refusal);
            }
        }
        outcome
    });
    let rows = rows.collect();
    SheetPreview { rows, ..drafted.sheet }
}

/// The kind of sheets with a code such as `persons`.
///
/// # Errors
/// Q-1119 for a word that is no kind.
pub fn kind(code: &str) -> Result<Kind, Refusal> {
    Kind::from_key(code).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
        Refusal::new(1119).with("found", code).with("known", known.join(", "))
    })
}

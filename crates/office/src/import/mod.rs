//! Import: a file as the office has it → a preview row by row → one command → undo as a whole.
//!
//! A preview reads the file, finds the records its rows are about and computes what they change; nothing is written. Committing sends
//! exactly these changes through the door in one transaction. A file of a city is taken in county by county, as if each county's rows had
//! come alone, and shown, committed and undone as one.

mod cells;
mod compare;
mod draft;
mod known;
mod load;
mod outcome;
mod people;
mod place;
mod posts;
mod said;
mod undo;

pub use compare::{Compared, compare_files, veiled_key};
pub(crate) use draft::place_of_work;
pub(crate) use outcome::reason_of;
pub use outcome::{Moved, RowOutcome, RowState, field_name, is_veiled, reasons, veiled};
pub use said::{Head, Memory, Place, cell, column, field, rule};

use crate::error::OfficeError;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::Scope;
use domain::door::{Command, CommandKind, Receipt};
use domain::error::Refusal;
use domain::facts::{BatchCounts, CellSaid, Change, Corrections, Exemption};
use domain::ids::{BatchId, CommandId};
use domain::places::{Edition, Region};
use domain::vacancies::{CreditCode, Vacancy};
use draft::PersonDraft;
use known::Known;
use people::People;
pub use reading::sheets::{
    Column, Comparison, Conflict, Difference, Fault, FieldId, Joined, Kind, Level, Mapped, Side, letter,
};
use reading::sheets::{Rule, Setting, Sheet, Source, Workbook};
use said::Exempting;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// Kinds of single sheets, where the reader guessed wrong.
    pub kinds: HashMap<String, Kind>,
    /// Fields of columns, where the reader guessed wrong; what was said last counts.
    pub columns: Vec<(Head, Option<Mapped>)>,
    /// What cells should say, where the file is wrong; what was said last counts.
    pub cells: Vec<(Place, String)>,
    /// Findings that are right all the same.
    pub exempt: Vec<(Place, Rule)>,
    /// A second file that fills empty fields.
    pub second: Option<Upload>,
    /// What the office has said of earlier files; [`Office::preview`] asks for it itself.
    pub memory: Memory,
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

/// A file that is being read.
pub struct Reading {
    file: String,
    as_of: NaiveDate,
    read: tokio::task::JoinHandle<Result<Read, OfficeError>>,
}

/// A file that was read, before the ledger is looked at.
struct Read {
    sha256: String,
    sheets: Vec<DraftedSheet>,
    cells: Vec<CellSaid>,
    joined: Joined,
    second: Option<String>,
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
    /// What a second file gave.
    pub joined: Joined,
    /// Rows by state, over the sheets that are taken.
    pub counts: BatchCounts,
    /// What would be written, by county.
    pub parts: BTreeMap<u32, Part>,
}

/// What a file would do to the ledger of one county.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Rows by state, over the sheets that are taken. Rows that name no place are counted with the scope's own code.
    pub counts: BatchCounts,
    /// Records made or changed.
    pub changes: Vec<Change>,
    /// What was said about its rows, and about columns.
    pub corrections: Corrections,
}

impl Preview {
    /// Everything that was said about the file.
    pub fn corrections(&self) -> Corrections {
        said::sum(self.parts.values().map(|part| &part.corrections))
    }

    /// Records made or changed, county by county.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.parts.values().flat_map(|part| &part.changes)
    }
}

/// Whether lines of a kind are taken into the ledger.
pub const fn taken(kind: Kind) -> bool {
    matches!(kind, Kind::Persons | Kind::Households | Kind::Spells | Kind::Plans | Kind::PublicPosts | Kind::Vacancies)
}

/// A row with its draft, between reading and finding its records.
struct Drafted {
    outcome: RowOutcome,
    draft: Draft,
    /// County that keeps it.
    county: u32,
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
        let choices = Choices { memory: self.remembered(scope).await?, ..choices.clone() };
        self.look_through(scope, self.start_reading(scope, upload, &choices)).await
    }

    /// Begins to read a file. The ledger is not looked at, so that the next file can be read while the one before is still written.
    pub fn start_reading(&self, scope: &Scope, upload: Upload, choices: &Choices) -> Reading {
        let home = scope.region();
        let as_of = choices.as_of.unwrap_or_else(|| self.today());
        let file = upload.name.clone();
        let choices = choices.clone();
        let read = tokio::task::spawn_blocking(move || {
            let sha256 = crate::digest::sha256_hex(&upload.bytes);
            let (book, joined) = read(&upload, as_of, home, &choices)?;
            let exempting = Exempting::new(&choices);
            let second = choices.second.as_ref().map(|second| second.name.clone());
            let cells = said::cells(&book);
            Ok(Read { sha256, sheets: draft_all(book, home, Edition::at(as_of), &exempting), cells, joined, second })
        });
        Reading { file, as_of, read }
    }

    /// Says what a file would do that is being read for this scope. Writes nothing.
    pub async fn look_through(&self, scope: &Scope, reading: Reading) -> Result<Preview, OfficeError> {
        let Reading { file, as_of, read } = reading;
        let read = read.await.map_err(|_| Refusal::new(2009).with("file", file.as_str()))?;
        let Read { sha256, sheets, cells, joined, second } = read?;
        let mut sheets = self.place(scope, sheets).await?;
        let counties: BTreeSet<u32> = rows(&sheets).map(|row| row.county).chain([scope.county()]).collect();
        let alone = counties.len() == 1;
        let mut parts = BTreeMap::new();
        for county in counties {
            let own = crate::door::in_county(scope, county);
            let mut known = self.load_known(&own, &sheets, as_of, &sha256).await?;
            sheets.iter_mut().for_each(|sheet| take_sheet(&mut known, sheet, county, as_of));
            let counted = sheets.iter().filter(|sheet| sheet.sheet.taken).flat_map(|sheet| &sheet.rows);
            let counts = outcome::count(counted.filter(|row| row.county == county).map(|row| &row.outcome));
            let mut corrections = said_in(&sheets, &cells, county, alone);
            corrections.second.clone_from(&second);
            let part = Part { counts, changes: known.into_changes(), corrections };
            if alone || part.counts != BatchCounts::default() {
                parts.insert(county, part);
            }
        }
        let counts = parts.values().fold(BatchCounts::default(), |sum, part| sum + part.counts);
        let sheets = sheets.into_iter().map(DraftedSheet::finish).collect();
        Ok(Preview { file, sha256, as_of, counts, parts, sheets, joined })
    }

    /// Writes what a preview showed, in one transaction and under one number of the batch: of a file that goes to several counties each
    /// takes its part into its own journal, all of them or none. Answers with the number of the batch.
    pub async fn commit(&self, scope: &Scope, preview: Preview) -> Result<(BatchId, Receipt), OfficeError> {
        let batch = BatchId(ids::fresh());
        let Preview { file, sha256, as_of, parts, .. } = preview;
        let command = |(county, part): (u32, Part)| {
            let (file, sha256) = (file.clone(), sha256.clone());
            let Part { counts, changes, corrections } = part;
            let command = Command::ImportSheet { batch, file, sha256, as_of, counts, corrections, changes };
            (crate::door::in_county(scope, county), command)
        };
        let parts = parts.into_iter().map(command).collect();
        Ok((batch, self.submit_parts(CommandId(ids::fresh()), CommandKind::ImportSheet, parts).await?))
    }
}

/// What was said about the rows of a county: cells that are in no row, such as those of headings, belong to the whole file.
fn said_in(sheets: &[DraftedSheet], cells: &[CellSaid], county: u32, alone: bool) -> Corrections {
    let mut corrections = Corrections::default();
    for DraftedSheet { sheet, rows } in sheets {
        corrections.columns.extend(said::columns(sheet.kind, &sheet.columns));
        let own = |row: &&Drafted| row.county == county;
        let exempt = rows.iter().filter(own).flat_map(|row| said::exemptions(&row.outcome));
        corrections.exempt.extend(exempt.collect::<Vec<Exemption>>());
        let of_sheet = cells.iter().filter(|cell| cell.sheet == sheet.name);
        let of_county = of_sheet.filter(|cell| match rows.binary_search_by_key(&cell.line, |row| row.outcome.line) {
            Ok(at) => rows[at].county == county,
            Err(_) => alone,
        });
        corrections.cells.extend(of_county.cloned());
    }
    corrections
}

fn read(upload: &Upload, as_of: NaiveDate, home: Region, choices: &Choices) -> Result<(Workbook, Joined), OfficeError> {
    let source = Source { name: &upload.name, bytes: &upload.bytes };
    let setting = Setting { as_of, home, edition: Edition::at(as_of) };
    let mut overrides = said::overrides(choices);
    let second = match &choices.second {
        Some(second) => {
            let source = Source { name: &second.name, bytes: &second.bytes };
            Some(reading::sheets::read(&source, &setting)?)
        }
        None => None,
    };
    overrides.all = choices.kind;
    Ok(reading::sheets::read_joined(&source, second.as_ref(), &setting, &overrides)?)
}

/// Writes what the reader makes of a file, in the JSON that ledgers are scored by.
///
/// # Errors
/// Q-2001 and following for a file that cannot be read, Q-2009 when `out` cannot be written.
pub fn read_as_json(
    upload: &Upload,
    as_of: NaiveDate,
    home: Region,
    edition: Edition,
    out: &mut impl std::io::Write,
) -> Result<(), OfficeError> {
    let source = Source { name: &upload.name, bytes: &upload.bytes };
    let workbook = reading::sheets::read(&source, &Setting { as_of, home, edition })?;
    let written = reading::sheets::json::write(&upload.name, &workbook, out);
    written.map_err(|_| Refusal::new(2009).with("file", upload.name.as_str()).into())
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

fn draft_all(workbook: Workbook, home: Region, edition: Edition, exempting: &Exempting<'_>) -> Vec<DraftedSheet> {
    let sheets = workbook.sheets.into_iter().enumerate();
    sheets.map(|(at, sheet)| draft_sheet((sheet, at == 0), home, edition, exempting)).collect()
}

/// Drafts the rows of a sheet; `first` tells whether it is the first one of the file.
fn draft_sheet(
    (sheet, first): (Sheet, bool),
    home: Region,
    edition: Edition,
    exempting: &Exempting<'_>,
) -> DraftedSheet {
    let (kind, taken) = (sheet.kind, taken(sheet.kind));
    let mut faults: HashMap<u32, Vec<Fault>> = HashMap::new();
    for fault in sheet.faults {
        faults.entry(fault.line).or_default().push(fault);
    }
    let rows = sheet.rows.into_iter().map(|row| {
        let faults = faults.remove(&row.line).unwrap_or_default();
        let (faults, exempt) = exempting.part(&sheet.name, first, &row, faults);
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
        let county = draft::region_of(kind, &row, home).county();
        let subject = if exempt.is_empty() { String::new() } else { said::subject(&row) };
        let outcome = RowOutcome { line: row.line, about, state, faults, exempt, subject, refusal, moved: Vec::new() };
        Drafted { outcome, draft, county }
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

impl DraftedSheet {
    fn finish(self) -> SheetPreview {
        SheetPreview { rows: self.rows.into_iter().map(|row| row.outcome).collect(), ..self.sheet }
    }
}

fn rows(sheets: &[DraftedSheet]) -> impl Iterator<Item = &Drafted> {
    sheets.iter().flat_map(|sheet| &sheet.rows)
}

/// Takes the rows of a sheet that belong to a county.
fn take_sheet(known: &mut Known, sheet: &mut DraftedSheet, county: u32, as_of: NaiveDate) {
    let kind = sheet.sheet.kind;
    let mut people = People::new(known, as_of);
    for row in sheet.rows.iter_mut().filter(|row| row.county == county) {
        let result = match std::mem::take(&mut row.draft) {
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
            Ok(state) => row.outcome.state = state,
            Err(refusal) => row.leave_out(refusal),
        }
        let moved = std::mem::take(&mut people.known.moved);
        if row.outcome.state == RowState::Changed {
            row.outcome.moved = moved;
        }
    }
}

impl Drafted {
    fn leave_out(&mut self, refusal: Refusal) {
        self.outcome.state = RowState::Faulty;
        self.outcome.refusal = Some(refusal);
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::None { head: None }
    }
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

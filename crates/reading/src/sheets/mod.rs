//! Workbooks as offices really send them, read into canonical records.
//!
//! [`read`] takes the bytes of a file (xlsx, xls, csv in UTF-8 or GB 18030, HTML tables), finds
//! out what every sheet is, where its table begins, what its columns mean, and returns typed
//! values with every fault it finds. Nothing but a damaged or foreign file stops it: unknown
//! columns and unreadable cells are reported and left out.
//!
//! [`read_with`] takes the user's corrections of kinds and columns. The contract is the ledger
//! schema, whose fields are [`fields`] and whose rules are [`Rule`].

mod cells;
mod clean;
mod compare;
mod context;
mod dates;
mod error;
mod fault;
mod field;
pub mod fields;
mod fill;
mod grid;
mod join;
pub mod json;
mod kind;
mod layout;
mod lines;
mod mapping;
mod places;
mod placing;
mod plain;
mod rows;
mod rules;
mod sheet;
mod source;
mod value;

pub use compare::{Comparison, Difference, Side, compare};
pub use error::ReadError;
pub use fault::{Fault, Level, Rule};
pub use field::{FieldId, FieldInfo, Type};
pub use join::{Conflict, Joined};
pub use kind::Kind;
pub use mapping::{Mapped, Why};
pub use plain::{PlainSheet, plain};
pub use rows::Row;
pub use source::{FileType, file_type};
pub use value::Value;

use chrono::NaiveDate;
use domain::places::{Edition, Region};
use std::collections::HashMap;
use std::ops::Range;

/// A file: its name (kind and place may stand only there) and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// File name without directories.
    pub name: &'a str,
    /// The whole content.
    pub bytes: &'a [u8],
}

/// What the office knows when it imports.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Report date: ages, "open", "expired" are judged at it, and days without a year.
    pub as_of: NaiveDate,
    /// The importing county, or the city for files of a city.
    pub home: Region,
    /// Edition of the division list that names places; [`Edition::at`] the report date unless the file says otherwise.
    pub edition: Edition,
}

/// Corrections by the user, by sheet name.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// What all sheets are of which nothing else is said.
    pub all: Option<Kind>,
    /// What a sheet is; nothing = leave the sheet out.
    pub kinds: HashMap<String, Option<Kind>>,
    /// What a column (sheet, column from 0) is; nothing = leave the column out.
    pub columns: HashMap<(String, u32), Option<Mapped>>,
    /// What columns with a heading are in sheets of a kind, as the office said of earlier files.
    pub headings: HashMap<(Kind, String), Option<Mapped>>,
    /// What a cell (sheet, line from 1, column from 0) should say.
    pub cells: HashMap<(String, u32, u32), String>,
    /// The same where no sheet is named: the first sheet that is not hidden is meant.
    pub first: FirstSheet,
}

/// Corrections of the first sheet, whatever its name.
#[derive(Clone, Debug, Default)]
pub struct FirstSheet {
    /// What a column (from 0) is; nothing = leave the column out.
    pub columns: HashMap<u32, Option<Mapped>>,
    /// What a cell (line from 1, column from 0) should say.
    pub cells: HashMap<(u32, u32), String>,
}

impl Overrides {
    /// Corrections of the first sheet under its name.
    fn named(&self, book: &grid::Book) -> Self {
        let mut named = self.clone();
        if let Some(first) = book.grids.iter().find(|grid| !grid.hidden && !grid.is_empty()) {
            let FirstSheet { columns, cells } = std::mem::take(&mut named.first);
            named.columns.extend(columns.into_iter().map(|(at, mapped)| ((first.name.clone(), at), mapped)));
            named.cells.extend(cells.into_iter().map(|((line, at), text)| ((first.name.clone(), line, at), text)));
        }
        named
    }
}

/// A workbook that was read.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// The sheets that hold records.
    pub sheets: Vec<Sheet>,
    /// The sheets left out, and why.
    pub skipped: Vec<Skipped>,
    /// The cells that the user corrected.
    pub corrected: Vec<Corrected>,
}

/// A cell that the user corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// Its sheet.
    pub sheet: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 0.
    pub column: u32,
    /// What stood there.
    pub was: String,
    /// What it says now.
    pub now: String,
}

/// A sheet left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its name.
    pub name: String,
    /// Why it holds no records.
    pub why: SkipReason,
}

/// Why a sheet was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// No cell is filled.
    Empty,
    /// The sheet is hidden.
    Hidden,
    /// No line looks like a header of a ledger.
    NoHeader,
    /// The columns are those of no known kind (a list of words, instructions).
    NoKind,
    /// There is a header and nothing below it.
    NoLines,
    /// The user left it out.
    User,
}

impl SkipReason {
    /// Key of the message.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "skip-empty",
            Self::Hidden => "skip-hidden",
            Self::NoHeader => "skip-no-header",
            Self::NoKind => "skip-no-kind",
            Self::NoLines => "skip-no-lines",
            Self::User => "skip-user",
        }
    }
}

/// One sheet of records.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Name as in the file (`csv`, `html` for files without sheets).
    pub name: String,
    /// What one line is.
    pub kind: Kind,
    /// Lines of the header, from 1.
    pub header_rows: Range<u32>,
    /// All columns with a header or values.
    pub columns: Vec<Column>,
    /// The records in the order of the file.
    pub rows: Vec<Row>,
    /// What titles and names say for every line; already in the rows.
    pub context: Vec<(FieldId, Value)>,
    /// Everything found wrong, by line and column.
    pub faults: Vec<Fault>,
    /// Subtotals and totals, to be compared with the records.
    pub(crate) totals: Vec<sheet::Total>,
}

/// One column of a sheet.
#[derive(Clone, Debug)]
pub struct Column {
    /// Position from 0 (column A).
    pub index: u32,
    /// Header with its levels joined by an underscore.
    pub header: String,
    /// What the column means; nothing for columns without a meaning here.
    pub mapped: Option<Mapped>,
    /// 0 to 1.
    pub confidence: f32,
    /// Why it is taken for that.
    pub why: Why,
}

impl Column {
    /// The letters of the column (A, B, …, AA).
    pub fn letter(&self) -> String {
        letter(self.index)
    }
}

/// The letters of a column counted from 0.
pub fn letter(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads a file.
///
/// # Errors
/// [`ReadError`] when the bytes are no readable table at all.
pub fn read(source: &Source<'_>, setting: &Setting) -> Result<Workbook, ReadError> {
    read_with(source, setting, &Overrides::default())
}

/// Reads a file with the user's corrections.
///
/// # Errors
/// [`ReadError`] when the bytes are no readable table at all.
pub fn read_with(source: &Source<'_>, setting: &Setting, overrides: &Overrides) -> Result<Workbook, ReadError> {
    Ok(read_joined(source, None, setting, overrides)?.0)
}

/// Reads a file with the user's corrections, and fills its empty fields from the records of a second file.
///
/// # Errors
/// [`ReadError`] when the bytes are no readable table at all.
pub fn read_joined(
    source: &Source<'_>,
    second: Option<&Workbook>,
    setting: &Setting,
    overrides: &Overrides,
) -> Result<(Workbook, Joined), ReadError> {
    let mut book = source::read(source.bytes)?;
    let overrides = &overrides.named(&book);
    let corrected = correct(&mut book, overrides);
    let around =
        cells::Surroundings { as_of: setting.as_of, home: setting.home.code(), book: places::book(setting.edition) };
    let mut workbook = Workbook { corrected, ..Workbook::default() };
    for grid in &book.grids {
        match sheet::read(grid, &book.texts, source.name, &around, overrides) {
            Ok(sheet) => workbook.sheets.push(sheet),
            Err(why) => workbook.skipped.push(Skipped { name: grid.name.clone(), why }),
        }
    }
    // A heading without lines is a table that happens to be empty, not an unreadable file.
    let explained = |skipped: &Skipped| matches!(skipped.why, SkipReason::User | SkipReason::NoLines);
    if workbook.sheets.is_empty() && !workbook.skipped.iter().any(explained) {
        return Err(ReadError::NoTable { sheets: workbook.skipped.len() as u64 });
    }
    let joined = second.map(|second| join::join(&mut workbook, second)).unwrap_or_default();
    rules::check(&mut workbook, &around);
    for sheet in &mut workbook.sheets {
        let Some(grid) = book.grids.iter().find(|grid| grid.name == sheet.name) else { continue };
        for fault in &mut sheet.faults {
            let raw = grid.cell(fault.line, fault.column);
            fault.typed = raw.map(|raw| layout::text_of(raw, &book.texts)).unwrap_or_default().into();
        }
    }
    Ok((workbook, joined))
}

/// Writes the user's corrections of cells into the file as it was read.
fn correct(book: &mut grid::Book, overrides: &Overrides) -> Vec<Corrected> {
    let mut cells: Vec<_> = overrides.cells.iter().collect();
    cells.sort();
    let mut corrected = Vec::with_capacity(cells.len());
    for ((sheet, line, column), now) in cells {
        let raw = book.texts.raw(now);
        let Some(grid) = book.grids.iter_mut().find(|grid| grid.name == *sheet) else { continue };
        let was = grid.cell(*line, *column).map(|raw| layout::text_of(raw, &book.texts)).unwrap_or_default();
        grid.put(*line, *column, raw);
        grid.finish();
        corrected.push(Corrected { sheet: sheet.clone(), line: *line, column: *column, was, now: now.clone() });
    }
    corrected
}

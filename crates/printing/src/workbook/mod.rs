//! Well-formed tables: one declaration of columns, written as an `.xlsx` sheet or as CSV.
//!
//! Rows are streamed and kept in no memory, so a sheet may have the 1,048,576 rows of the format. Every sheet has a frozen heading with
//! a filter, dates as dates, money in yuan as numbers, ID-like text as text, and prints on A4 landscape with the heading on every page.

mod cell;
mod csv;
mod guard;
mod names;
mod sheet;
mod styles;

pub use cell::{Cell, Column, Kind};
pub use csv::CsvTable;
pub use guard::{guarded, is_formula_like};
pub use names::SheetNames;
pub use sheet::{Sheet, SheetWriter};

use crate::PrintError;
use chrono::NaiveDateTime;
use rust_xlsxwriter::DocProperties;
use std::path::Path;
use styles::Styles;

/// What belongs to the whole file.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Title in the properties of the file.
    pub title: String,
    /// Who made it, in the properties of the file.
    pub author: String,
    /// Moment of making. Given by the caller, so that the same content makes the same bytes.
    pub created: NaiveDateTime,
    /// Left part of the printed footer, commonly the office and the day; the page number stands on the right.
    pub footer: String,
}

/// A place for rows: a sheet or a CSV table.
pub trait Rows {
    /// Appends one row. Cells beyond the columns are written too; missing ones stay empty.
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), PrintError>;
}

/// A workbook in the making.
pub struct Workbook {
    book: rust_xlsxwriter::Workbook,
    styles: Styles,
    names: SheetNames,
    setup: Setup,
}

impl Workbook {
    /// An empty workbook.
    pub fn new(setup: Setup) -> Result<Self, PrintError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let moment =
            rust_xlsxwriter::ExcelDateTime::parse_from_str(&setup.created.format("%Y-%m-%dT%H:%M:%S").to_string())?;
        book.set_properties(
            &DocProperties::new().set_title(&setup.title).set_author(&setup.author).set_creation_datetime(&moment),
        );
        Ok(Self { book, styles: Styles::new(), names: SheetNames::default(), setup })
    }

    /// Starts a sheet; call [`SheetWriter::finish`] after the last row.
    pub fn sheet(&mut self, sheet: &Sheet) -> Result<SheetWriter<'_>, PrintError> {
        let name = self.names.give(&sheet.name);
        let page = self.book.add_worksheet_with_constant_memory()?;
        page.set_name(name)?;
        SheetWriter::begin(page, &self.styles, sheet, &self.setup.footer)
    }

    /// Writes the file.
    pub fn save(mut self, path: &Path) -> Result<(), PrintError> {
        Ok(self.book.save(path)?)
    }

    /// The file as bytes, for a download.
    pub fn to_bytes(mut self) -> Result<Vec<u8>, PrintError> {
        Ok(self.book.save_to_buffer()?)
    }
}

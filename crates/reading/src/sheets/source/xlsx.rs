//! Office Open XML workbooks, cell by cell: a stray cell in the last line of the sheet must
//! not cost a million empty lines of memory.

use super::super::error::ReadError;
use super::super::grid::{Book, Grid, Merge, Raw};
use super::{check_size, zip};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

/// Reads all worksheets of an `.xlsx` file.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    zip::check(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refuse)?;
    let mut book = Book::default();
    let mut cells = 0;
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut grid = Grid::new(&sheet.name, sheet.visible != SheetVisible::Visible);
        if !grid.hidden {
            // A workbook without merged cells answers with an error here: then there are none.
            for m in workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
                grid.merges.push(Merge::of(&m));
            }
            let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
            while let Some(cell) = reader.next_cell().map_err(refuse)? {
                let (line, column) = cell.get_position();
                let Some(raw) = raw(cell.get_value(), &mut book) else { continue };
                grid.push(line.saturating_add(1), column, raw);
                cells += 1;
                check_size(cells, &grid)?;
            }
        }
        grid.finish();
        book.grids.push(grid);
    }
    Ok(book)
}

fn raw(value: &DataRef<'_>, book: &mut Book) -> Option<Raw> {
    match value {
        DataRef::Int(n) => Some(Raw::Number(*n as f64)),
        DataRef::Float(n) => Some(Raw::Number(*n)),
        DataRef::String(text) => book.texts.filled(text),
        DataRef::SharedString(text) => book.texts.filled(text),
        DataRef::Bool(yes) => Some(Raw::Bool(*yes)),
        DataRef::DateTime(date) => Some(Raw::date(date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => book.texts.filled(text),
        DataRef::Error(_) => Some(Raw::Error),
        DataRef::Empty => None,
    }
}

fn refuse(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        other => ReadError::Damaged { found: other.to_string() },
    }
}

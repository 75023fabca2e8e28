//! Old binary workbooks. Their sheets have at most 65,536 lines of 256 cells, so reading a whole
//! sheet at once is harmless.

use super::super::error::ReadError;
use super::super::grid::{Book, Grid, Merge, Raw};
use super::check_size;
use calamine::{Data, Reader, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// Reads all worksheets of an `.xls` file.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|e| refuse(bytes, &e))?;
    let mut book = Book::default();
    let mut cells = 0;
    for sheet in workbook.sheets_metadata().to_vec() {
        let mut grid = Grid::new(&sheet.name, sheet.visible != SheetVisible::Visible);
        if let Ok(range) = workbook.worksheet_range(&sheet.name)
            && !grid.hidden
        {
            for m in workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
                grid.merges.push(Merge::of(&m));
            }
            let (top, left) = range.start().unwrap_or_default();
            for (line, column, value) in range.used_cells() {
                let Some(raw) = raw(value, &mut book) else { continue };
                grid.push(top + line as u32 + 1, left + column as u32, raw);
                cells += 1;
                check_size(cells, &grid)?;
            }
        }
        grid.finish();
        book.grids.push(grid);
    }
    Ok(book)
}

fn raw(value: &Data, book: &mut Book) -> Option<Raw> {
    match value {
        Data::Int(n) => Some(Raw::Number(*n as f64)),
        Data::Float(n) => Some(Raw::Number(*n)),
        Data::String(text) => book.texts.filled(text),
        Data::Bool(yes) => Some(Raw::Bool(*yes)),
        Data::DateTime(date) => Some(Raw::date(date)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => book.texts.filled(text),
        Data::Error(_) => Some(Raw::Error),
        Data::Empty => None,
    }
}

/// A protected new-style workbook is a compound file too: it holds the stream `EncryptedPackage`.
fn refuse(bytes: &[u8], error: &XlsError) -> ReadError {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
    let encrypted = bytes.windows(name.len()).any(|window| window == name);
    match error {
        XlsError::Password => ReadError::Encrypted,
        _ if encrypted => ReadError::Encrypted,
        other => ReadError::Damaged { found: other.to_string() },
    }
}

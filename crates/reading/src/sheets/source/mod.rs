//! From bytes to grids: what kind of file it is, and its cells as they stand.

mod csv;
mod html;
mod sniff;
mod text;
mod xls;
mod xlsx;
mod zip;

use super::error::ReadError;
use super::grid::{Book, Grid};
pub use sniff::{FileType, file_type};

/// More bytes than any ledger has.
const MAX_BYTES: u64 = 512 << 20;
/// More cells than 300,000 lines of 60 columns.
pub(super) const MAX_CELLS: u64 = 20_000_000;
/// More columns than any printed ledger; the widest known has 100.
pub(super) const MAX_COLUMNS: u64 = 512;

/// Reads the cells of every sheet, whatever the file's name says.
///
/// # Errors
/// When the bytes are no table at all, are protected, damaged or too many.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let found = bytes.len() as u64;
    if found > MAX_BYTES {
        return Err(ReadError::TooLarge { what: "file", found, limit: MAX_BYTES });
    }
    let read: fn(&[u8]) -> Result<Book, ReadError> = match file_type(bytes)? {
        FileType::Xlsx => xlsx::read,
        FileType::Xls => xls::read,
        FileType::Html => html::read,
        FileType::Csv => csv::read,
    };
    // The workbook readers underneath are not ours: a panic in them must not take an office's
    // server down, it only means that the file is damaged.
    match std::panic::catch_unwind(|| read(bytes)) {
        Ok(book) => book,
        Err(_) => Err(ReadError::Damaged { found: "reader gave up".to_owned() }),
    }
}

/// Refuses a book that has grown past what a ledger can be.
pub(super) fn check_size(cells: u64, grid: &Grid) -> Result<(), ReadError> {
    if cells > MAX_CELLS {
        return Err(ReadError::TooLarge { what: "cells", found: cells, limit: MAX_CELLS });
    }
    let found = grid.column_count();
    if found > MAX_COLUMNS {
        return Err(ReadError::TooLarge { what: "columns", found, limit: MAX_COLUMNS });
    }
    Ok(())
}

//! Delimited text. One record is one line of the sheet, blank records included, so that line
//! numbers agree with what a spreadsheet program shows.

use super::super::error::ReadError;
use super::super::grid::{Book, Grid};
use super::{check_size, text};

/// Reads delimited text as one sheet named `csv`.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let decoded = text::decode(bytes);
    let delimiter = delimiter(&decoded);
    let mut book = Book::default();
    let mut grid = Grid::new("csv", false);
    let (mut line, mut column, mut cells) = (1u32, 0u32, 0u64);
    let mut field = String::new();
    let mut rest = decoded.chars().peekable();
    while rest.peek().is_some() {
        let end = next_field(&mut rest, delimiter, &mut field);
        if !field.trim().is_empty() {
            let raw = book.texts.raw(&field);
            grid.push(line, column, raw);
            cells += 1;
            check_size(cells, &grid)?;
        }
        match end {
            End::Field => column += 1,
            End::Record => (line, column) = (line + 1, 0),
        }
    }
    grid.finish();
    book.grids.push(grid);
    Ok(book)
}

enum End {
    Field,
    Record,
}

/// Reads up to the next delimiter or line end. Quotes count only at the start of a field, so
/// that the protected number `="1402…"` stays one field.
fn next_field(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, delimiter: char, field: &mut String) -> End {
    field.clear();
    let mut quoted = rest.next_if_eq(&'"').is_some();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted => {
                if rest.next_if_eq(&'"').is_some() {
                    field.push('"');
                } else {
                    quoted = false;
                }
            }
            _ if quoted => field.push(c),
            _ if c == delimiter => return End::Field,
            '\n' => return End::Record,
            '\r' => {
                rest.next_if_eq(&'\n');
                return End::Record;
            }
            _ => field.push(c),
        }
    }
    End::Record
}

/// The separator that occurs most in the first lines.
fn delimiter(text: &str) -> char {
    let head: Vec<&str> = text.lines().take(20).collect();
    let count = |c: char| head.iter().map(|line| line.matches(c).count()).sum::<usize>();
    [',', '\t', ';', '|'].into_iter().rev().max_by_key(|c| count(*c)).unwrap_or(',')
}

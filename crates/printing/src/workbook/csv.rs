//! The same table as CSV: UTF-8 with BOM (office programs need it to see Chinese), CRLF, text formula-safe.

use super::{Cell, Column, Rows, guarded};
use crate::PrintError;
use std::borrow::Cow;
use std::io::Write;

/// A CSV table in the making.
pub struct CsvTable<W: Write> {
    out: csv::Writer<W>,
    columns: usize,
}

impl<W: Write> CsvTable<W> {
    /// Writes the byte order mark and the heading.
    pub fn new(mut out: W, columns: &[Column]) -> Result<Self, PrintError> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
        out.write_record(columns.iter().map(|column| guarded(&column.header).into_owned()))?;
        Ok(Self { out, columns: columns.len() })
    }

    /// Flushes what is left.
    pub fn finish(mut self) -> Result<(), PrintError> {
        Ok(self.out.flush()?)
    }
}

impl<W: Write> Rows for CsvTable<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), PrintError> {
        for cell in cells {
            self.out.write_field(text_of(cell).as_bytes())?;
        }
        for _ in cells.len()..self.columns {
            self.out.write_field("")?;
        }
        Ok(self.out.write_record(None::<&[u8]>)?)
    }
}

fn text_of<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => guarded(text),
        Cell::Int(n) => Cow::Owned(n.to_string()),
        Cell::Date(day) => Cow::Owned(day.to_string()),
        Cell::Partial(date) => Cow::Owned(date.to_string()),
        Cell::Money(fen) if fen.0 % 100 == 0 => Cow::Owned((fen.0 / 100).to_string()),
        Cell::Money(fen) => Cow::Owned(format!("{:.2}", fen.0 as f64 / 100.0)),
    }
}

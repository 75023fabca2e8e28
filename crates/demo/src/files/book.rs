//! Sheets and tables as people lay them out: titles, headings of several levels, merged cells.

use crate::error::DemoError;
use crate::plan::Plan;
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use std::borrow::Cow;
use std::path::Path;

/// A cell as typed.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Put {
    Blank,
    Text(Cow<'static, str>),
    Number(f64),
    Day(NaiveDate),
}

impl Put {
    /// Its text in a CSV file.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Put::Blank => Cow::Borrowed(""),
            Put::Text(text) => Cow::Borrowed(text),
            Put::Number(n) => Cow::Owned(n.to_string()),
            Put::Day(day) => Cow::Owned(day.format("%Y/%-m/%-d").to_string()),
        }
    }
}

impl From<&'static str> for Put {
    fn from(text: &'static str) -> Self {
        if text.is_empty() { Put::Blank } else { Put::Text(Cow::Borrowed(text)) }
    }
}

impl From<String> for Put {
    fn from(text: String) -> Self {
        if text.is_empty() { Put::Blank } else { Put::Text(Cow::Owned(text)) }
    }
}

impl From<&String> for Put {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<i64> for Put {
    fn from(n: i64) -> Self {
        Put::Number(n as f64)
    }
}

impl From<u32> for Put {
    fn from(n: u32) -> Self {
        Put::Number(f64::from(n))
    }
}

impl<T: Into<Put>> From<Option<T>> for Put {
    fn from(value: Option<T>) -> Self {
        value.map_or(Put::Blank, Into::into)
    }
}

/// A heading: upper words, and the words below each; none below: the cell is merged downwards.
pub(super) type Heading = [(&'static str, &'static [&'static str])];

/// Number of columns under a heading.
pub(super) fn width(heading: &Heading) -> usize {
    heading.iter().map(|(_, below)| below.len().max(1)).sum()
}

/// A workbook that is always made at the same moment.
pub(super) fn workbook(plan: &Plan) -> Result<Workbook, DemoError> {
    let mut book = Workbook::new();
    let moment = ExcelDateTime::parse_from_str(&plan.as_of.format("%Y-%m-%dT17:30:00").to_string())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment));
    book.set_zip_compression_level(1);
    Ok(book)
}

/// Saves a workbook.
pub(super) fn save(mut book: Workbook, path: &Path) -> Result<(), DemoError> {
    Ok(book.save(path)?)
}

/// A sheet being filled from the top.
pub(super) struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    first: u16,
    day: Format,
    title: Format,
    head: Format,
    middle: Format,
}

impl<'a> Page<'a> {
    /// A new sheet whose table begins in column `first`.
    pub(super) fn new(book: &'a mut Workbook, name: &str, first: u16) -> Result<Self, DemoError> {
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        Ok(Self {
            sheet,
            row: 0,
            first,
            day: Format::new().set_num_format("yyyy/m/d"),
            title: Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_border(FormatBorder::Thin),
            middle: Format::new().set_align(FormatAlign::VerticalCenter),
        })
    }

    /// A title merged over so many columns.
    pub(super) fn title(&mut self, text: &str, columns: usize) -> Result<(), DemoError> {
        self.sheet.merge_range(self.row, self.first, self.row, self.first + columns as u16 - 1, text, &self.title)?;
        self.row += 1;
        Ok(())
    }

    /// A line with one text, as people write units, dates and signatures.
    pub(super) fn note(&mut self, text: &str) -> Result<(), DemoError> {
        self.sheet.write_string(self.row, self.first, text)?;
        self.row += 1;
        Ok(())
    }

    /// A heading of one level.
    pub(super) fn heading(&mut self, words: &[&str]) -> Result<(), DemoError> {
        for (column, word) in (self.first..).zip(words) {
            self.sheet.write_string_with_format(self.row, column, *word, &self.head)?;
            self.sheet.set_column_width(column, 12)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A heading of two levels with merged cells.
    pub(super) fn two_levels(&mut self, heading: &Heading) -> Result<(), DemoError> {
        let mut column = self.first;
        for (upper, below) in heading {
            let last = column + below.len().max(1) as u16 - 1;
            let bottom = if below.is_empty() { self.row + 1 } else { self.row };
            if (bottom, last) == (self.row, column) {
                self.sheet.write_string_with_format(self.row, column, *upper, &self.head)?;
            } else {
                self.sheet.merge_range(self.row, column, bottom, last, upper, &self.head)?;
            }
            column = last + 1;
        }
        self.row += 1;
        let mut column = self.first;
        for (_, below) in heading {
            for word in *below {
                self.sheet.write_string_with_format(self.row, column, *word, &self.head)?;
                column += 1;
            }
            column += u16::from(below.is_empty());
        }
        self.row += 1;
        Ok(())
    }

    /// One line.
    pub(super) fn line(&mut self, cells: &[Put]) -> Result<(), DemoError> {
        for (column, cell) in (self.first..).zip(cells) {
            self.put(column, cell)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A line whose first `merged` cells reach down over so many lines in all; those below are written with [`Page::line`] and blanks.
    pub(super) fn block(&mut self, cells: &[Put], merged: &[usize], lines: usize) -> Result<(), DemoError> {
        for (at, (column, cell)) in (self.first..).zip(cells).enumerate() {
            if lines > 1 && merged.contains(&at) && *cell != Put::Blank {
                let last = self.row + lines as u32 - 1;
                self.sheet.merge_range(self.row, column, last, column, &cell.text(), &self.middle)?;
            } else {
                self.put(column, cell)?;
            }
        }
        self.row += 1;
        Ok(())
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.row += 1;
    }

    fn put(&mut self, column: u16, cell: &Put) -> Result<(), DemoError> {
        match cell {
            Put::Blank => return Ok(()),
            Put::Text(text) => self.sheet.write_string(self.row, column, text.as_ref())?,
            Put::Number(n) => self.sheet.write_number(self.row, column, *n)?,
            Put::Day(day) => self.sheet.write_datetime_with_format(self.row, column, day, &self.day)?,
        };
        Ok(())
    }
}

/// A CSV table in memory.
pub(super) struct Table(csv::Writer<Vec<u8>>);

impl Table {
    pub(super) fn new() -> Self {
        Self(csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new()))
    }

    pub(super) fn line(&mut self, cells: &[Put]) -> Result<(), DemoError> {
        for cell in cells {
            self.0.write_field(cell.text().as_bytes())?;
        }
        Ok(self.0.write_record(None::<&[u8]>)?)
    }

    pub(super) fn heading(&mut self, words: &[&str]) -> Result<(), DemoError> {
        Ok(self.0.write_record(words)?)
    }

    /// Saves as UTF-8 with a byte order mark.
    pub(super) fn save_utf8(self, path: &Path) -> Result<(), DemoError> {
        let mut bytes = "\u{feff}".as_bytes().to_vec();
        bytes.extend(self.bytes()?);
        Ok(std::fs::write(path, bytes)?)
    }

    /// Saves in GB18030, as office programs in China do by default.
    pub(super) fn save_gb18030(self, path: &Path) -> Result<(), DemoError> {
        let bytes = self.bytes()?;
        let (bytes, ..) = encoding_rs::GB18030.encode(std::str::from_utf8(&bytes).map_err(std::io::Error::other)?);
        Ok(std::fs::write(path, bytes)?)
    }

    fn bytes(self) -> Result<Vec<u8>, DemoError> {
        self.0.into_inner().map_err(|error| DemoError::File(error.into_error()))
    }
}

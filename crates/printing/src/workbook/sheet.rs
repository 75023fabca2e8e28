//! One sheet: declared, then written row by row.

use super::styles::Styles;
use super::{Cell, Column, Kind, Rows};
use crate::PrintError;
use domain::dates::PartialDate;
use domain::money::Fen;
use rust_xlsxwriter::{IgnoreError, Worksheet};

/// Longest text of a cell in UTF-16 units; the rest is cut.
const LONGEST_TEXT: usize = 32_767;
/// Paper size A4 in the numbering of the format.
const A4: u8 = 9;
/// Most page breaks of a sheet.
const MOST_BREAKS: usize = 1_023;

/// What a sheet looks like.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Wished name; made lawful and unique by the workbook.
    pub name: String,
    /// Title above the heading; none where empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
}

impl Sheet {
    /// A sheet without title and columns.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), title: String::new(), columns: Vec::new() }
    }

    /// With a title line above the heading.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// With these columns.
    #[must_use]
    pub fn columns(mut self, columns: impl IntoIterator<Item = Column>) -> Self {
        self.columns.extend(columns);
        self
    }
}

/// Writes the rows of one sheet.
#[must_use = "call finish() after the last row"]
pub struct SheetWriter<'a> {
    page: &'a mut Worksheet,
    styles: &'a Styles,
    kinds: Vec<Kind>,
    head: u32,
    next: u32,
    breaks: Vec<u32>,
}

impl<'a> SheetWriter<'a> {
    pub(super) fn begin(
        page: &'a mut Worksheet,
        styles: &'a Styles,
        sheet: &Sheet,
        footer: &str,
    ) -> Result<Self, PrintError> {
        let head = u32::from(!sheet.title.is_empty());
        for (at, column) in (0u16..).zip(&sheet.columns) {
            page.set_column_width(at, column.width)?;
        }
        if head > 0 {
            page.set_row_height(0, 26)?;
            page.write_string_with_format(0, 0, sheet.title.as_str(), &styles.title)?;
        }
        if !sheet.columns.is_empty() {
            page.set_row_height(head, 30)?;
            for (at, column) in (0u16..).zip(&sheet.columns) {
                page.write_string_with_format(head, at, column.header.as_str(), &styles.head)?;
            }
            page.set_freeze_panes(head + 1, 0)?;
            page.set_repeat_rows(head, head)?;
        }
        page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        page.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        page.set_footer(format!("&L{}&R&P / &N", footer.replace('&', "&&")));
        let kinds = sheet.columns.iter().map(|column| column.kind).collect();
        Ok(Self { page, styles, kinds, head, next: head + 1, breaks: Vec::new() })
    }

    /// Rows written so far.
    pub fn rows(&self) -> u32 {
        self.next - self.head - 1
    }

    /// A printed page ends here; beyond the limit of the format (1,023) it is left to the printer.
    pub fn page_break(&mut self) {
        if self.breaks.len() < MOST_BREAKS && self.next > self.head + 1 {
            self.breaks.push(self.next);
        }
    }

    /// Sets the filter over what was written.
    pub fn finish(self) -> Result<(), PrintError> {
        if let Some(last) = self.kinds.len().checked_sub(1) {
            self.page.autofilter(self.head, 0, (self.next - 1).max(self.head), last as u16)?;
        }
        for (at, kind) in (0u16..).zip(&self.kinds) {
            if *kind == Kind::Ident && self.next > self.head + 1 {
                self.page.ignore_error_range(self.head + 1, at, self.next - 1, at, IgnoreError::NumberStoredAsText)?;
            }
        }
        if !self.breaks.is_empty() {
            self.page.set_page_breaks(&self.breaks)?;
        }
        Ok(())
    }

    fn write(&mut self, at: u16, cell: &Cell<'_>) -> Result<(), PrintError> {
        let (row, styles) = (self.next, self.styles);
        let kind = self.kinds.get(usize::from(at)).copied().unwrap_or(Kind::Text);
        match cell {
            Cell::Empty => self.page.write_blank(row, at, styles.of_text(kind, ""))?,
            Cell::Text(text) => self.page.write_string_with_format(row, at, cut(text), styles.of_text(kind, text))?,
            Cell::Int(n) => self.page.write_number_with_format(row, at, *n as f64, &styles.int)?,
            Cell::Date(day) => self.page.write_datetime_with_format(row, at, day, &styles.date)?,
            Cell::Money(Fen(fen)) => self.page.write_number_with_format(row, at, *fen as f64 / 100.0, &styles.money)?,
            Cell::Partial(date) => return self.write_partial(at, *date),
        };
        Ok(())
    }

    fn write_partial(&mut self, at: u16, date: PartialDate) -> Result<(), PrintError> {
        let (row, styles) = (self.next, self.styles);
        match date.parts() {
            (_, Some(_), Some(_)) => {
                self.page.write_datetime_with_format(row, at, date.first_day(), &styles.date)?;
            }
            (_, Some(_), None) => {
                self.page.write_datetime_with_format(row, at, date.first_day(), &styles.month)?;
            }
            (year, ..) => {
                self.page.write_number_with_format(row, at, year, &styles.text)?;
            }
        }
        Ok(())
    }
}

impl Rows for SheetWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), PrintError> {
        for (at, cell) in (0u16..).zip(cells) {
            self.write(at, cell)?;
        }
        self.next += 1;
        Ok(())
    }
}

fn cut(text: &str) -> &str {
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST_TEXT
    });
    end.map_or(text, |(at, _)| &text[..at])
}

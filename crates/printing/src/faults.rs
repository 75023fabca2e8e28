//! The fault workbook: what the user handed in, line for line, with each fault written beside its line and on its cell, so that it can
//! be mended in place and handed in again.

use crate::PrintError;
use crate::workbook::{Setup, SheetNames, is_formula_like};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, Note, Worksheet};
use std::collections::BTreeMap;
use std::path::Path;

/// Ground of a cell that must be mended.
const ERROR: u32 = 0x00FF_C7CE;
/// Ground of a cell that should be looked at.
const WARNING: u32 = 0x00FF_EB9C;
/// Widest column, in characters.
const WIDEST: f64 = 40.0;

/// One fault of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line in the sheet, the first line is 1.
    pub line: u32,
    /// Column, the first one is 0; `None`: the line as a whole.
    pub column: Option<u16>,
    /// What is wrong and what to do, in the reader's language.
    pub text: String,
    /// Must be mended before the line can be taken in; otherwise a warning.
    pub error: bool,
}

/// A sheet as it was handed in, with its faults.
#[derive(Debug, Clone, Default)]
pub struct FaultSheet {
    /// Name of the sheet.
    pub name: String,
    /// Last line of the heading, the first line is 1; 0: none.
    pub header_line: u32,
    /// All lines of the sheet as text, titles and blank lines included.
    pub lines: Vec<Vec<String>>,
    /// The faults, in any order.
    pub faults: Vec<Fault>,
}

/// Writes the fault workbook. `heading` stands over the added last column; `setup` as for any workbook.
pub fn save(sheets: &[FaultSheet], heading: &str, setup: &Setup, path: &Path) -> Result<(), PrintError> {
    Ok(build(sheets, heading, setup)?.save(path)?)
}

/// The fault workbook as bytes, for a download.
pub fn to_bytes(sheets: &[FaultSheet], heading: &str, setup: &Setup) -> Result<Vec<u8>, PrintError> {
    Ok(build(sheets, heading, setup)?.save_to_buffer()?)
}

fn build(sheets: &[FaultSheet], heading: &str, setup: &Setup) -> Result<rust_xlsxwriter::Workbook, PrintError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let moment = ExcelDateTime::parse_from_str(&setup.created.format("%Y-%m-%dT%H:%M:%S").to_string())?;
    book.set_properties(
        &DocProperties::new().set_title(&setup.title).set_author(&setup.author).set_creation_datetime(&moment),
    );
    let mut names = SheetNames::default();
    for sheet in sheets {
        let page = book.add_worksheet_with_constant_memory()?;
        page.set_name(names.give(&sheet.name))?;
        write(page, sheet, heading, &setup.author)?;
    }
    Ok(book)
}

fn write(page: &mut Worksheet, sheet: &FaultSheet, heading: &str, author: &str) -> Result<(), PrintError> {
    let width = sheet.lines.iter().map(Vec::len).max().unwrap_or(0) as u16;
    for (at, chars) in (0u16..).zip(widths(sheet, usize::from(width))) {
        page.set_column_width(at, chars)?;
    }
    page.set_column_width(width, WIDEST)?;
    if sheet.header_line > 0 {
        page.set_freeze_panes(sheet.header_line, 0)?;
    }
    let mut faults: BTreeMap<u32, Vec<&Fault>> = BTreeMap::new();
    for fault in &sheet.faults {
        faults.entry(fault.line).or_default().push(fault);
    }
    let style = Style::new();
    for (row, cells) in (0u32..).zip(&sheet.lines) {
        let here = faults.get(&(row + 1)).map_or(&[][..], Vec::as_slice);
        write_line(page, row, cells, here, &style, author)?;
        if row + 1 == sheet.header_line {
            page.write_string_with_format(row, width, heading, &style.heading)?;
        } else if !here.is_empty() {
            let texts: Vec<_> = here.iter().map(|fault| fault.text.as_str()).collect();
            page.write_string_with_format(row, width, texts.join("\n"), style.of(here))?;
        }
    }
    Ok(())
}

fn write_line(
    page: &mut Worksheet,
    row: u32,
    cells: &[String],
    faults: &[&Fault],
    style: &Style,
    author: &str,
) -> Result<(), PrintError> {
    for (at, text) in (0u16..).zip(cells) {
        let here: Vec<_> = faults.iter().copied().filter(|fault| fault.column == Some(at)).collect();
        if here.is_empty() {
            if !text.is_empty() {
                let format = if is_formula_like(text) { &style.quoted } else { &style.text };
                page.write_string_with_format(row, at, text.as_str(), format)?;
            }
            continue;
        }
        page.write_string_with_format(row, at, text.as_str(), style.of(&here))?;
        let texts: Vec<_> = here.iter().map(|fault| fault.text.as_str()).collect();
        page.insert_note(row, at, &Note::new(texts.join("\n")).set_author(author).add_author_prefix(false))?;
    }
    Ok(())
}

struct Style {
    text: Format,
    quoted: Format,
    heading: Format,
    error: Format,
    warning: Format,
}

impl Style {
    fn new() -> Self {
        // All cells are text: what was handed in must come back as it was, ID numbers digit for digit.
        let text = || Format::new().set_num_format("@");
        Self {
            text: text(),
            quoted: text().set_quote_prefix(),
            heading: text().set_bold().set_text_wrap(),
            error: text().set_background_color(Color::RGB(ERROR)).set_text_wrap(),
            warning: text().set_background_color(Color::RGB(WARNING)).set_text_wrap(),
        }
    }

    fn of(&self, faults: &[&Fault]) -> &Format {
        if faults.iter().any(|fault| fault.error) { &self.error } else { &self.warning }
    }
}

/// Column widths by the longest text of the first lines below the titles; a Chinese character counts two.
fn widths(sheet: &FaultSheet, columns: usize) -> Vec<f64> {
    let mut widest = vec![6.0_f64; columns];
    let from = (sheet.header_line as usize).saturating_sub(1);
    for cells in sheet.lines.iter().skip(from).take(200) {
        for (widest, text) in widest.iter_mut().zip(cells) {
            let chars: u32 = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            *widest = widest.max(f64::from(chars) + 2.0).min(WIDEST);
        }
    }
    widest
}

//! Tables of web pages, which web systems send under the name `.xls`. Not a browser: tags
//! `table`, `tr`, `td`, `th`, `br` and entities are all such exports use.

use super::super::error::ReadError;
use super::super::grid::{Book, Grid, Merge};
use super::{check_size, text};
use std::collections::HashMap;

/// Reads all rows of all tables as one sheet named `html`; a line is a `<tr>`.
pub(super) fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    let decoded = text::decode(bytes);
    let mut book = Book::default();
    let mut reader = Reader { grid: Grid::new("html", false), ..Reader::default() };
    let mut rest = decoded.as_ref();
    while let Some(open) = rest.find('<') {
        reader.text.push_str(&rest[..open]);
        rest = &rest[open..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(close) = rest.find('>') else { break };
        reader.tag(&rest[1..close], &mut book)?;
        rest = &rest[close + 1..];
    }
    reader.end_cell(&mut book)?;
    reader.grid.finish();
    book.grids.push(reader.grid);
    Ok(book)
}

#[derive(Default)]
struct Reader {
    grid: Grid,
    line: u32,
    column: u32,
    cell: Option<(u32, u32)>,
    text: String,
    /// Lines still covered by a cell above, by column.
    covered: HashMap<u32, u32>,
    cells: u64,
}

impl Reader {
    fn tag(&mut self, tag: &str, book: &mut Book) -> Result<(), ReadError> {
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "tr" => {
                self.end_cell(book)?;
                self.line += 1;
                self.column = 0;
            }
            "td" | "th" => {
                self.end_cell(book)?;
                self.text.clear();
                self.cell = Some((span(tag, "colspan"), span(tag, "rowspan")));
            }
            "/td" | "/th" | "/tr" | "/table" => self.end_cell(book)?,
            "br" | "br/" | "/p" => self.text.push('\n'),
            "style" | "script" => self.text.clear(),
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, book: &mut Book) -> Result<(), ReadError> {
        let Some((wide, high)) = self.cell.take() else { return Ok(()) };
        while self.covered.get(&self.column).is_some_and(|until| *until >= self.line) {
            self.column += 1;
        }
        let (line, column) = (self.line.max(1), self.column);
        let content = unescape(&self.text);
        if !content.trim().is_empty() {
            let raw = book.texts.raw(content.trim());
            self.grid.push(line, column, raw);
            self.cells += 1;
            check_size(self.cells, &self.grid)?;
        }
        if wide > 1 || high > 1 {
            let merge = Merge::new(line, column, line + high - 1, column + wide - 1);
            self.grid.merges.push(merge);
        }
        if high > 1 {
            for covered in column..column + wide {
                self.covered.insert(covered, line + high - 1);
            }
        }
        self.column += wide;
        Ok(())
    }
}

fn span(tag: &str, name: &str) -> u32 {
    let Some(at) = tag.find(name) else { return 1 };
    let number: String =
        tag[at + name.len()..].chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    number.parse().unwrap_or(1).clamp(1, 1000)
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').filter(|end| *end < 12).and_then(|end| Some((entity(&rest[1..end])?, end + 1)));
        let (sign, length) = entity.unwrap_or(('&', 1));
        out.push(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    match name {
        "nbsp" => Some('\u{a0}'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

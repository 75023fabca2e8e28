//! Cells as they stand in the file: sparse, ordered, texts kept once.

use calamine::{Dimensions, ExcelDateTime};
use std::collections::HashMap;
use std::rc::Rc;

/// A cell before anything is understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Raw {
    /// Text, by its number in [`Texts`].
    Text(u32),
    /// A number cell.
    Number(f64),
    /// A number cell with a date format: year, month, day, hour, minute.
    Date(u16, u8, u8, u8, u8),
    /// A yes/no cell.
    Bool(bool),
    /// `#N/A`, `#REF!` and the like.
    Error,
}

impl Raw {
    /// A date cell; durations and times alone stay numbers.
    pub(super) fn date(date: &ExcelDateTime) -> Self {
        let serial = date.as_f64();
        if !date.is_datetime() || !(1.0..2_958_466.0).contains(&serial) {
            return Self::Number(serial);
        }
        let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
        Self::Date(year, month, day, hour, minute)
    }
}

/// Every different text of a workbook, once.
#[derive(Default)]
pub(super) struct Texts {
    known: HashMap<Rc<str>, u32>,
    list: Vec<Rc<str>>,
}

impl Texts {
    /// The cell of a text.
    pub(super) fn raw(&mut self, text: &str) -> Raw {
        if let Some(number) = self.known.get(text) {
            return Raw::Text(*number);
        }
        let number = self.list.len() as u32;
        let text: Rc<str> = text.into();
        self.list.push(Rc::clone(&text));
        self.known.insert(text, number);
        Raw::Text(number)
    }

    /// The cell of a text that is more than white space.
    pub(super) fn filled(&mut self, text: &str) -> Option<Raw> {
        let blank = text.chars().all(super::clean::is_space);
        (!blank).then(|| self.raw(text))
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        self.list.get(number as usize).map_or("", |text| text)
    }
}

/// A block of merged cells; lines from 1, columns from 0, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
}

impl Merge {
    pub(super) fn new(top: u32, left: u32, bottom: u32, right: u32) -> Self {
        Self { top, left, bottom, right }
    }

    pub(super) fn of(d: &Dimensions) -> Self {
        Self::new(d.start.0.saturating_add(1), d.start.1, d.end.0.saturating_add(1), d.end.1)
    }

    pub(super) fn is_tall(&self) -> bool {
        self.bottom > self.top
    }

    pub(super) fn is_wide(&self) -> bool {
        self.right > self.left
    }
}

/// One cell of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) column: u32,
    pub(super) raw: Raw,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    line: u32,
    start: usize,
    end: usize,
}

/// The filled cells of one sheet in reading order.
#[derive(Default)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) merges: Vec<Merge>,
    lines: Vec<Line>,
    cells: Vec<Cell>,
    columns: Vec<bool>,
    filled_columns: u64,
    disordered: bool,
}

impl Grid {
    pub(super) fn new(name: &str, hidden: bool) -> Self {
        Self { name: name.to_owned(), hidden, ..Self::default() }
    }

    /// Adds a cell; lines count from 1, columns from 0.
    pub(super) fn push(&mut self, line: u32, column: u32, raw: Raw) {
        let at = column as usize;
        if self.columns.len() <= at {
            self.columns.resize(at + 1, false);
        }
        if !std::mem::replace(&mut self.columns[at], true) {
            self.filled_columns += 1;
        }
        match self.lines.last_mut() {
            Some(last) if last.line == line => {
                self.disordered |= self.cells.last().is_some_and(|c| c.column >= column);
                last.end += 1;
            }
            last => {
                self.disordered |= last.is_some_and(|last| last.line > line);
                let start = self.cells.len();
                self.lines.push(Line { line, start, end: start + 1 });
            }
        }
        self.cells.push(Cell { column, raw });
    }

    /// Replaces what stands in a cell; call [`Grid::finish`] afterwards.
    pub(super) fn put(&mut self, line: u32, column: u32, raw: Raw) {
        let known = self.lines.binary_search_by_key(&line, |l| l.line).ok().and_then(|at| {
            let cells = &mut self.cells[self.lines[at].start..self.lines[at].end];
            let at = cells.binary_search_by_key(&column, |c| c.column).ok()?;
            Some(&mut cells[at].raw)
        });
        match known {
            Some(known) => *known = raw,
            None => {
                self.push(line, column, raw);
                self.disordered = true;
            }
        }
    }

    /// Puts lines and cells in order if the file did not.
    pub(super) fn finish(&mut self) {
        if !self.disordered {
            return;
        }
        let mut all: Vec<(u32, Cell)> = Vec::with_capacity(self.cells.len());
        for line in &self.lines {
            all.extend(self.cells[line.start..line.end].iter().map(|cell| (line.line, *cell)));
        }
        all.sort_by_key(|(line, cell)| (*line, cell.column));
        all.dedup_by_key(|(line, cell)| (*line, cell.column));
        self.lines.clear();
        self.cells.clear();
        self.disordered = false;
        for (line, cell) in all {
            self.push(line, cell.column, cell.raw);
        }
    }

    /// How many columns have at least one filled cell.
    pub(super) fn column_count(&self) -> u64 {
        self.filled_columns
    }

    /// One past the last filled column.
    pub(super) fn width(&self) -> u32 {
        self.columns.len() as u32
    }

    /// Lines that have a filled cell, with their numbers.
    pub(super) fn lines(&self) -> impl DoubleEndedIterator<Item = (u32, &[Cell])> {
        self.lines.iter().map(|line| (line.line, &self.cells[line.start..line.end]))
    }

    /// The filled cells of a line.
    pub(super) fn line(&self, line: u32) -> &[Cell] {
        match self.lines.binary_search_by_key(&line, |l| l.line) {
            Ok(at) => &self.cells[self.lines[at].start..self.lines[at].end],
            Err(_) => &[],
        }
    }

    /// One cell.
    pub(super) fn cell(&self, line: u32, column: u32) -> Option<Raw> {
        at(self.line(line), column)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

/// The cell of a column in a line.
pub(super) fn at(cells: &[Cell], column: u32) -> Option<Raw> {
    cells.binary_search_by_key(&column, |c| c.column).ok().map(|i| cells[i].raw)
}

/// A workbook before anything is understood.
#[derive(Default)]
pub(super) struct Book {
    pub(super) texts: Texts,
    pub(super) grids: Vec<Grid>,
}

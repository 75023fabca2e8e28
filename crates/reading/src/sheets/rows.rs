//! From lines to records: cells read, filled down, completed by context, places resolved.

use super::cells::{self, Outcome, Plan, Surroundings, Trouble};
use super::context::Context;
use super::fault::{Fault, Level, Rule};
use super::field::{FieldId, Type};
use super::fill::Filled;
use super::grid::{Grid, Raw, Texts};
use super::layout::text_of;
use super::mapping::{Mapped, Unit};
use super::placing::Placer;
use super::value::Value;
use std::collections::HashMap;

/// One record: the canonical values of one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: u32,
    /// The values, in the order of the field table; see [`Row::get`].
    pub cells: Vec<(FieldId, Value)>,
    unread: Vec<FieldId>,
}

impl Row {
    /// The value of a field.
    pub fn get(&self, field: FieldId) -> Option<&Value> {
        self.cells.binary_search_by_key(&field, |(f, _)| *f).ok().map(|at| &self.cells[at].1)
    }

    /// Whether the cell of a field is filled, readable or not.
    pub fn is_filled(&self, field: FieldId) -> bool {
        self.get(field).is_some() || self.unread.contains(&field)
    }

    /// Fields whose cells are filled but could not be read.
    pub fn unread(&self) -> &[FieldId] {
        &self.unread
    }

    /// The text of a field.
    pub fn text(&self, field: FieldId) -> Option<&str> {
        self.get(field).and_then(Value::as_text)
    }

    /// The code of a field.
    pub fn code(&self, field: FieldId) -> Option<&'static str> {
        self.get(field).and_then(Value::as_code)
    }

    /// The values as people read them, by field.
    pub fn shown(&self, field: FieldId) -> Option<String> {
        self.get(field).map(|value| value.shown(field.ty()))
    }

    pub(super) fn set(&mut self, field: FieldId, value: Value) {
        match self.cells.binary_search_by_key(&field, |(f, _)| *f) {
            Ok(at) => self.cells[at].1 = value,
            Err(at) => self.cells.insert(at, (field, value)),
        }
    }

    pub(super) fn remove(&mut self, field: FieldId) {
        self.cells.retain(|(known, _)| *known != field);
    }

    pub(super) fn mark_unread(&mut self, field: FieldId) {
        self.unread.push(field);
    }

    /// Adds what a cell gave: lists grow, single values keep the first answer.
    fn add(&mut self, field: FieldId, value: Value) {
        match (self.cells.binary_search_by_key(&field, |(f, _)| *f), value) {
            (Err(at), value) => self.cells.insert(at, (field, value)),
            (Ok(at), Value::Texts(more)) => {
                if let Value::Texts(known) = &mut self.cells[at].1 {
                    let new = more.iter().filter(|text| !known.contains(text));
                    *known = known.iter().chain(new).cloned().collect();
                }
            }
            (Ok(at), Value::Codes(more)) => {
                if let Value::Codes(known) = &mut self.cells[at].1 {
                    let new = more.iter().filter(|code| !known.contains(code));
                    *known = known.iter().chain(new).copied().collect();
                }
            }
            (Ok(_), _) => {}
        }
    }
}

/// One column as the reader of lines needs it.
struct Reader {
    column: u32,
    mapped: Mapped,
    plan: Plan,
    /// Blank cells of a tick column mean no.
    ticks: bool,
    cached: bool,
}

/// What building the records of a sheet needs.
pub(super) struct Builder<'a> {
    pub(super) grid: &'a Grid,
    pub(super) texts: &'a Texts,
    pub(super) filled: &'a Filled,
    pub(super) context: &'a Context,
    pub(super) around: &'a Surroundings<'a>,
    /// Column, meaning and unit named by the header.
    pub(super) columns: &'a [(u32, Mapped, Option<Unit>)],
}

/// No more readings of repeated texts are kept than this.
const MAX_CACHE: usize = 200_000;

impl Builder<'_> {
    /// Reads all data lines.
    pub(super) fn build(&self, data: &[u32]) -> (Vec<Row>, Vec<Fault>) {
        let readers: Vec<Reader> = self.columns.iter().map(|column| self.reader(*column, data)).collect();
        let mut cache: HashMap<(u32, u32), Outcome> = HashMap::new();
        let mut placer = Placer::new(self.columns, self.context, self.around);
        let mut faults = Vec::new();
        let mut rows = Vec::with_capacity(data.len());
        // Cells below merged ones, context and codes of places come on top of what the line itself holds.
        let room = self.context.values.len() + 3;
        for line in data {
            let cells = self.grid.line(*line);
            let mut row = Row { line: *line, cells: Vec::with_capacity(cells.len() + room), ..Row::default() };
            for reader in &readers {
                let raw = if self.filled.is_empty() {
                    super::grid::at(cells, reader.column)
                } else {
                    self.filled.cell(self.grid, *line, reader.column)
                };
                self.read_cell(reader, raw, &mut row, &mut cache, &mut faults);
            }
            for (field, value) in &self.context.values {
                if row.get(*field).is_none() {
                    row.set(*field, value.clone());
                }
            }
            placer.place(&mut row, &mut faults);
            rows.push(row);
        }
        (rows, faults)
    }

    fn reader(&self, (column, mapped, unit): (u32, Mapped, Option<Unit>), data: &[u32]) -> Reader {
        let field = mapped.field();
        let unit = if field.ty() == Type::Money { unit.or(self.stated_unit(field, column, data)) } else { None };
        let tick =
            |raw: Raw| matches!(raw, Raw::Text(n) if cells::boolean::is_tick(&super::clean::fold(self.texts.get(n))));
        let mut values = data.iter().filter_map(|line| self.filled.cell(self.grid, *line, column)).peekable();
        let some = values.peek().is_some();
        let ticks = field.ty() == Type::Bool && some && values.all(tick);
        let cached = matches!(
            field.ty(),
            Type::Enum(_) | Type::Codes(_) | Type::Composite | Type::Bool | Type::Date | Type::Texts | Type::Money
        );
        Reader { column, mapped, plan: Plan { field, unit }, ticks, cached }
    }

    /// The unit stated above the table, unless the values deny it: nobody earns a million a month.
    fn stated_unit(&self, field: FieldId, column: u32, data: &[u32]) -> Option<Unit> {
        const MOST: f64 = 100.0;
        let monthly = field.info().key.ends_with("monthly_pay");
        let mut sample = data.iter().filter_map(|line| self.filled.cell(self.grid, *line, column)).take(50);
        let denied = monthly && sample.any(|raw| matches!(raw, Raw::Number(n) if n > MOST));
        self.context.unit.filter(|_| !denied)
    }

    fn read_cell(
        &self,
        reader: &Reader,
        raw: Option<Raw>,
        row: &mut Row,
        cache: &mut HashMap<(u32, u32), Outcome>,
        faults: &mut Vec<Fault>,
    ) {
        let field = reader.plan.field;
        let Some(raw) = raw else {
            if reader.ticks {
                row.add(field, Value::Bool(false));
            } else if cells::is_facility(field) {
                row.add(field, Value::Int(0));
            }
            return;
        };
        if let Mapped::OneHot(field, code) = reader.mapped {
            self.one_hot(field, code, raw, row);
            return;
        }
        let outcome = match raw {
            Raw::Text(number) if reader.cached => {
                let key = (reader.column, number);
                if !cache.contains_key(&key) {
                    if cache.len() >= MAX_CACHE {
                        cache.clear();
                    }
                    cache.insert(key, cells::read(raw, reader.plan, self.texts, self.around));
                }
                cache.get(&key).cloned().unwrap_or_default()
            }
            _ => cells::read(raw, reader.plan, self.texts, self.around),
        };
        for (field, value) in outcome.values {
            row.add(field, value);
        }
        if let Some(trouble) = outcome.trouble {
            row.unread.push(field);
            faults.extend(fault(trouble, row.line, reader.column, field, text_of(raw, self.texts)));
        }
    }

    fn one_hot(&self, field: FieldId, code: &'static str, raw: Raw, row: &mut Row) {
        let text = text_of(raw, self.texts);
        let denied = cells::boolean::word(&text) == Some(false) || super::clean::says_nothing(&text);
        if !denied {
            let value = if field.is_list() { Value::Codes([code].into()) } else { Value::Code(code) };
            row.add(field, value);
        }
    }
}

/// The fault of a cell that could not be read. Lost digits are judged by the rule of ID numbers.
fn fault(trouble: Trouble, line: u32, column: u32, field: FieldId, found: String) -> Option<Fault> {
    let (rule, level) = match trouble {
        Trouble::Type => (Rule::X1, Level::Error),
        Trouble::Word => (Rule::X2, Level::Warn),
        Trouble::Place => (Rule::X5, Level::Warn),
        Trouble::Digits => return None,
    };
    Some(Fault { rule, level, line, column, field, found: found.into(), typed: Box::default() })
}

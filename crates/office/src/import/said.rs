//! What people say about a file: columns, cells, findings that are right all the same. It is kept with the import, and what was said of
//! earlier files is remembered for the next one. An import that was taken back is forgotten in this too.

use super::{Choices, RowOutcome};
use crate::Office;
use crate::error::OfficeError;
use domain::access::Scope;
use domain::error::Refusal;
use domain::facts::{Batch, CellSaid, ColumnSaid, Corrections, Exemption};
use reading::sheets::{Column, Fault, Kind, Mapped, Overrides, Row, Rule, Why, Workbook, fields as f};
use std::collections::{HashMap, HashSet};
use store::Page;

/// Imports that are looked through for what was said of them, the newest.
const REMEMBERED: u32 = 200;

/// What an office has said of earlier files.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    headings: HashMap<(Kind, String), Option<Mapped>>,
    exempt: HashSet<Exemption>,
}

/// A column: sheet (none: the first one), column from 0.
pub type Head = (Option<String>, u32);

/// A cell: sheet (none: the first one), line from 1, column from 0.
pub type Place = (Option<String>, u32, u32);

impl Office {
    /// What the office has said of the files that it has taken in; what it said last counts.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn remembered(&self, scope: &Scope) -> Result<Memory, OfficeError> {
        let listed = self.store().read().batch_list(scope.area(), Page::first(REMEMBERED)).await?;
        let mut memory = Memory::default();
        for batch in listed.rows.into_iter().flatten().map(|stored| stored.record).filter(|batch| !batch.undone) {
            memory.learn(batch);
        }
        Ok(memory)
    }
}

impl Memory {
    fn learn(&mut self, batch: Batch) {
        for said in batch.corrections.columns {
            let Some(kind) = Kind::from_key(&said.kind) else { continue };
            let mapped = match &said.field {
                None => None,
                // A field of another edition of the schema is as good as unsaid.
                Some(field) => match Mapped::from_key(field) {
                    None => continue,
                    mapped => mapped,
                },
            };
            self.headings.entry((kind, said.heading)).or_insert(mapped);
        }
        self.exempt.extend(batch.corrections.exempt);
    }
}

/// What the reader is told: what was said of this file before what is remembered of others.
pub(super) fn overrides(choices: &Choices) -> Overrides {
    let mut overrides = Overrides::default();
    overrides.headings.extend(choices.memory.headings.iter().map(|(heading, mapped)| (heading.clone(), *mapped)));
    overrides.kinds.extend(choices.kinds.iter().map(|(sheet, kind)| (sheet.clone(), Some(*kind))));
    for ((sheet, column), mapped) in &choices.columns {
        match sheet {
            Some(sheet) => overrides.columns.insert((sheet.clone(), *column), *mapped),
            None => overrides.first.columns.insert(*column, *mapped),
        };
    }
    for ((sheet, line, column), text) in &choices.cells {
        match sheet {
            Some(sheet) => overrides.cells.insert((sheet.clone(), *line, *column), text.clone()),
            None => overrides.first.cells.insert((*line, *column), text.clone()),
        };
    }
    overrides
}

/// Decides which findings of a row are right all the same.
pub(super) struct Exempting<'a> {
    memory: &'a Memory,
    pointed: HashSet<(Option<&'a str>, u32, u32, Rule)>,
}

impl<'a> Exempting<'a> {
    pub(super) fn new(choices: &'a Choices) -> Self {
        let pointed = choices.exempt.iter();
        let pointed = pointed.map(|((sheet, line, column), rule)| (sheet.as_deref(), *line, *column, *rule));
        Self { memory: &choices.memory, pointed: pointed.collect() }
    }

    /// Parts the findings of a row into those that stand and those that are right all the same.
    /// `first` tells whether the sheet is the first one.
    pub(super) fn part(&self, sheet: &str, first: bool, row: &Row, faults: Vec<Fault>) -> (Vec<Fault>, Vec<Fault>) {
        if self.pointed.is_empty() && self.memory.exempt.is_empty() {
            return (faults, Vec::new());
        }
        let subject = subject(row);
        faults.into_iter().partition(|fault| {
            let at = |sheet| self.pointed.contains(&(sheet, fault.line, fault.column, fault.rule));
            !(at(Some(sheet)) || first && at(None) || self.memory.exempt.contains(&exemption(fault, &subject)))
        })
    }
}

/// By what a finding is known again in another file.
pub(super) fn subject(row: &Row) -> String {
    let names = [f::PERSON_ID_NO, f::PERSON_NAME, f::HOUSEHOLD_NO, f::HOUSEHOLD_HEAD_NAME, f::VACANCY_TITLE];
    names.iter().find_map(|field| row.text(*field)).unwrap_or_default().to_owned()
}

fn exemption(fault: &Fault, subject: &str) -> Exemption {
    Exemption {
        rule: fault.rule.number().to_owned(),
        field: fault.field.key().into_owned(),
        subject: subject.to_owned(),
        found: fault.typed.to_string(),
    }
}

/// The columns that the user gave their meaning.
pub(super) fn columns(kind: Kind, columns: &[Column]) -> impl Iterator<Item = ColumnSaid> {
    let said = columns.iter().filter(|column| column.why == Why::User);
    said.map(move |column| ColumnSaid {
        kind: kind.key().to_owned(),
        heading: column.header.clone(),
        field: column.mapped.map(Mapped::key),
    })
}

/// The exemptions of a row.
pub(super) fn exemptions(row: &RowOutcome) -> impl Iterator<Item = Exemption> {
    row.exempt.iter().map(|fault| exemption(fault, &row.subject))
}

/// The cells that the user corrected, by sheet and line.
pub(super) fn cells(workbook: &Workbook) -> Vec<CellSaid> {
    let cells = workbook.corrected.iter().map(|cell| CellSaid {
        sheet: cell.sheet.clone(),
        line: cell.line,
        column: reading::sheets::letter(cell.column),
        was: cell.was.clone(),
        now: cell.now.clone(),
    });
    cells.collect()
}

/// Adds up what was said of the parts of a file.
pub(super) fn sum<'a>(parts: impl Iterator<Item = &'a Corrections>) -> Corrections {
    let mut all = Corrections::default();
    for part in parts {
        all.columns.extend(part.columns.iter().filter(|said| !all.columns.contains(said)).cloned().collect::<Vec<_>>());
        all.cells.extend(part.cells.iter().cloned());
        all.exempt.extend(part.exempt.iter().cloned());
        all.second = all.second.take().or_else(|| part.second.clone());
    }
    all
}

/// A place such as `E12`, or `表1!E12`: sheet, line from 1, column from 0. Without a sheet the first one is meant.
///
/// # Errors
/// Q-1123 for anything else.
pub fn cell(text: &str) -> Result<Place, Refusal> {
    let refused = || Refusal::new(1123).with("found", text);
    let (sheet, place) = sheet_of(text);
    let digits = place.find(|c: char| c.is_ascii_digit()).ok_or_else(refused)?;
    let column = column_number(&place[..digits]).ok_or_else(refused)?;
    let line: u32 = place[digits..].parse().map_err(|_| refused())?;
    Ok((sheet, line, column))
}

/// A column such as `C`, or `表1!C`: sheet, column from 0.
///
/// # Errors
/// Q-1123 for anything else.
pub fn column(text: &str) -> Result<Head, Refusal> {
    let (sheet, letters) = sheet_of(text);
    column_number(letters).map(|column| (sheet, column)).ok_or_else(|| Refusal::new(1123).with("found", text))
}

/// A field such as `person.name` or `work.form=workshop`; `-` leaves a column out.
///
/// # Errors
/// Q-1124 for a word that is no field.
pub fn field(text: &str) -> Result<Option<Mapped>, Refusal> {
    match text {
        "-" | "" => Ok(None),
        text => Mapped::from_key(text).map(Some).ok_or_else(|| Refusal::new(1124).with("found", text)),
    }
}

/// A rule by its number, such as `Q1`.
///
/// # Errors
/// Q-1125 for a number that is no rule.
pub fn rule(text: &str) -> Result<Rule, Refusal> {
    let found = Rule::ALL.iter().copied().find(|rule| rule.number().eq_ignore_ascii_case(text));
    found.ok_or_else(|| Refusal::new(1125).with("found", text))
}

fn sheet_of(text: &str) -> (Option<String>, &str) {
    match text.rsplit_once('!') {
        Some((sheet, place)) => (Some(sheet.to_owned()), place),
        None => (None, text),
    }
}

fn column_number(letters: &str) -> Option<u32> {
    let known = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    let number = || letters.bytes().fold(0u32, |sum, b| sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    known.then(|| number() - 1)
}

//! Two sources side by side: two files, or a file and the ledger. Nothing is written. The ledger is compared as the workbook that it
//! would be exported as, so that both sides are read by the same rules.

use super::Upload;
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::error::Refusal;
use domain::ledger::IdNumber;
use domain::places::{Edition, Region};
use printing::workbook::{Cell, Column, Kind, Rows, Sheet, Workbook};
use reading::sheets::{Comparison, Setting, Side, Source, fields as f};
use std::collections::BTreeSet;
use words::{Lang, Words};

/// Two sources side by side.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Name of the first.
    pub a: String,
    /// Name of the second; nothing for the ledger.
    pub b: Option<String>,
    /// What was found.
    pub found: Comparison,
}

/// Digits of a division code down to the township.
const TOWNSHIP: usize = 9;

/// Compares two files.
///
/// # Errors
/// Q-2001 and following for a file that cannot be read, Q-1126 when the two have no kind of sheet in common.
pub fn compare_files(a: &Upload, b: &Upload, as_of: NaiveDate, home: Region) -> Result<Compared, OfficeError> {
    let found = reading::sheets::compare(&read(a, as_of, home)?, &read(b, as_of, home)?);
    Ok(Compared { a: a.name.clone(), b: Some(b.name.clone()), found: common(found)? })
}

fn read(upload: &Upload, as_of: NaiveDate, home: Region) -> Result<reading::sheets::Workbook, OfficeError> {
    let source = Source { name: &upload.name, bytes: &upload.bytes };
    Ok(reading::sheets::read(&source, &Setting { as_of, home, edition: Edition::at(as_of) })?)
}

fn common(found: Option<Comparison>) -> Result<Comparison, Refusal> {
    found.ok_or_else(|| Refusal::new(1126))
}

impl Office {
    /// Compares a file with the ledger of the scope's area, as far as the file's townships go.
    ///
    /// # Errors
    /// As for [`compare_files`], and those of the store.
    pub async fn compare_with_ledger(
        &self,
        scope: &Scope,
        a: &Upload,
        as_of: Option<NaiveDate>,
    ) -> Result<Compared, OfficeError> {
        let (as_of, home) = (as_of.unwrap_or_else(|| self.today()), scope.region());
        let file = read(a, as_of, home)?;
        // The headings of the Chinese workbook are those that the reader knows best.
        let bytes = self.whole_ledger(scope, as_of, false, Words::get(Lang::Zh)).await?;
        let mut ledger = read(&Upload { name: String::new(), bytes }, as_of, home)?;
        let rows = file.sheets.iter().flat_map(|sheet| &sheet.rows);
        let codes = rows.filter_map(|row| row.text(f::PLACE_CODE)?.get(..TOWNSHIP));
        // A code that ends in a county says nothing of townships.
        let townships: BTreeSet<&str> = codes.filter(|code| !code.ends_with("000")).collect();
        narrow(&mut ledger, &townships);
        let found = reading::sheets::compare(&file, &ledger);
        Ok(Compared { a: a.name.clone(), b: None, found: common(found)? })
    }

    /// A comparison as a workbook of three sheets. ID numbers, phones and accounts are masked.
    ///
    /// # Errors
    /// Q-1401 when the workbook cannot be written.
    pub fn compared_workbook(&self, compared: &Compared, words: &Words) -> Result<Vec<u8>, OfficeError> {
        let title = words.text("compare-title").into_owned();
        let mut book = Workbook::new(self.setup(&title, words))?;
        let column = |key: &str, width: f64| Column::new(Kind::Text, words.text(key), width);
        let heads = [("compare-about", 14.0), ("compare-key", 24.0), ("compare-sheet", 16.0), ("compare-line", 8.0)];
        let found = &compared.found;
        for (name, sides) in [("compare-only-a", &found.only_a), ("compare-only-b", &found.only_b)] {
            let columns: Vec<Column> = heads.iter().map(|(key, width)| column(key, *width)).collect();
            let mut rows = book.sheet(&Sheet::new(words.text(name)).columns(columns))?;
            for side in sides {
                rows.row(&cells(side))?;
            }
            rows.finish()?;
        }
        let more =
            [("compare-field", 18.0), ("compare-first", 22.0), ("compare-second", 22.0), ("compare-line-b", 12.0)];
        let columns: Vec<Column> = heads.iter().chain(&more).map(|(key, width)| column(key, *width)).collect();
        let mut rows = book.sheet(&Sheet::new(words.text("compare-differs")).columns(columns))?;
        for difference in &found.differs {
            let shown = |text: &str| super::veiled(difference.field, text);
            let mut row = cells(&difference.a);
            row.push(super::field_name(difference.field, words).into());
            row.extend([shown(&difference.first).into(), shown(&difference.second).into()]);
            row.push(Cell::Int(difference.b.line.into()));
            rows.row(&row)?;
        }
        rows.finish()?;
        Ok(book.to_bytes()?)
    }
}

/// Leaves only the townships that a file speaks of; spells stay with their people.
fn narrow(ledger: &mut reading::sheets::Workbook, townships: &BTreeSet<&str>) {
    if townships.is_empty() {
        return;
    }
    let mut people: BTreeSet<String> = BTreeSet::new();
    for sheet in &mut ledger.sheets {
        sheet.rows.retain(|row| match row.text(f::PLACE_TOWNSHIP) {
            Some(_) => row
                .text(f::PLACE_CODE)
                .and_then(|code| code.get(..TOWNSHIP))
                .is_none_or(|code| townships.contains(code)),
            None => row.text(f::PERSON_ID_NO).is_none_or(|id| people.contains(id)),
        });
        people.extend(sheet.rows.iter().filter_map(|row| row.text(f::PERSON_ID_NO)).map(str::to_owned));
    }
}

fn cells(side: &Side) -> Vec<Cell<'_>> {
    vec![Cell::from(&side.about), veiled_key(side).into(), Cell::from(&side.sheet), Cell::Int(side.line.into())]
}

/// The key of a record for people: ID numbers in it are masked.
pub fn veiled_key(side: &Side) -> String {
    let shown = |part: &str| {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        if part.len() == 18 && digits >= 17 { IdNumber::new(part).masked() } else { part.to_owned() }
    };
    side.key.split(' ').map(shown).collect::<Vec<_>>().join(" ")
}

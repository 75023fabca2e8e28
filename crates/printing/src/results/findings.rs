//! The sheets of what a run found out: who competes for too few seats, the fewest extra posts, the comparison with simpler orders.

use super::{BridgeReport, PostRow, PracticeRow, ShortageRow, columns};
use crate::PrintError;
use crate::workbook::{Cell, Kind, Rows, Sheet, Workbook};
use words::Words;

/// Adds the sheets; one without rows is left out.
pub(super) fn add(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    if !report.shortages.is_empty() {
        shortages(book, report, words)?;
    }
    if !report.posts.is_empty() {
        posts(book, report, words)?;
    }
    if !report.practice.is_empty() {
        practice(book, report, words)?;
    }
    Ok(())
}

fn shortages(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(words.text("printing-sheet-shortages")).title(&report.title).columns(columns(
        words,
        &[
            ("printing-head-group", Kind::Int, 6.0),
            ("printing-head-short", Kind::LongText, 44.0),
            ("printing-head-part", Kind::Text, 10.0),
            ("printing-head-where", Kind::Text, 24.0),
            ("printing-head-name", Kind::Text, 20.0),
            ("printing-head-note", Kind::Text, 28.0),
            ("printing-head-seats", Kind::Int, 8.0),
        ],
    ));
    let mut page = book.sheet(&sheet)?;
    let mut last = None;
    for row in &report.shortages {
        if last.is_some_and(|last| last != row.number) {
            page.page_break();
        }
        last = Some(row.number);
        page.row(&shortage(row))?;
    }
    page.finish()
}

fn shortage(row: &ShortageRow) -> [Cell<'_>; 7] {
    [
        Cell::from(row.number),
        Cell::from(&row.says),
        Cell::from(&row.part),
        Cell::from(&row.place),
        Cell::from(&row.name),
        Cell::from(&row.note),
        Cell::from(row.seats),
    ]
}

fn posts(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(words.text("printing-sheet-posts")).title(&report.title).columns(columns(
        words,
        &[
            ("printing-head-channel", Kind::Text, 10.0),
            ("printing-head-kind", Kind::Text, 30.0),
            ("printing-head-where", Kind::Text, 22.0),
            ("printing-head-vacancy", Kind::Text, 34.0),
            ("printing-head-village", Kind::Text, 20.0),
            ("printing-head-head", Kind::Text, 10.0),
            ("printing-head-upto", Kind::Int, 10.0),
            ("printing-head-note", Kind::LongText, 44.0),
        ],
    ));
    let mut page = book.sheet(&sheet)?;
    for row in &report.posts {
        page.row(&post(row))?;
    }
    page.finish()
}

fn post(row: &PostRow) -> [Cell<'_>; 8] {
    [
        Cell::from(&row.channel),
        Cell::from(&row.kind),
        Cell::from(&row.place),
        Cell::from(&row.vacancy),
        Cell::from(&row.village),
        Cell::from(&row.head),
        Cell::from(row.upto),
        Cell::from(&row.note),
    ]
}

fn practice(book: &mut Workbook, report: &BridgeReport, words: &Words) -> Result<(), PrintError> {
    let sheet = Sheet::new(words.text("printing-sheet-practice")).title(&report.title).columns(columns(
        words,
        &[
            ("printing-head-order", Kind::Text, 46.0),
            ("printing-head-covered", Kind::Int, 14.0),
            ("printing-head-by-welfare", Kind::Int, 14.0),
            ("printing-head-placed", Kind::Int, 14.0),
            ("printing-head-scores", Kind::Int, 14.0),
        ],
    ));
    let mut page = book.sheet(&sheet)?;
    for PracticeRow { order, covered, by_welfare, placed, score } in &report.practice {
        let score = Cell::Int(i64::try_from(*score).unwrap_or(i64::MAX));
        page.row(&[Cell::from(order), Cell::from(*covered), Cell::from(*by_welfare), Cell::from(*placed), score])?;
    }
    page.finish()
}

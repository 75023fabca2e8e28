//! Small workbooks for the tests, and what they are read with.
#![allow(dead_code)] // each test file uses its part

use chrono::NaiveDate;
use domain::places::{Edition, Region};
use reading::sheets::{FieldId, Overrides, ReadError, Row, Setting, Sheet, Source, Value, Workbook, read_with};
use rust_xlsxwriter::{Format, Workbook as Writer, Worksheet};

/// The report date of the tests.
pub(crate) fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 4, 20).expect("a day")
}

/// An office of 天镇县 with the list of 2020.
pub(crate) fn setting() -> Setting {
    Setting { as_of: as_of(), home: Region::from_six(140_222).expect("a county"), edition: Edition::Y2020 }
}

/// Reads bytes under a neutral name.
pub(crate) fn try_read(bytes: &[u8]) -> Result<Workbook, ReadError> {
    read_with(&Source { name: "台账.xlsx", bytes }, &setting(), &Overrides::default())
}

/// Reads bytes that must be readable.
pub(crate) fn read(bytes: &[u8]) -> Workbook {
    try_read(bytes).expect("a readable file")
}

/// Reads a table given as lines of cells separated by `|`, as CSV.
pub(crate) fn read_lines(lines: &[&str]) -> Workbook {
    read(csv(lines).as_bytes())
}

/// The only sheet of such a table.
pub(crate) fn sheet(lines: &[&str]) -> Sheet {
    let mut workbook = read_lines(lines);
    assert_eq!(workbook.sheets.len(), 1, "{:?}", workbook.skipped);
    workbook.sheets.remove(0)
}

/// Lines of cells separated by `|` as CSV text.
pub(crate) fn csv(lines: &[&str]) -> String {
    let quoted =
        |line: &&str| line.split('|').map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
    lines.iter().map(quoted).collect::<Vec<_>>().join("\r\n")
}

/// A workbook with one sheet that `fill` writes.
pub(crate) fn xlsx(name: &str, fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    sheet.set_name(name).expect("a sheet name");
    fill(sheet);
    writer.save_to_buffer().expect("a workbook")
}

/// Writes a line of texts, cells separated by `|`, empty ones left out.
pub(crate) fn line(sheet: &mut Worksheet, row: u32, cells: &str) {
    for (column, cell) in cells.split('|').enumerate().filter(|(_, cell)| !cell.is_empty()) {
        sheet.write_string(row, column as u16, cell).expect("a cell");
    }
}

/// Merges a block.
pub(crate) fn merge(sheet: &mut Worksheet, (top, left): (u32, u16), (bottom, right): (u32, u16), text: &str) {
    sheet.merge_range(top, left, bottom, right, text, &Format::new()).expect("a block");
}

/// The field of a key.
pub(crate) fn field(key: &str) -> FieldId {
    FieldId::from_key(key).expect("a field of the schema")
}

/// A value of a row as text, for comparisons.
pub(crate) fn show(row: &Row, key: &str) -> String {
    match row.get(field(key)) {
        None => String::new(),
        Some(Value::Text(text)) => text.to_string(),
        Some(Value::Int(n)) => n.to_string(),
        Some(Value::Num(n)) => n.to_string(),
        Some(Value::Fen(fen)) => format!("{}", *fen as f64 / 100.0),
        Some(Value::Bool(yes)) => yes.to_string(),
        Some(Value::Date(date)) => date.to_string(),
        Some(Value::Code(code)) => (*code).to_owned(),
        Some(Value::Codes(codes)) => codes.join("+"),
        Some(Value::Texts(texts)) => texts.join("+"),
    }
}

/// Which field each column was taken for, by letter.
pub(crate) fn mapping(sheet: &Sheet) -> Vec<(String, String)> {
    let key = |column: &reading::sheets::Column| column.mapped.map(|m| m.key()).unwrap_or_default();
    sheet.columns.iter().map(|column| (column.letter(), key(column))).collect()
}

/// Rules that fired, as `rule line column`.
pub(crate) fn faults(sheet: &Sheet) -> Vec<String> {
    let show =
        |f: &reading::sheets::Fault| format!("{} {} {}", f.rule.number(), f.line, reading::sheets::letter(f.column));
    sheet.faults.iter().map(show).collect()
}

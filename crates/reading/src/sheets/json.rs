//! The documented JSON of a reading, as the ledger scorer wants it.

use super::{Sheet, Type, Value, Workbook, letter};
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

/// Writes what [`workbook`] gives, record by record: of a large ledger the whole of it would take gigabytes.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(name: &str, workbook: &Workbook, out: &mut impl Write) -> io::Result<()> {
    let head: Vec<Json> = workbook.sheets.iter().map(sheet).collect();
    write!(out, "{{\"workbook\":{},\"sheets\":{}", json!(name), json!(head))?;
    write_list("rows", workbook.sheets.iter().flat_map(rows), out)?;
    write_list("faults", workbook.sheets.iter().flat_map(faults), out)?;
    out.write_all(b"}")?;
    out.flush()
}

fn write_list(key: &str, list: impl Iterator<Item = Json>, out: &mut impl Write) -> io::Result<()> {
    write!(out, ",\"{key}\":")?;
    let mut before = '[';
    for item in list {
        write!(out, "{before}{item}")?;
        before = ',';
    }
    out.write_all(if before == '[' { b"[]" } else { b"]" })
}

/// The whole reading: sheets with their columns, rows by canonical key, faults.
pub fn workbook(name: &str, workbook: &Workbook) -> Json {
    let sheets: Vec<Json> = workbook.sheets.iter().map(sheet).collect();
    let rows: Vec<Json> = workbook.sheets.iter().flat_map(rows).collect();
    let faults: Vec<Json> = workbook.sheets.iter().flat_map(faults).collect();
    json!({ "workbook": name, "sheets": sheets, "rows": rows, "faults": faults })
}

fn sheet(sheet: &Sheet) -> Json {
    let columns: Map<String, Json> =
        sheet.columns.iter().map(|c| (c.letter(), c.mapped.map_or(Json::Null, |m| json!(m.key())))).collect();
    json!({
        "name": sheet.name,
        "role": "data",
        "kind": sheet.kind.key(),
        "header_rows": sheet.header_rows.clone().collect::<Vec<u32>>(),
        "first_data_row": sheet.rows.first().map(|row| row.line),
        "last_data_row": sheet.rows.last().map(|row| row.line),
        "columns": columns,
    })
}

fn rows(sheet: &Sheet) -> impl Iterator<Item = Json> {
    sheet.rows.iter().map(|row| {
        let mut out = Map::new();
        out.insert("_sheet".to_owned(), json!(sheet.name));
        out.insert("_row".to_owned(), json!(row.line));
        for (field, value) in &row.cells {
            out.insert(field.key().into_owned(), plain(value, field.ty()));
        }
        Json::Object(out)
    })
}

fn plain(value: &Value, ty: Type) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Int(n) => json!(n),
        Value::Num(n) if ty == Type::Num && n.fract() == 0.0 => json!(*n as i64),
        Value::Num(n) => json!(n),
        Value::Fen(fen) if fen % 100 == 0 => json!(fen / 100),
        Value::Fen(fen) => json!(*fen as f64 / 100.0),
        Value::Bool(yes) => json!(yes),
        Value::Date(date) => json!(date.to_string()),
        Value::Code(code) => json!(code),
        Value::Codes(codes) => json!(codes),
        Value::Texts(texts) => json!(texts),
    }
}

fn faults(sheet: &Sheet) -> impl Iterator<Item = Json> {
    sheet.faults.iter().map(|fault| {
        json!({
            "sheet": sheet.name,
            "row": fault.line,
            "column": letter(fault.column),
            "rule": fault.rule.number(),
            "level": fault.level.key(),
        })
    })
}

//! Tables come back from the file as they went in.

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use domain::dates::PartialDate;
use domain::money::Fen;
use printing::workbook::{Cell, Column, CsvTable, Kind, Rows, Setup, Sheet, SheetNames, Workbook, is_formula_like};
use std::io::Cursor;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 3, 24).expect("a day")
}

fn setup() -> Setup {
    let created = day().and_hms_opt(8, 0, 0).expect("a time");
    Setup { title: "T".into(), author: "A".into(), created, footer: "天镇 & 2020".into() }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(Kind::Text, "姓名", 10.0),
        Column::new(Kind::Ident, "证件号码", 20.0),
        Column::new(Kind::Date, "日期", 12.0),
        Column::new(Kind::Money, "月薪", 10.0),
        Column::new(Kind::Int, "人数", 8.0),
    ]
}

fn rows() -> Vec<Vec<Cell<'static>>> {
    vec![
        vec!["=1+1".into(), "140222199001019808".into(), day().into(), Fen(350_050).into(), Cell::Int(-3)],
        vec!["张三".into(), Cell::Empty, PartialDate::month(2019, 7).into(), Cell::Empty, Cell::Int(12)],
    ]
}

fn file() -> Vec<u8> {
    let mut book = Workbook::new(setup()).expect("a workbook");
    for name in ["一/二", "一/二"] {
        let sheet = Sheet::new(name).title("标题").columns(columns());
        let mut page = book.sheet(&sheet).expect("a sheet");
        for row in rows() {
            page.row(&row).expect("a row");
        }
        assert_eq!(page.rows(), 2);
        page.finish().expect("an end");
    }
    book.to_bytes().expect("bytes")
}

#[test]
fn types_survive() {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file())).expect("opens");
    assert_eq!(book.sheet_names(), ["一_二", "一_二(2)"]);
    let range = book.worksheet_range("一_二").expect("a sheet");
    let at = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(at(0, 0), Data::String("标题".into()));
    assert_eq!(at(1, 1), Data::String("证件号码".into()));
    assert_eq!(at(2, 0), Data::String("=1+1".into()), "text that looks like a formula stays text");
    assert_eq!(at(2, 1), Data::String("140222199001019808".into()));
    assert!(matches!(at(2, 2), Data::DateTime(_)), "{:?}", at(2, 2));
    assert_eq!(at(2, 3), Data::Float(3500.5));
    assert_eq!(at(2, 4), Data::Float(-3.0));
    assert!(matches!(at(3, 2), Data::DateTime(_)));
    assert_eq!(at(3, 1), Data::Empty);
    assert!(book.worksheet_formula("一_二").expect("formulas").is_empty());
}

#[test]
fn same_content_same_bytes() {
    assert_eq!(file(), file());
}

#[test]
fn csv_is_guarded() {
    let mut out = Vec::new();
    let mut table = CsvTable::new(&mut out, &columns()).expect("a table");
    for row in rows() {
        table.row(&row).expect("a row");
    }
    for sign in ["+1", "-1", "@x", "\t1", "\r1", "＝1"] {
        assert!(is_formula_like(sign));
        table.row(&[sign.into()]).expect("a row");
    }
    table.finish().expect("an end");
    let text = String::from_utf8(out).expect("utf-8");
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut lines = body.split("\r\n");
    assert_eq!(lines.next(), Some("姓名,证件号码,日期,月薪,人数"));
    assert_eq!(lines.next(), Some("'=1+1,140222199001019808,2020-03-24,3500.50,-3"), "a negative number is no formula");
    assert_eq!(lines.next(), Some("张三,,2019-07,,12"));
    let mut reader = csv::ReaderBuilder::new().from_reader(body.as_bytes());
    for record in reader.records().skip(2) {
        assert!(record.expect("a record")[0].starts_with('\''));
    }
}

#[test]
fn sheet_names_are_lawful() {
    let mut names = SheetNames::default();
    assert_eq!(names.give("a[b]:*?/\\c"), "a_b______c");
    assert_eq!(names.give("A[b]:*?/\\c"), "A_b______c(2)", "names differ by more than case");
    assert_eq!(names.give(""), "_");
    assert_eq!(names.give("'x'"), "x");
    assert_eq!(names.give("History"), "_History");
    let long = "镇".repeat(40);
    assert_eq!(names.give(&long).chars().count(), 31);
    assert_eq!(names.give(&long).encode_utf16().count(), 31);
    assert!(names.give(&"😀".repeat(20)).encode_utf16().count() <= 31);
}

//! The result and fault workbooks, read back.

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use domain::money::Fen;
use printing::faults::{self, Fault, FaultSheet};
use printing::results::{
    self, BridgeReport, CallRow, PostRow, PracticeRow, ProposalRow, ShortageRow, TownshipSheet, UncoveredRow,
};
use printing::workbook::{Cell, Setup};
use std::io::Cursor;
use words::{Lang, Words};

fn setup() -> Setup {
    let created = NaiveDate::from_ymd_opt(2020, 3, 24).and_then(|day| day.and_hms_opt(8, 0, 0)).expect("a moment");
    Setup { title: "T".into(), author: "A".into(), created, footer: String::new() }
}

fn report() -> BridgeReport {
    let call = |village: &str| CallRow { village: village.into(), person: "张三".into(), ..CallRow::default() };
    BridgeReport {
        title: "天镇县".into(),
        summary: vec![("零就业家庭".into(), Cell::Int(400)), ("已验证".into(), "是".into())],
        townships: vec![TownshipSheet {
            name: "玉泉镇".into(),
            rows: vec![ProposalRow {
                person: "张三".into(), pay_min: Some(Fen::yuan(3000)), ..ProposalRow::default()
            }],
        }],
        uncovered: vec![UncoveredRow {
            head: "李四".into(), reason: "没有合适岗位".into(), ..UncoveredRow::default()
        }],
        shortages: vec![ShortageRow { number: 1, name: "李四".into(), ..ShortageRow::default() }],
        posts: vec![PostRow { head: "李四".into(), upto: Some(1), ..PostRow::default() }],
        practice: vec![PracticeRow { order: "排队".into(), covered: 3, ..PracticeRow::default() }],
        calls: vec![call("甲村"), call("甲村"), call("乙村")],
    }
}

#[test]
fn every_part_of_a_run_is_there_in_both_languages() {
    for (lang, first) in [(Lang::Zh, "汇总"), (Lang::En, "Summary")] {
        let bytes = results::to_bytes(&report(), Words::get(lang), setup()).expect("bytes");
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
        let names = book.sheet_names();
        assert_eq!((names.len(), names[0].as_str(), names[6].as_str()), (7, first, "玉泉镇"));
        for name in names {
            let range = book.worksheet_range(&name).expect("a sheet");
            assert!(range.height() > 2, "{name} has a title, a heading and rows");
            let text = range.cells().map(|(.., cell)| cell.to_string()).collect::<String>();
            assert!(!text.contains('⟦'), "{name}: {text}");
        }
    }
}

#[test]
fn faults_stand_beside_the_users_own_lines() {
    let lines = [["名单", ""], ["姓名", "证件号码"], ["张三", "140222199001019808"], ["=李四", "1"]];
    let sheet = FaultSheet {
        name: "Sheet1".into(),
        header_line: 2,
        lines: lines.iter().map(|line| line.iter().map(ToString::to_string).collect()).collect(),
        faults: vec![
            Fault { line: 4, column: Some(1), text: "证件号码应为18位".into(), error: true },
            Fault { line: 4, column: None, text: "缺户主".into(), error: false },
        ],
    };
    let bytes = faults::to_bytes(&[sheet], "问题", &setup()).expect("bytes");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
    let range = book.worksheet_range("Sheet1").expect("a sheet");
    let at = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(at(1, 2), Data::String("问题".into()));
    assert_eq!(at(2, 1), Data::String("140222199001019808".into()));
    assert_eq!(at(2, 2), Data::Empty);
    assert_eq!(at(3, 0), Data::String("=李四".into()));
    assert_eq!(at(3, 2), Data::String("证件号码应为18位\n缺户主".into()));
}

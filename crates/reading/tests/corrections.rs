//! What people say about a file, a second file that fills gaps, and two sources side by side.

mod common;

use common::{csv, field, read_lines, setting, show};
use reading::sheets::{Kind, Mapped, Overrides, Source, Why, compare, read_joined, read_with};

const LINES: [&str; 3] =
    ["姓名|身份证号|甲列|联系电话", "张三|140222197501019810|2019.3|", "李四|140222197601019826|2019.4|19900000001"];

fn with(overrides: &Overrides) -> reading::sheets::Workbook {
    let text = csv(&LINES);
    read_with(&Source { name: "台账.csv", bytes: text.as_bytes() }, &setting(), overrides).expect("readable")
}

#[test]
fn a_heading_once_explained_is_known_in_the_next_file() {
    let mut overrides = Overrides::default();
    overrides.headings.insert((Kind::Persons, "甲列".to_owned()), Mapped::from_key("work.start"));
    let read = with(&overrides);
    let column = &read.sheets[0].columns[2];
    assert_eq!((column.mapped, column.why), (Mapped::from_key("work.start"), Why::Remembered));
    assert_eq!(show(&read.sheets[0].rows[0], "work.start"), "2019-03");
}

#[test]
fn a_field_given_to_one_column_leaves_the_other() {
    let mut overrides = Overrides::default();
    overrides.first.columns.insert(2, Mapped::from_key("person.phone"));
    let read = with(&overrides);
    let mapped: Vec<_> = read.sheets[0].columns.iter().map(|column| column.mapped).collect();
    assert_eq!(mapped[2..], [Mapped::from_key("person.phone"), None]);
}

#[test]
fn a_corrected_cell_is_read_as_corrected() {
    let mut overrides = Overrides::default();
    overrides.first.cells.insert((2, 3), "19900000009".to_owned());
    overrides.cells.insert(("csv".to_owned(), 3, 0), "李 四四".to_owned());
    let read = with(&overrides);
    assert_eq!(show(&read.sheets[0].rows[0], "person.phone"), "19900000009");
    assert_eq!(show(&read.sheets[0].rows[1], "person.name"), "李四四");
    let told: Vec<_> = read.corrected.iter().map(|cell| (cell.line, cell.was.as_str(), cell.now.as_str())).collect();
    assert_eq!(told, [(2, "", "19900000009"), (3, "李四", "李 四四")]);
}

#[test]
fn a_second_file_fills_what_is_empty_and_nothing_else() {
    let second = read_lines(&[
        "姓名|身份证号|联系电话|文化程度",
        "张三|140222197501019810|19900000007|初中",
        "李四|140222197601019826|19900000002|",
        "王五|140222197701019831|19900000003|高中",
    ]);
    let text = csv(&LINES);
    let source = Source { name: "台账.csv", bytes: text.as_bytes() };
    let (first, joined) = read_joined(&source, Some(&second), &setting(), &Overrides::default()).expect("readable");
    let rows = &first.sheets[0].rows;
    assert_eq!(
        (show(&rows[0], "person.phone"), show(&rows[0], "person.education")),
        ("19900000007".into(), "junior".into())
    );
    assert_eq!(show(&rows[1], "person.phone"), "19900000001");
    assert_eq!((joined.lines, joined.fields, joined.conflicts.len()), (2, 2, 1));
    let conflict = &joined.conflicts[0];
    assert_eq!((conflict.line, conflict.field), (3, field("person.phone")));
    assert_eq!((conflict.here.as_str(), conflict.there.as_str()), ("19900000001", "19900000002"));
}

#[test]
fn two_sources_are_held_together_by_id_number() {
    let a = read_lines(&LINES);
    let b = read_lines(&[
        "序号|公民身份号码|姓名|手机",
        "1|140222197601019826|李四|19900000002",
        "2|140222197701019831|王五|19900000003",
    ]);
    let found = compare(&a, &b).expect("both are of people");
    let names = |sides: &[reading::sheets::Side]| sides.iter().map(|side| side.about.clone()).collect::<Vec<_>>();
    assert_eq!((names(&found.only_a), names(&found.only_b)), (vec!["张三".to_owned()], vec!["王五".to_owned()]));
    let differs: Vec<_> = found.differs.iter().map(|d| (d.a.line, d.b.line, d.field, d.second.as_str())).collect();
    assert_eq!(differs, [(3, 2, field("person.phone"), "19900000002")]);
    assert_eq!(compare(&a, &a).map(|same| same.same), Some(2));
}

#[test]
fn people_and_vacancies_have_nothing_in_common() {
    let posts = read_lines(&["用人单位|岗位名称|招聘人数|工作地点", "甲公司|普工|3|大同", "乙公司|保安|2|天镇"]);
    assert!(compare(&read_lines(&LINES), &posts).is_none());
}

#[test]
fn headings_that_no_list_foresaw_are_understood() {
    let read = read_lines(&[
        "劳动者|身份号码|当前就业与否|就业起始日期|就业薪资（元）|无法外出缘由",
        "张三|140222197501019810|是|2019.3|3000|",
        "李四|140222197601019826|否|||照顾家人",
    ]);
    let sheet = &read.sheets[0];
    let keys: Vec<String> = sheet.columns.iter().map(|c| c.mapped.map(Mapped::key).unwrap_or_default()).collect();
    let expected =
        ["person.name", "person.id_no", "work.is_working", "work.start", "work.monthly_pay", "wish.no_work_reason"];
    assert_eq!((sheet.kind, keys.as_slice()), (Kind::Persons, expected.map(str::to_owned).as_slice()));
}

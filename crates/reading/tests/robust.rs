//! No bytes make the reader panic, hang or eat memory.

mod common;

use common::{csv, line, read, try_read, xlsx};
use proptest::prelude::*;
use reading::sheets::{ReadError, file_type};

fn small() -> Vec<u8> {
    xlsx("表", |sheet| {
        line(sheet, 0, "务工人员登记表");
        line(sheet, 1, "姓名|性别|身份证号|联系电话|务工地点|月工资");
        line(sheet, 2, "张三|男|140222197501019810|19900000001|北京市大兴区|3000元");
        line(sheet, 3, "李四|女|140222198002029824|19900000002|本县|2千");
    })
}

#[test]
fn empty_and_foreign_files_are_refused_by_number() {
    assert_eq!(try_read(b"").expect_err("nothing").number(), "Q-2001");
    assert_eq!(try_read(b" \r\n ").expect_err("blank").number(), "Q-2001");
    for (bytes, found) in [(&b"%PDF-1.7"[..], "pdf"), (b"\x89PNG....", "image"), (b"abc\0def", "binary")] {
        assert_eq!(try_read(bytes).expect_err("foreign"), ReadError::UnknownType { found });
    }
    assert_eq!(try_read("只是一段话，没有表格。".as_bytes()).expect_err("prose").number(), "Q-2006");
    assert_eq!(try_read(b"PK\x03\x04rubbish").expect_err("no zip").number(), "Q-2004");
    assert_eq!(try_read(b"\xD0\xCF\x11\xE0rubbish").expect_err("no compound file").number(), "Q-2004");
}

#[test]
fn a_stray_cell_in_the_last_line_costs_nothing() {
    let bytes = xlsx("表", |sheet| {
        line(sheet, 0, "姓名|性别|身份证号|联系电话");
        line(sheet, 1, "张三|男|140222197501019810|19900000001");
        sheet.write_string(1_048_575, 16_383, "x").expect("the last cell");
    });
    let workbook = read(&bytes);
    assert_eq!(workbook.sheets[0].rows.len(), 1);
}

#[test]
fn too_many_columns_are_refused() {
    let header: Vec<String> = (0..1000).map(|n| format!("列{n}")).collect();
    let error = try_read(csv(&[&header.join("|")]).as_bytes()).expect_err("a thousand columns");
    assert!(matches!(error, ReadError::TooLarge { what: "columns", .. }), "{error}");
}

#[test]
fn a_count_that_cannot_be_true_is_refused_before_memory_is_reserved() {
    use std::io::{Cursor, Write};
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.start_file("xl/sharedStrings.xml", options).expect("an entry");
    writer.write_all(br#"<sst uniqueCount="99999999999999999"/>"#).expect("written");
    let bytes = writer.finish().expect("a zip").into_inner();
    assert_eq!(try_read(&bytes).expect_err("absurd").number(), "Q-2005");
}

#[test]
fn a_zip_bomb_is_refused() {
    use std::io::{Cursor, Write};
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    writer.start_file("xl/sharedStrings.xml", options).expect("an entry");
    let block = vec![b' '; 1 << 20];
    for _ in 0..80 {
        writer.write_all(&block).expect("written");
    }
    let bytes = writer.finish().expect("a zip").into_inner();
    assert!(bytes.len() < 200_000);
    let error = try_read(&bytes).expect_err("a bomb");
    assert!(matches!(error, ReadError::TooLarge { what: "unzipped", .. }), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = try_read(&bytes);
    }

    #[test]
    fn random_texts_never_panic(text in "[姓名身份证号省市县乡村月日年0-9万千元,\"'\n\t/()（）~—.% -]{0,400}") {
        let _ = try_read(text.as_bytes());
        let table = format!("姓名,性别,身份证号,务工地点,开始时间,月工资,家庭人口,备注\n{text}\n{text}");
        let _ = try_read(table.as_bytes());
        let post = format!("企业名称,岗位名称,招聘人数,薪资待遇,年龄要求,联系人及电话,截止日期\n{text}\n{text}");
        let _ = try_read(post.as_bytes());
        let page = format!("<html><table><tr><td colspan=\"{text}\">{text}</td><tr><td>{text}");
        let _ = try_read(page.as_bytes());
    }

    #[test]
    fn cut_and_changed_workbooks_never_panic(cut in 0usize..9000, at in 0usize..9000, byte in any::<u8>()) {
        let whole = small();
        let _ = try_read(&whole[..cut.min(whole.len())]);
        let mut changed = whole;
        let at = at % changed.len();
        changed[at] = byte;
        let _ = try_read(&changed);
    }

    #[test]
    fn the_type_of_any_bytes_is_told_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = file_type(&bytes);
    }
}

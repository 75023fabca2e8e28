//! What the fuzz targets of `fuzz/` do with their bytes; `tests/seeds.rs` does the same with the seeds, so that nothing rots.
#![allow(dead_code, unreachable_pub, reason = "every fuzz target uses its own part")]

use std::io::{Cursor, Write};

use chrono::NaiveDate;
use domain::places::{Edition, Region};
use reading::sheets::{Overrides, Setting, Source, json, plain, read_with};

/// Reads the bytes as a workbook of any type; whatever they are, there is an answer or a refusal. Says which.
pub fn sheets(bytes: &[u8]) -> bool {
    let setting = Setting {
        as_of: NaiveDate::from_ymd_opt(2020, 4, 20).expect("a day"),
        home: Region::from_six(140_222).expect("a county"),
        edition: Edition::Y2020,
    };
    let source = Source { name: "花名册202004.xlsx", bytes };
    let _ = plain(bytes);
    let workbook = read_with(&source, &setting, &Overrides::default());
    workbook.is_ok_and(|workbook| json::workbook(source.name, &workbook).is_object())
}

/// Puts the bytes into an otherwise sound workbook as its only sheet, which gets behind the checksums of the archive.
pub fn worksheet(bytes: &[u8]) -> bool {
    let cut = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let (sheet, texts) = bytes.split_at(cut);
    let texts = if texts.len() > 1 { &texts[1..] } else { b"<sst/>" };
    let parts: [(&str, &[u8]); 6] = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(vec![]));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(name, stored).expect("a part");
        archive.write_all(part).expect("written to memory");
    }
    sheets(&archive.finish().expect("a whole archive").into_inner())
}

const TYPES: &[u8] = br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Target="xl/workbook.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"#;
const WORKBOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
    <sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Target="worksheets/sheet1.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
    <Relationship Id="r2" Target="sharedStrings.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>"#;

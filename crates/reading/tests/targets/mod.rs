//! What the fuzz targets of `fuzz/` do with their bytes; `tests/seeds.rs` does the same with the seeds, so that nothing rots.
#![allow(dead_code, unreachable_pub, reason = "every fuzz target uses its own part")]

use std::io::{Cursor, Write};

use chrono::NaiveDate;
use domain::places::{Edition, Region};
use reading::sheets::{Overrides, Setting, Source, json, plain, read_with};

/// Reads the bytes as a workbook of any type; whatever they are, there is an answer or a refusal.
pub fn sheets(bytes: &[u8]) {
    let setting = Setting {
        as_of: NaiveDate::from_ymd_opt(2020, 4, 20).expect("a day"),
        home: Region::from_six(140_222).expect("a county"),
        edition: Edition::Y2020,
    };
    let source = Source { name: "花名册202004.xlsx", bytes };
    if let Ok(workbook) = read_with(&source, &setting, &Overrides::default()) {
        let _ = json::workbook(source.name, &workbook);
    }
    let _ = plain(bytes);
}

/// Puts the bytes into an otherwise sound workbook as its only sheet, which gets behind the checksums of the archive.
pub fn worksheet(bytes: &[u8]) {
    let cut = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let (sheet, texts) = bytes.split_at(cut);
    let parts: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("xl/workbook.xml", br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", texts.get(1..).unwrap_or_default()),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(vec![]));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in parts {
        archive.start_file(name, stored).expect("a part");
        archive.write_all(part).expect("written to memory");
    }
    sheets(&archive.finish().expect("a whole archive").into_inner());
}

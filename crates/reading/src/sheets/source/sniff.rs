//! The type of a file by its content: web systems send HTML named `.xls`, clerks rename text.

use super::super::error::ReadError;

/// What a file really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileType {
    /// Office Open XML workbook.
    Xlsx,
    /// Old binary workbook (BIFF in a compound file).
    Xls,
    /// A web page with a table.
    Html,
    /// Delimited text.
    Csv,
}

/// Tells the type of a file by its bytes.
///
/// # Errors
/// [`ReadError::Empty`], or [`ReadError::UnknownType`] for anything that is no table.
pub fn file_type(bytes: &[u8]) -> Result<FileType, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let unknown = |found| Err(ReadError::UnknownType { found });
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            if contains(bytes, b"mimetypeapplication/vnd.oasis") {
                return unknown("ods");
            }
            if contains(bytes, b"word/document.xml") {
                return unknown("docx");
            }
            if contains(bytes, b"xl/workbook.bin") {
                return unknown("xlsb");
            }
            Ok(FileType::Xlsx)
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Ok(FileType::Xls),
        [b'%', b'P', b'D', b'F', ..] => unknown("pdf"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => unknown("image"),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] => unknown("archive"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Ok(text_type(bytes)),
        _ if bytes.iter().take(8192).any(|b| *b == 0) => unknown("binary"),
        _ => Ok(text_type(bytes)),
    }
}

fn text_type(bytes: &[u8]) -> FileType {
    let head: Vec<u8> = bytes.iter().take(16384).filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect();
    let markup = head.iter().find(|b| b.is_ascii() && !b.is_ascii_whitespace()) == Some(&b'<');
    if markup && [&b"<table"[..], b"<html", b"<tr"].iter().any(|tag| contains(&head, tag)) {
        FileType::Html
    } else {
        FileType::Csv
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

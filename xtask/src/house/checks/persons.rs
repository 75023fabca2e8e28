//! No real person in the repository: an ID number, or a mobile number that
//! could be dialled, is allowed only when it is plainly synthetic.
//!
//! Synthetic ID numbers have a sequence code of 980-999 (never handed out) or
//! a birth before 1904 or after 2089; synthetic phones begin with 199000, or
//! with a prefix that no operator was ever given.

use super::super::{File, Finding, Tree, workbook};

/// Kinds of file whose contents cannot be looked into.
const SEALED: &[&str] = &["xls", "doc", "docx", "zip", "gz", "tar", "7z", "rar", "db", "sqlite", "et", "pdf"];
/// Beginnings of mobile numbers that belong to nobody.
const SYNTHETIC_PHONES: &[&str] = &["199000", "140", "154"];

/// Reports everything that looks like a real person, in texts and in workbooks.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        if SEALED.contains(&file.extension()) {
            findings.push(Finding::new(file, 0, "nobody can look into this file: commit a text or a workbook (.xlsx)"));
        } else if file.extension() == "xlsx" {
            match workbook::parts(&file.bytes) {
                Ok(parts) => parts.iter().for_each(|part| scan(file, part, &mut findings)),
                Err(why) => findings.push(Finding::new(file, 0, format!("not a readable workbook: {why}"))),
            }
        } else {
            scan(file, &file.bytes, &mut findings);
        }
    }
    findings
}

/// Looks at every run of digits; works on bytes, so GB18030 needs no decoding.
fn scan(file: &File, bytes: &[u8], findings: &mut Vec<Finding>) {
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        at += bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if start > 0 && (bytes[start - 1].is_ascii_alphanumeric() || matches!(bytes[start - 1], b'.' | b'_')) {
            continue;
        }
        let what = match at - start {
            18 => id_number(&bytes[start..at]),
            17 if matches!(bytes.get(at), Some(b'X' | b'x')) => id_number(&bytes[start..=at]),
            15 => old_id_number(&bytes[start..at]),
            11 => phone(&bytes[start..at]),
            3 => spaced_phone(&bytes[start..]),
            _ => None,
        };
        let goes_on = bytes.get(at).is_some_and(|b| b.is_ascii_alphabetic() && !matches!(b, b'X' | b'x'));
        if let Some(what) = what.filter(|_| !goes_on) {
            let line = bytes[..start].iter().filter(|&&b| b == b'\n').count() + 1;
            let head = String::from_utf8_lossy(&bytes[start..start + 3]).into_owned();
            findings.push(Finding::new(file, line, format!("{head}…: {what}")));
        }
    }
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'))
}

/// An ID number of GB 11643 with a right check character that could have been handed out.
fn id_number(id: &[u8]) -> Option<&'static str> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = id.iter().zip(WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    let right = b"10X98765432"[sum as usize % 11] == id[17].to_ascii_uppercase();
    let (birth_year, sequence) = (number(&id[6..10]), number(&id[14..17]));
    let real = right && province(id) && day(&id[10..14]) && (1904..=2089).contains(&birth_year) && sequence < 980;
    real.then_some("looks like a real ID number; use sequence codes 980-999")
}

/// An ID number of fifteen digits as handed out before 1999.
fn old_id_number(id: &[u8]) -> Option<&'static str> {
    let real = province(id) && day(&id[8..12]) && number(&id[6..8]) >= 4 && number(&id[12..15]) < 980;
    real.then_some("looks like a real ID number of fifteen digits; use sequence codes 980-999")
}

fn province(id: &[u8]) -> bool {
    matches!(number(&id[..2]), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65)
}

fn day(month_day: &[u8]) -> bool {
    (1..=12).contains(&number(&month_day[..2])) && (1..=31).contains(&number(&month_day[2..]))
}

fn phone(digits: &[u8]) -> Option<&'static str> {
    let mobile = digits[0] == b'1' && (b'3'..=b'9').contains(&digits[1]);
    let synthetic = SYNTHETIC_PHONES.iter().any(|prefix| digits.starts_with(prefix.as_bytes()));
    (mobile && !synthetic).then_some("looks like a real mobile number; use 199000xxxxx")
}

/// A mobile number in groups of three, four and four digits, with spaces or hyphens between.
fn spaced_phone(bytes: &[u8]) -> Option<&'static str> {
    let shape = bytes.get(..13)?;
    let separated = matches!(shape[3], b' ' | b'-') && shape[8] == shape[3];
    let digits = [&shape[..3], &shape[4..8], &shape[9..]].concat();
    let whole = separated && digits.iter().all(u8::is_ascii_digit) && !bytes.get(13).is_some_and(u8::is_ascii_digit);
    if whole { phone(&digits) } else { None }
}

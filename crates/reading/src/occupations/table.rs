//! A table of titles, coded line by line.

use domain::error::Refusal;

use crate::sheets::{ReadError, plain};

use super::{Hints, code};

/// Why a table of titles cannot be coded.
#[derive(Debug, thiserror::Error)]
pub enum Faulty {
    /// It is no readable table.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// No column is headed `title`.
    #[error("Q-2012 no column of titles")]
    NoTitles,
}

impl From<Faulty> for Refusal {
    fn from(faulty: Faulty) -> Self {
        match faulty {
            Faulty::Unreadable(error) => (&error).into(),
            Faulty::NoTitles => Self::new(2012),
        }
    }
}

/// What heads the columns that are read.
const TITLE: [&str; 4] = ["title", "岗位名称", "工种", "职位"];
const DUTIES: [&str; 3] = ["duties", "岗位职责", "工作内容"];

/// Codes a table (csv, xlsx, xls) with a column `title` and, if there is one, `duties`. The answer is a CSV text with a line for every line
/// of the table: `title,code,level,confidence,top3`, the confidence from 0 to 1, the three most likely codes joined by `|`.
///
/// # Errors
/// A file that cannot be read, or one without a column of titles.
pub fn code_titles(bytes: &[u8]) -> Result<String, Faulty> {
    let sheets = plain(bytes)?;
    let found = sheets.iter().find_map(|sheet| {
        let (head, lines) = sheet.lines.split_first()?;
        let column = |names: &[&str]| head.iter().position(|cell| names.contains(&cell.trim()));
        Some((column(&TITLE)?, column(&DUTIES), lines))
    });
    let (title, duties, lines) = found.ok_or(Faulty::NoTitles)?;
    let mut coded = csv::Writer::from_writer(Vec::new());
    let written = |result: csv::Result<()>| result.expect("memory takes every line");
    written(coded.write_record(["title", "code", "level", "confidence", "top3"]));
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let title = line.get(title).map_or("", String::as_str);
        let duties = duties.and_then(|column| line.get(column)).map(String::as_str);
        let answer = code(title, &Hints { duties, learned: None });
        let codes: Vec<String> = answer.top.iter().map(ToString::to_string).collect();
        written(coded.write_record([
            title,
            codes.first().map_or("", String::as_str),
            &answer.level.to_string(),
            &format!("{:.2}", f32::from(answer.confidence) / 100.0),
            &codes.join("|"),
        ]));
    }
    let bytes = coded.into_inner().expect("memory takes every line");
    Ok(String::from_utf8(bytes).expect("text was written"))
}

//! Tables pasted from a spreadsheet: a header line with known column names, then rows.

use std::ops::Range;

use super::super::facts::bare_wage_unit;
use super::super::text::Text;
use super::{Cells, Owned};

/// Meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Title,
    Headcount,
    Wage,
    Employer,
    Place,
    Contact,
    Age,
    Gender,
    Education,
    Number,
    Other,
}

/// Header words; the first that a header contains decides.
const HEADERS: &[(&str, Column)] = &[
    ("序号", Column::Number),
    ("编号", Column::Number),
    ("联系", Column::Contact),
    ("电话", Column::Contact),
    ("咨询", Column::Contact),
    ("单位地址", Column::Place),
    ("工作地", Column::Place),
    ("地址", Column::Place),
    ("地点", Column::Place),
    ("区域", Column::Place),
    ("人数", Column::Headcount),
    ("需求数", Column::Headcount),
    ("工种需求", Column::Title),
    ("需求岗位", Column::Title),
    ("需求工种", Column::Title),
    ("需求", Column::Headcount),
    ("工期", Column::Other),
    ("项目", Column::Place),
    ("数量", Column::Headcount),
    ("名额", Column::Headcount),
    ("薪", Column::Wage),
    ("工资", Column::Wage),
    ("待遇", Column::Wage),
    ("报酬", Column::Wage),
    ("工价", Column::Wage),
    ("月收入", Column::Wage),
    ("年龄", Column::Age),
    ("性别", Column::Gender),
    ("学历", Column::Education),
    ("文化", Column::Education),
    ("岗位要求", Column::Other),
    ("要求", Column::Other),
    ("条件", Column::Other),
    ("备注", Column::Other),
    ("福利", Column::Other),
    ("企业", Column::Employer),
    ("单位", Column::Employer),
    ("公司", Column::Employer),
    ("用工方", Column::Employer),
    ("厂家", Column::Employer),
    ("店名", Column::Employer),
    ("雇主", Column::Employer),
    ("岗位", Column::Title),
    ("工种", Column::Title),
    ("职位", Column::Title),
    ("招聘", Column::Title),
    ("职务", Column::Title),
    ("人", Column::Headcount),
    ("时间", Column::Other),
    ("班", Column::Other),
    ("食宿", Column::Other),
];

fn column(header: &str) -> Option<Column> {
    let header: String = header.chars().filter(|c| !c.is_whitespace()).collect();
    let short = header.chars().count() <= 12;
    HEADERS.iter().find(|(word, _)| short && header.contains(word)).map(|(_, column)| *column)
}

/// Cells of a line: between tabs, bars, or blanks where there are neither.
fn cells(text: &Text, line: &Range<usize>, mark: char) -> Vec<Range<usize>> {
    let part = text.get(line);
    let mut cells = Vec::new();
    let mut start = line.start;
    for (at, c) in part.char_indices().filter(|(_, c)| *c == mark) {
        cells.push(start..line.start + at);
        start = line.start + at + c.len_utf8();
    }
    cells.push(start..line.end);
    if mark == ' ' {
        cells.retain(|cell| !text.get(cell).trim().is_empty());
    }
    if mark == '|' {
        // The bars at both edges make no cells.
        if cells.first().is_some_and(|cell| text.get(cell).trim().is_empty()) {
            cells.remove(0);
        }
        if cells.last().is_some_and(|cell| text.get(cell).trim().is_empty()) {
            cells.pop();
        }
    }
    cells
}

/// The rows of the table, if the text has one.
pub(crate) fn find(text: &Text) -> Option<Vec<Owned>> {
    rows(text).or_else(|| unrolled(text))
}

/// A table that lost its columns in pasting: the headers line by line, then the cells line by line.
fn unrolled(text: &Text) -> Option<Vec<Owned>> {
    let lines: Vec<&Range<usize>> = text.lines().iter().filter(|line| !text.get(line).trim().is_empty()).collect();
    let header = |line: &Range<usize>| column(text.get(line)).filter(|_| text.get(line).trim().chars().count() <= 6);
    let start =
        (0..lines.len()).find(|i| lines[*i..].iter().take(3).filter(|line| header(line).is_some()).count() == 3)?;
    let mut columns: Vec<Column> = lines[start..].iter().map_while(|line| header(line)).take(12).collect();
    let width = columns.len();
    let first = columns.iter().position(|c| *c == Column::Title)?;
    for (i, column) in columns.iter_mut().enumerate() {
        if *column == Column::Title && i != first {
            *column = Column::Other;
        }
    }
    let mut rows: Vec<Owned> = Vec::new();
    for row in lines[start + width..].chunks_exact(width) {
        let cell = |i: usize| text.trim(row[i].clone());
        if !crate::posts::titles::ends_in_title(text.get(&cell(first))) {
            break;
        }
        let mut owned = Owned { own: row.iter().map(|line| (*line).clone()).collect(), ..Owned::default() };
        owned.cells.is_row = true;
        for (i, column) in columns.iter().enumerate().filter(|(i, _)| !cell(*i).is_empty()) {
            fill(text, &mut owned, *column, cell(i), None);
        }
        rows.push(owned);
    }
    (rows.len() > 1).then_some(rows)
}

fn rows(text: &Text) -> Option<Vec<Owned>> {
    let (at, mark, columns) = header(text)?;
    let units: Vec<_> =
        cells(text, &text.lines()[at], mark).iter().map(|cell| bare_wage_unit(text.get(cell))).collect();
    let mut rows: Vec<Owned> = Vec::new();
    let mut employer: Option<Range<usize>> = None;
    let mut shared: Vec<(Column, Range<usize>)> = Vec::new();
    for line in &text.lines()[at + 1..] {
        let part = text.get(line);
        let row = cells(text, line, mark);
        let ruled = part.chars().all(|c| matches!(c, '-' | '|' | ' ' | ':' | '=' | '+'));
        if ruled || part.trim().is_empty() {
            continue;
        }
        if row.len() < 2 || (matches!(mark, ' ' | ',') && row.len() + 1 < columns.len()) {
            // A cell broken over the line end goes on; anything else ends the table.
            let broken = part.chars().count() <= 6 && !rows.is_empty() && !matches!(mark, ' ' | ',');
            if broken {
                continue;
            }
            break;
        }
        let mut owned = Owned { own: vec![line.clone()], ..Owned::default() };
        owned.cells.is_row = true;
        for (i, cell) in row.iter().enumerate() {
            let Some(column) = columns.get(i) else { continue };
            let cell = text.trim(cell.clone());
            if cell.is_empty() {
                continue;
            }
            fill(text, &mut owned, *column, cell, units.get(i).copied().flatten());
        }
        if owned.title.is_none() {
            continue;
        }
        // A merged employer stands in its first row only.
        match &owned.cells.employer {
            Some(own) if employer.as_ref() != Some(own) => {
                employer = Some(own.clone());
                shared.clear();
            }
            _ => owned.cells.employer = employer.clone(),
        }
        carry(&mut owned.cells, &mut shared);
        rows.push(owned);
    }
    (!rows.is_empty()).then_some(rows)
}

/// Contacts and places merged over the rows of one employer.
fn carry(cells: &mut Cells, shared: &mut Vec<(Column, Range<usize>)>) {
    for (column, cell) in [(Column::Contact, &mut cells.contact), (Column::Place, &mut cells.place)] {
        match cell {
            Some(cell) => {
                shared.retain(|(kind, _)| *kind != column);
                shared.push((column, cell.clone()));
            }
            None => *cell = shared.iter().find(|(kind, _)| *kind == column).map(|(_, at)| at.clone()),
        }
    }
}

fn fill(text: &Text, owned: &mut Owned, column: Column, cell: Range<usize>, unit: Option<super::Unit>) {
    match column {
        Column::Title => {
            let title: String = text.get(&cell).chars().filter(|c| !c.is_whitespace()).collect();
            owned.title = Some((cell, title));
        }
        Column::Headcount => owned.cells.headcount = Some(cell),
        Column::Wage => {
            owned.cells.wage = Some(cell);
            owned.cells.wage_unit = unit;
        }
        Column::Employer => owned.cells.employer = Some(cell),
        Column::Place => owned.cells.place = Some(cell),
        Column::Contact => owned.cells.contact = Some(cell),
        Column::Age => owned.cells.age = Some(cell),
        Column::Gender => owned.cells.gender = Some(cell),
        Column::Education => owned.cells.education = Some(cell),
        Column::Number | Column::Other => {}
    }
}

/// The header line: its number, the mark between its cells, and the columns.
fn header(text: &Text) -> Option<(usize, char, Vec<Column>)> {
    for (at, line) in text.lines().iter().enumerate().take(60) {
        for mark in ['\t', '|', ' ', ','] {
            let row = cells(text, line, mark);
            let known: Vec<Option<Column>> = row.iter().map(|cell| column(text.get(cell))).collect();
            let named = known.iter().flatten().count();
            let enough = if mark == ',' {
                named >= 3 && named + 1 >= known.len()
            } else if mark == ' ' {
                named == known.len() && named >= 3
            } else {
                named >= 2 && 2 * named >= known.len()
            };
            let title = known.contains(&Some(Column::Title));
            let digits = text.get(line).contains(|c: char| c.is_ascii_digit());
            if enough && title && !digits {
                let mut columns: Vec<Column> = known.into_iter().map(|c| c.unwrap_or(Column::Other)).collect();
                // Only the first column of titles names the job.
                let first = columns.iter().position(|c| *c == Column::Title);
                for (i, c) in columns.iter_mut().enumerate() {
                    if *c == Column::Title && Some(i) != first {
                        *c = Column::Other;
                    }
                }
                return Some((at, mark, columns));
            }
        }
    }
    None
}

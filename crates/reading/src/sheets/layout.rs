//! Where the table is: the lines of its header, under titles, with merged levels.

use super::clean::{fold, is_han, trim};
use super::grid::{Cell, Grid, Merge, Raw, Texts};
use super::mapping::{Header, is_header_word, normal};
use std::collections::HashMap;

/// How many filled lines are looked at for a header.
const SEARCHED: usize = 40;
/// No printed header is deeper.
const MAX_DEPTH: u32 = 4;

/// The header of a table.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// First and last line of the header.
    pub(super) top: u32,
    pub(super) bottom: u32,
    /// Header of each column, from column 0.
    pub(super) headers: Vec<Header>,
}

/// Text of a cell; numbers are written plainly.
pub(super) fn text_of(raw: Raw, texts: &Texts) -> String {
    match raw {
        Raw::Text(number) => texts.get(number).to_owned(),
        Raw::Number(n) => super::cells::plain_number(n),
        Raw::Date(y, m, d, ..) => format!("{y:04}-{m:02}-{d:02}"),
        Raw::Bool(yes) => yes.to_string(),
        Raw::Error => String::new(),
    }
}

/// Finds the header: the line with most known words, and the lines merged with it.
pub(super) fn find(grid: &Grid, texts: &Texts) -> Option<Layout> {
    let mut best: Option<(f32, u32)> = None;
    for (line, cells) in grid.lines().take(SEARCHED) {
        let score = header_score(line, cells, grid, texts);
        if score >= 2.0 && best.is_none_or(|(most, _)| score > most * 1.15) {
            best = Some((score, line));
        }
    }
    let (_, line) = best?;
    let (top, bottom) = extend(line, grid, texts);
    Some(Layout { top, bottom, headers: flatten(top, bottom, grid, texts) })
}

/// Known words count 1, other short texts a little, values against it.
fn header_score(line: u32, cells: &[Cell], grid: &Grid, texts: &Texts) -> f32 {
    if cells.len() < 2 || is_title(line, cells, grid, texts) {
        return 0.0;
    }
    let mut score = 0.0;
    for cell in cells {
        score += match cell.raw {
            Raw::Text(number) => {
                let text = texts.get(number);
                let word = Header::new(vec![text.to_owned()]);
                if word.names_field() {
                    1.0
                } else if is_label(text) {
                    0.2
                } else {
                    -0.5
                }
            }
            Raw::Error => 0.0,
            _ => -0.6,
        };
    }
    score
}

/// A short text without figures that could head a column.
fn is_label(text: &str) -> bool {
    let folded = fold(text);
    let signs = folded.chars().count();
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    (1..=24).contains(&signs)
        && digits * 3 <= signs
        && folded.chars().any(|c| is_han(c) || c.is_alphabetic())
        && (!folded.contains(':') || folded.starts_with("其中"))
}

/// A line of few cells that are merged wide, or that states something (单位：…).
fn is_title(line: u32, cells: &[Cell], grid: &Grid, texts: &Texts) -> bool {
    let wide = |cell: &Cell| {
        grid.merges
            .iter()
            .any(|m| m.top == line && m.left == cell.column && m.right - m.left >= grid.width().max(4) / 2)
    };
    cells.iter().any(wide) || cells.len() <= 3 && cells.iter().any(|c| text_of(c.raw, texts).contains(['：', ':']))
}

/// The lines above and below that belong to the header.
fn extend(line: u32, grid: &Grid, texts: &Texts) -> (u32, u32) {
    let (mut top, mut bottom) = (line, line);
    for _ in 0..MAX_DEPTH {
        for m in &grid.merges {
            let touches = m.top <= bottom && m.bottom >= top;
            let sane = m.is_tall() && m.bottom - m.top < MAX_DEPTH && bottom.max(m.bottom) - top.min(m.top) < MAX_DEPTH;
            // A value merged over lines just below the header does not begin inside it.
            if touches && sane && m.top <= line {
                (top, bottom) = (top.min(m.top), bottom.max(m.bottom));
            }
        }
    }
    while bottom - top + 1 < MAX_DEPTH && top > 1 && is_upper(top - 1, top, grid, texts) {
        top -= 1;
    }
    while bottom - top + 1 < MAX_DEPTH && is_lower(bottom + 1, top, bottom, grid, texts) {
        bottom += 1;
    }
    (top, bottom)
}

/// A line of group names above the header line.
fn is_upper(line: u32, top: u32, grid: &Grid, texts: &Texts) -> bool {
    let cells = grid.line(line);
    if cells.len() < 2 || is_title(line, cells, grid, texts) {
        return false;
    }
    let labels = cells.iter().filter(|c| is_label(&text_of(c.raw, texts))).count();
    let known = cells.iter().filter(|c| is_header_word(&normal(&text_of(c.raw, texts)))).count();
    let merged = grid.merges.iter().filter(|m| m.top == line && m.is_wide()).count();
    // Columns without a name of their own in the header line must be named above it.
    let holes = cells.iter().filter(|c| grid.cell(top, c.column).is_none()).count();
    labels == cells.len() && (merged > 0 || holes > 0) && known * 3 >= cells.len()
}

/// A line of names below group names.
fn is_lower(line: u32, top: u32, bottom: u32, grid: &Grid, texts: &Texts) -> bool {
    let cells = grid.line(line);
    let groups = grid.merges.iter().filter(|m| (top..=bottom).contains(&m.top) && m.bottom <= bottom && m.is_wide());
    let groups: Vec<&Merge> = groups.collect();
    let below_group = |c: &Cell| groups.iter().any(|m| (m.left..=m.right).contains(&c.column));
    let below_hole = |c: &Cell| (top..=bottom).all(|l| grid.cell(l, c.column).is_none());
    let label = |c: &Cell| is_label(&text_of(c.raw, texts));
    let known = cells.iter().filter(|c| is_header_word(&normal(&text_of(c.raw, texts)))).count();
    if cells.len() < 2 || !cells.iter().all(label) {
        return false;
    }
    if !groups.is_empty() {
        return cells.iter().all(|c| below_group(c) || below_hole(c)) && known * 3 >= cells.len();
    }
    // Without merged cells: most names fill holes of the line above or stand below its groups.
    let holes = cells.iter().filter(|c| below_hole(c)).count();
    holes > 0 && known * 2 >= cells.len() && cells.len() < grid.line(bottom).len() + holes
}

/// Headers by column, upper levels first; merged cells name all they cover.
fn flatten(top: u32, bottom: u32, grid: &Grid, texts: &Texts) -> Vec<Header> {
    let mut covered: HashMap<(u32, u32), (u32, u32)> = HashMap::new();
    for m in grid.merges.iter().filter(|m| m.top <= bottom && m.bottom >= top) {
        for line in m.top.max(top)..=m.bottom.min(bottom) {
            for column in m.left..=m.right.min(grid.width()) {
                covered.insert((line, column), (m.top, m.left));
            }
        }
    }
    let groups = spread_groups(top, bottom, grid, &covered);
    let mut headers = Vec::new();
    for column in 0..grid.width() {
        let mut origins: Vec<(u32, u32)> = Vec::new();
        for line in top..=bottom {
            let origin = covered.get(&(line, column)).copied().unwrap_or((line, column));
            let origin = groups.get(&(line, column)).copied().unwrap_or(origin);
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        let parts = origins.into_iter().filter_map(|(line, column)| grid.cell(line, column));
        let parts = parts.map(|raw| trim(&text_of(raw, texts)).to_owned()).filter(|part| !part.is_empty());
        headers.push(Header::new(parts.collect()));
    }
    headers
}

/// Files without merged cells (CSV) leave the cells right of a group name empty: they belong to it.
fn spread_groups(
    top: u32,
    bottom: u32,
    grid: &Grid,
    covered: &HashMap<(u32, u32), (u32, u32)>,
) -> HashMap<(u32, u32), (u32, u32)> {
    let mut groups = HashMap::new();
    for line in top..bottom {
        let mut group: Option<u32> = None;
        for column in 0..grid.width() {
            let named_below = (line + 1..=bottom).any(|l| grid.cell(l, column).is_some());
            let merged = covered.contains_key(&(line, column));
            match grid.cell(line, column) {
                Some(_) => group = (named_below && !merged).then_some(column),
                None if merged || !named_below => group = None,
                None => {
                    if let Some(left) = group {
                        groups.insert((line, column), (line, left));
                    }
                }
            }
        }
    }
    groups
}

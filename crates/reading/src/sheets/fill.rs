//! Fill-down: cells merged over several lines, and columns filled only on the first line of a block.

use super::field::FieldId;
use super::fields as f;
use super::grid::{Grid, Raw, at};
use super::mapping::Mapped;
use std::collections::{HashMap, HashSet};

/// Values that lines take over from lines above.
#[derive(Default)]
pub(super) struct Filled {
    from: HashMap<(u32, u32), (u32, u32)>,
}

impl Filled {
    /// The cell that speaks for this place: its own, or one above.
    pub(super) fn cell(&self, grid: &Grid, line: u32, column: u32) -> Option<Raw> {
        let (line, column) = self.from.get(&(line, column)).copied().unwrap_or((line, column));
        grid.cell(line, column)
    }

    /// Whether nothing is taken over at all.
    pub(super) fn is_empty(&self) -> bool {
        self.from.is_empty()
    }
}

/// Below this share of blank cells a blank is a gap, not a block.
const BLOCK: f64 = 0.15;

/// Finds what the data lines of a sheet take over.
pub(super) fn find(grid: &Grid, data: &[u32], columns: &[Option<Mapped>]) -> Filled {
    let mut filled = Filled::default();
    let lines: HashSet<u32> = data.iter().copied().collect();
    for m in grid.merges.iter().filter(|m| m.is_tall() && m.bottom - m.top <= data.len() as u32 + 1000) {
        for line in (m.top + 1..=m.bottom).filter(|line| lines.contains(line)) {
            filled.from.insert((line, m.left), (m.top, m.left));
        }
    }
    for leader in [f::HELPER_NAME, f::HOUSEHOLD_HEAD_NAME, f::HOUSEHOLD_NO, f::VACANCY_EMPLOYER, f::HOUSEHOLD_HEAD_ID] {
        block(grid, data, columns, leader, &mut filled);
    }
    for level in [f::PLACE_PROVINCE, f::PLACE_CITY, f::PLACE_COUNTY, f::PLACE_TOWNSHIP, f::PLACE_VILLAGE] {
        block(grid, data, columns, level, &mut filled);
    }
    filled
}

/// Whether a field belongs to the block that a leading field heads.
fn follows(field: FieldId, leader: FieldId) -> bool {
    match leader.area() {
        "helper" => field.area() == "helper",
        "household" => {
            matches!(field.area(), "household" | "welfare") || field == f::PLACE_TOWNSHIP || field == f::PLACE_VILLAGE
        }
        "vacancy" => matches!(
            field,
            f::VACANCY_EMPLOYER
                | f::VACANCY_CREDIT_CODE
                | f::VACANCY_INDUSTRY
                | f::VACANCY_ADDRESS
                | f::VACANCY_CONTACT
                | f::VACANCY_CONTACT_NAME
                | f::VACANCY_CONTACT_PHONE
                | f::VACANCY_PLACE
        ),
        _ => field == leader,
    }
}

fn block(grid: &Grid, data: &[u32], columns: &[Option<Mapped>], leader: FieldId, filled: &mut Filled) {
    let column_of = |field: FieldId| columns.iter().position(|c| *c == Some(Mapped::Field(field))).map(|c| c as u32);
    let Some(head) = column_of(leader) else { return };
    let has = |filled: &Filled, line: u32, column: u32| {
        filled.from.contains_key(&(line, column)) || at(grid.line(line), column).is_some()
    };
    let blank = data.iter().filter(|line| !has(filled, **line, head)).count();
    let first = data.first().is_some_and(|line| has(filled, *line, head));
    if !first || (blank as f64) < BLOCK * data.len() as f64 {
        return;
    }
    // The serial number of the block starts a block even where the name is missing.
    let seq = column_of(f::ROW_SEQ).filter(|seq| data.iter().any(|line| !has(filled, *line, *seq)));
    let starts: Vec<bool> =
        data.iter().map(|line| has(filled, *line, head) || seq.is_some_and(|s| has(filled, *line, s))).collect();
    let inside = starts.iter().filter(|start| !**start).count();
    for (column, mapped) in columns.iter().enumerate() {
        let Some(Mapped::Field(field)) = mapped else { continue };
        let column = column as u32;
        let stray = data.iter().zip(&starts).filter(|(line, start)| !**start && has(filled, **line, column)).count();
        let belongs = follows(*field, leader) || Some(column) == seq;
        if !belongs || stray * 50 > inside {
            continue;
        }
        let mut origin = None;
        for (line, start) in data.iter().zip(&starts) {
            if *start {
                origin = Some(*line);
            } else if let Some(origin) = origin
                && !has(filled, *line, column)
            {
                let source = filled.from.get(&(origin, column)).copied().unwrap_or((origin, column));
                filled.from.insert((*line, column), source);
            }
        }
    }
}

//! Which words of a post belong to which vacancy.

mod heads;
mod scope;
mod table;
mod tokens;

use std::ops::Range;

use super::draft::Unit;

pub(crate) use heads::find as heads;
pub(crate) use scope::assign;
pub(crate) use table::find as table;

/// The place where a vacancy is named.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Head {
    /// The job words.
    pub(crate) at: Range<usize>,
    pub(crate) title: String,
    /// Number of the group of jobs named together that share what follows.
    pub(crate) group: usize,
    /// Told later by the short form of an earlier job, or a new job.
    pub(crate) refers: Option<usize>,
}

/// What a vacancy owns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Owned {
    pub(crate) title: Option<(Range<usize>, String)>,
    /// Words of its own.
    pub(crate) own: Vec<Range<usize>>,
    /// Words it shares with the jobs named together with it.
    pub(crate) group: Vec<Range<usize>>,
    /// Words of its employer's part of the text.
    pub(crate) block: Vec<Range<usize>>,
    /// Cells whose column tells what they are.
    pub(crate) cells: Cells,
}

/// Cells of a table row by the meaning of their column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    pub(crate) headcount: Option<Range<usize>>,
    pub(crate) wage: Option<Range<usize>>,
    pub(crate) wage_unit: Option<Unit>,
    pub(crate) employer: Option<Range<usize>>,
    pub(crate) place: Option<Range<usize>>,
    pub(crate) contact: Option<Range<usize>>,
    pub(crate) age: Option<Range<usize>>,
    pub(crate) gender: Option<Range<usize>>,
    pub(crate) education: Option<Range<usize>>,
    pub(crate) is_row: bool,
}

//! The lines of a file as they stand, for showing them back to whoever handed them in.

use super::layout::text_of;
use super::{ReadError, source};

/// One sheet as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainSheet {
    /// Name as in [`Sheet::name`](super::Sheet::name).
    pub name: String,
    /// All lines from the first one on, cells as text; blank lines are empty.
    pub lines: Vec<Vec<String>>,
}

/// The lines of all sheets of a file, dates as 2020-03-18, numbers without needless zeros.
///
/// # Errors
/// As for [`read`](super::read).
pub fn plain(bytes: &[u8]) -> Result<Vec<PlainSheet>, ReadError> {
    let book = source::read(bytes)?;
    let sheets = book.grids.iter().map(|grid| {
        let mut lines: Vec<Vec<String>> = Vec::new();
        for (line, cells) in grid.lines() {
            lines.resize_with((line as usize).max(lines.len()), Vec::new);
            let Some(row) = lines.last_mut() else { continue };
            for cell in cells {
                row.resize((cell.column as usize).max(row.len()), String::new());
                row.push(text_of(cell.raw, &book.texts));
            }
        }
        PlainSheet { name: grid.name.clone(), lines }
    });
    Ok(sheets.collect())
}

//! Lists: filtered, sorted, paged, with their totals.

mod bridge;
mod households;
mod vacancies;
mod work;

pub use bridge::{DecidedPair, ProposalFilter, ProposalRow, UncoveredRow};
pub use households::{HouseholdFilter, HouseholdRow, HouseholdSort};
pub use vacancies::VacancyFilter;

use crate::db::Source;
use crate::error::StoreError;
use crate::value::{Row, Sql};

/// Which part of a list: so many rows behind so many others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Rows left out before.
    pub offset: u32,
    /// Rows at most.
    pub size: u32,
}

impl Page {
    /// The first rows.
    pub const fn first(size: u32) -> Self {
        Self { offset: 0, size }
    }
}

/// A part of a list and the length of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Rows of the whole list.
    pub total: u32,
}

/// Runs a list: `condition` is `FROM … WHERE …` with its values, put behind the columns for the page and behind a count for the total.
async fn list<T>(
    source: &Source,
    columns: &'static str,
    condition: impl Fn(&mut Sql),
    order: &'static str,
    page: Page,
    read: impl Fn(&Row) -> Result<T, StoreError>,
) -> Result<Listed<T>, StoreError> {
    let mut count = Sql::new("SELECT COUNT(*)");
    condition(&mut count);
    let total = source.first(count).await?.map_or(Ok(0), |row| row.count(0))?;
    if total <= page.offset || page.size == 0 {
        return Ok(Listed { rows: Vec::new(), total });
    }
    let mut sql = Sql::new("SELECT ");
    sql.push(columns);
    condition(&mut sql);
    sql.push(order).push_with(" LIMIT ", page.size).push_with(" OFFSET ", page.offset);
    let rows = source.all(sql).await?.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Listed { rows, total })
}

/// The first text behind all texts that begin with `prefix`.
fn beyond(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

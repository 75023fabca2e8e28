//! Lists: filtered, sorted, paged, with their totals.

mod bridge;
mod figures;
mod households;
mod reseat;
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

/// The statements of a list: for its total and for one page.
struct Statements {
    count: Sql,
    page: Sql,
    at: Page,
}

impl Statements {
    /// `condition` is ` FROM … WHERE …` with its values, put behind the columns for the page and behind a count for the total.
    fn new(columns: &'static str, condition: impl Fn(&mut Sql), order: &'static str, at: Page) -> Self {
        let mut count = Sql::new("SELECT COUNT(*)");
        condition(&mut count);
        let mut page = Sql::new("SELECT ");
        page.push(columns);
        condition(&mut page);
        page.push(order).push_with(" LIMIT ", at.size).push_with(" OFFSET ", at.offset);
        Self { count, page, at }
    }

    async fn run(self, source: &Source) -> Result<Listed<Row>, StoreError> {
        let total = source.first(self.count).await?.map_or(Ok(0), |row| row.count(0))?;
        let some = total > self.at.offset && self.at.size > 0;
        let rows = if some { source.all(self.page).await? } else { Vec::new() };
        Ok(Listed { rows, total })
    }
}

impl Listed<Row> {
    fn read<T>(self, read: impl Fn(&Row) -> Result<T, StoreError>) -> Result<Listed<T>, StoreError> {
        Ok(Listed { rows: self.rows.iter().map(read).collect::<Result<_, _>>()?, total: self.total })
    }
}

/// The first text behind all texts that begin with `prefix`.
fn beyond(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

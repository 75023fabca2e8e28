//! What pages show: one file a page, plain data out. Every function takes a [`Scope`](domain::access::Scope) and reads through the store;
//! what lies outside the scope is not found. Personal data leaves here masked, in full only after [`Command::Unmask`](domain::door::Command).

pub mod accounts;
pub mod bridge;
pub mod findings;
pub mod household;
pub mod households;
pub mod imports;
pub mod journal;
pub mod places;
pub mod today;
pub mod vacancies;
pub mod vacancy;

/// A page of a longer list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// Rows in the whole list.
    pub total: u32,
}

impl<T> From<store::Listed<T>> for Page<T> {
    fn from(listed: store::Listed<T>) -> Self {
        Self { rows: listed.rows, total: listed.total }
    }
}

impl<T> Page<T> {
    /// The same page with other rows.
    fn map<U>(self, make: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(make).collect(), total: self.total }
    }
}

/// Part of a list: page `page` (from 1) of `size` rows.
fn part(page: u32, size: u32) -> store::Page {
    store::Page { offset: page.saturating_sub(1).saturating_mul(size), size }
}

//! What pages show: one file a page, plain data out. Every function takes a [`Scope`](domain::access::Scope) and reads through the store;
//! what lies outside the scope is not found. Personal data leaves here masked, in full only after [`Command::Unmask`](domain::door::Command).

pub mod accounts;
pub mod bridge;
pub mod household;
pub mod households;
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

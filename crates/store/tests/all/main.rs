//! The store through its public interface, on both databases.

#[macro_use]
mod support;
mod ledger;
mod journal;

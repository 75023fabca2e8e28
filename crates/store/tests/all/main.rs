//! The store through its public interface, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should fail there")]

#[macro_use]
mod support;
mod backup;
mod cutoff;
mod journal;
mod ledger;
mod lists;
mod logins;
mod schema;
mod secrets;

//! The office: use cases, one a file; the door for writes; queries for pages.
//!
//! [`Office`] is what the pages and the command line hold. Everything that writes goes through [`Office::submit`]; everything that reads
//! takes a [`Scope`](domain::access::Scope).

pub mod accounts;
pub mod bridge;
pub mod clock;
mod digest;
mod door;
mod error;
pub mod export;
mod family;
pub mod ids;
pub mod import;
mod keep;
pub mod posts;
pub mod queries;
mod screening;
mod setup;

pub use error::OfficeError;
pub use keep::Health;
pub use screening::{Found, Screened};
pub use setup::{Office, Place};

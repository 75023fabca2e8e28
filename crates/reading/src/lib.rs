//! Reading what offices really receive: workbooks, pasted posts and job titles.
//!
//! Nothing here does I/O or reads a clock: bytes and dates come in as arguments.

pub mod occupations;
pub mod posts;
pub mod screening;
pub mod sheets;

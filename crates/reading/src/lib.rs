//! Reading what offices really receive: workbooks and job titles, and later pasted posts.
//!
//! Nothing here does I/O or reads a clock: bytes and dates come in as arguments.

pub mod occupations;
pub mod sheets;

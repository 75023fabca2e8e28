//! Reading what offices really receive: workbooks, and later pasted posts and job titles.
//!
//! Nothing here does I/O or reads a clock: bytes and dates come in as arguments.

pub mod sheets;

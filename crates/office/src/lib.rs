//! office

pub mod queries;

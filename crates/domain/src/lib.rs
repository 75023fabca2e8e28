//! domain

pub mod codes;

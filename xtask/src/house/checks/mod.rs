//! The checks, one rule of the house each.

pub mod dependencies;
pub mod edges;
pub mod errors;
pub mod hard_text;
pub mod headers;
pub mod leaks;
pub mod lengths;
pub mod links;
pub mod messages;
pub mod names;
pub mod panics;
pub mod persons;
pub mod purity;
pub mod sql;
pub mod templates;

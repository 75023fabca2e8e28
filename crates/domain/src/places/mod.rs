//! Places: regions by code, areas as ranges of codes.

mod region;

pub use region::{Area, Level, NotARegion, Region};

//! Names of places for pages.

use domain::places::{Edition, Level, Region, gazetteer};

/// Name of a region as people say it, when a list knows it.
pub fn name(region: Region) -> Option<String> {
    gazetteer().latest(region).map(|place| place.spoken())
}

/// The parts an area is shown by: townships of a county, villages of a township.
pub fn parts(region: Region, edition: Edition) -> Vec<Region> {
    gazetteer().children(region, edition).map(|place| place.region).collect()
}

/// The level at which an area is broken down.
pub fn part_level(region: Region) -> Level {
    match region.level() {
        Level::Province => Level::City,
        Level::City => Level::County,
        Level::County => Level::Township,
        Level::Township | Level::Village => Level::Village,
    }
}

//! How long a way takes, and where the figure is from.

use std::collections::BTreeMap;

/// Where a travel time comes from; shown beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Typed in or imported.
    Table,
    /// The straight line, made longer by the terrain, at the speed of the van.
    Estimate,
}

/// What is known about ways. Times are whole minutes, rounded up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roads {
    /// A way is so much longer than the straight line, in thousandths: about 1,300 in plains, 1,700 in mountains.
    pub terrain: u32,
    /// Metres a minute.
    pub speed: u32,
    /// Minutes from one point to another, by the numbers of [`super::Campaign::point`] (depots by
    /// [`super::Campaign::depot`]); one direction each.
    pub table: BTreeMap<(usize, usize), u32>,
}

impl Roads {
    /// Minutes between two points and where the figure is from.
    #[must_use]
    pub fn minutes(&self, from: (usize, super::Point), to: (usize, super::Point)) -> (u32, Source) {
        if let Some(&minutes) = self.table.get(&(from.0, to.0)) {
            return (minutes, Source::Table);
        }
        let metres = straight(from.1, to.1) * f64::from(self.terrain) / 1_000.0;
        ((metres / f64::from(self.speed.max(1))).ceil() as u32, Source::Estimate)
    }
}

/// Metres between two points on the globe, by plane triangles in one strip of latitude: good to a thousandth within a province.
fn straight(a: super::Point, b: super::Point) -> f64 {
    const DEGREE: f64 = 111_195.0;
    let middle = (f64::midpoint(a.lat, b.lat)).to_radians();
    let (dx, dy) = ((a.lon - b.lon) * middle.cos(), a.lat - b.lat);
    DEGREE * (dx * dx + dy * dy).sqrt()
}

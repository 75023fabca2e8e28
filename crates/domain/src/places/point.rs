//! Points on the earth: where places are, how well that is known, and how far apart they are.

use serde::{Deserialize, Serialize};

use super::{Edition, Gazetteer, Level, Region, list, texts};
use crate::codes::vocabulary;

/// Longitude and latitude in degrees, WGS84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6371.0088;

impl Point {
    /// Great-circle distance in kilometres (haversine).
    pub fn distance_km(self, other: Self) -> f64 {
        let (lat1, lat2) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((lat2 - lat1) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let h = half_lat * half_lat + lat1.cos() * lat2.cos() * half_lon * half_lon;
        2.0 * EARTH_RADIUS_KM * h.min(1.0).sqrt().asin()
    }

    /// Road distance estimated from the great circle and the terrain, in kilometres.
    pub fn road_km(self, other: Self, terrain: Terrain) -> f64 {
        self.distance_km(other) * terrain.detour_factor()
    }
}

vocabulary! {
    /// Terrain, as far as it lengthens roads.
    Terrain "terrain" {
        Plain "plain" "平川",
        Hills "hills" "丘陵",
        Mountains "mountains" "山区",
    }
}

impl Terrain {
    /// Road length over the great circle. Hills: 1.33, the mean reported for China by Ballou, Rahardja and Sakai, "Selected
    /// country circuity factors for road travel distance estimation", Transportation Research A 36 (2002). Plain and
    /// mountains lie either side of it by our own estimate; trips recorded with an odometer say better.
    pub const fn detour_factor(self) -> f64 {
        match self {
            Self::Plain => 1.25,
            Self::Hills => 1.33,
            Self::Mountains => 1.6,
        }
    }
}

/// A point and how far it can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spot {
    /// Where.
    pub point: Point,
    /// Probable error in metres.
    pub precision_m: u32,
    /// Placed by rule, not surveyed: show as approximate, and say so beside every distance made from it.
    pub synthetic: bool,
    /// Where it comes from.
    pub source: &'static str,
}

/// Points by code: of the country, and of the editions that have them (2020, 2023).
#[derive(Debug)]
pub(super) struct Spots {
    nation: Vec<(Region, Spot)>,
    editions: [Vec<(Region, Spot)>; 2],
}

impl Spots {
    pub(super) fn load() -> Self {
        let nation = list::rows::<9>(texts::COUNTIES);
        let nation = nation.filter_map(|[code, .., lon, lat, source]| {
            // A seat is good to about a kilometre; the inner point of an outline says only which county.
            let precision_m = if source == "seat" { 1_000 } else { 20_000 };
            let point = Point { lon: lon.parse().ok()?, lat: lat.parse().ok()? };
            Some((code.parse().ok()?, Spot { point, precision_m, synthetic: false, source }))
        });
        let texts = [
            include_str!("../../data/places/datong_points_2020.csv"),
            include_str!("../../data/places/datong_points_2023.csv"),
        ];
        Self { nation: sorted(nation), editions: texts.map(|text| sorted(list::rows::<9>(text).filter_map(spot))) }
    }
}

fn spot([code, _, _, _, lon, lat, source, precision, synthetic]: [&'static str; 9]) -> Option<(Region, Spot)> {
    let point = Point { lon: lon.parse().ok()?, lat: lat.parse().ok()? };
    let spot = Spot { point, precision_m: precision.parse().ok()?, synthetic: synthetic != "false", source };
    Some((code.parse().ok()?, spot))
}

fn sorted(spots: impl Iterator<Item = (Region, Spot)>) -> Vec<(Region, Spot)> {
    let mut spots: Vec<_> = spots.collect();
    spots.sort_unstable_by_key(|(region, _)| *region);
    spots
}

impl Gazetteer {
    /// The point of a place. The edition of 2019 has no points of its own: its codes are followed to 2020.
    pub fn spot(&self, region: Region, edition: Edition) -> Option<&Spot> {
        let (region, spots) = match edition {
            Edition::Y2019 => (self.crosswalk(region, Edition::Y2019, Edition::Y2020).to?, &self.spots.editions[0]),
            Edition::Y2020 => (region, &self.spots.editions[0]),
            Edition::Y2023 => (region, &self.spots.editions[1]),
        };
        let find = |spots: &'_ [(Region, Spot)]| spots.binary_search_by_key(&region, |(r, _)| *r).ok();
        let listed = find(spots).map(|at| &spots[at].1);
        listed.or_else(|| find(&self.spots.nation).map(|at| &self.spots.nation[at].1))
    }

    /// The point of a place or else of the next place above that has one.
    pub fn spot_or_above(&self, region: Region, edition: Edition) -> Option<&Spot> {
        std::iter::successors(Some(region), |r| r.parent()).find_map(|up| self.spot(up, edition))
    }

    /// Great-circle distance between two places in kilometres, and whether it rests on real points of villages or counties
    /// on both sides; `None` when one has no point at county level or below.
    pub fn distance_km(&self, a: Region, b: Region, edition: Edition) -> Option<(f64, bool)> {
        let near =
            |region: Region| (region.level() >= Level::County).then(|| self.spot_or_above(region, edition)).flatten();
        let (a, b) = (near(a)?, near(b)?);
        Some((a.point.distance_km(b.point), !(a.synthetic || b.synthetic)))
    }
}

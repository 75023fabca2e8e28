//! How somebody gets from home to a vacancy: road distance where both points are known, and the band of the place.

use domain::codes::RegionClass;
use domain::places::{Edition, Level, Point, Region, Terrain, gazetteer, region_class};

/// How far a place is from home, by the borders between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// In the own township.
    Township,
    /// In the own county.
    County,
    /// In the own city, another county.
    City,
    /// In the own province, another city.
    Province,
    /// In another province.
    OtherProvince,
    /// Abroad.
    Overseas,
}

impl Band {
    /// The band from one region to another. `None` when the other is too coarse to say: a whole city or province around home.
    pub fn between(home: Region, place: Region) -> Option<Self> {
        region_class(home, place).map(Self::of_class)
    }

    /// The farthest band a wished class of region allows.
    pub const fn of_class(class: RegionClass) -> Self {
        match class {
            RegionClass::Township => Self::Township,
            RegionClass::County | RegionClass::CountyOutTownship => Self::County,
            RegionClass::City => Self::City,
            RegionClass::Province | RegionClass::ProvinceOutCounty => Self::Province,
            RegionClass::OtherProvince => Self::OtherProvince,
            RegionClass::Overseas => Self::Overseas,
        }
    }

    /// Key of the name of the band in the message files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Township => "band-township",
            Self::County => "band-county",
            Self::City => "band-city",
            Self::Province => "band-province",
            Self::OtherProvince => "band-other-province",
            Self::Overseas => "band-overseas",
        }
    }
}

/// The way from a home to a place of work, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Way {
    /// Road distance in metres, estimated from the straight line; `None` when a point is missing.
    pub metres: Option<u32>,
    /// Borders crossed; `None` when the place is not known or too coarse.
    pub band: Option<Band>,
}

impl Way {
    /// The way between two places.
    pub fn new(home: (Region, Option<Point>), place: (Option<Region>, Option<Point>), terrain: Terrain) -> Self {
        let metres = home.1.zip(place.1).map(|(a, b)| (a.road_km(b, terrain) * 1000.0).round().max(0.0) as u32);
        Self { metres, band: place.0.and_then(|place| Band::between(home.0, place)) }
    }

    /// Whether one can go there and back in a day when `limit_km` of road are not too far. By distance where it is known, else by
    /// borders: the own township yes, another county no, in between unknown.
    pub fn daily(self, limit_km: u32) -> Option<bool> {
        match (self.metres, self.band) {
            (Some(metres), _) => Some(u64::from(metres) <= u64::from(limit_km) * 1000),
            (None, Some(Band::Township)) => Some(true),
            (None, Some(Band::County) | None) => None,
            (None, Some(_)) => Some(false),
        }
    }
}

/// The point of a place, or of the township or county it lies in; `None` for cities and provinces, whose point says little.
pub(crate) fn point_of(region: Region, edition: Edition) -> Option<Point> {
    let known = (region.level() >= Level::County).then(|| gazetteer().spot_or_above(region, edition));
    known.flatten().map(|spot| spot.point)
}

//! Regions: the 12-digit statistical code of a place, as a number; an area is the half-open range of codes under a region.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A place by its 12-digit statistical code: province 2, city 2, county 2, township 3, village 3 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(u64);

/// The places under a region: a half-open range of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Area {
    /// First code.
    pub from: u64,
    /// First code beyond.
    pub to: u64,
}

/// The text was not 2, 4, 6, 9 or 12 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a place code has 2, 4, 6, 9 or 12 digits")]
pub struct NotARegion;

/// Value of one step at each level: province, city, county, township, village.
const STEPS: [u64; 5] = [10_000_000_000, 100_000_000, 1_000_000, 1_000, 1];

impl Region {
    /// A region by its number; `None` outside 11..=99 provinces.
    pub const fn new(code: u64) -> Option<Self> {
        if code >= 11 * STEPS[0] && code < 100 * STEPS[0] { Some(Self(code)) } else { None }
    }

    /// The region of a six-digit county, city or province code.
    pub const fn from_six(code: u32) -> Option<Self> {
        Self::new(code as u64 * STEPS[2])
    }

    /// The 12-digit number.
    pub const fn code(self) -> u64 {
        self.0
    }

    /// Level: 1 province, 2 city, 3 county, 4 township, 5 village.
    pub fn level(self) -> u8 {
        STEPS.iter().position(|step| self.0.is_multiple_of(*step)).map_or(5, |index| index as u8 + 1)
    }

    /// The six-digit county code it lies in (or is, padded: 140200 for a city).
    pub const fn county(self) -> u32 {
        (self.0 / STEPS[2]) as u32
    }

    /// The region at a level above; itself when it is not deeper.
    #[must_use]
    pub const fn at_level(self, level: u8) -> Self {
        let step = STEPS[level as usize - 1];
        Self(self.0 / step * step)
    }

    /// The township it lies in; itself when it is not deeper.
    #[must_use]
    pub const fn township(self) -> Self {
        self.at_level(4)
    }

    /// The codes under it, itself included.
    pub fn area(self) -> Area {
        Area { from: self.0, to: self.0 + STEPS[self.level() as usize - 1] }
    }

    /// Whether another region is under it or is it.
    pub fn contains(self, other: Self) -> bool {
        self.area().contains(other)
    }
}

impl Area {
    /// Whether a region lies in the area.
    pub const fn contains(self, region: Region) -> bool {
        self.from <= region.0 && region.0 < self.to
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

impl FromStr for Region {
    type Err = NotARegion;

    fn from_str(text: &str) -> Result<Self, NotARegion> {
        let level = [2, 4, 6, 9, 12].iter().position(|&digits| digits == text.len()).ok_or(NotARegion)?;
        let code: u64 = text.parse().map_err(|_| NotARegion)?;
        Self::new(code * STEPS[level]).ok_or(NotARegion)
    }
}

impl Serialize for Region {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

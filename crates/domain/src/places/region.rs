//! Regions and areas: the 12-digit statistical code as a number, and the half-open range of codes under it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Level of a region in the statistical hierarchy; greater is deeper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Province, autonomous region or municipality 省级.
    Province,
    /// Prefecture 地级.
    City,
    /// County, district or county-level city 县级.
    County,
    /// Town, township or street 乡级.
    Township,
    /// Village or residents' committee 村级.
    Village,
}

impl Level {
    /// Digits of the code that name a region of this level.
    pub const fn digits(self) -> u32 {
        match self {
            Self::Province => 2,
            Self::City => 4,
            Self::County => 6,
            Self::Township => 9,
            Self::Village => 12,
        }
    }

    /// How many 12-digit codes one region of this level spans.
    const fn span(self) -> u64 {
        10u64.pow(12 - self.digits())
    }
}

/// An administrative region: the 12-digit code of the statistics bureau (province 2, city 4, county 6, township 9,
/// village 12 digits, padded with zeros). Written and read as a string of digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(u64);

/// Text that is no region code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not a region code: expected 2, 4, 6, 9 or 12 digits")]
pub struct NotARegion {
    /// What stood there.
    pub found: String,
}

const FIRST: u64 = 110_000_000_000;
const LAST: u64 = 999_999_999_999;

impl Region {
    /// Region with this 12-digit code; `None` below 11… (the first province) or above 12 digits.
    pub const fn new(code: u64) -> Option<Self> {
        if code >= FIRST && code <= LAST { Some(Self(code)) } else { None }
    }

    /// Region of a six-digit code such as `140222`.
    pub const fn from_six(code: u32) -> Option<Self> {
        if code > 999_999 { None } else { Self::new(code as u64 * 1_000_000) }
    }

    /// The 12-digit code as a number, for storage.
    pub const fn code(self) -> u64 {
        self.0
    }

    /// Level of the region, told from its trailing zeros.
    pub const fn level(self) -> Level {
        if self.0.is_multiple_of(Level::Province.span()) {
            Level::Province
        } else if self.0.is_multiple_of(Level::City.span()) {
            Level::City
        } else if self.0.is_multiple_of(Level::County.span()) {
            Level::County
        } else if self.0.is_multiple_of(Level::Township.span()) {
            Level::Township
        } else {
            Level::Village
        }
    }

    /// The region one level up, by the digits. A county run by its province (429004) gets a city that no list names.
    pub const fn parent(self) -> Option<Self> {
        match self.level() {
            Level::Province => None,
            Level::City => Some(self.cut(Level::Province)),
            Level::County => Some(self.cut(Level::City)),
            Level::Township => Some(self.cut(Level::County)),
            Level::Village => Some(self.cut(Level::Township)),
        }
    }

    const fn cut(self, level: Level) -> Self {
        Self(self.0 - self.0 % level.span())
    }

    /// The region of `level` this one lies in; itself when it is not deeper.
    #[must_use]
    pub const fn at_level(self, level: Level) -> Self {
        self.cut(level)
    }

    /// Its province.
    #[must_use]
    pub const fn province(self) -> Self {
        self.cut(Level::Province)
    }

    /// Its prefecture; itself when it is a province.
    #[must_use]
    pub const fn city(self) -> Self {
        self.cut(Level::City)
    }

    /// Its township; itself when it is not deeper.
    #[must_use]
    pub const fn township(self) -> Self {
        self.cut(Level::Township)
    }

    /// The six-digit county code it lies in (or is, padded: 140200 for a city): the access boundary and the first
    /// column of every key. For townships of a prefecture without counties this is the prefecture (Dongguan 441900).
    pub const fn county(self) -> u32 {
        (self.0 / Level::County.span()) as u32
    }

    /// The county it lies in, as a region; itself when it is not deeper.
    #[must_use]
    pub const fn county_region(self) -> Self {
        self.cut(Level::County)
    }

    /// Whether `other` is this region or lies in it.
    pub const fn contains(self, other: Self) -> bool {
        self.area().contains(other)
    }

    /// All codes under this region, itself included.
    pub const fn area(self) -> Area {
        Area { from: self.0, to: self.0 + self.level().span() }
    }

    /// The significant digits: `14`, `1402`, `140222`, `140222210`, `140222210201`.
    pub fn prefix(self) -> String {
        let mut digits = self.to_string();
        digits.truncate(self.level().digits() as usize);
        digits
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({:012})", self.0)
    }
}

impl FromStr for Region {
    type Err = NotARegion;

    /// Reads a code of 2, 4, 6, 9 or 12 digits; shorter ones are padded with zeros.
    fn from_str(text: &str) -> Result<Self, NotARegion> {
        let digits = text.len();
        let number = (matches!(digits, 2 | 4 | 6 | 9 | 12) && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<u64>().ok())
            .flatten();
        number
            .and_then(|n| Self::new(n * 10u64.pow(12 - digits as u32)))
            .ok_or_else(|| NotARegion { found: text.to_owned() })
    }
}

impl Serialize for Region {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A half-open range of region codes: everything under one region, or the whole nation. A scope is this range
/// as a condition on a code column.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Area {
    /// First code inside.
    pub from: u64,
    /// First code beyond.
    pub to: u64,
}

impl Area {
    /// Every region of the country.
    pub const NATION: Self = Self { from: 0, to: LAST + 1 };

    /// The area of a six-digit code; the whole nation where no place can have it.
    pub fn of_six(code: u32) -> Self {
        Region::from_six(code).map_or(Self::NATION, Region::area)
    }

    /// Whether the region lies inside.
    pub const fn contains(self, region: Region) -> bool {
        self.from <= region.0 && region.0 < self.to
    }

    /// Whether every code of `other` lies inside.
    pub const fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// The smaller of two nested areas; `None` when they are apart. Areas never overlap partly.
    pub const fn meet(self, other: Self) -> Option<Self> {
        if self.covers(other) {
            Some(other)
        } else if other.covers(self) {
            Some(self)
        } else {
            None
        }
    }

    /// The region whose area this is; `None` for the nation.
    pub const fn region(self) -> Option<Region> {
        Region::new(self.from)
    }
}

impl From<Region> for Area {
    fn from(region: Region) -> Self {
        region.area()
    }
}

impl fmt::Display for Area {
    /// The code of its region; twelve zeros for the nation.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.from)
    }
}

impl fmt::Debug for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Area({:012}..{:012})", self.from, self.to)
    }
}

impl FromStr for Area {
    type Err = NotARegion;

    fn from_str(text: &str) -> Result<Self, NotARegion> {
        match text {
            "000000000000" => Ok(Self::NATION),
            code => code.parse::<Region>().map(Region::area),
        }
    }
}

impl Serialize for Area {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Area {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

//! Editions of the list of places: villages merge and towns are renamed, so a code means something only in an edition.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An edition of the township and village list of the statistics bureau.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Edition {
    /// State of 2019-10-31, before the village mergers.
    #[serde(rename = "2019")]
    Y2019,
    /// State of 2020-06-30.
    #[serde(rename = "2020")]
    Y2020,
    /// State of 2023-06-30.
    #[serde(rename = "2023")]
    Y2023,
}

impl Edition {
    /// Every edition, oldest first.
    pub const ALL: [Self; 3] = [Self::Y2019, Self::Y2020, Self::Y2023];

    /// The newest edition.
    pub const LATEST: Self = Self::Y2023;

    /// Year as written in files and file names.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Y2019 => "2019",
            Self::Y2020 => "2020",
            Self::Y2023 => "2023",
        }
    }

    /// Edition of this year; also reads the name of a list such as `datong_divisions_2020`.
    pub fn from_code(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| text.ends_with(edition.code()))
    }

    /// The day whose state the list shows.
    pub fn cut_off(self) -> NaiveDate {
        let (year, month, day) = match self {
            Self::Y2019 => (2019, 10, 31),
            Self::Y2020 => (2020, 6, 30),
            Self::Y2023 => (2023, 6, 30),
        };
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    /// The newest edition of the state of `day` or before; the oldest for days before all of them.
    pub fn at(day: NaiveDate) -> Self {
        Self::ALL.into_iter().rev().find(|edition| edition.cut_off() <= day).unwrap_or(Self::Y2019)
    }

    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

//! Facets of a vacancy: what a rule may look at. Many vacancies share a facet, so that a rule is asked once a jobseeker and facet.

use super::{Hours, Licences};
use crate::text::Phrase;
use domain::codes::{Board, Education};
use domain::places::{Point, Region};
use domain::vacancies::{PlacementChannel, Weight};

/// Where one would work and live.
#[derive(Debug, Clone, PartialEq)]
pub struct Stay {
    /// Place of work, as deep as known.
    pub place: Option<Region>,
    /// Its point.
    pub point: Option<Point>,
    /// Board and lodging; `None`: not said.
    pub board: Option<Board>,
}

impl Stay {
    /// Whether the employer gives lodging; `None`: not said.
    pub fn lodging(&self) -> Option<bool> {
        self.board.map(|board| matches!(board, Board::Both | Board::Lodging))
    }
}

/// What the work demands of a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Demand {
    /// How heavy the work is, as recorded or told from the title; `None`: unknown.
    pub weight: Option<Weight>,
    /// Explicitly fit for weak labour.
    pub weak_ok: bool,
    /// Underground, at height, with poison or explosives: adults only.
    pub hazard: bool,
    /// Licences the law demands.
    pub licences: Licences,
    /// Least education.
    pub education: Option<Education>,
    /// Hours, as told from what the employer wrote.
    pub hours: Option<Hours>,
    /// Bank of the placement order; `None` when neither said nor told by the place.
    pub channel: Option<PlacementChannel>,
}

/// What kind of job it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kind {
    /// The title; `None` when it says nothing.
    pub title: Option<Phrase>,
    /// Skills asked.
    pub skills: Vec<Phrase>,
    /// Work that is learnt on the spot.
    pub unskilled: bool,
}

/// What it pays, in whole yuan a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Wage {
    /// Least pay.
    pub low: Option<u32>,
    /// Highest pay.
    pub high: Option<u32>,
    /// Median of the typical pay of all vacancies in that county, of all vacancies where fewer than five there name it.
    pub level: Option<u32>,
}

impl Wage {
    /// The middle of the range.
    pub fn typical(self) -> Option<u32> {
        match (self.low, self.high) {
            (Some(low), Some(high)) => Some(low.midpoint(high)),
            (one, other) => one.or(other),
        }
    }
}

/// Who employs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Firm {
    /// Keys of the employer: by its id and by its name ([`employer_keys`](super::employer_keys)).
    pub keys: [Option<u64>; 2],
}

//! Changes that cannot be.

use std::fmt;

/// Why a change is impossible. Nothing has been changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no such worker or job.
    Unknown,
    /// The pair is not on the worker's list (or has been forbidden).
    NotListed,
    /// All seats of the job are taken by demanded pairs, or it has none.
    NoSeat,
    /// As many members of the household as may be placed have demanded pairs.
    Limit,
    /// The worker has a demanded pair; release it first.
    Pinned,
    /// The worker has left (or, for one who is to come back, has not).
    Presence,
    /// The pair has been forbidden; allow it instead.
    Forbidden,
    /// The score is above [`MAX_SCORE`](crate::MAX_SCORE).
    Score,
    /// The weights of the goals would not fit the numbers: too many jobs have been added, or the instance is too large for preferences.
    TooLarge,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "no such worker or job",
            Self::NotListed => "the pair is not on the list",
            Self::NoSeat => "no seat is left for this",
            Self::Limit => "no more members of the household may be placed",
            Self::Pinned => "the worker has a demanded pair",
            Self::Presence => "the worker is not here, or is here already",
            Self::Forbidden => "the pair has been forbidden",
            Self::Score => "the score is too high",
            Self::TooLarge => "too large",
        })
    }
}

impl std::error::Error for Refusal {}

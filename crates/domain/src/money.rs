//! Money in integer fen, and pay as employers state it: a range per unit of time or piece.

use crate::codes::PayUnit;
use serde::{Deserialize, Serialize};

/// An amount in fen (a hundredth of a yuan).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Whole yuan.
    pub const fn yuan(yuan: i64) -> Self {
        Self(yuan * 100)
    }

    /// Yuan, rounded down.
    pub const fn whole_yuan(self) -> i64 {
        self.0.div_euclid(100)
    }
}

/// Days of work in a month when nothing is said (国务院 payroll convention: 21.75 paid days).
const PAID_DAYS_X100: i64 = 2175;
/// Hours of work a day when nothing is said (Labour Law art. 36).
const HOURS: i64 = 8;

/// Converts an amount per `unit` to an amount per month with 8 hours a day and 21.75 days a month.
/// Piece pay has no month: `None`.
pub fn per_month(amount: Fen, unit: PayUnit) -> Option<Fen> {
    match unit {
        PayUnit::Month => Some(amount),
        PayUnit::Year => Some(Fen(amount.0 / 12)),
        PayUnit::Day => Some(Fen(amount.0 * PAID_DAYS_X100 / 100)),
        PayUnit::Hour => Some(Fen(amount.0 * HOURS * PAID_DAYS_X100 / 100)),
        PayUnit::Piece => None,
    }
}

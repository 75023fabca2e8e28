//! What a price may be made of.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Mul, Sub, SubAssign};

/// Prices of the auction: i32 where they fit, else i64.
pub(super) trait Number:
    Copy
    + Ord
    + Debug
    + Default
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + AddAssign
    + SubAssign
    + From<u16>
    + Send
    + Sync
{
    /// Prices beyond this end the auction; twice this still fits.
    const LIMIT: Self;
    const MIN: Self;
    /// Callers see to it that the value fits.
    fn of(value: i64) -> Self;
    fn wide(self) -> i64;
}

impl Number for i32 {
    const LIMIT: Self = 1 << 29;
    const MIN: Self = Self::MIN;
    fn of(value: i64) -> Self {
        value as Self
    }
    fn wide(self) -> i64 {
        self.into()
    }
}

impl Number for i64 {
    const LIMIT: Self = 1 << 60;
    const MIN: Self = Self::MIN;
    fn of(value: i64) -> Self {
        value
    }
    fn wide(self) -> i64 {
        self
    }
}

//! What a price may be made of.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Rem, Sub, SubAssign};
use std::sync::atomic::{AtomicI32, AtomicI64, Ordering::Relaxed};

/// Prices of the auction: i32 where they fit, else i64.
pub(super) trait Number:
    Copy
    + Ord
    + Debug
    + Default
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
    + AddAssign
    + SubAssign
    + From<u16>
    + Send
    + Sync
{
    /// Prices beyond this end the auction; twice this still fits.
    const LIMIT: Self;
    const MIN: Self;
    /// A place that all threads may read and, at different times, write.
    type Cell: Send + Sync;
    /// Callers see to it that the value fits.
    fn of(value: i64) -> Self;
    fn wide(self) -> i64;
    fn cell(self) -> Self::Cell;
    fn get(cell: &Self::Cell) -> Self;
    fn set(self, cell: &Self::Cell);
}

macro_rules! number {
    ($type:ty, $cell:ty, $limit:expr) => {
        impl Number for $type {
            const LIMIT: Self = $limit;
            const MIN: Self = Self::MIN;
            type Cell = $cell;
            fn of(value: i64) -> Self {
                value as Self
            }
            fn wide(self) -> i64 {
                self.into()
            }
            fn cell(self) -> Self::Cell {
                <$cell>::new(self)
            }
            #[inline]
            fn get(cell: &Self::Cell) -> Self {
                cell.load(Relaxed)
            }
            #[inline]
            fn set(self, cell: &Self::Cell) {
                cell.store(self, Relaxed);
            }
        }
    };
}

number!(i32, AtomicI32, 1 << 29);
number!(i64, AtomicI64, 1 << 60);

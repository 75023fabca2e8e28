//! Bounds of the parts of a score in columns, a number a row, added up many rows at a time.

use super::index::Row;
use crate::rules::score::WEIGHTS;

/// Rows added up together.
pub(super) const LANES: usize = 64;

/// A bound for each row in points of score, rounded up; lanes beyond the last row are [`BARRED`].
pub(super) type Column = Vec<[i16; LANES]>;

/// Stands for a row that a rule forbids: no sum with it reaches 0.
pub(super) const BARRED: i16 = i16::MIN;

/// Offers are told apart up to so many points above or below a level. A pair gets less for its parts, so that one whose offer lies lower
/// cannot reach the level.
const RANGE: i64 = 11_000;

/// Distance of the levels.
const LEVEL: i64 = 8_192;

/// The level below a worth.
pub(super) const fn level(worth: i64) -> i64 {
    worth.div_euclid(LEVEL) * LEVEL
}

/// How far something lies above a level, as far as that matters.
pub(super) fn above(level: i64, worth: i64) -> i16 {
    (worth - level).clamp(-RANGE, RANGE) as i16
}

/// Weighted points as a bound.
pub(super) const fn bound(points: u32) -> i16 {
    points.div_ceil(WEIGHTS) as i16
}

/// Writes a column, a row at a time.
pub(super) fn write(column: &mut Column, rows: &[Row], of: impl Fn(usize, &Row) -> i16) {
    column.clear();
    column.extend(rows.chunks(LANES).enumerate().map(|(block, rows)| {
        let mut lanes = [BARRED; LANES];
        for (lane, row) in rows.iter().enumerate() {
            lanes[lane] = of(block * LANES + lane, row);
        }
        lanes
    }));
}

/// A new column.
pub(super) fn column(rows: &[Row], of: impl Fn(usize, &Row) -> i16) -> Column {
    let mut made = Vec::with_capacity(rows.len().div_ceil(LANES));
    write(&mut made, rows, of);
    made
}

/// Sums of some lanes.
#[inline]
pub(super) fn add(a: &[i16; LANES], b: &[i16; LANES]) -> [i16; LANES] {
    std::array::from_fn(|lane| a[lane].saturating_add(b[lane]))
}

//! Bounds of the parts of a score in columns, a number a row, added up many rows at a time.

use super::index::Row;
use crate::rules::score::{WEIGHTS, occupation};

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

/// At least as many points of the kind of job as these weighted points, whatever they are for.
pub(super) const fn as_kind(points: u32) -> i16 {
    points.div_ceil(occupation::PART.weight) as i16
}

/// Points of the kind of job as a bound.
const fn bound_of_kind(points: i16) -> i16 {
    const SHARE: u32 = (occupation::PART.weight << 16).div_ceil(WEIGHTS);
    ((points.cast_unsigned() as u32 * SHARE) >> 16) as i16 + 1
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

/// The columns that bound the worth of all pairs of one jobseeker above a level.
pub(super) struct Bounds<'a> {
    pub(super) parts: [&'a Column; 4],
    /// Points of the kinds of job.
    pub(super) kinds: &'a Column,
}

/// What the bounds of a pair together exceed its worth by, at most.
const EXCESS: i16 = 6;

impl Bounds<'_> {
    /// Bounds of the rows of a block.
    #[inline]
    pub(super) fn of_block(&self, block: usize) -> [i16; LANES] {
        let [a, b, c, d] = self.parts.map(|column| &column[block]);
        let kinds = &self.kinds[block];
        std::array::from_fn(|lane| {
            let open = a[lane].saturating_add(b[lane]);
            open.saturating_add(c[lane].saturating_add(d[lane])).saturating_add(bound_of_kind(kinds[lane]))
        })
    }

    /// Greatest bound in each block.
    pub(super) fn greatest(&self) -> Vec<i16> {
        let blocks = 0..self.kinds.len();
        blocks.map(|block| self.of_block(block).into_iter().fold(BARRED, i16::max)).collect()
    }
}

/// More rows than `keep` are worth as much as this, if the greatest bounds of the blocks show it, and if no offer lies out of range.
pub(super) fn assured(greatest: &[i16], keep: usize) -> i16 {
    let mut order = greatest.to_vec();
    let reached = (keep < order.len()).then(|| *order.select_nth_unstable_by(keep, |a, b| b.cmp(a)).1);
    reached.map_or(BARRED, |bound| bound.saturating_sub(EXCESS))
}

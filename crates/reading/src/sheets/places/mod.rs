//! Places as they are written in ledgers: official names, short forms, joined addresses, codes.

mod book;
mod columns;
mod text;

pub(super) use book::{DivisionBook, book};
pub(super) use columns::{PlaceParts, resolve};
pub(super) use text::{nearest, parse, work_place};

/// Level of a division by its twelve-digit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Level {
    /// 省.
    Province,
    /// 市, 盟, 州.
    City,
    /// 县, 区, 旗, county-level 市.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 行政村, 社区.
    Village,
}

/// The level a twelve-digit code belongs to.
pub(super) fn level(code: u64) -> Level {
    match code {
        c if c % 10_000_000_000 == 0 => Level::Province,
        c if c % 100_000_000 == 0 => Level::City,
        c if c % 1_000_000 == 0 => Level::County,
        c if c % 1_000 == 0 => Level::Township,
        _ => Level::Village,
    }
}

/// The code of the division at `level` above `code` (itself when it is that level).
pub(super) fn above(code: u64, level: Level) -> u64 {
    let unit = match level {
        Level::Province => 10_000_000_000,
        Level::City => 100_000_000,
        Level::County => 1_000_000,
        Level::Township => 1_000,
        Level::Village => 1,
    };
    code / unit * unit
}

/// Whether `inner` lies in `outer` (or is it).
pub(super) fn within(inner: u64, outer: u64) -> bool {
    above(inner, level(outer)) == outer
}

//! Pairs as single numbers that sort in the order of the list, and what collects them.

use super::crowding;
use crate::hash::mix;

const LOT_BITS: u32 = 24;
const VACANCY_BITS: u32 = 26;
const VACANCY_MASK: u64 = (1 << VACANCY_BITS) - 1;

/// Most vacancies a key can number.
pub(super) const MOST_VACANCIES: usize = 1 << VACANCY_BITS;

/// A pair as a number: value first, then lot, then the lower vacancy; the greater number is the better pair.
pub(super) fn key(value: u32, lots: (u64, u64), vacancy: u32) -> u64 {
    (u64::from(value) << (LOT_BITS + VACANCY_BITS)) | (lot(lots) << VACANCY_BITS) | (VACANCY_MASK - u64::from(vacancy))
}

/// The lot of a pair from those of the person and the vacancy.
pub(super) const fn lot(lots: (u64, u64)) -> u64 {
    mix(lots.0 ^ lots.1) >> (64 - LOT_BITS)
}

/// Value of a key.
pub(super) const fn value(key: u64) -> u32 {
    (key >> (LOT_BITS + VACANCY_BITS)) as u32
}

/// Vacancy of a key.
pub(super) const fn vacancy(key: u64) -> u32 {
    (VACANCY_MASK - (key & VACANCY_MASK)) as u32
}

/// The same pair with another value.
const fn with_value(key: u64, value: u32) -> u64 {
    (key & ((1 << (LOT_BITS + VACANCY_BITS)) - 1)) | ((value as u64) << (LOT_BITS + VACANCY_BITS))
}

/// An admissible pair as the scan meets it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// Score of the pair.
    pub(crate) score: u32,
    /// Number of the vacancy.
    pub(crate) vacancy: u32,
    /// Lot numbers of person and vacancy.
    pub(crate) lots: (u64, u64),
}

/// Collects pairs during a scan.
pub(crate) trait Collect {
    /// Pairs with a lower score need not be shown any more.
    fn least(&self) -> u32;
    /// Takes a pair.
    fn take(&mut self, found: Found);
}

/// Every pair.
#[derive(Debug, Default)]
pub(super) struct All(Vec<u64>);

impl All {
    /// The keys, best first.
    pub(super) fn finish(mut self) -> Vec<u64> {
        self.0.sort_unstable_by(|a, b| b.cmp(a));
        self.0
    }
}

impl Collect for All {
    fn least(&self) -> u32 {
        0
    }

    fn take(&mut self, found: Found) {
        self.0.push(key(found.score, found.lots, found.vacancy));
    }
}

/// The best pairs by value.
#[derive(Debug)]
pub(super) struct Top {
    keep: usize,
    keys: Vec<u64>,
    least: u32,
}

impl Top {
    /// Keeps this many.
    pub(super) fn new(keep: usize) -> Self {
        Self { keep, keys: Vec::with_capacity(4 * keep + 1), least: 0 }
    }

    /// Offers a pair with a value.
    #[inline]
    fn offer(&mut self, value: u32, found: Found) {
        if value >= self.least && self.keep > 0 {
            self.keys.push(key(value, found.lots, found.vacancy));
            if self.keys.len() > 4 * self.keep {
                self.trim();
            }
        }
    }

    fn trim(&mut self) {
        if self.keys.len() > self.keep {
            let (_, last, _) = self.keys.select_nth_unstable_by(self.keep - 1, |a, b| b.cmp(a));
            self.least = value(*last);
            self.keys.truncate(self.keep);
        }
    }

    /// The keys kept, best first.
    pub(super) fn finish(mut self) -> Vec<u64> {
        if self.keep > 0 {
            self.trim();
        }
        self.keys.sort_unstable_by(|a, b| b.cmp(a));
        self.keys
    }
}

impl Collect for Top {
    fn least(&self) -> u32 {
        self.least
    }

    fn take(&mut self, found: Found) {
        self.offer(found.score, found);
    }
}

/// The list of somebody outside priority households: the best by score and the best by score less crowding.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    longest: usize,
    best: Top,
    spread: Top,
    met: usize,
    crowding: &'a [u16],
}

impl<'a> Choice<'a> {
    /// A list of at most this many; `crowding` by vacancy.
    pub(super) fn new(longest: usize, crowding: &'a [u16]) -> Self {
        Self { longest, best: Top::new(longest.div_ceil(2)), spread: Top::new(longest), met: 0, crowding }
    }

    /// What is added to a score so that crowding never makes it negative.
    fn ease(&self, vacancy: u32) -> u32 {
        crowding::MOST - u32::from(self.crowding[vacancy as usize])
    }

    /// The keys chosen, by score, best first, and whether some were left out.
    pub(super) fn finish(mut self) -> (Vec<u64>, bool) {
        let mut list = std::mem::replace(&mut self.best, Top::new(0)).finish();
        let chosen: Vec<u32> = list.iter().map(|&key| vacancy(key)).collect();
        let spread = std::mem::replace(&mut self.spread, Top::new(0)).finish();
        let others = spread.into_iter().filter(|&key| !chosen.contains(&vacancy(key)));
        let scored = others.map(|key| with_value(key, value(key) - self.ease(vacancy(key))));
        list.extend(scored.take(self.longest - chosen.len()));
        list.sort_unstable_by(|a, b| b.cmp(a));
        (list, self.met > self.longest)
    }
}

impl Collect for Choice<'_> {
    fn least(&self) -> u32 {
        self.best.least.min(self.spread.least.saturating_sub(crowding::MOST))
    }

    #[inline]
    fn take(&mut self, found: Found) {
        self.met += 1;
        self.best.offer(found.score, found);
        self.spread.offer(found.score + self.ease(found.vacancy), found);
    }
}

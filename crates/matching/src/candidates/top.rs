//! Pairs as single numbers that sort in the order of the list, and what collects them.

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
    /// Score with the offset of the vacancy.
    pub(crate) worth: i64,
    /// Number of the vacancy.
    pub(crate) vacancy: u32,
    /// Lot numbers of person and vacancy.
    pub(crate) lots: (u64, u64),
}

impl Found {
    /// The lot of the pair.
    pub(crate) const fn lot(&self) -> u64 {
        lot(self.lots)
    }
}

/// Collects pairs during a scan.
pub(crate) trait Collect {
    /// Pairs worth less need not be shown any more.
    fn least(&self) -> i64;
    /// Takes a pair.
    fn take(&mut self, found: Found);
    /// How many of the best pairs are enough, if there is one more to show that these are not all.
    fn keep(&self) -> Option<usize> {
        None
    }
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
    fn least(&self) -> i64 {
        0
    }

    fn take(&mut self, found: Found) {
        self.0.push(key(found.score, found.lots, found.vacancy));
    }
}

/// The best pairs by worth.
#[derive(Debug)]
pub(super) struct Top {
    keep: usize,
    keys: Vec<u64>,
    least: u32,
    /// Pairs taken; all there are as long as there are no more than are kept.
    met: usize,
}

impl Top {
    /// Keeps this many.
    pub(super) fn new(keep: usize) -> Self {
        Self { keep, keys: Vec::with_capacity(2 * keep + 1), least: 0, met: 0 }
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

    /// Whether some pairs were not kept.
    pub(super) fn is_cut(&self) -> bool {
        self.met > self.keep
    }
}

impl Collect for Top {
    fn keep(&self) -> Option<usize> {
        Some(self.keep)
    }

    fn least(&self) -> i64 {
        self.least.into()
    }

    #[inline]
    fn take(&mut self, found: Found) {
        self.met += 1;
        let value = found.worth as u32;
        if value >= self.least && self.keep > 0 {
            self.keys.push(key(value, found.lots, found.vacancy));
            if self.keys.len() > 2 * self.keep {
                self.trim();
            }
        }
    }
}

/// Keys by worth as keys by score, best first; `ease` is what worth has above the score.
pub(super) fn by_score(mut keys: Vec<u64>, ease: &[i64]) -> Vec<u64> {
    keys.iter_mut().for_each(|key| *key = with_value(*key, value(*key) - ease[vacancy(*key) as usize] as u32));
    keys.sort_unstable_by(|a, b| b.cmp(a));
    keys
}

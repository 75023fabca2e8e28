//! Scored pairs in as few bytes as they need.

use std::ops::Range;
use std::slice::Iter;
use std::sync::atomic::{AtomicU8, AtomicU32, Ordering::Relaxed};

/// Most jobs, and most workers, an instance can have.
pub(crate) const MOST: usize = 1 << (WHO_BITS + 8);

/// Bits of a number that lie beside the score, which takes the others (10,000 < 2^14).
const WHO_BITS: u32 = 32 - SCORE_BITS;
const SCORE_BITS: u32 = 14;

/// Lists of numbers (jobs of workers, or workers of jobs) with a score, one list after the other: 4 bytes a pair, or 5 once a
/// number needs more than 18 bits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pairs {
    word: Vec<u32>,
    /// The upper bits of each number, or nothing at all if none has any.
    high: Vec<u8>,
}

impl Pairs {
    pub(crate) fn len(&self) -> usize {
        self.word.len()
    }

    /// Reserves memory for this many pairs with numbers below `limit`.
    pub(crate) fn reserve(&mut self, pairs: usize, limit: usize) {
        self.word.reserve_exact(pairs);
        if limit > 1 << WHO_BITS {
            self.high.reserve_exact(pairs);
        }
    }

    pub(crate) fn push(&mut self, who: u32, score: u16) {
        let high = (who >> WHO_BITS) as u8;
        if high > 0 && self.high.is_empty() {
            self.high.resize(self.word.len(), 0);
        }
        if high > 0 || !self.high.is_empty() {
            self.high.push(high);
        }
        self.word.push(word(who, score));
    }

    pub(crate) fn of(&self, range: Range<usize>) -> List<'_> {
        List { high: self.high.get(range.clone()).unwrap_or(&[]).iter(), word: self.word[range].iter() }
    }

    /// Reads a number of each line of the cache in which the words of these pairs lie, which brings them there.
    pub(crate) fn touch(&self, range: Range<usize>) -> u32 {
        self.word[range].iter().step_by(16).fold(0, |sum, &word| sum ^ word)
    }
}

/// Pairs that several threads write, each its own.
pub(crate) struct PairCells {
    word: Vec<AtomicU32>,
    high: Vec<AtomicU8>,
}

impl PairCells {
    /// Room for this many pairs with numbers below `limit`.
    pub(crate) fn new(pairs: usize, limit: usize) -> Self {
        let high = if limit > 1 << WHO_BITS { pairs } else { 0 };
        Self {
            word: (0..pairs).map(|_| AtomicU32::new(0)).collect(),
            high: (0..high).map(|_| AtomicU8::new(0)).collect(),
        }
    }

    pub(crate) fn set(&self, at: usize, who: u32, score: u16) {
        self.word[at].store(word(who, score), Relaxed);
        if let Some(high) = self.high.get(at) {
            high.store((who >> WHO_BITS) as u8, Relaxed);
        }
    }

    pub(crate) fn into_pairs(self) -> Pairs {
        let high = self.high.into_iter().map(AtomicU8::into_inner).collect();
        Pairs { word: self.word.into_iter().map(AtomicU32::into_inner).collect(), high }
    }
}

fn word(who: u32, score: u16) -> u32 {
    who << SCORE_BITS | u32::from(score)
}

fn pair(word: u32, high: u8) -> (u32, u16) {
    (word >> SCORE_BITS | u32::from(high) << WHO_BITS, (word & ((1 << SCORE_BITS) - 1)) as u16)
}

/// Scored pairs of a worker, or of a job.
#[derive(Clone, Debug)]
pub struct List<'a> {
    word: Iter<'a, u32>,
    high: Iter<'a, u8>,
}

impl Iterator for List<'_> {
    type Item = (u32, u16);

    #[inline]
    fn next(&mut self) -> Option<(u32, u16)> {
        let high = self.high.next().copied().unwrap_or(0);
        self.word.next().map(|&word| pair(word, high))
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<(u32, u16)> {
        let high = self.high.nth(n).copied().unwrap_or(0);
        self.word.nth(n).map(|&word| pair(word, high))
    }

    #[inline]
    fn fold<B, F: FnMut(B, (u32, u16)) -> B>(self, init: B, mut f: F) -> B {
        if self.high.len() == 0 {
            return self.word.fold(init, |sum, &word| f(sum, pair(word, 0)));
        }
        self.word.zip(self.high).fold(init, |sum, (&word, &high)| f(sum, pair(word, high)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.word.size_hint()
    }
}

impl ExactSizeIterator for List<'_> {}

//! Affinity of each job word with the vacancies: only kinds that share a bigram or a middle group of occupations have any.

use super::chunks::in_chunks;
use crate::inputs::Kind;
use crate::rules::score::occupation;
use crate::text::{Phrase, middle_group};
use std::collections::HashMap;
use std::ops::Range;

/// For each term the rows with an affinity above zero.
#[derive(Debug)]
pub(super) struct Terms(Vec<Box<[(u32, u16)]>>);

/// Terms handled at a time.
const CHUNK: usize = 64;

impl Terms {
    /// Compares terms with kinds; `rows` are those of each kind.
    pub(super) fn new(
        terms: &[Phrase],
        kinds: &[Kind],
        rows: impl Fn(u32) -> Range<usize> + Sync,
        threads: usize,
    ) -> Self {
        let (by_gram, by_group) = postings(kinds);
        let chunks = in_chunks(
            terms.len().div_ceil(CHUNK),
            threads,
            || vec![u32::MAX; kinds.len()],
            |met, number| {
                let range = number * CHUNK..terms.len().min((number + 1) * CHUNK);
                let lists = range.map(|term| {
                    let phrase = &terms[term];
                    let grams = phrase.grams.iter().filter_map(|gram| by_gram.get(gram));
                    let group = phrase.code.and_then(|code| by_group.get(&middle_group(code)));
                    let mut list = Vec::new();
                    for &kind in grams.chain(group).flatten() {
                        if met[kind as usize] != term as u32 {
                            met[kind as usize] = term as u32;
                            let affinity = occupation::affinity(phrase, &kinds[kind as usize]);
                            if affinity > 0 {
                                list.extend(rows(kind).map(|row| (row as u32, affinity)));
                            }
                        }
                    }
                    list.into_boxed_slice()
                });
                lists.collect::<Vec<_>>()
            },
        );
        Self(chunks.into_iter().flatten().collect())
    }

    /// The same for some of the rows; `renumbered` says which, and their new number.
    pub(super) fn among(&self, renumbered: &[Option<u32>]) -> Self {
        let kept = |&(row, affinity): &(u32, u16)| renumbered[row as usize].map(|row| (row, affinity));
        Self(self.0.iter().map(|list| list.iter().filter_map(kept).collect()).collect())
    }

    /// Rows with an affinity to a term.
    pub(super) fn rows(&self, term: u32) -> &[(u32, u16)] {
        &self.0[term as usize]
    }
}

type Postings<K> = HashMap<K, Vec<u32>>;

/// Kinds by bigram and by middle group.
fn postings(kinds: &[Kind]) -> (Postings<u64>, Postings<u32>) {
    let (mut by_gram, mut by_group): (Postings<u64>, Postings<u32>) = (HashMap::new(), HashMap::new());
    for (number, kind) in kinds.iter().enumerate() {
        for phrase in kind.title.iter().chain(&kind.skills) {
            for &gram in &phrase.grams {
                by_gram.entry(gram).or_default().push(number as u32);
            }
            if let Some(code) = phrase.code {
                by_group.entry(middle_group(code)).or_default().push(number as u32);
            }
        }
    }
    (by_gram, by_group)
}

//! Work in numbered chunks on several threads: what comes out depends on the chunks only, never on the threads.

use super::top;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Lists of some consecutive jobseekers, packed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chunk {
    /// End of each list.
    end: Vec<u32>,
    vacancy: Vec<u32>,
    score: Vec<u16>,
    /// Whether each list was cut.
    cut: Vec<bool>,
}

impl Chunk {
    /// Adds a list of keys.
    pub(super) fn push(&mut self, list: &[u64], cut: bool) {
        self.vacancy.extend(list.iter().map(|&key| top::vacancy(key)));
        self.score.extend(list.iter().map(|&key| top::value(key) as u16));
        self.end.push(self.vacancy.len() as u32);
        self.cut.push(cut);
    }

    /// The list at a place.
    pub(super) fn list(&self, place: usize) -> impl Iterator<Item = (u32, u16)> + '_ {
        let start = place.checked_sub(1).map_or(0, |before| self.end[before] as usize);
        let range = start..self.end[place] as usize;
        self.vacancy[range.clone()].iter().copied().zip(self.score[range].iter().copied())
    }

    /// Whether the list at a place was cut.
    pub(super) fn is_cut(&self, place: usize) -> bool {
        self.cut[place]
    }

    /// Pairs kept.
    pub(super) fn pairs(&self) -> usize {
        self.vacancy.len()
    }

    /// Gives back memory that lists never came to use.
    pub(super) fn shrink(&mut self) {
        self.vacancy.shrink_to_fit();
        self.score.shrink_to_fit();
    }
}

/// The results of `work` on chunks `0..count`, in order. Each thread has a state of its own and takes the next chunk when free.
pub(super) fn in_chunks<S, T: Send>(
    count: usize,
    threads: usize,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let run = || {
        let (mut state, mut done) = (state(), Vec::new());
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return done;
            }
            done.push((number, work(&mut state, number)));
        }
    };
    let threads = threads.clamp(1, count.max(1));
    let mut done: Vec<(usize, T)> = if threads == 1 {
        run()
    } else {
        std::thread::scope(|scope| {
            let handles: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
            let results = handles.into_iter().map(|handle| handle.join());
            results.flat_map(|result| result.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
        })
    };
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

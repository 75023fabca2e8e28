//! Work on many people at once, on all cores.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Items a thread takes at a time at most; of few it takes fewer, so that all threads have their share.
const CHUNK: usize = 128;

/// What a function makes of each item, in the order of the items; it does not depend on the number of threads.
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (next, made) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let chunks: Vec<&[T]> = items.chunks((items.len() / (4 * cores)).clamp(1, CHUNK)).collect();
    let all = || {
        while let Some((number, chunk)) = take(&next, &chunks) {
            let done: Vec<R> = chunk.iter().map(&work).collect();
            made.lock().unwrap_or_else(PoisonError::into_inner).insert(number, done);
        }
    };
    std::thread::scope(|scope| {
        (1..cores.min(chunks.len())).for_each(|_| drop(scope.spawn(all)));
        all();
    });
    made.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().flatten().collect()
}

fn take<'a, T>(next: &AtomicUsize, chunks: &[&'a [T]]) -> Option<(usize, &'a [T])> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    chunks.get(number).map(|chunk| (number, *chunk))
}

//! Work shared among threads so that the result is the same for any number of them.

use std::ops::Range;
use std::sync::atomic::{
    AtomicU64, AtomicUsize, Ordering::AcqRel, Ordering::Acquire, Ordering::Relaxed, Ordering::Release,
};
use std::thread;
use std::time::Duration;

/// Splits `0..len` into one part a thread; the results in order.
pub(super) fn in_parts<T: Send>(threads: usize, len: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let part = |t: usize| len * t / threads..len * (t + 1) / threads;
    if threads == 1 {
        return vec![work(part(0))];
    }
    thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = (1..threads).map(|t| scope.spawn(move || work(part(t)))).collect();
        let mut results = vec![work(part(0))];
        results.extend(others.into_iter().map(|other| other.join().expect("work does not panic")));
        results
    })
}

/// Threads that do many small pieces of work together.
///
/// Whoever has time takes the next task; the lead never waits for a thread that has not begun one, so a thread without a core
/// does no harm. Tasks of one call must not depend on each other; then it does not matter who does them.
pub(super) struct Crew<'a, W> {
    board: &'a Board,
    helpers: usize,
    work: &'a W,
}

/// What there is to do: kind of work, tasks in all and tasks taken, packed; and tasks done.
#[derive(Default)]
struct Board {
    todo: AtomicU64,
    done: AtomicUsize,
}

/// Kind of work that sends the helpers home.
const QUIT: u64 = u16::MAX as u64;
/// How often to look for work before taking a nap, and how long that is.
const LOOKS: u32 = 20_000;
const NAP: Duration = Duration::from_micros(50);

/// Runs `lead` with a crew of `threads - 1` helpers; `work` does task n of a kind.
pub(super) fn with_crew<W: Fn(usize, usize) + Sync, R>(threads: usize, work: W, lead: impl FnOnce(&Crew<W>) -> R) -> R {
    let board = Board::default();
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| help(&board, &work));
        }
        lead(&Crew { board: &board, helpers: threads - 1, work: &work })
    })
}

/// Even if the lead panics the helpers go home.
impl<W> Drop for Crew<'_, W> {
    fn drop(&mut self) {
        self.board.todo.store(QUIT << 48 | 1 << 24, Release);
    }
}

/// Even if a task panics the lead is not kept waiting.
struct Done<'a>(&'a AtomicUsize);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Release);
    }
}

impl Board {
    /// The kind and number of a task for the caller alone, if there is one.
    fn take(&self) -> Option<(u64, usize)> {
        let mut todo = self.todo.load(Relaxed);
        loop {
            let (kind, tasks, taken) = (todo >> 48, todo >> 24 & 0xFF_FFFF, todo & 0xFF_FFFF);
            if taken >= tasks || kind == QUIT {
                return (kind == QUIT).then_some((QUIT, 0));
            }
            match self.todo.compare_exchange_weak(todo, todo + 1, AcqRel, Relaxed) {
                Ok(_) => return Some((kind, taken as usize)),
                Err(now) => todo = now,
            }
        }
    }
}

fn help(board: &Board, work: &impl Fn(usize, usize)) {
    let mut looks = 0;
    loop {
        match board.take() {
            Some((QUIT, _)) => return,
            Some((kind, task)) => {
                let _done = Done(&board.done);
                work(kind as usize, task);
                looks = 0;
            }
            None if looks < LOOKS => {
                std::hint::spin_loop();
                looks += 1;
            }
            None => thread::park_timeout(NAP),
        }
    }
}

impl<W: Fn(usize, usize)> Crew<'_, W> {
    /// Has tasks `0..tasks` of this kind done.
    pub(super) fn run(&self, kind: usize, tasks: usize) {
        if self.helpers == 0 || tasks == 1 {
            (0..tasks).for_each(|task| (self.work)(kind, task));
            return;
        }
        self.board.done.store(0, Relaxed);
        self.board.todo.store((kind as u64) << 48 | (tasks as u64) << 24, Release);
        let mut own = 0;
        while let Some((kind, task)) = self.board.take() {
            (self.work)(kind as usize, task);
            own += 1;
        }
        let mut looks = 0u32;
        while self.board.done.load(Acquire) < tasks - own {
            looks += 1;
            if looks < LOOKS { std::hint::spin_loop() } else { thread::yield_now() }
        }
    }
}

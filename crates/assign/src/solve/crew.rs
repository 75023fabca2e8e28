//! Work shared among threads so that the result is the same for any number of them.

use std::ops::Range;
use std::sync::atomic::{AtomicU8, Ordering::Acquire, Ordering::Release};
use std::sync::{Mutex, PoisonError, RwLock};
use std::thread::{self, Thread};

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

const IDLE: u8 = 0;
const GO: u8 = 1;
const QUIT: u8 = 2;

/// Adds the answers to some questions about a thing.
type Answer<'a, T, I, O> = dyn Fn(&T, &[I], &mut Vec<O>) + Sync + 'a;

/// A helper thread's order and its result.
struct Desk<I, O> {
    state: AtomicU8,
    papers: Mutex<(Vec<I>, Vec<O>)>,
}

/// Hands out answers about a shared thing; between the questions the thing may change.
pub(super) struct Crew<'a, T, I, O> {
    thing: &'a RwLock<T>,
    desks: &'a [Desk<I, O>],
    helpers: Vec<Thread>,
    answer: &'a Answer<'a, T, I, O>,
}

/// Runs `lead` with a crew of `threads - 1` helpers, each of whom can apply `answer` to a part of the questions.
pub(super) fn with_crew<T: Send + Sync, I: Copy + Send, O: Send, R>(
    threads: usize,
    thing: T,
    answer: impl Fn(&T, &[I], &mut Vec<O>) + Sync,
    lead: impl FnOnce(&mut Crew<T, I, O>) -> R,
) -> R {
    let thing = RwLock::new(thing);
    let desk = |_| Desk { state: AtomicU8::new(IDLE), papers: Mutex::new((vec![], vec![])) };
    let desks: Vec<Desk<I, O>> = (1..threads).map(desk).collect();
    thread::scope(|scope| {
        let (thing, answer) = (&thing, &answer);
        let helpers = desks.iter().map(|desk| scope.spawn(move || help(thing, desk, answer)).thread().clone());
        let mut crew = Crew { thing, desks: &desks, helpers: helpers.collect(), answer };
        lead(&mut crew)
    })
}

/// Even if the lead panics the helpers go home.
impl<T, I, O> Drop for Crew<'_, T, I, O> {
    fn drop(&mut self) {
        for (desk, helper) in self.desks.iter().zip(&self.helpers) {
            desk.state.store(QUIT, Release);
            helper.unpark();
        }
    }
}

/// Even if an answer panics the lead is not kept waiting.
struct Ready<'a>(&'a AtomicU8);

impl Drop for Ready<'_> {
    fn drop(&mut self) {
        self.0.store(IDLE, Release);
    }
}

fn help<T, I, O>(thing: &RwLock<T>, desk: &Desk<I, O>, answer: impl Fn(&T, &[I], &mut Vec<O>)) {
    loop {
        if wait_until(&desk.state, |state| state != IDLE, true) == QUIT {
            return;
        }
        let _ready = Ready(&desk.state);
        let mut papers = desk.papers.lock().unwrap_or_else(PoisonError::into_inner);
        let (questions, answers) = &mut *papers;
        answer(&thing.read().unwrap_or_else(PoisonError::into_inner), questions, answers);
    }
}

/// Waits briefly at full attention, then leaves the core to others.
fn wait_until(state: &AtomicU8, done: impl Fn(u8) -> bool, park: bool) -> u8 {
    for round in 0u32.. {
        let now = state.load(Acquire);
        if done(now) {
            return now;
        }
        if round < 3_000 {
            std::hint::spin_loop();
        } else if park {
            thread::park();
        } else {
            thread::yield_now();
        }
    }
    QUIT
}

impl<T, I: Copy, O> Crew<'_, T, I, O> {
    /// Changes the thing.
    pub(super) fn change<R>(&mut self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.thing.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Answers all questions about the thing as it is, in order.
    pub(super) fn ask(&mut self, questions: &[I], answers: &mut Vec<O>) {
        let (threads, len) = (self.desks.len() + 1, questions.len());
        let part = |t: usize| len * t / threads..len * (t + 1) / threads;
        answers.clear();
        for (t, (desk, helper)) in self.desks.iter().zip(&self.helpers).enumerate() {
            let mut papers = desk.papers.lock().unwrap_or_else(PoisonError::into_inner);
            papers.0.clear();
            papers.0.extend_from_slice(&questions[part(t + 1)]);
            papers.1.clear();
            drop(papers);
            desk.state.store(GO, Release);
            helper.unpark();
        }
        (self.answer)(&self.thing.read().unwrap_or_else(PoisonError::into_inner), &questions[part(0)], answers);
        for desk in self.desks {
            wait_until(&desk.state, |state| state == IDLE, false);
            answers.append(&mut desk.papers.lock().unwrap_or_else(PoisonError::into_inner).1);
        }
    }

    /// Answers a few questions without help.
    pub(super) fn answer(&mut self, questions: &[I], answers: &mut Vec<O>) {
        answers.clear();
        (self.answer)(&self.thing.read().unwrap_or_else(PoisonError::into_inner), questions, answers);
    }
}

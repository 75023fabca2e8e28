//! The search: several workers ruin and rebuild on their own, then the routes of all are recombined, round after round.

pub(crate) mod chance;
mod field;
mod pool;
mod route;
mod ruin;
mod shorten;
mod state;
mod worker;

use super::instance::Instance;
use field::Field;
use pool::Pool;
use state::State;
use worker::Worker;

/// Workers, whatever the number of threads, so that the answer does not depend on it.
const WORKERS: usize = 4;
/// Trials of a worker in a round, fewer where there are more than a hundred places and each trial takes longer.
const TRIALS: usize = 4_000;
/// How willingly each worker follows a worse state at the start of a round, in mean worths of a visit.
const HOT: [f64; WORKERS] = [1.2, 0.4, 1.2, 0.6];

/// How long to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Rounds; the same number and seed give the same plan on any machine and with any number of threads.
    pub rounds: u32,
    /// Seed of all chance.
    pub seed: u64,
    /// Threads to use; 0 counts as 1.
    pub threads: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { rounds: 10, seed: 1, threads: 1 }
    }
}

/// The best routes found, one a shift, with start and end. Ends early when `stop` says so or `enough` is reached (an upper bound).
/// A shift that cannot even be driven empty keeps its start and end only.
#[must_use]
pub fn search(
    instance: &Instance,
    effort: &Effort,
    enough: Option<i64>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Vec<Vec<usize>> {
    let field = Field::new(instance);
    if field.useful.is_empty() {
        return routes(instance, &State::empty(&field));
    }
    let mut chance = chance::Chance::new(effort.seed);
    let mut workers: Vec<Worker<'_>> = (0..WORKERS).map(|_| Worker::new(&field, chance.next())).collect();
    let trials = (TRIALS * 100 / field.useful.len().max(100)).max(200) as u32;
    let mut best = State::empty(&field);
    for round in 0..effort.rounds.max(1) {
        run(&mut workers, trials, effort.threads, stop);
        let mut pool = Pool::default();
        for worker in &workers {
            pool.join(&worker.pool);
            if worker.best.beats(&best) {
                best.clone_from(&worker.best);
            }
        }
        if let Some(state) = pool.recombine(&field, &best) {
            best = state;
        }
        let done = enough.is_some_and(|enough| best.value >= enough);
        if done || stop() {
            break;
        }
        // Half the workers go on from the best of all, half from their own.
        for (index, worker) in workers.iter_mut().enumerate() {
            let own = worker.best.clone();
            worker.adopt(if (index + round as usize).is_multiple_of(2) { &best } else { &own });
        }
    }
    routes(instance, &best)
}

fn run(workers: &mut [Worker<'_>], trials: u32, threads: usize, stop: &(dyn Fn() -> bool + Sync)) {
    let each = workers.len().div_ceil(threads.clamp(1, workers.len()));
    std::thread::scope(|scope| {
        for (part, hot) in workers.chunks_mut(each).zip(HOT.chunks(each)) {
            scope.spawn(move || part.iter_mut().zip(hot).for_each(|(worker, hot)| worker.round(trials, *hot, stop)));
        }
    });
}

fn routes(instance: &Instance, state: &State) -> Vec<Vec<usize>> {
    let mut routes: Vec<Vec<usize>> = instance.shifts().iter().map(|shift| vec![shift.start, shift.end]).collect();
    state.routes.iter().for_each(|route| routes[route.shift].clone_from(&route.stops));
    routes
}

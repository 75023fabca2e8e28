//! Measures changes to solved instances: `cargo run --release --example live -- FILE...`; environment `COUNT` (changes of each kind, 1000),
//! `RUNS` (3), `KIND` (part of the name of a change; all). Every run makes the same changes to a copy; of each change the least time counts, so that other work on the machine
//! does not.
#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::time::{Duration, Instant};

use assign::{Instance, Live, Move, Options, Refusal, Site, Solution, check, extra_seats, read_instance, solve};

type Change = fn(&mut Live, u32, u32) -> Result<Vec<Move>, Refusal>;

/// Names of a change and of what takes it back, and whether it is about a member of a priority household.
const KINDS: [(&str, &str, bool, Change, Change); 7] = [
    ("seat closes", "seat opens again", false, |l, _, j| l.close_seat(j), |l, _, j| l.open_seat(j)),
    ("seat opens", "seat closes again", false, |l, _, j| l.open_seat(j), |l, _, j| l.close_seat(j)),
    ("worker leaves", "worker comes back", false, |l, w, _| l.leave(w), |l, w, _| l.come(w)),
    ("priority member leaves", "priority member comes", true, |l, w, _| l.leave(w), |l, w, _| l.come(w)),
    ("own pair demanded", "released", false, |l, w, _| l.pin(w, own(l, w)?), |l, w, _| l.unpin(w)),
    ("other pair demanded", "released", false, |l, w, j| l.pin(w, j), |l, w, _| l.unpin(w)),
    ("own pair forbidden", "allowed", false, |l, w, _| l.forbid(w, own(l, w)?), |l, w, j| l.allow(w, j)),
];

fn own(live: &Live, worker: u32) -> Result<u32, Refusal> {
    live.job(worker as usize).ok_or(Refusal::NotListed)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let number = |name: &str, default| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let (count, runs) = (number("COUNT", 1_000), number("RUNS", 3));
    for file in std::env::args().skip(1) {
        let instance = read_instance(&std::fs::read(&file)?)?;
        let solution = solve(&instance, &Options { threads: 2 });
        let begin = Instant::now();
        let live = Live::new(instance.clone(), &solution);
        let started = begin.elapsed();
        println!("{file}: start {started:.1?}");
        explain(&instance, &solution);
        let wanted = std::env::var("KIND").unwrap_or_default();
        for (there, back, priority, change, undo) in KINDS.into_iter().filter(|kind| kind.0.contains(&wanted)) {
            let mut least = [vec![Duration::MAX; count], vec![Duration::MAX; count]];
            for _ in 0..runs {
                let mut live = live.clone();
                let mut at = 0;
                let [first, second] = &mut least;
                for (first, second) in first.iter_mut().zip(second) {
                    let (worker, job) = loop {
                        let (worker, job) = who(&instance, &live, at, priority, there);
                        at += 1;
                        if live.preview(|live| change(live, worker, job)).is_ok() {
                            break (worker, job);
                        }
                    };
                    let begin = Instant::now();
                    change(&mut live, worker, job)?;
                    *first = (*first).min(begin.elapsed());
                    let begin = Instant::now();
                    undo(&mut live, worker, job)?;
                    *second = (*second).min(begin.elapsed());
                }
                check(&live.instance(), &live.solution())?;
            }
            print(there, &mut least[0]);
            print(back, &mut least[1]);
        }
    }
    Ok(())
}

/// The answers about everybody who is left out.
fn explain(instance: &Instance, solution: &Solution) {
    let begin = Instant::now();
    let shortages = assign::shortages(instance, solution);
    println!("  {} shortages in {:.1?}", shortages.len(), begin.elapsed());
    let sites: Vec<Site> = (0..instance.jobs() as u32).map(|job| Site { job, most: u32::MAX, cost: job % 7 }).collect();
    let begin = Instant::now();
    let extras = extra_seats(instance, solution, &sites);
    println!("  {} extra seats in {:.1?}", extras.len(), begin.elapsed());
}

/// A worker and a job for the n-th change: of a pair if the change is about one.
fn who(instance: &Instance, live: &Live, at: usize, priority: bool, kind: &str) -> (u32, u32) {
    let hash = |salt: u64| {
        let mixed = (at as u64 + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 33) as usize
    };
    let worker = (0..).map(|more| hash(more * 7_919) % instance.workers());
    let class = |worker: usize| instance.class(instance.household_of(worker));
    let worker = worker.into_iter().find(|&worker| !priority || class(worker) > 0).unwrap_or(0);
    let job = match kind {
        "own pair forbidden" => live.job(worker).unwrap_or(0),
        "other pair demanded" => {
            instance.list(worker).nth(hash(1) % instance.list(worker).len().max(1)).map_or(0, |p| p.0)
        }
        _ => (hash(2) % instance.jobs()) as u32,
    };
    (worker as u32, job)
}

fn print(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 1_000).min(times.len() - 1)];
    println!("  {name:22} p50 {:>9.1?}  p99 {:>9.1?}  max {:>9.1?}", at(500), at(990), at(1_000));
}

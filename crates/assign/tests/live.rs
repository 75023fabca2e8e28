//! Changes to a solved instance against solving anew.

mod common;

use assign::{Gain, Live, Move, Options, Refusal, check, generate, solve};
use common::{Dice, Rank, best, rank, tiny};

fn live(seed: u64, most: u64) -> Live {
    let instance = tiny(seed, most);
    let solution = solve(&instance, &Options::default());
    Live::new(instance, &solution)
}

fn change(live: &mut Live, dice: &mut Dice, workers: u64, jobs: u64) -> Result<Vec<Move>, Refusal> {
    let (worker, job) = (dice.below(workers) as u32, dice.below(jobs) as u32);
    match dice.below(8) {
        0 => live.open_seat(job),
        1 => live.close_seat(job),
        2 => live.leave(worker),
        3 => live.come(worker),
        4 => live.pin(worker, job),
        5 => live.unpin(worker),
        6 => live.forbid(worker, job),
        _ => live.allow(worker, job),
    }
}

#[test]
fn after_every_change_the_answer_is_the_optimum_of_the_changed_instance() {
    let mut changes = 0;
    for seed in 0..4_000 {
        let mut live = live(seed, 6);
        let mut dice = Dice::new(seed);
        let (workers, jobs) = (live.instance().workers(), live.instance().jobs());
        for step in 0..12 {
            let before: Vec<Option<u32>> = (0..workers).map(|w| live.job(w)).collect();
            let Ok(moves) = change(&mut live, &mut dice, workers.max(1) as u64, jobs as u64) else { continue };
            changes += 1;
            let instance = live.instance();
            let solution = live.solution();
            check(&instance, &solution).unwrap_or_else(|v| panic!("seed {seed}, step {step}: {v}"));
            assert_eq!(rank(live.totals()), best(&instance), "seed {seed}, step {step}");
            let moved: Vec<Move> = (0..workers)
                .map(|w| Move { worker: w as u32, from: before[w], to: live.job(w) })
                .filter(|m| m.from != m.to)
                .collect();
            assert_eq!(moves, moved, "seed {seed}, step {step}");
        }
    }
    assert!(changes > 10_000, "only {changes} changes were possible");
}

#[test]
fn values_are_the_differences_of_solving_anew_and_leave_no_trace() {
    let mut gains = 0;
    for seed in 0..3_000 {
        let mut live = live(seed, 6);
        let (instance, before) = (live.instance(), live.totals().clone());
        for job in 0..instance.jobs() as u32 {
            let gain = live.seat_value(job).expect("the job exists");
            live.open_seat(job).expect("the job exists");
            let (covered, fallback, placed, score) = best(&live.instance());
            live.close_seat(job).expect("just opened");
            let differences: Vec<i64> =
                covered.iter().zip(&before.covered).map(|(&a, &b)| a as i64 - b as i64).collect();
            assert_eq!(gain.covered, differences, "seed {seed}, job {job}");
            assert_eq!(gain.fallback, -fallback - before.fallback as i64, "seed {seed}, job {job}");
            assert_eq!(gain.placed, placed as i64 - before.placed as i64, "seed {seed}, job {job}");
            assert_eq!(gain.score, score as i64 - before.score as i64, "seed {seed}, job {job}");
            gains += u32::from(!gain.is_nothing());
        }
        assert_eq!((live.instance(), live.totals()), (instance, &before), "seed {seed}");
    }
    assert!(gains > 300, "only {gains} seats were worth anything");
}

#[test]
fn free_alternatives_are_exactly_the_jobs_that_cost_nothing() {
    let mut free = 0;
    for seed in 0..1_500 {
        let mut live = live(seed, 5);
        let instance = live.instance();
        for worker in (0..instance.workers()).filter(|&w| instance.pin(w).is_none()) {
            let own: Vec<Option<u32>> = (0..instance.workers()).map(|w| live.job(w)).collect();
            let found = live.free_alternatives(worker as u32).expect("not pinned");
            let here = own[worker];
            for (job, _) in instance.list(worker).filter(|&(job, _)| Some(job) != here) {
                match live.pin(worker as u32, job) {
                    Err(Refusal::NoSeat | Refusal::Limit) => assert!(!found.contains(&job)),
                    Err(other) => panic!("seed {seed}: {other}"),
                    Ok(_) => {
                        let equal = rank(live.totals()) == best(&instance);
                        live.unpin(worker as u32).expect("just pinned");
                        assert_eq!(found.contains(&job), equal, "seed {seed}, worker {worker}, job {job}");
                        free += u32::from(equal);
                    }
                }
            }
        }
    }
    assert!(free > 300, "only {free} alternatives");
}

fn assert_difference(gain: &Gain, before: &Rank, after: &Rank, what: &str) {
    let covered: Vec<i64> = before.0.iter().zip(&after.0).map(|(&a, &b)| b as i64 - a as i64).collect();
    assert_eq!(gain.covered, covered, "{what}");
    assert_eq!(gain.fallback, before.1 - after.1, "{what}");
    assert_eq!(gain.placed, after.2 as i64 - before.2 as i64, "{what}");
    assert_eq!(gain.score, after.3 as i64 - before.3 as i64, "{what}");
}

/// A few new pairs, some of them on the lists already.
fn new_pairs(dice: &mut Dice, workers: u64, jobs: u64) -> Vec<(u32, u32, u16)> {
    let score = |dice: &mut Dice| if dice.one_in(2) { 10_000 } else { 500 * dice.below(21) as u16 };
    (0..=dice.below(4)).map(|_| (dice.below(workers) as u32, dice.below(jobs) as u32, score(dice))).collect()
}

#[test]
fn new_pairs_and_jobs_are_worth_what_solving_anew_says_and_keep_the_optimum() {
    let (mut gains, mut refused) = (0, 0);
    for seed in 0..4_000 {
        let mut live = live(seed, 6);
        let mut dice = Dice::new(seed + 77);
        for step in 0..4 {
            let what = format!("seed {seed}, step {step}");
            let (workers, jobs) = (live.instance().workers(), live.instance().jobs());
            if workers == 0 {
                break;
            }
            for _ in 0..2 {
                let _ = change(&mut live, &mut dice, workers as u64, jobs as u64);
            }
            let old = live.instance();
            let before = best(&old);
            let pairs = new_pairs(&mut dice, old.workers() as u64, old.jobs() as u64);
            let seats = dice.below(3) as u32;
            let list: Vec<(u32, u16)> = pairs.iter().map(|&(worker, _, score)| (worker, score)).collect();
            let gain = if step % 2 == 0 {
                let Ok(gain) = live.pairs_value(&pairs) else {
                    assert_eq!(live.add_pairs(&pairs), Err(Refusal::Forbidden));
                    refused += 1;
                    continue;
                };
                live.add_pairs(&pairs).expect("as valued");
                gain
            } else if dice.one_in(3) {
                let gain = live.preview(|live| live.add_fallback_job(seats, &list)).expect("valid").gain;
                live.add_fallback_job(seats, &list).expect("valid");
                gain
            } else {
                let gain = live.job_value(seats, &list).expect("valid");
                assert_eq!(live.add_job(seats, &list).expect("valid").0, old.jobs() as u32);
                gain
            };
            let new = live.instance();
            assert_eq!(new.jobs() - old.jobs(), step % 2, "{what}");
            assert_difference(&gain, &before, &best(&new), &what);
            check(&new, &live.solution()).unwrap_or_else(|v| panic!("{what}: {v}"));
            gains += u32::from(!gain.is_nothing());
        }
    }
    assert!(gains > 1_000 && refused > 50, "only {gains} were worth anything, {refused} refused");
}

#[test]
fn a_preview_tells_what_the_change_then_does_and_leaves_no_trace() {
    for seed in 0..3_000 {
        let mut live = live(seed, 6);
        let mut dice = Dice::new(seed);
        let (workers, jobs) = (live.instance().workers().max(1) as u64, live.instance().jobs() as u64);
        for _ in 0..4 {
            let _ = change(&mut live, &mut dice, workers, jobs);
            let state = |live: &mut Live| (live.instance(), live.solution());
            let before = state(&mut live.clone());
            let mut again = dice.clone();
            let preview = live.preview(|live| change(live, &mut dice, workers, jobs));
            assert_eq!(state(&mut live.clone()), before, "seed {seed}");
            let moves = change(&mut live, &mut again, workers, jobs);
            assert_eq!(preview.map(|p| p.moves), moves, "seed {seed}");
        }
    }
}

#[test]
fn allowing_pairs_is_worth_what_forbidding_them_had_cost() {
    for seed in 0..2_000 {
        let mut live = live(seed, 6);
        let full = live.instance();
        let pairs: Vec<(u32, u32)> = (0..full.workers())
            .filter(|&w| w % 2 == 0 && full.pin(w).is_none())
            .flat_map(|w| full.list(w).take(2).map(move |(job, _)| (w as u32, job)).collect::<Vec<_>>())
            .collect();
        let with = live.totals().clone();
        for &(worker, job) in &pairs {
            live.forbid(worker, job).expect("listed");
        }
        let without = live.totals().clone();
        let gain = live.lists_value(&pairs).expect("all had been forbidden");
        assert_difference(&gain, &rank(&without), &rank(&with), &format!("seed {seed}"));
        assert_eq!(live.totals(), &without);
    }
}

#[test]
fn a_county_stays_optimal_through_many_changes() {
    let instance = generate::generate(&generate::Recipe { workers: 3_000, ratio: 70, seed: 9, skew: true });
    let solution = solve(&instance, &Options::default());
    let (workers, jobs) = (instance.workers() as u64, instance.jobs() as u64);
    let mut live = Live::new(instance, &solution);
    assert_eq!(live.totals(), solution.totals());
    let mut dice = Dice::new(3);
    for _ in 0..400 {
        let _ = change(&mut live, &mut dice, workers, jobs);
    }
    let changed = live.instance();
    check(&changed, &live.solution()).expect("proved");
    assert_eq!(solve(&changed, &Options::default()).totals(), live.totals());
}

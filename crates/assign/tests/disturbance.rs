//! Least disturbance: preferred pairs, and how many people a change moves.

mod common;

use assign::{Live, Move, Options, Refusal, check, solve};
use common::{Dice, all_best, best, rank, tiny};

fn live(seed: u64, most: u64) -> Live {
    let instance = tiny(seed, most);
    let solution = solve(&instance, &Options::default());
    Live::new(instance, &solution)
}

fn placement(live: &Live, workers: usize) -> Vec<Option<u32>> {
    (0..workers).map(|worker| live.job(worker)).collect()
}

fn random_change(live: &mut Live, dice: &mut Dice, workers: u64, jobs: u64) -> Result<Vec<Move>, Refusal> {
    let (worker, job) = (dice.below(workers) as u32, dice.below(jobs) as u32);
    match dice.below(6) {
        0 => live.open_seat(job),
        1 => live.close_seat(job),
        2 => live.leave(worker),
        3 => live.come(worker),
        4 => live.forbid(worker, job),
        _ => live.allow(worker, job),
    }
}

#[test]
fn of_all_optima_the_answer_has_the_most_preferred_pairs() {
    let mut choices = 0;
    for seed in 0..4_000 {
        let mut live = live(seed, 6);
        let mut dice = Dice::new(seed + 5);
        let (workers, jobs) = (live.instance().workers(), live.instance().jobs() as u64);
        if workers == 0 {
            continue;
        }
        let mut liked: Vec<Option<u32>> = vec![None; workers];
        for step in 0..5 {
            let what = format!("seed {seed}, step {step}");
            if step % 2 == 0 {
                let mut wishes = vec![];
                for worker in 0..workers as u32 {
                    if dice.one_in(2) {
                        let job = dice.below(jobs) as u32;
                        wishes.push((worker, (!dice.one_in(4)).then_some(job)));
                    }
                }
                wishes.iter().for_each(|&(worker, job)| liked[worker as usize] = job);
                live.prefer(&wishes).expect("small");
            } else {
                let _ = random_change(&mut live, &mut dice, workers as u64, jobs);
            }
            let instance = live.instance();
            let kept =
                |place: &[Option<u32>]| (0..workers).filter(|&w| place[w].is_some() && place[w] == liked[w]).count();
            let optima = all_best(&instance);
            let most = optima.iter().map(|place| kept(place)).max().expect("there is an optimum");
            assert_eq!(rank(live.totals()), best(&instance), "{what}");
            assert_eq!(kept(&placement(&live, workers)), most, "{what}");
            check(&instance, &live.solution()).unwrap_or_else(|violation| panic!("{what}: {violation}"));
            choices += usize::from(optima.iter().any(|place| kept(place) < most));
        }
    }
    assert!(choices > 1_000, "only {choices} times there was a choice");
}

#[test]
fn who_is_preferred_in_the_present_job_stays_unless_a_goal_demands_it() {
    for seed in 0..2_000 {
        let mut live = live(seed, 6);
        let workers = live.instance().workers();
        let before = placement(&live, workers);
        let wishes: Vec<(u32, Option<u32>)> = (0..workers).map(|w| (w as u32, before[w])).collect();
        assert_eq!(live.prefer(&wishes), Ok(vec![]), "seed {seed}: nothing is better than what there is");
        assert_eq!(live.prefer(&[(workers as u32, None)]), Err(Refusal::Unknown));
    }
}

/// For a seat, or a worker of a household without priority and limit, one shortest path is all there is.
#[test]
fn a_single_change_moves_the_fewest_people() {
    let mut choices = 0;
    for seed in 0..5_000 {
        let mut live = live(seed, 6);
        let mut dice = Dice::new(seed + 9);
        let base = live.instance();
        for step in 0..6 {
            let before = placement(&live, base.workers());
            let (worker, job) =
                (dice.below(base.workers().max(1) as u64) as usize, dice.below(base.jobs() as u64) as u32);
            let plain =
                |household: usize| base.class(household) == 0 && base.limit(household) == base.members(household).len();
            let plain = worker < base.workers() && plain(base.household_of(worker));
            let result = match dice.below(4) {
                0 => live.open_seat(job),
                1 => live.close_seat(job),
                2 if plain => live.leave(worker as u32),
                3 if plain => live.come(worker as u32),
                _ => continue,
            };
            let Ok(moves) = result else { continue };
            let distance = |place: &Vec<Option<u32>>| (0..before.len()).filter(|&w| place[w] != before[w]).count();
            let distances: Vec<usize> = all_best(&live.instance()).iter().map(distance).collect();
            assert_eq!(Some(&moves.len()), distances.iter().min(), "seed {seed}, step {step}");
            choices += usize::from(distances.iter().any(|&d| d > moves.len()));
        }
    }
    assert!(choices > 1_000, "only {choices} times there was a choice");
}

//! Limits on households: against enumeration, in files, and through changes.

mod common;

use assign::generate::{Recipe, generate};
use assign::{
    BuildError, Instance, InstanceBuilder, Live, Options, Refusal, Violation, check, read_instance, shortages, solve,
    witness, write_instance,
};
use common::{Dice, best, rank, tiny, with_limits};

/// Two members could be placed, one may.
fn pair(limit: u32) -> InstanceBuilder {
    let mut builder = InstanceBuilder::new();
    let (mill, farm) = (builder.job(1), builder.job(1));
    let household = builder.household(1);
    builder.limit(household, limit);
    builder.worker([(mill, 10)]);
    builder.worker([(farm, 9_000)]);
    builder
}

fn limited(seed: u64, most: u64) -> Instance {
    let mut dice = Dice::new(seed + 31);
    with_limits(&tiny(seed, most), |size| dice.below(size as u64 + 1) as u32)
}

/// Somebody of every third household has to stay, in every seventh one all but one.
fn county(workers: u64, ratio: u64) -> Instance {
    let instance = generate(&Recipe { workers, ratio, seed: 3, skew: true });
    let mut number = 0;
    with_limits(&instance, |size| {
        number += 1;
        match number % 21 {
            0 | 7 | 14 => 1,
            3 | 6 | 9 | 12 | 15 | 18 => size as u32 - 1,
            _ => size as u32,
        }
    })
}

#[test]
fn the_better_member_is_placed_and_the_other_one_stays() {
    let none = u32::MAX;
    for (limit, placement) in [(0, [none, none]), (1, [none, 1]), (2, [0, 1])] {
        let instance = pair(limit).build().expect("valid");
        let solution = solve(&instance, &Options::default());
        check(&instance, &solution).expect("proved");
        assert_eq!(solution.placement(), placement);
        assert_eq!(solution.totals().covered, [u64::from(limit > 0)]);
    }
}

#[test]
fn a_demanded_pair_counts() {
    let mut builder = pair(1);
    builder.must(0, 0);
    let instance = builder.clone().build().expect("valid");
    assert_eq!(solve(&instance, &Options::default()).placement(), [0, u32::MAX]);
    builder.must(1, 1);
    assert_eq!(builder.build(), Err(BuildError::PinsOverLimit { household: 0 }));
}

#[test]
fn a_limit_that_is_none_is_the_same_as_none_and_the_lowest_holds() {
    let mut builder = pair(7);
    assert_eq!(builder.clone().build(), pair(2).build());
    builder.limit(0, 1);
    builder.limit(0, 300);
    assert_eq!(builder.clone().build(), pair(1).build());
    builder.limit(1, 1);
    assert_eq!(builder.build(), Err(BuildError::Household { household: 1 }));
}

#[test]
fn limited_instances_reach_the_enumerated_optimum_and_come_back_from_files() {
    let mut strict = 0;
    for seed in 0..20_000 {
        let instance = limited(seed, 6);
        let solution = solve(&instance, &Options::default());
        check(&instance, &solution).unwrap_or_else(|violation| panic!("seed {seed}: {violation}"));
        let optimum = best(&instance);
        assert_eq!(rank(solution.totals()), optimum, "seed {seed}");
        strict += u32::from(optimum != best(&with_limits(&instance, |size| size as u32)));
        let mut bytes = vec![];
        write_instance(&instance, &mut bytes).expect("writing to memory");
        assert_eq!(read_instance(&bytes).as_ref(), Ok(&instance), "seed {seed}");
    }
    assert!(strict > 3_000, "only {strict} times the limits mattered");
}

#[test]
fn the_judge_refuses_a_household_over_its_limit() {
    let mut refused = 0;
    for seed in 0..3_000 {
        let instance = limited(seed, 6);
        let free = solve(&with_limits(&instance, |size| size as u32), &Options::default());
        let placed = |h| instance.members(h).filter(|&worker| free.job(worker).is_some()).count();
        let over = (0..instance.households()).find(|&h| placed(h) > instance.limit(h));
        let verdict = check(&instance, &free);
        if let Some(h) = over {
            let violation = Violation::OverLimit { household: h as u32, limit: instance.limit(h), placed: placed(h) };
            assert_eq!(verdict, Err(violation), "seed {seed}");
            refused += 1;
        } else if let Ok(certificate) = verdict {
            assert_eq!(rank(&certificate.totals), best(&instance), "seed {seed}");
        }
    }
    assert!(refused > 500, "only {refused} were refused");
}

#[test]
fn counties_are_proved_whatever_the_threads() {
    for ratio in [20, 60, 130] {
        let instance = county(6_000, ratio);
        let one = solve(&instance, &Options { threads: 1 });
        check(&instance, &one).expect("proved");
        assert_eq!(one, solve(&instance, &Options { threads: 2 }));
        assert_eq!(one, solve(&instance, &Options { threads: 3 }));
        assert!(shortages(&instance, &one).iter().all(|shortage| shortage.proves(&instance)));
    }
}

#[test]
fn who_may_not_be_placed_is_told_so() {
    let instance = pair(0).build().expect("valid");
    let solution = solve(&instance, &Options::default());
    let found = witness(&instance, &solution, 0).expect("uncovered");
    assert!(found.proves(&instance) && found.jobs.is_empty());
}

#[test]
fn no_more_pairs_can_be_demanded_than_may_be_placed() {
    let instance = pair(1).build().expect("valid");
    let solution = solve(&instance, &Options::default());
    let mut live = Live::new(instance, &solution);
    assert_eq!(live.pin(0, 0).map(|moves| moves.len()), Ok(2));
    assert_eq!((live.job(0), live.job(1)), (Some(0), None));
    assert_eq!(live.pin(1, 1), Err(Refusal::Limit));
}

#[test]
fn a_limited_county_stays_optimal_through_many_changes() {
    let instance = county(3_000, 70);
    let solution = solve(&instance, &Options::default());
    let (workers, jobs) = (instance.workers() as u64, instance.jobs() as u64);
    let mut live = Live::new(instance, &solution);
    assert_eq!(live.totals(), solution.totals());
    let mut dice = Dice::new(8);
    for _ in 0..600 {
        let (worker, job) = (dice.below(workers) as u32, dice.below(jobs) as u32);
        let own = live.job(worker as usize);
        let _ = match dice.below(7) {
            0 => live.open_seat(job),
            1 => live.close_seat(job),
            2 => live.leave(worker),
            3 => live.come(worker),
            4 => live.pin(worker, own.unwrap_or(job)),
            5 => live.unpin(worker),
            _ => live.forbid(worker, own.unwrap_or(job)),
        };
    }
    let changed = live.instance();
    check(&changed, &live.solution()).expect("proved");
    assert_eq!(solve(&changed, &Options::default()).totals(), live.totals());
}

#[test]
fn every_change_of_limited_households_is_that_of_solving_anew() {
    let mut changes = 0;
    for seed in 0..3_000 {
        let instance = limited(seed, 6);
        let (workers, jobs) = (instance.workers().max(1) as u64, instance.jobs() as u64);
        let solution = solve(&instance, &Options::default());
        let mut live = Live::new(instance, &solution);
        let mut dice = Dice::new(seed);
        for step in 0..12 {
            let (worker, job) = (dice.below(workers) as u32, dice.below(jobs) as u32);
            let done = match dice.below(11) {
                0 => live.open_seat(job).map(drop),
                1 => live.close_seat(job).map(drop),
                2 => live.leave(worker).map(drop),
                3 => live.come(worker).map(drop),
                4 => live.pin(worker, job).map(drop),
                5 => live.unpin(worker).map(drop),
                6 => live.forbid(worker, job).map(drop),
                7 => live.allow(worker, job).map(drop),
                8 => live.add_pairs(&[(worker, job, 500)]).map(drop),
                9 => live.add_fallback_job(1, &[(worker, 10)]).map(drop),
                _ => live.prefer(&[(worker, Some(job))]).map(drop),
            };
            if done.is_ok() {
                let instance = live.instance();
                check(&instance, &live.solution()).unwrap_or_else(|v| panic!("seed {seed}, step {step}: {v}"));
                assert_eq!(rank(live.totals()), best(&instance), "seed {seed}, step {step}");
                changes += 1;
            }
        }
    }
    assert!(changes > 8_000, "only {changes} changes were possible");
}

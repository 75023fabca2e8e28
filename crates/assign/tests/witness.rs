//! Every uncovered priority household has a witness, and a witness is a proof.

mod common;

use assign::{InstanceBuilder, Options, generate, shortages, solve, witness, witnesses};
use common::{best, tiny, without_household};

#[test]
fn every_uncovered_priority_household_has_a_valid_witness_and_no_other() {
    let mut found = 0;
    for seed in 0..30_000 {
        let instance = tiny(seed, 9);
        let solution = solve(&instance, &Options::default());
        for household in 0..instance.households() {
            let covered = instance.members(household).any(|worker| solution.job(worker).is_some());
            let witness = witness(&instance, &solution, household);
            assert_eq!(
                witness.is_some(),
                !covered && instance.class(household) > 0,
                "seed {seed}, household {household}"
            );
            if let Some(witness) = witness {
                found += 1;
                assert!(witness.proves(&instance), "seed {seed}: {witness:?}");
                assert!(witness.households.contains(&(household as u32)));
                let class = instance.class(household);
                assert!(witness.households.iter().all(|&h| instance.class(h as usize) <= class));
            }
        }
    }
    assert!(found > 3_000, "only {found} witnesses were put to the test");
}

#[test]
fn two_households_and_one_seat_are_named() {
    let mut builder = InstanceBuilder::new();
    let (mill, farm) = (builder.job(1), builder.job(5));
    builder.household(1);
    builder.worker([(mill, 9_000)]);
    builder.household(1);
    builder.worker([(mill, 100)]);
    builder.worker([]);
    builder.household(1);
    builder.worker([(mill, 9_999), (farm, 1)]);
    let instance = builder.build().expect("valid");
    let solution = solve(&instance, &Options::default());
    let all = witnesses(&instance, &solution);
    assert_eq!(all.len(), 1);
    let (household, witness) = &all[0];
    assert_eq!(
        (*household, &witness.households[..], &witness.jobs[..], witness.seats),
        (1, &[0, 1][..], &[mill][..], 1)
    );
}

#[test]
fn a_false_witness_is_no_proof() {
    let instance = generate::generate(&generate::Recipe { workers: 1_000, ratio: 8, seed: 2, skew: true });
    let solution = solve(&instance, &Options::default());
    let (_, good) = witnesses(&instance, &solution).into_iter().max_by_key(|(_, w)| w.jobs.len()).expect("very scarce");
    assert!(good.proves(&instance) && good.jobs.len() > 1);
    let mut fewer_jobs = good.clone();
    fewer_jobs.jobs.pop();
    let mut fewer_households = good.clone();
    fewer_households.households.truncate(good.seats as usize);
    let mut fewer_seats = good.clone();
    fewer_seats.seats -= 1;
    let mut twice = good.clone();
    twice.households.push(good.households[0]);
    for bad in [fewer_jobs, fewer_households, fewer_seats, twice] {
        assert!(!bad.proves(&instance), "{bad:?}");
    }
}

#[test]
fn without_any_one_household_the_seats_of_a_witness_would_do() {
    let mut tried = 0;
    for seed in 0..10_000 {
        let instance = tiny(seed, 9);
        let solution = solve(&instance, &Options::default());
        for (_, witness) in witnesses(&instance, &solution) {
            let only = |keep: &dyn Fn(u32) -> bool| {
                let others = (0..instance.households() as u32).filter(|&h| !keep(h));
                others.fold(instance.clone(), |rest, household| without_household(&rest, household))
            };
            for &left_out in &witness.households {
                let rest = only(&|h| h != left_out && witness.households.binary_search(&h).is_ok());
                let covered: u64 = best(&rest).0.iter().sum();
                let pinned = rest.pins().len() as u64;
                assert!(pinned == 0 && covered == witness.households.len() as u64 - 1, "seed {seed}: {witness:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 1_500, "only {tried} were left out");
}

#[test]
fn shortages_are_disjoint_hold_every_uncovered_household_once_and_count_up() {
    let mut merged = 0;
    for seed in 0..30_000 {
        let instance = tiny(seed, 9);
        let solution = solve(&instance, &Options::default());
        let all = shortages(&instance, &solution);
        let by_one: Vec<_> = witnesses(&instance, &solution);
        let mut uncovered: Vec<u32> = all.iter().flat_map(|s| s.uncovered.clone()).collect();
        assert!(all.windows(2).all(|pair| pair[0].uncovered[0] < pair[1].uncovered[0]));
        uncovered.sort_unstable();
        assert_eq!(uncovered, by_one.iter().map(|w| w.0).collect::<Vec<_>>(), "seed {seed}");
        let households = all.iter().flat_map(|s| s.households.clone()).collect();
        let jobs = all.iter().flat_map(|s| s.jobs.clone()).collect();
        assert!(all_different(households) && all_different(jobs), "seed {seed}: not disjoint");
        for shortage in &all {
            assert!(shortage.proves(&instance), "seed {seed}: {shortage:?}");
            assert_eq!(shortage.households.len() as u64 - shortage.seats, shortage.uncovered.len() as u64);
            let witnessed = by_one.iter().filter(|(household, _)| shortage.uncovered.contains(household));
            let mut households: Vec<u32> = witnessed.flat_map(|(_, witness)| witness.households.clone()).collect();
            households.sort_unstable();
            households.dedup();
            assert_eq!(shortage.households, households, "seed {seed}: the union of its witnesses");
            merged += usize::from(shortage.uncovered.len() > 1 && !shortage.jobs.is_empty());
        }
    }
    assert!(merged > 1_000, "only {merged} shortages of several");
}

fn all_different(mut items: Vec<u32>) -> bool {
    items.sort_unstable();
    items.windows(2).all(|pair| pair[0] < pair[1])
}

#[test]
fn a_false_shortage_is_no_proof() {
    let instance = generate::generate(&generate::Recipe { workers: 1_000, ratio: 8, seed: 2, skew: true });
    let solution = solve(&instance, &Options::default());
    let all = shortages(&instance, &solution);
    let good = all.iter().max_by_key(|s| s.jobs.len()).expect("very scarce").clone();
    assert!(good.proves(&instance) && good.uncovered.len() > 1);
    let mut fewer_jobs = good.clone();
    fewer_jobs.jobs.pop();
    let mut more_uncovered = good.clone();
    more_uncovered.uncovered.push(good.households[0]);
    let mut fewer_uncovered = good.clone();
    fewer_uncovered.uncovered.pop();
    let mut fewer_households = good.clone();
    fewer_households.households.pop();
    for bad in [fewer_jobs, more_uncovered, fewer_uncovered, fewer_households] {
        assert!(!bad.proves(&instance), "{bad:?}");
    }
}

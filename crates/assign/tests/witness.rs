//! Every uncovered priority household has a witness, and a witness is a proof.

mod common;

use assign::{InstanceBuilder, Options, generate, solve, witness, witnesses};
use common::tiny;

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

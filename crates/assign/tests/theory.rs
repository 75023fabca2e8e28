//! The theorems the crate rests on, by enumeration.

mod common;

use assign::{Instance, InstanceBuilder, Options, Totals, solve};
use common::{best, each_placement, tiny, totals, with_more_seats};

/// Tiny instances without fallback jobs and demanded pairs, with at most one class.
fn plain(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Instance)> {
    let plain = |instance: &Instance| {
        instance.classes() <= 1 && instance.pins().is_empty() && (0..instance.jobs()).all(|j| !instance.is_fallback(j))
    };
    seeds.map(|seed| (seed, tiny(seed, 6))).filter(move |(_, instance)| plain(instance))
}

fn greatest(instance: &Instance, value: impl Fn(&Totals) -> u64) -> u64 {
    let mut most = 0;
    each_placement(instance, &mut |place| most = most.max(value(&totals(instance, place))));
    most
}

#[test]
fn most_coverage_and_most_placements_are_reached_together() {
    for (seed, instance) in plain(0..6_000) {
        let (covered, _, placed, _) = best(&instance);
        assert_eq!(covered.iter().sum::<u64>(), greatest(&instance, |t| t.covered.iter().sum()), "seed {seed}");
        assert_eq!(placed, greatest(&instance, |t| t.placed), "seed {seed}");
    }
}

#[test]
fn one_weight_for_households_and_placements_is_enough() {
    for (seed, instance) in plain(0..6_000) {
        let top = (0..instance.workers()).flat_map(|w| instance.list(w)).map(|(_, score)| u64::from(score)).max();
        let weight = top.unwrap_or(0) * instance.workers().min(instance.jobs()) as u64 + 1;
        let value = |t: &Totals| weight * (t.covered.iter().sum::<u64>() + t.placed) + t.score;
        let solution = solve(&instance, &Options::default());
        assert_eq!(value(solution.totals()), greatest(&instance, value), "seed {seed}");
    }
}

#[test]
fn a_bonus_for_every_member_would_be_wrong() {
    let mut builder = InstanceBuilder::new();
    let (first, second) = (builder.job(1), builder.job(1));
    builder.household(1);
    builder.worker([(first, 5_000)]);
    builder.worker([(second, 5_000)]);
    builder.household(0);
    builder.worker([(second, 9_000)]);
    let instance = builder.build().expect("valid");
    // The household is covered by its first member; its second one has no claim on the other seat.
    assert_eq!(solve(&instance, &Options::default()).placement(), [first, u32::MAX, second]);
}

#[test]
fn a_seat_more_covers_nobody_without_placing_somebody() {
    let mut gains = [0; 3];
    for (seed, instance) in plain(0..6_000) {
        let before = solve(&instance, &Options::default()).triple();
        for job in 0..instance.jobs() {
            let after = solve(&with_more_seats(&instance, job, 1), &Options::default()).triple();
            match (after.0 - before.0, after.1 - before.1) {
                (0, 0) => gains[0] += 1,
                (0, 1) => gains[1] += 1,
                (1, 1) => gains[2] += 1,
                other => panic!("seed {seed}, job {job}: {other:?}"),
            }
        }
    }
    assert!(gains.iter().all(|&count| count > 50), "{gains:?}");
}

//! The judge finds every kind of fault.

mod common;

use assign::{Instance, InstanceBuilder, Options, Solution, Totals, Violation, check, solve};
use common::{Dice, best, rank, tiny, totals, with_more_seats};
use proptest::prelude::*;

struct Parts {
    totals: Totals,
    placement: Vec<u32>,
    weight: i64,
    prices: Vec<i64>,
    tiers: Vec<u16>,
}

fn with(solution: &Solution, change: impl FnOnce(&mut Parts)) -> Solution {
    let mut parts = Parts {
        totals: solution.totals().clone(),
        placement: solution.placement().to_vec(),
        weight: solution.weight(),
        prices: solution.prices().to_vec(),
        tiers: solution.tiers().to_vec(),
    };
    change(&mut parts);
    Solution::from_parts(parts.totals, parts.placement, parts.weight, parts.prices, parts.tiers)
}

fn count(instance: &Instance, placement: &[u32]) -> Totals {
    let place: Vec<Option<u32>> = placement.iter().map(|&job| Some(job).filter(|&job| job != Solution::NONE)).collect();
    totals(instance, &place)
}

/// Two seats, three people, one pinned.
fn example() -> (Instance, Solution) {
    let mut builder = InstanceBuilder::new();
    let (a, b, fallback) = (builder.job(1), builder.job(2), builder.fallback_job(1));
    builder.household(1);
    builder.worker([(a, 100), (b, 50)]);
    let pinned = builder.worker([(b, 10), (a, 20)]);
    builder.household(0);
    builder.worker([(a, 900), (b, 800)]);
    builder.worker([(a, 10)]);
    builder.household(2);
    builder.worker([(fallback, 0)]);
    builder.must(pinned, b);
    let instance = builder.build().expect("valid");
    let solution = solve(&instance, &Options::default());
    (instance, solution)
}

#[test]
fn each_kind_of_violation_is_named() {
    let (instance, good) = example();
    assert_eq!(check(&instance, &good).map(|c| c.totals), Ok(good.totals().clone()));
    let found = |change: fn(&mut Parts)| check(&instance, &with(&good, change)).expect_err("tampered");
    assert!(matches!(found(|p| p.placement.truncate(1)), Violation::Length { what: "placement", .. }));
    assert!(matches!(found(|p| p.prices.push(0)), Violation::Length { what: "prices", .. }));
    assert!(matches!(found(|p| p.tiers.clear()), Violation::Length { what: "tiers", .. }));
    assert!(matches!(found(|p| p.weight = 0), Violation::Weight { weight: 0 }));
    assert!(matches!(found(|p| p.weight = i64::MAX), Violation::Weight { .. }));
    assert!(matches!(found(|p| p.prices[1] = -1), Violation::PriceRange { job: 1, price: -1 }));
    assert!(matches!(found(|p| p.prices[1] = i64::MAX), Violation::PriceRange { job: 1, .. }));
    assert!(matches!(found(|p| p.placement[4] = 0), Violation::NoSuchPair { worker: 4, job: 0 }));
    assert!(matches!(found(|p| p.placement[4] = 77), Violation::NoSuchPair { worker: 4, job: 77 }));
    assert!(matches!(found(|p| p.placement[3] = 0), Violation::Overfull { job: 0, seats: 1, placed: 2 }));
    assert!(matches!(found(|p| p.placement[1] = Solution::NONE), Violation::PinBroken { worker: 1, job: 1 }));
    assert!(matches!(found(|p| p.totals.score += 1), Violation::Totals { .. }));
    assert!(matches!(found(|p| p.totals.covered[0] += 1), Violation::Totals { .. }));
    assert!(matches!(found(|p| p.totals.fallback = 0), Violation::Totals { .. }));
    assert!(matches!(found(|p| p.tiers[0] += 9), Violation::Tiers { .. }));
    assert!(matches!(found(|p| p.prices[0] += 1_000_000), Violation::Prices { .. }));
    let unplaced = |p: &mut Parts, worker: usize| {
        p.placement[worker] = Solution::NONE;
        p.totals = count(&instance, &p.placement);
    };
    assert!(matches!(check(&instance, &with(&good, |p| unplaced(p, 2))), Err(Violation::Tiers { .. })));
    assert!(matches!(check(&instance, &with(&good, |p| unplaced(p, 4))), Err(Violation::Tiers { .. })));
    let swapped = with(&good, |p| {
        p.placement.swap(0, 2);
        p.totals = count(&instance, &p.placement);
    });
    assert!(matches!(check(&instance, &swapped), Err(Violation::Prices { .. })));
}

#[test]
fn no_placement_but_an_optimum_is_ever_certified() {
    let mut refused = 0;
    for seed in 0..20_000 {
        let instance = tiny(seed, 6);
        let good = solve(&instance, &Options::default());
        let mut dice = Dice::new(seed + 1);
        // Anybody anywhere on the list, with honest totals.
        let bad = with(&good, |Parts { totals, placement, .. }| {
            for _ in 0..1 + dice.below(3) {
                if !placement.is_empty() {
                    let worker = dice.below(placement.len() as u64) as usize;
                    let list: Vec<u32> = instance.list(worker).map(|(job, _)| job).chain([Solution::NONE]).collect();
                    placement[worker] = list[dice.below(list.len() as u64) as usize];
                }
            }
            *totals = count(&instance, placement);
        });
        match check(&instance, &bad) {
            Ok(certificate) => assert_eq!(rank(&certificate.totals), best(&instance), "seed {seed}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 5_000, "only {refused} were refused");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whatever is done to the proof of a true optimum, the verdict is never wrong and never a panic.
    #[test]
    fn a_changed_proof_never_certifies_a_false_optimum(
        seed in 0u64..1_000_000,
        prices in proptest::collection::vec(-5i64..200_000, 4),
        tiers in proptest::collection::vec(0u16..6, 4),
        weight in 1i64..1_000_000,
        empty in any::<bool>(),
    ) {
        let instance = tiny(seed, 5);
        let good = solve(&instance, &Options::default());
        let bad = with(&good, |p| {
            p.weight = weight;
            p.prices.iter_mut().zip(&prices).for_each(|(old, &new)| *old = new);
            p.tiers.iter_mut().zip(&tiers).for_each(|(old, &new)| *old = new);
            if empty {
                p.placement.fill(Solution::NONE);
                p.totals = count(&instance, &p.placement);
            }
        });
        if let Ok(certificate) = check(&instance, &bad) {
            prop_assert_eq!(rank(&certificate.totals), best(&instance));
        }
    }

    /// One more seat in a real job brings nothing, a placement, or a household and what follows from it; it never takes (T8).
    #[test]
    fn one_more_seat_never_hurts(seed in 0u64..1_000_000, job in 0usize..4) {
        let instance = tiny(seed, 6);
        let job = job % instance.jobs();
        if instance.is_fallback(job) {
            return Ok(());
        }
        let more = with_more_seats(&instance, job, 1);
        let [before, after] = [&instance, &more].map(|i| solve(i, &Options::default()).totals().clone());
        let covered = |t: &Totals| t.covered.iter().sum::<u64>();
        prop_assert!((0..=1).contains(&(covered(&after) - covered(&before))));
        prop_assert!((0..=1).contains(&(after.placed - before.placed)));
        prop_assert!(covered(&after) - covered(&before) <= after.placed - before.placed || after.fallback > before.fallback);
        prop_assert!(rank(&after) >= rank(&before));
    }
}

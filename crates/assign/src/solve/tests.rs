//! Chains of moves, on either side of what the small weight can tell apart.

use super::*;
use crate::generate::{Recipe, generate};
use crate::{InstanceBuilder, check};

/// `links` + 1 people on a chain of jobs, each job one seat: the last one can be placed only if everybody moves from a score of 10000 to 0.
fn chain(links: u32) -> Instance {
    let mut builder = InstanceBuilder::new();
    for _ in 0..=links {
        builder.job(1);
    }
    for link in 0..links {
        builder.household(0);
        builder.worker([(link, 10_000), (link + 1, 0)]);
    }
    builder.household(1);
    builder.worker([(0, 0)]);
    builder.build().expect("a chain is valid")
}

#[test]
fn a_small_weight_that_misses_a_goal_is_noticed_and_raised() {
    for links in [2, 3, 13, 40] {
        let instance = chain(links);
        let solution = solve(&instance, &Options::default());
        check(&instance, &solution).expect("proved");
        assert_eq!(solution.triple(), (1, u64::from(links) + 1, 0), "{links} links");
        let market = Market::new(&instance, 1);
        assert_eq!(solution.weight(), market.weights()[usize::from(links > 12)], "{links} links");
    }
}

#[test]
fn both_number_types_give_the_same_answer() {
    let instance = generate(&Recipe { workers: 2_000, ratio: 80, seed: 4, skew: true });
    let market = Market::new(&instance, 1);
    let weight = market.weights()[0];
    let narrow = auction::run::<i32>(&market, weight, BUDGET).expect("fits");
    assert_eq!(Ok(&narrow), auction::run::<i64>(&market, weight, BUDGET).as_ref());
}

/// Scores as they are, in steps, 0 or 1, all equal; some households with a limit.
fn with_ties(instance: &Instance) -> Vec<Instance> {
    let changes: [fn(u16) -> u16; 5] = [|s| s, |s| s / 1_000 * 1_000, |s| u16::from(s > 7_000), |_| 5_000, |_| 0];
    let change = |f: fn(u16) -> u16| {
        let mut builder = InstanceBuilder::new();
        (0..instance.jobs()).for_each(|job| _ = builder.job(instance.seats(job)));
        for household in 0..instance.households() {
            builder.household(instance.class(household));
            builder.limit(household as u32, household as u32 % 4);
            for worker in instance.members(household) {
                builder.worker(instance.list(worker).map(|(job, score)| (job, f(score))));
            }
        }
        builder.build().expect("still valid")
    };
    changes.into_iter().map(change).collect()
}

#[test]
fn without_any_budget_the_fall_back_finds_the_same() {
    for (workers, ratio) in [(2_000, 60), (2_000, 80), (2_000, 130), (2_000, 10)] {
        for instance in with_ties(&generate(&Recipe { workers, ratio, seed: 4, skew: true })) {
            let market = Market::new(&instance, 1);
            let weight = market.weights()[0];
            assert_eq!(auction::run::<i32>(&market, weight, 0), Err(Stop::Overrun));
            let flow = optimum(market, weight, 0);
            let solution = solution(&flow, tiers::tiers(&flow).expect("the weight is enough"));
            check(&instance, &solution).expect("proved");
            assert_eq!(solution.triple(), solve(&instance, &Options::default()).triple());
        }
    }
}

#[test]
fn every_weight_that_is_enough_gives_the_same_triple() {
    let instance = generate(&Recipe { workers: 1_000, ratio: 60, seed: 1, skew: true });
    let market = Market::new(&instance, 1);
    for weight in market.weights() {
        let mut flow = optimum(Market::new(&instance, 1), weight, BUDGET);
        flow.lower_prices();
        let solution = solution(&flow, tiers::tiers(&flow).expect("the weight is enough"));
        check(&instance, &solution).expect("proved");
        assert_eq!(solution.triple(), (116, 587, 4_252_234));
    }
}

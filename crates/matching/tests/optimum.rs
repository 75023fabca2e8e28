//! The optimum from short lists against that of every admissible pair.

mod common;

use assign::{Options, check, solve};
use common::World;
use matching::{Limits, Market};
use proptest::prelude::*;

/// The goals reached over every admissible pair.
fn enumerated(market: &Market) -> assign::Totals {
    let all = market.candidates(Limits { longest: 1_000, threads: 1 });
    assert_eq!(all.lists_cut(), 0);
    let problem = market.problem(&all).expect("a sound problem");
    solve(&problem.instance, &Options::default()).totals().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn short_lists_lead_to_the_optimum_of_all_pairs(seed: u64, households in 1usize..60, vacancies in 0usize..80, longest in 0usize..4) {
        let market = World::random(seed, households, vacancies).market();
        let optimum = market.optimum(Limits { longest, threads: 1 }).unwrap();
        prop_assert_eq!(optimum.solution.totals(), &enumerated(&market));
        prop_assert_eq!(&check(&optimum.problem.instance, &optimum.solution).unwrap(), &optimum.certificate);
        prop_assert_eq!(optimum.rounds.last().unwrap().added, 0);
        let search = market.search(2);
        prop_assert!(search.prove(&optimum.candidates, &optimum.problem, &optimum.solution).is_ok());
    }
}

//! The solver against enumeration, and its independence of everything but the instance.

mod common;

use assign::{Options, check, generate, solve, solve_at_smallest_prices};
use common::{best, rank, tiny};

#[test]
fn tiny_instances_reach_the_enumerated_optimum() {
    for seed in 0..30_000 {
        let instance = tiny(seed, 6);
        let solution = solve(&instance, &Options::default());
        check(&instance, &solution).unwrap_or_else(|violation| panic!("seed {seed}: {violation}"));
        assert_eq!(rank(solution.totals()), best(&instance), "seed {seed}");
    }
}

#[test]
fn smallest_prices_prove_the_same_and_lie_below_all_others() {
    for seed in 0..3_000 {
        let instance = tiny(seed, 6);
        let any = solve(&instance, &Options::default());
        let smallest = solve_at_smallest_prices(&instance, &Options::default());
        check(&instance, &smallest).unwrap_or_else(|violation| panic!("seed {seed}: {violation}"));
        assert_eq!(any.totals(), smallest.totals(), "seed {seed}");
        let mut prices = any.prices().iter().zip(smallest.prices());
        assert!(any.weight() != smallest.weight() || prices.all(|(any, smallest)| smallest <= any), "seed {seed}");
    }
}

/// Triples on which independent solvers (OR-Tools, LEMON) agree.
#[test]
fn generated_instances_reach_the_known_triples() {
    let known = [
        (1_000, 130, 1, (116, 995, 7_267_065)),
        (1_000, 130, 2, (92, 997, 7_639_704)),
        (1_000, 130, 3, (92, 997, 7_075_876)),
        (1_000, 60, 1, (116, 587, 4_252_234)),
        (1_000, 60, 2, (92, 595, 4_332_033)),
        (1_000, 60, 3, (92, 568, 3_915_775)),
        (10_000, 130, 1, (978, 9_967, 75_739_489)),
        (10_000, 130, 2, (1_006, 9_976, 74_520_648)),
        (10_000, 130, 3, (933, 9_978, 73_935_496)),
        (10_000, 60, 1, (979, 5_971, 43_301_367)),
        (10_000, 60, 2, (1_006, 5_980, 43_875_601)),
        (10_000, 60, 3, (931, 5_998, 42_831_212)),
    ];
    for (workers, ratio, seed, triple) in known {
        let instance = generate::generate(&generate::Recipe { workers, ratio, seed, skew: true });
        let solution = solve(&instance, &Options::default());
        check(&instance, &solution).expect("proved optimal");
        assert_eq!(solution.triple(), triple, "{workers} workers, {ratio} % seats, seed {seed}");
    }
}

#[test]
fn the_answer_does_not_depend_on_threads_or_repetition() {
    let recipe = generate::Recipe { workers: 5_000, ratio: 90, seed: 7, skew: true };
    let instance = generate::generate(&recipe);
    let one = solve(&instance, &Options { threads: 1 });
    assert_eq!(one, solve(&instance, &Options { threads: 1 }));
    assert_eq!(one, solve(&generate::generate(&recipe), &Options { threads: 2 }));
    assert_eq!(one, solve(&instance, &Options { threads: 3 }));
}

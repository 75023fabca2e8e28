//! The planner against brute force, its checker and its bound.

mod common;

use common::{best, random, rank};
use planning::orienteering::{Effort, bound, check, search};

const QUICK: Effort = Effort { rounds: 1, seed: 3, threads: 2 };

#[test]
fn tiny_problems_are_solved_exactly() {
    for seed in 0..60 {
        let instance = random(seed, 7, 2);
        let Some(exact) = best(&instance) else { continue };
        let routes = search(&instance, &QUICK, None, &|| false);
        assert_eq!(rank(&instance, &routes), Some(exact), "seed {seed}");
        let most = bound(&instance, 0, 40);
        assert!(most >= exact.2, "seed {seed}: bound {most} below {}", exact.2);
    }
}

#[test]
fn plans_of_random_problems_break_no_rule() {
    for seed in 1_000..1_020 {
        let instance = random(seed, 60, 9);
        let routes = search(&instance, &QUICK, None, &|| false);
        let verdict = check(&instance, &routes).expect("sound");
        assert!(verdict.profit <= bound(&instance, 0, 5), "seed {seed}");
    }
}

#[test]
fn threads_change_nothing() {
    for seed in [7, 8] {
        let instance = random(seed, 50, 4);
        let run = |threads| search(&instance, &Effort { rounds: 2, seed: 5, threads }, None, &|| false);
        assert_eq!(run(1), run(2));
        assert_eq!(run(1), run(3));
    }
}

#[test]
fn the_bound_meets_what_everybody_reaches() {
    let text = "n 4\nm 1\ntmax 100\n0 0 0\n1 0 5\n2 0 7\n3 0 0\n";
    let published = planning::orienteering::read(text, None).expect("reads");
    let routes = search(&published.instance, &QUICK, None, &|| false);
    assert_eq!(routes, [vec![0, 1, 2, 3]]);
    assert_eq!(bound(&published.instance, 0, 10), 12);
}

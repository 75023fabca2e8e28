//! Simple orders against the optimum.

use assign::{Instance, InstanceBuilder, Options, Totals, solve};
use domain::bridge::Order;
use matching::Practice;
use proptest::prelude::*;

fn ids(instance: &Instance) -> Vec<u32> {
    (0..instance.workers() as u32).collect()
}

/// (covered, fallback, placed, score), greater is better in the order of the goals.
fn goals(totals: &Totals) -> (u64, i64, u64, u64) {
    (totals.covered.iter().sum(), -(totals.fallback as i64), totals.placed, totals.score)
}

#[test]
fn each_order_hands_the_seats_out_as_it_says() {
    let mut builder = InstanceBuilder::new();
    let (sewing, welfare) = (builder.job(1), builder.fallback_job(1));
    builder.household(0);
    builder.worker([(sewing, 900)]);
    builder.household(1);
    builder.worker([(sewing, 500), (welfare, 0)]);
    builder.household(1);
    builder.worker([(sewing, 400)]);
    let instance = builder.build().unwrap();
    let of = |order| goals(Practice::new(&instance, order, &ids(&instance)).totals());
    assert_eq!(of(Order::Queue), (1, -1, 1, 900), "the first in the queue takes the seat; one falls back");
    assert_eq!(of(Order::Score), (1, -1, 1, 900));
    assert_eq!(of(Order::Priority), (2, -1, 1, 400), "the household with one seat in reach goes first");
    let last_first: Vec<u32> = ids(&instance).into_iter().rev().collect();
    assert_eq!(goals(Practice::new(&instance, Order::Queue, &last_first).totals()), (2, -1, 1, 400));
}

prop_compose! {
    fn instances()(
        jobs in prop::collection::vec((0u32..4, prop::bool::weighted(0.3)), 1..6),
        households in prop::collection::vec((0u8..3, prop::collection::vec(prop::collection::vec((0u32..6, 0u16..6), 0..5), 1..4)), 1..8),
        pin in any::<bool>(),
    ) -> Instance {
        let mut builder = InstanceBuilder::new();
        for &(seats, fallback) in &jobs {
            if fallback { builder.fallback_job(seats) } else { builder.job(seats) };
        }
        let mut pinned = !pin;
        for (class, members) in households {
            builder.household(class);
            for list in members {
                let list: Vec<_> = list.into_iter().filter(|(job, _)| {
                    let job = jobs.get(*job as usize);
                    job.is_some_and(|(_, fallback)| class > 0 || !fallback)
                }).collect();
                let worker = builder.worker(list.iter().copied());
                if let Some(&(job, _)) = list.first().filter(|(job, _)| !pinned && jobs[*job as usize].0 > 0) {
                    builder.must(worker, job);
                    pinned = true;
                }
            }
        }
        builder.build().expect("a sound test")
    }
}

proptest! {
    #[test]
    fn no_order_is_better_than_the_optimum(instance in instances(), seed in any::<u64>()) {
        let best = solve(&instance, &Options::default());
        let mut entered = ids(&instance);
        entered.sort_by_key(|&worker| seed.wrapping_mul(u64::from(worker) * 2 + 1));
        for order in Order::ALL {
            let mut practice = Practice::new(&instance, order, &entered);
            let once = practice.totals().clone();
            practice.go_on(&instance, &entered);
            prop_assert_eq!(practice.totals(), &once, "who found nothing finds nothing on the same list");
            let totals = once;
            let by_class = |totals: &Totals| (totals.covered.clone(), -(totals.fallback as i64), totals.placed, totals.score);
            prop_assert!(by_class(&totals) <= by_class(best.totals()), "{order:?}: {totals:?} beats {:?}", best.totals());
        }
    }
}

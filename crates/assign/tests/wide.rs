//! More workers and jobs than fit the short form of a pair (18 bits).

use assign::{InstanceBuilder, Options, check, read_instance, solve, write_instance};

const MANY: u32 = 270_000;

/// Two neighbours share the job of the odd one; the even one would be better there.
fn list(worker: u32) -> [(u32, u16); 2] {
    if worker.is_multiple_of(2) { [(worker + 1, 9_000), (worker, 10)] } else { [(worker, 8_000), (worker - 1, 10)] }
}

#[test]
fn wide_numbers_come_back_and_are_placed() {
    let mut builder = InstanceBuilder::new();
    (0..MANY).for_each(|job| _ = builder.job(job % 2));
    for worker in 0..MANY {
        builder.household(1);
        builder.worker(list(worker));
    }
    let instance = builder.build().expect("the input is right");
    assert!((0..MANY).all(|worker| instance.list(worker as usize).eq(list(worker))));
    let mut bytes = vec![];
    write_instance(&instance, &mut bytes).expect("memory takes everything");
    assert!(read_instance(&bytes).expect("what was written") == instance);

    let one = solve(&instance, &Options { threads: 1 });
    assert_eq!(one.placement(), solve(&instance, &Options { threads: 2 }).placement());
    assert!(check(&instance, &one).is_ok());
    let seats = u64::from(MANY) / 2;
    assert_eq!((one.totals().placed, one.totals().score), (seats, 9_000 * seats));
}

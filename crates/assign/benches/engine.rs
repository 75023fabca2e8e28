//! Single steps of the engine, through its public interface: each instance is made so that one step takes most of the time.
//!
//! `cargo bench -p assign [-- NAME]`. For whole solves beside other solvers: `cargo xtask bench assign`.

use assign::generate::{Recipe, generate};
use assign::{
    Instance, InstanceBuilder, Live, Options, Solution, check, read_instance, solve, witnesses, write_instance,
};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

const WORKERS: u32 = 20_000;

/// A small source of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % u64::from(n)) as u32
    }
}

/// Singles without priority who list 30 of the jobs at random; `score` sees the dice and the job.
fn market(jobs: u32, seats: u32, score: impl Fn(&mut Dice, u32) -> u16) -> Instance {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut builder = InstanceBuilder::new();
    (0..jobs).for_each(|_| {
        builder.job(seats);
    });
    for _ in 0..WORKERS {
        builder.household(0);
        let list: Vec<(u32, u16)> = (0..30)
            .map(|_| {
                let job = dice.below(jobs);
                (job, score(&mut dice, job))
            })
            .collect();
        builder.worker(list);
    }
    builder.build().expect("a valid market")
}

fn any(dice: &mut Dice, _: u32) -> u16 {
    dice.below(10_001) as u16
}

fn county() -> Instance {
    generate(&Recipe { workers: WORKERS.into(), ratio: 60, seed: 11, skew: true })
}

fn solved(bencher: Bencher, threads: usize, instance: &Instance) {
    bencher.counter(ItemsCount::new(instance.edges())).bench(|| solve(instance, &Options { threads }));
}

/// Reading and ordering the pairs.
#[divan::bench]
fn build(bencher: Bencher) {
    let (instance, mut bytes) = (county(), vec![]);
    write_instance(&instance, &mut bytes).expect("writing to memory");
    bencher.counter(ItemsCount::new(instance.edges())).bench(|| read_instance(&bytes));
}

/// Looking through the lists: seats for everybody everywhere, so nobody is ever outbid.
#[divan::bench(args = [1, 2])]
fn scan(bencher: Bencher, threads: usize) {
    solved(bencher, threads, &market(4_000, WORKERS, any));
}

/// Bidding: as many seats as workers, one a job, so that almost everybody is outbid many times.
#[divan::bench(args = [1, 2])]
fn bid(bencher: Bencher, threads: usize) {
    solved(bencher, threads, &market(WORKERS, 1, any));
}

/// Lowering prices again: the jobs everybody wants are dear first, yet there are more seats than workers.
#[divan::bench(args = [1, 2])]
fn reverse(bencher: Bencher, threads: usize) {
    solved(bencher, threads, &market(WORKERS / 5, 6, |dice, job| (job % 100 * 80 + dice.below(2_000)) as u16));
}

/// Repairing: plateaus of equal scores, where prices alone cannot tell who goes where.
#[divan::bench(args = [1, 2])]
fn finish(bencher: Bencher, threads: usize) {
    solved(bencher, threads, &market(WORKERS / 5, 4, |dice, _| 5_000 * dice.below(2) as u16));
}

/// All of it on a generated county.
#[divan::bench(args = [1, 2])]
fn whole(bencher: Bencher, threads: usize) {
    solved(bencher, threads, &county());
}

fn answer() -> (Instance, Solution) {
    let instance = county();
    let solution = solve(&instance, &Options::default());
    (instance, solution)
}

/// Checking both proofs.
#[divan::bench]
fn certificate(bencher: Bencher) {
    let (instance, solution) = answer();
    bencher.counter(ItemsCount::new(instance.edges())).bench(|| check(&instance, &solution));
}

/// Saying why each uncovered household is uncovered, where seats are very scarce.
#[divan::bench]
fn witness(bencher: Bencher) {
    let instance = generate(&Recipe { workers: WORKERS.into(), ratio: 8, seed: 11, skew: true });
    let solution = solve(&instance, &Options::default());
    bencher.bench(|| witnesses(&instance, &solution));
}

/// One seat closes and opens again: two changes.
#[divan::bench]
fn live_seat(bencher: Bencher) {
    let (instance, solution) = answer();
    let (jobs, mut dice) = (instance.jobs() as u32, Dice(7));
    let mut live = Live::new(instance, &solution);
    bencher.bench_local(|| {
        let job = dice.below(jobs);
        live.close_seat(job).and_then(|_| live.open_seat(job)).is_ok()
    });
}

/// A worker leaves and comes back: two changes.
#[divan::bench]
fn live_worker(bencher: Bencher) {
    let (instance, solution) = answer();
    let mut dice = Dice(7);
    let mut live = Live::new(instance, &solution);
    bencher.bench_local(|| {
        let worker = dice.below(WORKERS);
        live.leave(worker).and_then(|_| live.come(worker)).is_ok()
    });
}

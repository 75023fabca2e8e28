//! Writes small random instances with everything that has ever been a trap, for comparing solvers: `random COUNT SEED DIR`.

use assign::generate::{Recipe, generate};
use assign::{Instance, InstanceBuilder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [count, seed, folder] = &given[..] else { return Err("usage: random COUNT SEED DIR".into()) };
    let (count, seed): (u64, u64) = (count.parse()?, seed.parse()?);
    for number in 0..count {
        let mut dice = Dice((seed << 32 | number).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03);
        let instance = if number % 4 == 0 { county(&mut dice) } else { wild(&mut dice) };
        let file = std::fs::File::create(format!("{folder}/{number}.hf"))?;
        assign::write_instance(&instance, file)?;
    }
    Ok(())
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// A generated county of up to 2,000 workers with 3 to 200 % of seats.
fn county(dice: &mut Dice) -> Instance {
    generate(&Recipe {
        workers: 20 + dice.below(1_980),
        ratio: 3 + dice.below(198),
        seed: dice.below(1 << 30),
        skew: dice.one_in(2),
    })
}

/// Up to 150 workers: ties, empty lists, jobs without seats, one giant job, households with one common job, several classes,
/// fallback jobs, limits, demanded pairs.
fn wild(dice: &mut Dice) -> Instance {
    let mut builder = InstanceBuilder::new();
    let (workers, jobs) = (1 + dice.below(150), 1 + dice.below(60));
    let (style, classes, length) = (dice.below(6), dice.below(4), 1 + dice.below(8));
    let (most, giant, fallbacks, limits) = (1 + dice.below(4), dice.one_in(8), dice.one_in(3), dice.one_in(3));
    for job in 0..jobs {
        let seats = if giant && job == 0 { u32::MAX } else { dice.below(most + 1) as u32 };
        if fallbacks && dice.one_in(4) {
            builder.fallback_job(seats)
        } else {
            builder.job(seats)
        };
    }
    let (mut left, mut pins) = (workers, vec![]);
    while left > 0 {
        let size = (1 + dice.below(6)).min(left);
        left -= size;
        let household = builder.household(dice.below(classes + 1) as u8);
        if limits && dice.one_in(2) {
            builder.limit(household, dice.below(size) as u32);
        }
        let common = dice.one_in(5).then(|| dice.below(jobs) as u32);
        for _ in 0..size {
            let count = if dice.one_in(8) { 0 } else { 1 + dice.below(length) };
            let job = |dice: &mut Dice| common.unwrap_or_else(|| dice.below(jobs) as u32);
            let list: Vec<(u32, u16)> = (0..count).map(|_| (job(dice), score(dice, style))).collect();
            let worker = builder.worker(list.iter().copied());
            pins.extend(list.first().filter(|_| dice.one_in(20)).map(|&(job, _)| (worker, job)));
        }
    }
    // Demanded pairs as far as there are seats for them.
    for (worker, job) in pins {
        let mut trial = builder.clone();
        trial.must(worker, job);
        if trial.clone().build().is_ok() {
            builder = trial;
        }
    }
    builder.build().expect("every demanded pair was tried")
}

fn score(dice: &mut Dice, style: u64) -> u16 {
    match style {
        0 => 0,
        1 => 5_000,
        2 => dice.below(2) as u16,
        3 => 1_000 * dice.below(11) as u16,
        4 => 9_990 + dice.below(11) as u16,
        _ => dice.below(10_001) as u16,
    }
}

//! Tiny random instances and their optimum by enumeration.
#![allow(dead_code, unreachable_pub, reason = "every test file uses its own part")]

use assign::{Instance, InstanceBuilder, Totals};

/// A small deterministic source of numbers.
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// At most `most` workers, with everything that has ever been a trap: ties, empty lists, jobs without seats, big households
/// with one common job, classes 0 to 3, fallback jobs, limits, pins, forbidden pairs, duplicates.
pub fn tiny(seed: u64, most: u64) -> Instance {
    let mut dice = Dice::new(seed);
    let mut builder = InstanceBuilder::new();
    let jobs = 1 + dice.below(4);
    let fallbacks = dice.one_in(2);
    for _ in 0..jobs {
        let seats = dice.below(3) as u32;
        if fallbacks && dice.one_in(3) {
            builder.fallback_job(seats)
        } else {
            builder.job(seats)
        };
    }
    let style = dice.below(6);
    let classes = dice.below(4);
    let limits = dice.one_in(3);
    let (mut left, mut pairs) = (dice.below(most + 1), vec![]);
    while left > 0 {
        let size = (1 + dice.below(4)).min(left);
        left -= size;
        let household = builder.household(dice.below(classes + 1) as u8);
        if limits && dice.one_in(2) {
            builder.limit(household, dice.below(4) as u32);
        }
        let common = dice.below(jobs) as u32;
        let one_job = dice.one_in(6);
        for _ in 0..size {
            let count = if dice.one_in(6) { 0 } else { 1 + dice.below(jobs + 1) };
            let mut list = vec![];
            for _ in 0..count {
                let job = if one_job { common } else { dice.below(jobs) as u32 };
                list.push((job, score(&mut dice, style)));
            }
            let worker = builder.worker(list.iter().copied());
            pairs.extend(list.iter().map(|&(job, _)| (worker, job)));
        }
    }
    if dice.one_in(3) {
        decide(&mut dice, &mut builder, &pairs);
    }
    builder.build().expect("tiny instances are valid")
}

fn score(dice: &mut Dice, style: u64) -> u16 {
    match style {
        0 => 0,
        1 => 7_000,
        2 => dice.below(2) as u16,
        3 => 1_000 * dice.below(11) as u16,
        4 => 9_990 + dice.below(11) as u16,
        _ => dice.below(10_001) as u16,
    }
}

/// Pins and forbids a few pairs, as far as that is possible.
fn decide(dice: &mut Dice, builder: &mut InstanceBuilder, pairs: &[(u32, u32)]) {
    for &(worker, job) in pairs {
        if dice.one_in(6) {
            let mut trial = builder.clone();
            if dice.one_in(2) {
                trial.must(worker, job)
            } else {
                trial.must_not(worker, job)
            }
            if trial.clone().build().is_ok() {
                *builder = trial;
            }
        }
    }
}

/// What counts, best first: covered households by class, fewest fallback placements, placed workers, score.
pub type Rank = (Vec<u64>, i64, u64, u64);

pub fn rank(totals: &Totals) -> Rank {
    (totals.covered.clone(), -(totals.fallback as i64), totals.placed, totals.score)
}

/// The lexicographic optimum by trying every placement.
pub fn best(instance: &Instance) -> Rank {
    let mut best = None;
    each_placement(instance, &mut |place| best = best.take().max(Some(rank(&totals(instance, place)))));
    best.expect("there is at least one placement")
}

/// Every placement that is best.
pub fn all_best(instance: &Instance) -> Vec<Vec<Option<u32>>> {
    let best = best(instance);
    let mut all = vec![];
    each_placement(instance, &mut |place| {
        if rank(&totals(instance, place)) == best {
            all.push(place.to_vec());
        }
    });
    all
}

/// Calls `f` with every possible placement.
pub fn each_placement(instance: &Instance, f: &mut impl FnMut(&[Option<u32>])) {
    let mut seats: Vec<u32> = (0..instance.jobs()).map(|j| instance.seats(j)).collect();
    try_all(instance, &mut vec![], &mut seats, &mut |place| {
        if keeps_limits(instance, place) {
            f(place);
        }
    });
}

fn keeps_limits(instance: &Instance, place: &[Option<u32>]) -> bool {
    let placed = |household| instance.members(household).filter(|&worker| place[worker].is_some()).count();
    (0..instance.households()).all(|household| placed(household) <= instance.limit(household))
}

fn try_all(instance: &Instance, place: &mut Vec<Option<u32>>, seats: &mut [u32], f: &mut impl FnMut(&[Option<u32>])) {
    let worker = place.len();
    if worker == instance.workers() {
        f(place);
        return;
    }
    let pin = instance.pin(worker);
    if pin.is_none() {
        place.push(None);
        try_all(instance, place, seats, f);
        place.pop();
    }
    for (job, _) in instance.list(worker) {
        if seats[job as usize] > 0 && pin.is_none_or(|pin| pin == job) {
            seats[job as usize] -= 1;
            place.push(Some(job));
            try_all(instance, place, seats, f);
            place.pop();
            seats[job as usize] += 1;
        }
    }
}

pub fn totals(instance: &Instance, place: &[Option<u32>]) -> Totals {
    let mut totals = Totals { covered: vec![0; instance.classes().into()], ..Totals::default() };
    for household in 0..instance.households() {
        let placed: Vec<(usize, u32)> =
            instance.members(household).filter_map(|w| place[w].map(|job| (w, job))).collect();
        for &(worker, job) in &placed {
            totals.score += u64::from(instance.score(worker, job).expect("placed on the list"));
            if instance.is_fallback(job as usize) { totals.fallback += 1 } else { totals.placed += 1 }
        }
        if instance.class(household) > 0 && !placed.is_empty() {
            totals.covered[instance.class(household) as usize - 1] += 1;
        }
    }
    totals
}

/// The same instance with limits by the size of the household, no lower than its demanded pairs.
pub fn with_limits(instance: &Instance, mut limit: impl FnMut(usize) -> u32) -> Instance {
    rebuilt(
        instance,
        |j| instance.seats(j),
        |_| true,
        |household| {
            let members = instance.members(household);
            let pinned = instance.pins().iter().filter(|pin| members.contains(&(pin.0 as usize))).count() as u32;
            limit(members.len()).max(pinned)
        },
    )
}

/// The same instance with more seats in one job.
pub fn with_more_seats(instance: &Instance, job: usize, more: u32) -> Instance {
    let seats = |j: usize| instance.seats(j) + if j == job { more } else { 0 };
    rebuilt(instance, seats, |_| true, |h| instance.limit(h) as u32)
}

/// The same instance, but nobody of this household has a list.
pub fn without_household(instance: &Instance, household: u32) -> Instance {
    rebuilt(instance, |j| instance.seats(j), |h| h != household as usize, |h| instance.limit(h) as u32)
}

fn rebuilt(
    instance: &Instance,
    seats: impl Fn(usize) -> u32,
    keep: impl Fn(usize) -> bool,
    mut limit: impl FnMut(usize) -> u32,
) -> Instance {
    let mut builder = InstanceBuilder::new();
    for j in 0..instance.jobs() {
        if instance.is_fallback(j) {
            builder.fallback_job(seats(j))
        } else {
            builder.job(seats(j))
        };
    }
    for household in 0..instance.households() {
        builder.household(instance.class(household));
        for worker in instance.members(household) {
            builder.worker(instance.list(worker).filter(|_| keep(household)));
        }
        builder.limit(household as u32, limit(household));
    }
    let pins = instance.pins().iter().filter(|&&(worker, _)| keep(instance.household_of(worker as usize)));
    pins.for_each(|&(worker, job)| builder.must(worker, job));
    builder.build().expect("still valid")
}

//! Random problems and the exact answer of the tiny ones.

#![allow(missing_docs, unreachable_pub, dead_code, reason = "shared by tests")]

use planning::orienteering::{Group, Instance, Parts, Place, Quota, Shift, check};

pub mod campaign;

/// A stream of numbers known by its seed (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// A problem with everything in it: several days, two depots, hours, driving limits, groups, shares, mandatory stops, one-way detours.
pub fn random(seed: u64, most_places: u64, most_shifts: u64) -> Instance {
    let mut dice = Dice(seed);
    let n = 3 + dice.below(most_places - 2) as usize;
    let days = 1 + dice.below(3) as usize;
    let spots: Vec<(f64, f64)> = (0..n).map(|_| (dice.below(100) as f64, dice.below(100) as f64)).collect();
    let oneway = dice.chance(25);
    let mut travel = vec![0.0; n * n];
    for a in 0..n {
        for b in (0..n).filter(|&b| b != a) {
            let straight = ((spots[a].0 - spots[b].0).powi(2) + (spots[a].1 - spots[b].1).powi(2)).sqrt();
            travel[a * n + b] = straight + if oneway { dice.below(30) as f64 } else { 0.0 };
        }
    }
    // Half of those with one-way detours keep ways that are shorter through another place.
    if dice.chance(50) || n < 8 {
        shorten(&mut travel, n);
    }
    let grouped = dice.chance(50);
    let place =
        |dice: &mut Dice| Place { profit: dice.below(50) as i64, service: dice.below(30) as f64, must: dice.chance(8) };
    let places: Vec<Place> = (0..n).map(|_| place(&mut dice)).collect();
    let shift = |dice: &mut Dice| {
        let from = dice.below(50) as f64;
        let until = from + dice.below(400) as f64;
        let driving = if dice.chance(30) { 50.0 + dice.below(200) as f64 } else { f64::INFINITY };
        let end = if dice.chance(30) { 1 } else { 0 };
        Shift { start: 0, end, from, until, driving, day: dice.below(days as u64) as usize }
    };
    let shifts = (0..1 + dice.below(most_shifts)).map(|_| shift(&mut dice)).collect();
    let window = |dice: &mut Dice| {
        let open = dice.below(200) as f64;
        (!dice.chance(15)).then(|| (open, open + dice.below(300) as f64))
    };
    let hours = dice.chance(60);
    let windows = if hours { (0..days).map(|_| (0..n).map(|_| window(&mut dice)).collect()).collect() } else { vec![] };
    let members =
        |dice: &mut Dice| (0..n).filter(|_| dice.below(2) == 0).map(|p| (p, 1 + (p as i64 * 7) % 20)).collect();
    let groups = if grouped {
        (0..2).map(|_| Group { steps: vec![(15, 3), (15, 1)], members: members(&mut dice) }).collect()
    } else {
        vec![]
    };
    let quotas = if dice.chance(30) { vec![Quota { need: 20, members: members(&mut dice) }] } else { vec![] };
    Instance::new(Parts { places, travel, shifts, windows, groups, quotas }).expect("well formed")
}

fn shorten(travel: &mut [f64], n: usize) {
    for through in 0..n {
        for a in 0..n {
            for b in 0..n {
                travel[a * n + b] = travel[a * n + b].min(travel[a * n + through] + travel[through * n + b]);
            }
        }
    }
}

/// How good a plan is, in the order of what counts; none if it breaks a rule.
pub fn rank(instance: &Instance, routes: &[Vec<usize>]) -> Option<(i64, i64, i64)> {
    let verdict = check(instance, routes).ok()?;
    let short: i64 = verdict.short.iter().map(|(_, by)| by).sum();
    Some((-(verdict.missed.len() as i64), -short, verdict.profit))
}

/// The best of all plans.
pub fn best(instance: &Instance) -> Option<(i64, i64, i64)> {
    let mut routes: Vec<Vec<usize>> = instance.shifts().iter().map(|shift| vec![shift.start, shift.end]).collect();
    let mut best = rank(instance, &routes);
    extend(instance, &mut routes, 0, &mut best);
    best
}

fn extend(instance: &Instance, routes: &mut Vec<Vec<usize>>, shift: usize, best: &mut Option<(i64, i64, i64)>) {
    if shift == routes.len() {
        return;
    }
    extend(instance, routes, shift + 1, best);
    for place in 0..instance.places().len() {
        if instance.is_endpoint(place) || routes.iter().any(|route| route.contains(&place)) {
            continue;
        }
        let at = routes[shift].len() - 1;
        routes[shift].insert(at, place);
        *best = (*best).max(rank(instance, routes));
        extend(instance, routes, shift, best);
        routes[shift].remove(at);
    }
}

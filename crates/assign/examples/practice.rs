//! What offices do without an exact engine, on an instance file: `practice FILE`, one line a rule.
//!
//! - `queue`: first come, first served: in a random order everybody takes the best seat left;
//! - `score`: the best pair of all first (what two-sided ranking by score comes to as well);
//! - `priority`: the same, but first for one member of each priority household, then for everybody;
//! - `fewest`: as `priority`, but the households with the fewest seats on their lists choose first.
#![allow(clippy::print_stdout, reason = "this is what it is for")]

use assign::{Instance, read_instance};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let instance = read_instance(&std::fs::read(file)?)?;
    let pairs = pairs(&instance);
    let mut queue = Hall::new(&instance);
    queue.in_turn();
    queue.report("queue");
    let mut score = Hall::new(&instance);
    score.best_first(&pairs, false);
    score.report("score");
    let mut priority = Hall::new(&instance);
    priority.best_first(&pairs, true);
    priority.best_first(&pairs, false);
    priority.report("priority");
    let mut fewest = Hall::new(&instance);
    fewest.fewest_first();
    fewest.best_first(&pairs, false);
    fewest.report("fewest");
    Ok(())
}

/// All pairs, best score first, then by worker and job: (10000 - score, worker, job).
fn pairs(instance: &Instance) -> Vec<(u16, u32, u32)> {
    let of = |worker| instance.list(worker).map(move |(job, score)| (10_000 - score, worker as u32, job));
    let mut pairs: Vec<_> = (0..instance.workers()).flat_map(of).collect();
    pairs.sort_unstable();
    pairs
}

/// A placement in the making.
struct Hall<'a> {
    instance: &'a Instance,
    household: Vec<u32>,
    left: Vec<u32>,
    placed: Vec<bool>,
    /// Members placed of each household.
    members: Vec<usize>,
    score: u64,
}

impl<'a> Hall<'a> {
    fn new(instance: &'a Instance) -> Self {
        let household = (0..instance.households()).flat_map(|h| instance.members(h).map(move |_| h as u32)).collect();
        Self {
            instance,
            household,
            left: (0..instance.jobs()).map(|job| instance.seats(job)).collect(),
            placed: vec![false; instance.workers()],
            members: vec![0; instance.households()],
            score: 0,
        }
    }

    /// Whether nobody forbids that one more of the household is placed.
    fn may(&self, household: usize) -> bool {
        self.members[household] < self.instance.limit(household)
    }

    fn place(&mut self, worker: usize, job: u32, score: u16) {
        self.left[job as usize] -= 1;
        self.placed[worker] = true;
        self.members[self.household[worker] as usize] += 1;
        self.score += u64::from(score);
    }

    fn in_turn(&mut self) {
        let ticket = |worker: u64| {
            let z = (worker + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z ^ (z >> 27)
        };
        let mut order: Vec<usize> = (0..self.instance.workers()).collect();
        order.sort_by_key(|&worker| ticket(worker as u64));
        for worker in order {
            // Of equally good ones the last: people read a list to its end.
            let may = self.may(self.household[worker] as usize);
            let free = self.instance.list(worker).filter(|&(job, _)| may && self.left[job as usize] > 0);
            if let Some((job, score)) = free.max_by_key(|&(job, score)| (score, job)) {
                self.place(worker, job, score);
            }
        }
    }

    fn best_first(&mut self, pairs: &[(u16, u32, u32)], only_uncovered: bool) {
        for &(lack, worker, job) in pairs {
            let household = self.household[worker as usize] as usize;
            let uncovered = || self.instance.class(household) > 0 && self.members[household] == 0;
            let asked = self.may(household) && (!only_uncovered || uncovered());
            if asked && !self.placed[worker as usize] && self.left[job as usize] > 0 {
                self.place(worker as usize, job, 10_000 - lack);
            }
        }
    }

    fn fewest_first(&mut self) {
        let mut order: Vec<(u64, usize)> = self.priority().map(|h| (self.seats_listed(h), h)).collect();
        order.sort_unstable();
        for (_, household) in order {
            let lists =
                self.instance.members(household).flat_map(|w| self.instance.list(w).map(move |(j, s)| (w, j, s)));
            let may = self.may(household);
            let free = lists.filter(|&(_, job, _)| may && self.left[job as usize] > 0);
            if let Some((worker, job, score)) = free.max_by_key(|&(worker, job, score)| (score, worker, job)) {
                self.place(worker, job, score);
            }
        }
    }

    fn priority(&self) -> impl Iterator<Item = usize> + use<'a> {
        let instance = self.instance;
        (0..instance.households()).filter(|&household| instance.class(household) > 0)
    }

    /// Seats of all jobs that a member lists.
    fn seats_listed(&self, household: usize) -> u64 {
        let lists = self.instance.members(household).flat_map(|worker| self.instance.list(worker));
        let mut jobs: Vec<u32> = lists.map(|(job, _)| job).collect();
        jobs.sort_unstable();
        jobs.dedup();
        jobs.iter().map(|&job| u64::from(self.instance.seats(job as usize))).sum()
    }

    fn report(&self, rule: &str) {
        let uncovered = self.priority().filter(|&household| self.members[household] == 0).count();
        let without_list = self.priority().filter(|&household| self.seats_listed(household) == 0).count();
        let placed = self.placed.iter().filter(|&&placed| placed).count();
        let score = self.score;
        println!("rule={rule} uncovered={uncovered} without_list={without_list} placed={placed} score={score}");
    }
}

//! What offices do without computing an optimum, on the same instance: simple orders, for comparison.
//!
//! Every order respects what the optimum respects: lists, seats, demanded pairs, and that a public-welfare post (a fallback job) is the last
//! resort, taken only where it covers a priority household and no better seat is left. So whatever an order comes to is feasible, and
//! the optimum is never worse. Nothing here is shared with the engine.

use assign::{Instance, Totals};
use domain::bridge::Order;

/// The seats as an order hands them out.
#[derive(Debug, Clone)]
pub struct Practice {
    order: Order,
    left: Vec<u32>,
    placed: Vec<bool>,
    /// Somebody of the household is placed.
    covered: Vec<bool>,
    totals: Totals,
}

impl Practice {
    /// Hands the seats out by an order. `entered` names every worker once, in the order of entry; only the queue asks for it. Ties of
    /// scores go to the lower number.
    pub fn new(instance: &Instance, order: Order, entered: &[u32]) -> Self {
        let mut practice = Self {
            order,
            left: (0..instance.jobs()).map(|job| instance.seats(job)).collect(),
            placed: vec![false; instance.workers()],
            covered: vec![false; instance.households()],
            totals: Totals { covered: vec![0; instance.classes().into()], ..Totals::default() },
        };
        for &(worker, job) in instance.pins() {
            let score = instance.score(worker as usize, job).unwrap_or(0);
            practice.seat(instance, worker as usize, (job, score));
        }
        practice.go_on(instance, entered);
        practice
    }

    /// Goes on with other lists for the same workers, households and jobs: for those whose first list was cut and found nothing on it.
    pub fn go_on(&mut self, instance: &Instance, entered: &[u32]) {
        match self.order {
            Order::Queue => entered.iter().for_each(|&worker| self.serve(instance, worker as usize)),
            Order::Score => self.by_score(instance),
            Order::Priority => {
                for household in self.needy(instance) {
                    self.cover(instance, household);
                }
                self.by_score(instance);
            }
        }
    }

    /// Which order it is.
    pub const fn order(&self) -> Order {
        self.order
    }

    /// What it comes to.
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Whether a worker has a seat.
    pub fn is_placed(&self, worker: usize) -> bool {
        self.placed[worker]
    }

    /// Whether a job has a seat left.
    pub fn has_room(&self, job: usize) -> bool {
        self.left[job] > 0
    }

    fn seat(&mut self, instance: &Instance, worker: usize, (job, score): (u32, u16)) {
        let household = instance.household_of(worker);
        self.left[job as usize] -= 1;
        self.placed[worker] = true;
        self.totals.score += u64::from(score);
        if instance.is_fallback(job as usize) {
            self.totals.fallback += 1;
        } else {
            self.totals.placed += 1;
        }
        let class = usize::from(instance.class(household));
        if !std::mem::replace(&mut self.covered[household], true) && class > 0 {
            self.totals.covered[class - 1] += 1;
        }
    }

    /// The best free seat of a worker, real or fallback.
    fn best(&self, instance: &Instance, worker: usize, fallback: bool) -> Option<(u32, u16)> {
        let free =
            |&(job, _): &(u32, u16)| self.left[job as usize] > 0 && instance.is_fallback(job as usize) == fallback;
        instance.list(worker).find(free)
    }

    /// One person at the counter.
    fn serve(&mut self, instance: &Instance, worker: usize) {
        if self.placed[worker] {
            return;
        }
        let household = instance.household_of(worker);
        let needs = instance.class(household) > 0 && !self.covered[household];
        let real = self.best(instance, worker, false);
        if let Some(seat) = real.or_else(|| self.best(instance, worker, true).filter(|_| needs)) {
            self.seat(instance, worker, seat);
        }
    }

    /// Everybody by the best score: real seats first, fallback seats for households that are still without.
    fn by_score(&mut self, instance: &Instance) {
        for fallback in [false, true] {
            let mut pairs: Vec<(u16, u32, u32)> = Vec::new();
            for worker in (0..instance.workers()).filter(|&worker| !self.placed[worker]) {
                let household = instance.household_of(worker);
                if fallback && (instance.class(household) == 0 || self.covered[household]) {
                    continue;
                }
                let list = instance.list(worker).filter(|(job, _)| instance.is_fallback(*job as usize) == fallback);
                pairs.extend(list.map(|(job, score)| (u16::MAX - score, worker as u32, job)));
            }
            pairs.sort_unstable();
            for (worst, worker, job) in pairs {
                let worker = worker as usize;
                let done = self.placed[worker] || fallback && self.covered[instance.household_of(worker)];
                if !done && self.left[job as usize] > 0 {
                    self.seat(instance, worker, (job, u16::MAX - worst));
                }
            }
        }
    }

    /// Priority households without anybody placed: the highest class first, then those with the fewest seats within reach.
    fn needy(&self, instance: &Instance) -> Vec<usize> {
        let seats = |household: usize| {
            let lists = instance.members(household).flat_map(|worker| instance.list(worker));
            let mut jobs: Vec<u32> = lists.map(|(job, _)| job).collect();
            jobs.sort_unstable();
            jobs.dedup();
            jobs.into_iter().map(|job| u64::from(instance.seats(job as usize))).sum::<u64>()
        };
        let mut needy: Vec<_> = (0..instance.households())
            .filter(|&household| instance.class(household) > 0 && !self.covered[household])
            .map(|household| (instance.class(household), seats(household), household))
            .collect();
        needy.sort_unstable();
        needy.into_iter().map(|(.., household)| household).collect()
    }

    /// Places the member of a household with the best score, in a real seat if one is left.
    fn cover(&mut self, instance: &Instance, household: usize) {
        let best = |fallback| {
            let members = instance.members(household);
            let seats = members.filter_map(|worker| Some((worker, self.best(instance, worker, fallback)?)));
            seats.max_by_key(|&(worker, (_, score))| (score, std::cmp::Reverse(worker)))
        };
        if let Some((worker, seat)) = best(false).or_else(|| best(true)) {
            self.seat(instance, worker, seat);
        }
    }
}

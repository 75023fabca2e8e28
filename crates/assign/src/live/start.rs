//! From a solution to a live answer.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::lists::Lists;
use super::path::Search;
use super::step::Step;
use super::{FREE, Homes, Live, OUT, PINNED};
use crate::{Instance, MAX_SCORE, Solution, Totals};

impl Live {
    /// Goes on from a solution of this instance. If it is not optimal it is made so.
    pub fn new(instance: Instance, solution: &Solution) -> Self {
        let (workers, jobs) = (instance.workers(), instance.jobs());
        let (classes, fallbacks) = (instance.classes(), instance.fallback.contains(&true));
        // The weight has to do for jobs and scores still to come.
        let most_jobs = 2 * jobs + 1_000;
        let most = workers.min(most_jobs) as i64 + 2;
        let weight = 2 * i64::from(MAX_SCORE) * most + 1;
        let lists = Lists::of_workers(&instance);
        let mut live = Self {
            first: instance.first,
            class: instance.class,
            limits: instance.limits,
            fallback: instance.fallback,
            pinned: vec![0; jobs],
            pins: BTreeMap::new(),
            withheld: BTreeMap::new(),
            back: lists.reversed(jobs),
            lists,
            totals: Totals { covered: vec![0; classes.into()], ..Totals::default() },
            placed: vec![],
            place: vec![FREE; workers],
            at: vec![0; workers],
            profit: vec![0; workers],
            worth: vec![0; workers],
            slack: vec![0; workers],
            liked: vec![OUT; workers],
            rank: vec![1; workers],
            home: vec![Homes::NONE; workers],
            most_jobs: if workers < most_jobs { u32::MAX } else { most_jobs as u32 },
            top_rank: 1 + if fallbacks { 2 } else { 1 } + classes,
            idle: vec![],
            price: vec![],
            floor: vec![],
            limit: vec![],
            seated: vec![],
            open: instance.seats,
            shift: shift(weight, most, classes),
            weight,
            search: Search::new(),
            sound: true,
            log: vec![],
            keep_log: false,
        };
        live.weight <<= live.shift;
        live.add_nodes();
        instance.pins.iter().for_each(|&(worker, job)| live.put_pinned(worker, job));
        live.set_prices(solution);
        let mut place: Vec<u32> = (0..workers).map(|w| live.node_of(solution.placement().get(w))).collect();
        live.set_idle_prices(&mut place);
        live.begin(&place);
        live.log.clear();
        live
    }

    fn node_of(&self, job: Option<&u32>) -> u32 {
        job.filter(|&&job| (job as usize) < self.open.len()).map_or(OUT, |&job| self.node(job))
    }

    fn add_nodes(&mut self) {
        self.placed = vec![0; self.class.len()];
        for household in 0..self.class.len() {
            let members = self.members(household);
            let limited = self.limit_of(household) < members.len();
            if limited || self.class[household] > 0 && members.len() > 1 {
                let count = 1 + usize::from(limited);
                self.home[members].fill(Homes::new(self.idle.len(), count));
                self.floor.extend([self.weight, -self.weight].iter().take(count));
                self.idle.extend([household as u32; 2].iter().take(count));
            }
        }
        let nodes = self.idle.len() + self.open.len();
        let floor = |fallback: bool| if fallback { 2 * self.weight } else { 0 };
        self.floor.extend(self.fallback.iter().map(|&fallback| floor(fallback)));
        self.limit = vec![0; self.idle.len()];
        self.limit.extend(&self.open);
        self.seated = vec![vec![]; nodes];
    }

    fn put_pinned(&mut self, worker: u32, job: u32) {
        self.place[worker as usize] = PINNED;
        self.take(Step::Pin { worker, job });
        let node = self.node(job) as usize;
        self.limit[node] -= 1;
    }

    /// The solution's prices at another weight: tiers are optimal prices of the goals above the score, so any number of times them can be added.
    fn set_prices(&mut self, solution: &Solution) {
        let weight = self.weight >> self.shift;
        self.price.clone_from(&self.floor);
        for job in 0..self.open.len() {
            let price = solution.prices().get(job).copied().unwrap_or(0);
            let tier = solution.tiers().get(job).copied().unwrap_or(0);
            let node = self.node(job as u32) as usize;
            self.price[node] += (price + (weight - solution.weight()) * i64::from(tier)).max(0) << self.shift;
        }
        (0..self.class.len()).for_each(|household| self.set_rules(household));
    }

    /// Prices idle nodes so that the last one who may be placed is indifferent, and sends the members without a job there.
    fn set_idle_prices(&mut self, place: &mut [u32]) {
        for node in 0..self.idle.len() {
            let members = self.members(self.idle[node] as usize);
            let free = members.clone().filter(|&worker| self.place[worker] != PINNED);
            let mut values: Vec<i64> = free.map(|worker| self.best_job(worker)).collect();
            values.sort_unstable_by_key(|&value| Reverse(value));
            let stays = self.floor[node] < 0;
            let placed = if stays { values.len() - self.limit[node] as usize } else { 1 };
            let most = if stays { self.price[node - 1] } else { -self.out(members.start) };
            let last = placed.checked_sub(1).map_or(i64::MAX, |last| values.get(last).copied().unwrap_or(i64::MIN));
            self.price[node] = last.saturating_neg().clamp(self.floor[node], most);
        }
        // Who has to stay comes first: it is the second of two nodes.
        for node in (0..self.idle.len()).rev() {
            let members = self.members(self.idle[node] as usize);
            let out = members.filter(|&worker| place[worker] == OUT).take(self.limit[node] as usize);
            out.collect::<Vec<_>>().into_iter().for_each(|worker| place[worker] = node as u32);
        }
    }

    /// Value of the best job at present prices.
    fn best_job(&self, worker: usize) -> i64 {
        let jobs = self.each(worker).filter(|&(node, _)| node >= self.idle.len());
        jobs.map(|(node, worth)| worth - self.price[node]).fold(i64::MIN, i64::max)
    }

    /// Value of the best place and of this one, if the worker can have it.
    fn best_and(&self, worker: usize, place: u32) -> (i64, Option<i64>) {
        let out = self.out(worker);
        let (mut best, mut own) = (out, (place == OUT).then_some(out));
        for (node, worth) in self.each(worker) {
            let value = worth - self.price[node];
            best = best.max(value);
            if node == place as usize {
                own = Some(value);
            }
        }
        (best, own)
    }

    /// Begins from the present prices and those of these places that are exactly best at them.
    pub(super) fn begin(&mut self, place: &[u32]) {
        for worker in 0..self.place.len() as u32 {
            let w = worker as usize;
            if self.seated.get(self.place[w] as usize).is_some() || self.place[w] == OUT {
                self.lift(worker);
            }
            if self.place[w] == FREE {
                let (best, own) = self.best_and(w, place[w]);
                self.set_profit(worker, best);
                let full = self.seated.get(place[w] as usize).is_some() && self.is_full(place[w] as usize);
                if own == Some(best) && !full {
                    self.put(worker, place[w]);
                }
            }
        }
        for worker in 0..self.place.len() as u32 {
            if self.place[worker as usize] == FREE {
                self.enter(worker);
            }
        }
        (0..self.price.len() as u32).for_each(|node| self.settle(node));
    }
}

/// Bits below the scores that can count as many preferences as a path can change, if they fit.
fn shift(weight: i64, most: i64, classes: u8) -> u32 {
    let bits = 64 - (2 * most).leading_zeros();
    let greatest = i128::from(weight) * (i128::from(classes) + 5);
    if greatest << bits < i128::from(i64::MAX) { bits } else { 0 }
}

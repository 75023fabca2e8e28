//! Exact prices and places, in whole units of score.

use super::crew::in_parts;
use super::market::{FREE, Market, OUT, PINNED};
use super::seats::{Seat, Seats};

/// Workers looked at together when places are taken over; bounds the memory for it.
const BLOCK: usize = 1 << 16;

/// Between calls: nobody could gain at these prices, whoever is placed has a best place, and what is not optimal yet is only that workers are
/// free or that jobs above their floor have empty seats.
pub(super) struct Flow<'a> {
    pub(super) market: Market<'a>,
    pub(super) weight: i64,
    /// How often all values are halved, rounded down.
    pub(super) halved: u32,
    pub(super) price: Vec<i64>,
    pub(super) place: Vec<u32>,
    /// Value of the best place of each worker.
    pub(super) profit: Vec<i64>,
    /// Position of each placed worker in the list of the job.
    at: Vec<u32>,
    pub(super) seats: Seats<()>,
}

impl<'a> Flow<'a> {
    /// Begins with these prices; placements that are not exactly best at them are undone.
    pub(super) fn new(market: Market<'a>, weight: i64, price: Vec<i64>, place: Vec<u32>) -> Self {
        let workers = market.home.len();
        let (profit, at, seats) = (vec![0; workers], vec![0; workers], Seats::new(&market.seats));
        let mut flow = Self { market, weight, halved: 0, price, place, profit, at, seats };
        flow.reconsider();
        flow
    }

    /// Finds the optimum from nothing, in polynomial time: for scores and weight halved until hardly anything is left of them, then ever
    /// more exactly, each time from twice the prices found before (scaling; Gabow and Tarjan 1989, Ramshaw and Tarjan 2012).
    pub(super) fn climb(market: Market<'a>, weight: i64) -> Self {
        let (nothing, prices) = (market.nothing(), vec![0; market.seats.len()]);
        let mut flow = Self::new(market, weight, prices, nothing);
        flow.halved = weight.ilog2().saturating_sub(1);
        loop {
            for job in 0..flow.price.len() {
                flow.price[job] = (2 * flow.price[job]).max(flow.floor(job));
            }
            flow.reconsider();
            flow.finish();
            if flow.halved == 0 {
                return flow;
            }
            flow.halved -= 1;
        }
    }

    /// Keeps only the placements that are exactly best at the present prices.
    fn reconsider(&mut self) {
        self.seats.clear();
        for first in (0..self.place.len()).step_by(BLOCK) {
            let judge = |at: usize| {
                let worker = first + at;
                let best = self.best(worker);
                (best, self.value(worker, self.place[worker]) == Some(best))
            };
            let count = BLOCK.min(self.place.len() - first);
            let parts = in_parts(self.market.threads, count, |part| part.map(judge).collect::<Vec<_>>());
            for (at, (best, is_best)) in parts.into_iter().flatten().enumerate() {
                self.take_over(first + at, best, is_best);
            }
        }
    }

    fn take_over(&mut self, worker: usize, best: i64, is_best: bool) {
        let place = self.place[worker];
        if place == PINNED {
            return;
        }
        self.profit[worker] = best;
        self.place[worker] = FREE;
        let full = (place as usize) < self.price.len() && self.is_full(place as usize);
        if is_best && !full {
            self.put(worker as u32, place);
        }
    }

    /// Value of the best place at present prices.
    fn best(&self, worker: usize) -> i64 {
        let mut best = self.out(worker);
        self.each(worker, |job, score| best = best.max(score - self.price[job as usize]));
        best
    }

    /// Value of a place at present prices, if the worker can have it.
    fn value(&self, worker: usize, place: u32) -> Option<i64> {
        if place == OUT {
            return Some(self.out(worker));
        }
        let mut value = None;
        self.each(worker, |job, score| {
            if job == place {
                value = Some(score - self.price[job as usize]);
            }
        });
        value
    }

    pub(super) fn out(&self, worker: usize) -> i64 {
        -(self.weight >> self.halved) * i64::from(self.market.rank[worker])
    }

    pub(super) fn floor(&self, job: usize) -> i64 {
        (self.weight >> self.halved) * self.market.floor(job)
    }

    /// Every job a worker could take, with its score.
    pub(super) fn each(&self, worker: usize, mut f: impl FnMut(u32, i64)) {
        self.market.home[worker].jobs().for_each(|home| f(home, 0));
        self.market.instance.list(worker).for_each(|(job, score)| f(job, i64::from(score) >> self.halved));
    }

    /// Every worker who could take a job, with the score.
    pub(super) fn each_back(&self, job: usize, mut f: impl FnMut(u32, i64)) {
        match job.checked_sub(self.market.instance.jobs()) {
            None => self.market.back.list(job).for_each(|(worker, score)| f(worker, i64::from(score) >> self.halved)),
            Some(idle) => self.market.idle[idle].members().for_each(|worker| f(worker, 0)),
        }
    }

    /// The nth job a worker could take, with its score; the first two are the idle jobs, or `OUT` where there are none.
    pub(super) fn entry(&self, worker: usize, n: usize) -> Option<(u32, i64)> {
        let mut homes = self.market.home[worker].jobs();
        let Some(n) = n.checked_sub(2) else { return Some((homes.nth(n).unwrap_or(OUT), 0)) };
        let (job, score) = self.market.instance.list(worker).nth(n)?;
        Some((job, i64::from(score) >> self.halved))
    }

    /// The nth worker who could take a job, with the score.
    pub(super) fn entry_back(&self, job: usize, n: usize) -> Option<(u32, i64)> {
        match job.checked_sub(self.market.instance.jobs()) {
            None => self.market.back.list(job).nth(n).map(|(worker, score)| (worker, i64::from(score) >> self.halved)),
            Some(idle) => self.market.idle[idle].members().nth(n).map(|worker| (worker, 0)),
        }
    }

    pub(super) fn is_full(&self, job: usize) -> bool {
        self.seats.is_full(job)
    }

    /// Moves a worker from one place to another.
    pub(super) fn put(&mut self, worker: u32, place: u32) {
        let w = worker as usize;
        let before = std::mem::replace(&mut self.place[w], place);
        if (before as usize) < self.price.len()
            && let Some(moved) = self.seats.remove(before as usize, self.at[w])
        {
            self.at[moved as usize] = self.at[w];
        }
        if (place as usize) < self.price.len() {
            self.at[w] = self.seats.add(place as usize, Seat { bid: (), worker });
        }
    }
}

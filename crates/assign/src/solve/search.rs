//! Shortest paths over jobs, and the prices that follow from them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flow::Flow;
use super::market::{FREE, OUT, PINNED};

/// Distances of jobs, and those to be visited next.
pub(super) struct Search {
    dist: Vec<i64>,
    seen: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Search {
    pub(super) fn new(jobs: usize) -> Self {
        Self { dist: vec![i64::MAX; jobs], seen: vec![], heap: BinaryHeap::new() }
    }

    fn clear(&mut self) {
        self.seen.drain(..).for_each(|job| self.dist[job as usize] = i64::MAX);
        self.heap.clear();
    }

    fn reach(&mut self, job: u32, dist: i64) {
        let known = &mut self.dist[job as usize];
        if dist < *known {
            if *known == i64::MAX {
                self.seen.push(job);
            }
            *known = dist;
            self.heap.push(Reverse((dist, job)));
        }
    }

    /// The nearest job not yet visited that is nearer than `limit`.
    fn pop(&mut self, limit: i64) -> Option<(i64, u32)> {
        while let Some(Reverse((dist, job))) = self.heap.pop() {
            if dist >= limit {
                return None;
            }
            if dist == self.dist[job as usize] {
                return Some((dist, job));
            }
        }
        None
    }
}

impl Flow<'_> {
    /// Raises prices until one of these free workers has a way to a place among the best ones.
    pub(super) fn bid_up(&mut self, search: &mut Search, free: &[u32]) {
        search.clear();
        let mut limit = i64::MAX;
        let relax = |search: &mut Search, limit: &mut i64, worker: u32, dist: i64| {
            let base = dist + self.profit[worker as usize];
            *limit = (*limit).min(base - self.out(worker as usize));
            self.each(worker as usize, |job, score| {
                let dist = base + self.price[job as usize] - score;
                if dist < *limit {
                    search.reach(job, dist);
                }
            });
        };
        free.iter().for_each(|&worker| relax(search, &mut limit, worker, 0));
        while let Some((dist, job)) = search.pop(limit) {
            if !self.is_full(job as usize) {
                limit = dist;
                break;
            }
            self.seats.of(job as usize).iter().for_each(|seat| relax(search, &mut limit, seat.worker, dist));
        }
        self.shift(search, limit, 1);
        free.iter().for_each(|&worker| self.profit[worker as usize] -= limit);
    }

    /// Lowers prices until one of these jobs reaches its floor or has a way to a worker, or to a seat that nobody need take.
    pub(super) fn bid_down(&mut self, search: &mut Search, wanting: &[u32]) {
        search.clear();
        let mut limit = i64::MAX;
        wanting.iter().for_each(|&job| search.reach(job, 0));
        while let Some((dist, job)) = search.pop(limit) {
            let price = self.price[job as usize];
            limit = limit.min(dist + price - self.floor(job as usize));
            self.each_back(job as usize, |worker, score| {
                let dist = dist + self.profit[worker as usize] + price - score;
                match self.place[worker as usize] {
                    PINNED | FREE => {}
                    OUT => limit = limit.min(dist),
                    place if dist < limit => search.reach(place, dist),
                    _ => {}
                }
            });
        }
        self.shift(search, limit, -1);
    }

    /// Moves the prices of all jobs nearer than `limit`, and the profits of those who sit there, so that shortest ways become free.
    fn shift(&mut self, search: &Search, limit: i64, sign: i64) {
        for &job in &search.seen {
            let gap = limit - search.dist[job as usize];
            if gap > 0 {
                self.price[job as usize] += sign * gap;
                for seat in self.seats.of(job as usize) {
                    self.profit[seat.worker as usize] -= sign * gap;
                }
            }
        }
    }

    /// Lowers all prices as far as the optimum allows: to the smallest optimal prices, which are unique.
    pub(super) fn lower_prices(&mut self) {
        let mut search = Search::new(self.price.len());
        for job in 0..self.price.len() {
            search.reach(job as u32, self.price[job] - self.floor(job));
        }
        let relax = |search: &mut Search, worker: u32, dist: i64| {
            let base = dist + self.profit[worker as usize];
            self.each(worker as usize, |job, score| search.reach(job, base + self.price[job as usize] - score));
        };
        for worker in 0..self.place.len() {
            if self.place[worker] == OUT {
                relax(&mut search, worker as u32, 0);
            }
        }
        while let Some((dist, job)) = search.pop(i64::MAX) {
            self.seats.of(job as usize).iter().for_each(|seat| relax(&mut search, seat.worker, dist));
        }
        for job in 0..self.price.len() {
            let fall = search.dist[job];
            self.price[job] -= fall;
            for seat in self.seats.of(job) {
                self.profit[seat.worker as usize] += fall;
            }
        }
    }
}

//! The exact finish: shortest paths from the auction's prices to optimal places and prices.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::crew::in_parts;
use super::market::{FREE, Market, OUT, PINNED};
use super::seats::{Seat, Seats};

/// Workers looked at together when places are taken over; bounds the memory for it.
const BLOCK: usize = 1 << 16;

/// Exact prices and places, in units of score. Between calls: nobody could gain at these prices, whoever is placed has a best place, and
/// what is not optimal yet is only that workers are free or that jobs above their floor have empty seats.
pub(crate) struct Flow<'a> {
    pub(crate) market: Market<'a>,
    pub(crate) weight: i64,
    pub(crate) price: Vec<i64>,
    pub(crate) place: Vec<u32>,
    /// Value of the best place of each worker.
    pub(crate) profit: Vec<i64>,
    /// Position of each placed worker in the list of the job.
    at: Vec<u32>,
    pub(crate) seats: Seats<()>,
    search: Search,
}

/// Scratch memory of the shortest-path searches over jobs.
struct Search {
    dist: Vec<i64>,
    /// The worker through whom a job was reached.
    via: Vec<u32>,
    /// Where that worker goes (towards the beginning), in `fill`.
    to: Vec<u32>,
    seen: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

/// Where a search ends.
#[derive(Clone, Copy)]
enum End {
    /// This worker goes (or was) idle; in `fill` he comes to the job.
    Out { worker: u32, job: u32 },
    /// At this job: a seat is empty; in `fill` the price reaches the floor.
    Job(u32),
}

impl Search {
    fn new(jobs: usize) -> Self {
        Self {
            dist: vec![i64::MAX; jobs],
            via: vec![0; jobs],
            to: vec![0; jobs],
            seen: vec![],
            heap: BinaryHeap::new(),
        }
    }

    fn clear(&mut self) {
        self.seen.drain(..).for_each(|job| self.dist[job as usize] = i64::MAX);
        self.heap.clear();
    }

    fn reach(&mut self, job: u32, dist: i64, via: u32, to: u32) {
        let known = &mut self.dist[job as usize];
        if dist < *known {
            if *known == i64::MAX {
                self.seen.push(job);
            }
            *known = dist;
            self.via[job as usize] = via;
            self.to[job as usize] = to;
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

impl<'a> Flow<'a> {
    /// Begins with these prices; placements that are not exactly best at them are undone.
    pub(crate) fn new(market: Market<'a>, weight: i64, price: Vec<i64>, place: Vec<u32>) -> Self {
        let workers = market.home.len();
        let (profit, at) = (vec![0; workers], vec![0; workers]);
        let (seats, search) = (Seats::new(&market.seats), Search::new(market.seats.len()));
        let empty = vec![FREE; workers];
        let mut flow = Self { market, weight, price, place: empty, profit, at, seats, search };
        flow.begin(&place);
        flow
    }

    /// Takes over those of these places that are exactly best at the present prices.
    pub(crate) fn begin(&mut self, place: &[u32]) {
        for first in (0..place.len()).step_by(BLOCK) {
            let judge = |at: usize| {
                let (best, own) = (self.best(first + at), self.value(first + at, place[first + at]));
                (best, own == Some(best))
            };
            let count = BLOCK.min(place.len() - first);
            let parts = in_parts(self.market.threads, count, |part| part.map(judge).collect::<Vec<_>>());
            for (at, (best, is_best)) in parts.into_iter().flatten().enumerate() {
                self.take_over(first + at, place[first + at], best, is_best);
            }
        }
    }

    fn take_over(&mut self, worker: usize, place: u32, best: i64, is_best: bool) {
        if place == PINNED {
            self.place[worker] = PINNED;
            return;
        }
        self.profit[worker] = best;
        let full = (place as usize) < self.price.len() && self.is_full(place as usize);
        if is_best && !full {
            self.put(worker as u32, place);
        }
    }

    /// Value of the best place at present prices.
    pub(crate) fn best(&self, worker: usize) -> i64 {
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

    pub(crate) fn out(&self, worker: usize) -> i64 {
        -self.weight * i64::from(self.market.rank[worker])
    }

    /// Every job a worker could take, with its score.
    pub(crate) fn each(&self, worker: usize, mut f: impl FnMut(u32, i64)) {
        let home = self.market.home[worker];
        if home != OUT {
            f(home, 0);
        }
        self.market.instance.list(worker).for_each(|(job, score)| f(job, score.into()));
    }

    /// Every worker who could take a job, with the score.
    fn each_back(&self, job: usize, mut f: impl FnMut(u32, i64)) {
        match job.checked_sub(self.market.instance.jobs()) {
            None => {
                self.market.back.list(job).for_each(|(worker, score)| f(worker, score.into()));
            }
            Some(idle) => {
                let (first, count) = self.market.idle[idle];
                (first..first + count).for_each(|worker| f(worker, 0));
            }
        }
    }

    pub(crate) fn floor(&self, job: usize) -> i64 {
        self.weight * self.market.floor(job)
    }

    pub(crate) fn is_full(&self, job: usize) -> bool {
        self.seats.is_full(job)
    }

    /// Moves a worker from one place to another.
    pub(crate) fn put(&mut self, worker: u32, place: u32) {
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

    /// Makes the answer optimal.
    pub(crate) fn finish(&mut self) {
        for worker in 0..self.place.len() {
            if self.place[worker] == FREE {
                self.enter(worker as u32);
            }
        }
        for job in 0..self.price.len() {
            self.settle(job as u32);
        }
    }

    /// Fills the empty seats of a job, as long as its price is above the floor.
    pub(crate) fn settle(&mut self, job: u32) {
        let j = job as usize;
        while !self.is_full(j) && self.price[j] > self.floor(j) {
            self.fill(job);
        }
    }

    /// Finds a place for a free worker by one shortest path.
    pub(crate) fn enter(&mut self, newcomer: u32) {
        let mut search = std::mem::replace(&mut self.search, Search::new(0));
        search.clear();
        let mut limit = self.profit[newcomer as usize] - self.out(newcomer as usize);
        let mut end = End::Out { worker: newcomer, job: OUT };
        let relax = |search: &mut Search, limit: i64, worker: u32, dist: i64| {
            let base = dist + self.profit[worker as usize];
            self.each(worker as usize, |job, score| {
                let dist = base + self.price[job as usize] - score;
                if dist < limit {
                    search.reach(job, dist, worker, OUT);
                }
            });
        };
        relax(&mut search, limit, newcomer, 0);
        while let Some((dist, job)) = search.pop(limit) {
            if !self.is_full(job as usize) {
                (limit, end) = (dist, End::Job(job));
                break;
            }
            for seat in self.seats.of(job as usize) {
                let worker = seat.worker;
                let exit = dist + self.profit[worker as usize] - self.out(worker as usize);
                if exit < limit {
                    (limit, end) = (exit, End::Out { worker, job });
                }
                relax(&mut search, limit, worker, dist);
            }
        }
        self.shift(&search, limit, 1);
        self.profit[newcomer as usize] -= limit;
        let mut hole = match end {
            End::Job(job) => job,
            End::Out { worker, job } => {
                self.put(worker, OUT);
                job
            }
        };
        while hole != OUT {
            let worker = search.via[hole as usize];
            let left = self.place[worker as usize];
            self.put(worker, hole);
            hole = if worker == newcomer { OUT } else { left };
        }
        self.search = search;
    }

    /// Fills an empty seat of a job above its floor, or lowers its price to the floor, by one shortest path.
    fn fill(&mut self, wanting: u32) {
        let mut search = std::mem::replace(&mut self.search, Search::new(0));
        search.clear();
        let mut limit = i64::MAX;
        let mut end = End::Job(wanting);
        search.reach(wanting, 0, FREE, OUT);
        while let Some((dist, job)) = search.pop(limit) {
            let price = self.price[job as usize];
            let stop = dist + price - self.floor(job as usize);
            if stop < limit {
                (limit, end) = (stop, End::Job(job));
            }
            self.each_back(job as usize, |worker, score| {
                let place = self.place[worker as usize];
                if place == PINNED || place == FREE {
                    return;
                }
                let dist = dist + self.profit[worker as usize] + price - score;
                if dist < limit {
                    if place == OUT {
                        (limit, end) = (dist, End::Out { worker, job });
                    } else {
                        search.reach(place, dist, worker, job);
                    }
                }
            });
        }
        self.shift(&search, limit, -1);
        let mut moves = vec![];
        let mut hole = match end {
            End::Job(job) => job,
            End::Out { worker, job } => {
                moves.push((worker, job));
                job
            }
        };
        while hole != wanting {
            moves.push((search.via[hole as usize], search.to[hole as usize]));
            hole = search.to[hole as usize];
        }
        for &(worker, job) in moves.iter().rev() {
            self.put(worker, job);
        }
        self.search = search;
    }

    /// Moves the prices of all jobs nearer than `limit`, and the profits of those who sit there, so that the path becomes free.
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
    pub(crate) fn lower_prices(&mut self) {
        let mut search = std::mem::replace(&mut self.search, Search::new(0));
        search.clear();
        for job in 0..self.price.len() {
            search.reach(job as u32, self.price[job] - self.floor(job), FREE, OUT);
        }
        let relax = |search: &mut Search, worker: u32, dist: i64| {
            let base = dist + self.profit[worker as usize];
            self.each(worker as usize, |job, score| {
                search.reach(job, base + self.price[job as usize] - score, worker, OUT);
            });
        };
        for worker in 0..self.place.len() {
            if self.place[worker] == OUT {
                relax(&mut search, worker as u32, 0);
            }
        }
        while let Some((dist, job)) = search.pop(i64::MAX) {
            for seat in self.seats.of(job as usize) {
                relax(&mut search, seat.worker, dist);
            }
        }
        for job in 0..self.price.len() {
            let fall = search.dist[job];
            self.price[job] -= fall;
            for seat in self.seats.of(job) {
                self.profit[seat.worker as usize] += fall;
            }
        }
        self.search = search;
    }
}

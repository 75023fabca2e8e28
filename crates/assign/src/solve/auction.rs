//! The first, fast step: an auction that ends near the optimum.

use std::collections::VecDeque;

use super::crew::{in_parts, with_crew};
use super::market::{FREE, Market, OUT, PINNED};
use super::number::Number;
use super::round::round;
use super::seats::{Seat, Seats};

/// Prices move in sixteenths of a step of the scores, so that rounding them to whole steps leaves hardly anything to repair.
pub(super) const SCALE: i64 = 16;
/// Least and most workers who bid against the same prices; in between a sixteenth of those who have to bid. Part of the
/// algorithm: other sizes may give another of several equal optima.
const BATCH: (usize, usize) = (32, 256);
/// Batches smaller than this are not split among threads; that makes no difference to the answer.
const WORTH_SHARING: usize = 128;
/// Each phase makes eps this much smaller (8 was best of 5 to 32).
const FACTOR: i64 = 8;
/// Looks at every edge in one phase, on average, after which the phase is given up and finer phases and the exact finish have to
/// do the rest. A hundred times what generated instances need; it keeps the whole polynomial.
const BUDGET: usize = 1000;

/// The eps-scaled auction, forward (workers bid for seats) and reverse (jobs with empty seats lower their price).
///
/// All values are scaled by [`SCALE`]; a seat has value score - price.
pub(super) struct Auction<'a, P> {
    pub(super) market: &'a Market<'a>,
    pub(super) scale: P,
    pub(super) price: Vec<P>,
    pub(super) floor: Vec<P>,
    /// Value of `OUT` by rank.
    pub(super) out: Vec<P>,
    pub(super) place: Vec<u32>,
    /// Scaled score of each placed worker; during `reverse` score - price.
    worth: Vec<P>,
    /// Position of each placed worker in the list of the job, during `reverse`.
    at: Vec<u32>,
    seats: Seats<P>,
}

/// Prices outgrew the number type.
struct Overflow;

#[derive(Clone, Copy)]
struct Bid<P> {
    job: u32,
    /// Scaled score, or the value of `OUT`.
    worth: P,
    level: P,
}

/// Runs the auction; rounded prices in units of score, and places that are near optimal. None if the number type is too small.
pub(super) fn run<P: Number>(market: &Market, weight: i64) -> Option<(Vec<i64>, Vec<u32>)> {
    let mut auction = Auction::<P>::new(market, weight);
    let coarse = if market.is_scarce() { weight * SCALE / 320 } else { weight * SCALE / 4 };
    let mut eps = coarse.max(market.step);
    loop {
        auction.reset(P::of(eps));
        auction.forward(P::of(eps)).ok()?;
        auction.reverse(P::of(eps));
        if eps == market.step {
            return Some(round(auction));
        }
        auction.lower(P::of(eps));
        eps = (eps / FACTOR).max(market.step);
    }
}

impl<'a, P: Number> Auction<'a, P> {
    /// Whether the prices of this weight stay far below the limit of the number type.
    pub(super) fn fits(market: &Market, weight: i64) -> bool {
        (market.ceiling() + 1) * weight * SCALE * 4 <= P::LIMIT.wide()
    }

    fn new(market: &'a Market<'a>, weight: i64) -> Self {
        let unit = weight * SCALE;
        let floor = |job: usize| match market.seats[job] {
            0 => market.ceiling() * unit + market.top * SCALE,
            _ => market.floor(job) * unit,
        };
        let floor: Vec<P> = (0..market.seats.len()).map(|j| P::of(floor(j))).collect();
        // Where seats are scarce most of them are worth a placement and some score; any guess is right, a good one saves bids.
        let scarce = market.is_scarce();
        let guess = |job: usize| match market.instance.fallback.get(job) {
            Some(false) if scarce => unit + market.top * SCALE / 2,
            _ => 0,
        };
        Self {
            market,
            scale: P::of(SCALE),
            price: floor.iter().enumerate().map(|(job, &floor)| floor.max(P::of(guess(job)))).collect(),
            floor,
            out: (0..=market.ceiling()).map(|rank| P::of(-rank * unit)).collect(),
            place: market.nothing(),
            worth: vec![P::default(); market.home.len()],
            at: vec![0; market.home.len()],
            seats: Seats::new(&market.seats),
        }
    }

    pub(super) fn out(&self, worker: usize) -> P {
        self.out[usize::from(self.market.rank[worker])]
    }

    /// Best value of any place.
    pub(super) fn best(&self, worker: usize) -> P {
        let mut best = self.out(worker);
        if let Some(&price) = self.price.get(self.market.home[worker] as usize) {
            best = best.max(P::default() - price);
        }
        for (job, score) in self.market.instance.list(worker) {
            let worth = P::from(score) * self.scale;
            if worth <= best {
                break; // prices are never negative
            }
            best = best.max(worth - self.price[job as usize]);
        }
        best
    }

    /// Value of the present place.
    pub(super) fn own(&self, worker: usize) -> P {
        match self.place[worker] {
            OUT => self.out(worker),
            job => self.worth[worker] - self.price[job as usize],
        }
    }

    /// Keeps the placements that are within eps of the best; frees the other workers. All kept bids become the price.
    fn reset(&mut self, eps: P) {
        let leaves = |&worker: &usize| {
            !matches!(self.place[worker], PINNED | FREE) && self.own(worker) < self.best(worker) - eps
        };
        let leavers = in_parts(self.market.threads, self.place.len(), |part| {
            part.filter(leaves).map(|worker| worker as u32).collect::<Vec<u32>>()
        });
        leavers.into_iter().flatten().for_each(|worker| self.place[worker as usize] = FREE);
        self.seats.clear();
        for worker in 0..self.place.len() {
            let place = self.place[worker] as usize;
            if let Some(&bid) = self.price.get(place) {
                // in the order of workers a list of equal bids is a heap
                self.seats.add(place, Seat { bid, worker: worker as u32 });
            }
        }
    }

    /// Free workers bid until everybody has a place.
    fn forward(&mut self, eps: P) -> Result<(), Overflow> {
        let workers = self.place.len();
        let is_free = |&worker: &u32| self.place[worker as usize] == FREE;
        let mut queue: Vec<u32> = (0..workers as u32).filter(is_free).collect();
        let (mut next, mut bids) = (vec![], vec![]);
        let mut budget = workers.saturating_mul(BUDGET); // bids
        let answer = |auction: &&mut Self, batch: &[u32], bids: &mut Vec<Bid<P>>| auction.bids(batch, eps, bids);
        with_crew(self.market.threads, self, answer, |crew| {
            while !queue.is_empty() {
                let size = (queue.len() / 16).clamp(BATCH.0, BATCH.1);
                for batch in queue.chunks(size) {
                    if batch.len() < WORTH_SHARING {
                        crew.answer(batch, &mut bids)
                    } else {
                        crew.ask(batch, &mut bids)
                    }
                    let accept =
                        |(&worker, &bid): (&u32, &Bid<P>), auction: &mut &mut Self| auction.accept(worker, bid);
                    crew.change(|auction| {
                        batch.iter().zip(&bids).try_for_each(|pair| {
                            next.extend(accept(pair, auction)?);
                            Ok(())
                        })
                    })?;
                }
                match budget.checked_sub(queue.len()) {
                    Some(left) => budget = left,
                    None => return Ok(()),
                }
                std::mem::swap(&mut queue, &mut next);
                queue.sort_unstable(); // neighbours lie together in memory and want the same jobs
                next.clear();
            }
            Ok(())
        })
    }

    fn bids(&self, workers: &[u32], eps: P, bids: &mut Vec<Bid<P>>) {
        for batch in workers.chunks(BATCH.0) {
            self.touch(batch);
            bids.extend(batch.iter().map(|&worker| self.bid(worker as usize, eps)));
        }
    }

    /// Brings the lists of a batch into the cache all at once, instead of waiting for one after the other.
    fn touch(&self, batch: &[u32]) {
        let instance = &*self.market.instance;
        let mut sum = 0u32;
        for &worker in batch {
            let range = instance.range(worker as usize);
            for &job in instance.job[range.clone()].iter().step_by(16) {
                sum = sum.wrapping_add(job);
            }
            for &score in instance.score[range].iter().step_by(32) {
                sum = sum.wrapping_add(score.into());
            }
        }
        std::hint::black_box(sum);
    }

    /// The best place and how much its price could rise before the second best is better by eps.
    fn bid(&self, worker: usize, eps: P) -> Bid<P> {
        let out = self.out(worker);
        let (mut first, mut second) = (out, P::MIN);
        let (mut job, mut worth) = (OUT, out);
        let home = self.market.home[worker];
        if let Some(&price) = self.price.get(home as usize) {
            let value = P::default() - price;
            if value > first {
                (job, worth, first, second) = (home, P::default(), value, first);
            } else {
                second = value;
            }
        }
        for (number, score) in self.market.instance.list(worker) {
            let gross = P::from(score) * self.scale;
            let value = gross - self.price[number as usize];
            second = second.max(first.min(value));
            let better = value > first;
            job = if better { number } else { job };
            worth = if better { gross } else { worth };
            first = first.max(value);
        }
        let level = if job == OUT { P::default() } else { worth - second + eps };
        Bid { job, worth, level }
    }

    /// Seats the bidder; returns who has no place now.
    fn accept(&mut self, worker: u32, bid: Bid<P>) -> Result<Option<u32>, Overflow> {
        let Bid { job, worth, level } = bid;
        let j = job as usize;
        if level > P::LIMIT {
            return Err(Overflow);
        }
        let mut loser = None;
        if job != OUT {
            let seat = Seat { bid: level, worker };
            if !self.seats.is_full(j) {
                self.seats.push(j, seat);
            } else if level > self.price[j] {
                let old = self.seats.replace(j, seat).worker;
                self.place[old as usize] = FREE;
                loser = Some(old);
            } else {
                return Ok(Some(worker)); // outbid within the batch
            }
            if self.seats.is_full(j) {
                self.price[j] = self.seats.of(j)[0].bid;
            }
        }
        self.place[worker as usize] = job;
        self.worth[worker as usize] = worth;
        Ok(loser)
    }

    /// Jobs with empty seats and a price above the floor lower it until they attract workers or reach the floor.
    fn reverse(&mut self, eps: P) {
        self.list_seats();
        let wanting = |&job: &usize| !self.seats.is_full(job) && self.price[job] > self.floor[job];
        let mut queue: VecDeque<usize> = (0..self.price.len()).filter(wanting).collect();
        let mut queued = vec![false; self.price.len()];
        queue.iter().for_each(|&job| queued[job] = true);
        let mut offers = vec![];
        let mut budget = (self.market.instance.edges() + self.place.len()).saturating_mul(BUDGET);
        while let Some(job) = queue.pop_front() {
            let looks = self.market.listed(job);
            if looks > budget {
                break;
            }
            budget -= looks;
            queued[job] = false;
            self.offers(job, eps, &mut offers);
            self.attract(job, eps, &offers, |left| {
                if !std::mem::replace(&mut queued[left], true) {
                    queue.push_back(left);
                }
            });
        }
        for worker in 0..self.place.len() {
            if let Some(&price) = self.price.get(self.place[worker] as usize) {
                self.worth[worker] += price;
            }
        }
    }

    /// From scores to values, and from heaps to lists.
    fn list_seats(&mut self) {
        for worker in 0..self.place.len() {
            self.worth[worker] = match self.place[worker] {
                FREE | PINNED => P::LIMIT,
                _ => self.own(worker),
            };
        }
        for job in 0..self.price.len() {
            for (at, seat) in self.seats.of(job).iter().enumerate() {
                self.at[seat.worker as usize] = at as u32;
            }
        }
    }

    /// The best offers for the empty seats and one more, best first: the price at which a worker would be no worse off here.
    fn offers(&self, job: usize, eps: P, offers: &mut Vec<Seat<P>>) {
        offers.clear();
        let wanted = self.seats.empty(job) + 1;
        let mut cut = self.floor[job] + eps;
        let better = |a: &Seat<P>, b: &Seat<P>| b.bid.cmp(&a.bid).then(a.worker.cmp(&b.worker));
        let mut consider = |worker: u32, gross: P| {
            let bid = gross - self.worth[worker as usize];
            if bid > cut && self.place[worker as usize] != job as u32 {
                offers.push(Seat { bid, worker });
                if offers.len() >= 2 * wanted + 30 {
                    offers.select_nth_unstable_by(wanted - 1, better);
                    offers.truncate(wanted);
                    cut = offers[wanted - 1].bid;
                }
            }
        };
        match job.checked_sub(self.market.instance.jobs()) {
            None => self.market.back.list(job).for_each(|(w, score)| consider(w, P::from(score) * self.scale)),
            Some(idle) => {
                let (first, count) = self.market.idle[idle];
                (first..first + count).for_each(|w| consider(w, P::default()));
            }
        }
        offers.sort_unstable_by(better);
        offers.truncate(wanted);
    }

    /// Lowers the price to just below the first offer that gets no seat, and seats the others.
    fn attract(&mut self, job: usize, eps: P, offers: &[Seat<P>], mut leave: impl FnMut(usize)) {
        let empty = self.seats.empty(job);
        let old = self.price[job];
        let price = offers.get(empty).map_or(self.floor[job], |o| (o.bid - eps).max(self.floor[job])).min(old);
        self.price[job] = price;
        for seat in self.seats.of(job) {
            self.worth[seat.worker as usize] += old - price;
        }
        for offer in &offers[..empty.min(offers.len())] {
            let worker = offer.worker as usize;
            if let left @ 0..PINNED = self.place[worker] {
                let left = left as usize;
                if let Some(moved) = self.seats.remove(left, self.at[worker]) {
                    self.at[moved as usize] = self.at[worker];
                }
                if self.price[left] > self.floor[left] {
                    leave(left);
                }
            }
            self.place[worker] = job as u32;
            self.worth[worker] += offer.bid - price;
            self.at[worker] = self.seats.add(job, Seat { bid: price, worker: offer.worker });
        }
    }

    /// Lowers all prices by eps, which saves much of the next `reverse`.
    fn lower(&mut self, eps: P) {
        for (price, &floor) in self.price.iter_mut().zip(&self.floor) {
            *price = floor.max(*price - eps);
        }
    }
}

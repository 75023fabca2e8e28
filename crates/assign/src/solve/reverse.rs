//! The reverse half of the auction: jobs with empty seats lower their price.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::auction::{Auction, Stop};
use super::crew::{Crew, in_parts, with_crew};
use super::market::{FREE, PINNED};
use super::number::Number;
use super::seats::{Seat, Seats};

/// Jobs whose offers are gathered at the same prices. Part of the algorithm, like the batches of bids.
const BATCH: usize = 32;

/// A job that wants workers, and who would come: the price at which they would be no worse off here, best first.
struct Call<P> {
    job: AtomicU32,
    empty: AtomicUsize,
    offers: Mutex<Vec<Seat<P>>>,
}

/// What the lead alone changes.
struct Desk<'a, 'b, P: Number> {
    auction: &'b Auction<'a, P>,
    eps: P,
    seats: Vec<MutexGuard<'b, Seats<P>>>,
    /// Position of each placed worker in the list of the job.
    at: Vec<u32>,
    queue: VecDeque<u32>,
    queued: Vec<bool>,
    /// Workers whose place has changed since the offers were gathered.
    changed: Vec<u32>,
    is_changed: Vec<bool>,
}

impl<P: Number> Auction<'_, P> {
    /// Jobs with empty seats and a price above the floor lower it until they attract workers or reach the floor.
    pub(super) fn reverse(&mut self, eps: P) -> Result<(), Stop> {
        let this = &*self;
        this.each_worth(|worker| match this.place(worker) {
            FREE | PINNED => P::LIMIT,
            _ => this.own(worker),
        });
        let call = |_| Call { job: AtomicU32::new(0), empty: AtomicUsize::new(0), offers: Mutex::new(vec![]) };
        let calls: Vec<Call<P>> = (0..BATCH).map(call).collect();
        let work = |_, task: usize| this.gather(&calls[task], eps);
        let done = with_crew(this.market.threads, work, |crew| Desk::new(this, eps).lead(crew, &calls));
        this.each_worth(|worker| {
            let price = this.price.get(this.place(worker) as usize);
            P::get(&this.worth[worker]) + price.map_or(P::default(), P::get)
        });
        done
    }

    /// From scores to values, or back.
    fn each_worth(&self, worth: impl Fn(usize) -> P + Sync) {
        in_parts(self.market.threads, self.place.len(), |part| {
            part.for_each(|worker| worth(worker).set(&self.worth[worker]));
        });
    }

    /// The best offers for the empty seats and one more.
    fn gather(&self, call: &Call<P>, eps: P) {
        let job = call.job.load(Relaxed) as usize;
        let wanted = call.empty.load(Relaxed) + 1;
        let mut offers = call.offers.lock().unwrap_or_else(PoisonError::into_inner);
        offers.clear();
        let mut cut = self.floor[job] + eps;
        let better = |a: &Seat<P>, b: &Seat<P>| b.bid.cmp(&a.bid).then(a.worker.cmp(&b.worker));
        let mut consider = |worker: u32, gross: P| {
            let bid = gross - P::get(&self.worth[worker as usize]);
            if bid > cut && self.place(worker as usize) != job as u32 {
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
            Some(idle) => self.market.idle[idle].members().for_each(|w| consider(w, P::default())),
        }
        offers.sort_unstable_by(better);
        offers.truncate(wanted);
    }
}

impl<'a, 'b, P: Number> Desk<'a, 'b, P> {
    fn new(auction: &'b Auction<'a, P>, eps: P) -> Self {
        let seats: Vec<_> = (0..auction.desks()).map(|desk| auction.seats(desk)).collect();
        let (jobs, workers) = (auction.price.len(), auction.place.len());
        let (queue, changed) = (VecDeque::new(), vec![]);
        let (queued, is_changed) = (vec![false; jobs], vec![false; workers]);
        let mut desk = Self { auction, eps, seats, at: vec![0; workers], queue, queued, changed, is_changed };
        for job in 0..jobs as u32 {
            let (d, j) = auction.desk(job);
            for (at, seat) in desk.seats[d].of(j).iter().enumerate() {
                desk.at[seat.worker as usize] = at as u32;
            }
            desk.want(job);
        }
        desk
    }

    fn empty(&self, job: u32) -> usize {
        let (desk, j) = self.auction.desk(job);
        self.seats[desk].empty(j)
    }

    /// Queues a job that has empty seats at a price above its floor.
    fn want(&mut self, job: u32) {
        let above = self.auction.price(job) > self.auction.floor[job as usize];
        if above && self.empty(job) > 0 && !std::mem::replace(&mut self.queued[job as usize], true) {
            self.queue.push_back(job);
        }
    }

    fn lead<W: Fn(usize, usize)>(mut self, crew: &Crew<W>, calls: &[Call<P>]) -> Result<(), Stop> {
        let market = self.auction.market;
        let mut budget = (market.instance.edges() + self.at.len()).saturating_mul(self.auction.budget);
        while !self.queue.is_empty() {
            let size = self.queue.len().min(BATCH);
            for (job, call) in self.queue.drain(..size).zip(calls) {
                budget = budget.checked_sub(market.listed(job as usize)).ok_or(Stop::Overrun)?;
                call.job.store(job, Relaxed);
            }
            for call in &calls[..size] {
                call.empty.store(self.empty(call.job.load(Relaxed)), Relaxed);
            }
            crew.run(0, size);
            for call in &calls[..size] {
                self.answer(call);
            }
            self.changed.drain(..).for_each(|worker| self.is_changed[worker as usize] = false);
        }
        Ok(())
    }

    /// Hears the offers, gathered anew if they no longer hold.
    fn answer(&mut self, call: &Call<P>) {
        let job = call.job.load(Relaxed);
        self.queued[job as usize] = false;
        let offers = || call.offers.lock().unwrap_or_else(PoisonError::into_inner);
        let empty = self.empty(job);
        if empty != call.empty.load(Relaxed) || offers().iter().any(|offer| self.is_changed[offer.worker as usize]) {
            call.empty.store(empty, Relaxed);
            self.auction.gather(call, self.eps);
        }
        self.attract(job, empty, &offers());
    }

    /// Lowers the price to just below the first offer that gets no seat, and seats the others.
    fn attract(&mut self, job: u32, empty: usize, offers: &[Seat<P>]) {
        let auction = self.auction;
        let (desk, j) = auction.desk(job);
        let (floor, old) = (auction.floor[job as usize], auction.price(job));
        let price = offers.get(empty).map_or(floor, |o| (o.bid - self.eps).max(floor)).min(old);
        price.set(&auction.price[job as usize]);
        for at in 0..self.seats[desk].of(j).len() {
            let worker = self.seats[desk].of(j)[at].worker;
            self.gain(worker, old - price);
        }
        for offer in &offers[..empty.min(offers.len())] {
            let worker = offer.worker as usize;
            if let left @ 0..PINNED = auction.place(worker) {
                let (desk, l) = auction.desk(left);
                if let Some(moved) = self.seats[desk].remove(l, self.at[worker]) {
                    self.at[moved as usize] = self.at[worker];
                }
                self.want(left);
            }
            auction.place[worker].store(job, Relaxed);
            self.gain(offer.worker, offer.bid - price);
            self.at[worker] = self.seats[desk].add(j, Seat { bid: price, worker: offer.worker });
        }
    }

    /// Raises the value of a worker's place.
    fn gain(&mut self, worker: u32, gain: P) {
        let worth = &self.auction.worth[worker as usize];
        (P::get(worth) + gain).set(worth);
        if !std::mem::replace(&mut self.is_changed[worker as usize], true) {
            self.changed.push(worker);
        }
    }
}

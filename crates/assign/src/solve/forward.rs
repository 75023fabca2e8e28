//! The forward half of the auction: workers bid for seats.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering::Relaxed};

use super::auction::{Auction, Stop};
use super::crew::{Crew, with_crew};
use super::market::OUT;
use super::number::Number;
use super::seats::Seat;

/// Least and most workers who bid against the same prices; in between a sixteenth of those who have to bid. Part of the
/// algorithm: other sizes may give another of several equal optima.
const BATCH: (usize, usize) = (32, 256);
/// Workers whose bids are one task.
const CHUNK: usize = 32;

/// Workers, in words of 64, who bid again and again before others do, as long as this many of them wait: their lists and the prices of the
/// jobs around them then stay in the cache, which saves up to a sixth at a million workers. Part of the algorithm.
const WINDOW: usize = 64;
const MANY: u32 = 512;

/// Kinds of work.
const BID: usize = 0;
const ACCEPT: usize = 1;

/// Workers who bid against the same prices, and their bids.
struct Batch<'a, 'b, P: Number> {
    auction: &'b Auction<'a, P>,
    eps: P,
    size: AtomicUsize,
    worker: Vec<AtomicU32>,
    job: Vec<AtomicU32>,
    level: Vec<P::Cell>,
    /// Workers who have to bid again.
    losers: AtomicUsize,
    overflow: AtomicBool,
}

impl<P: Number> Auction<'_, P> {
    /// Workers who wait bid until everybody has a place.
    pub(super) fn forward(&mut self, eps: P) -> Result<(), Stop> {
        let cells = |_| AtomicU32::new(0);
        let batch = Batch {
            auction: self,
            eps,
            size: AtomicUsize::new(0),
            worker: (0..BATCH.1).map(cells).collect(),
            job: (0..BATCH.1).map(cells).collect(),
            level: (0..BATCH.1).map(|_| P::default().cell()).collect(),
            losers: AtomicUsize::new(0),
            overflow: AtomicBool::new(false),
        };
        let work = |kind, task| if kind == BID { batch.bid(task) } else { batch.accept(task) };
        with_crew(self.market.threads, work, |crew| batch.lead(crew))
    }
}

impl<P: Number> Batch<'_, '_, P> {
    fn lead<W: Fn(usize, usize)>(&self, crew: &Crew<W>) -> Result<(), Stop> {
        let auction = self.auction;
        let mut left: usize = auction.waiting.iter().map(|word| word.load(Relaxed).count_ones() as usize).sum();
        let mut budget = auction.place.len().saturating_mul(auction.budget); // bids
        let mut from = 0;
        while left > 0 {
            let size = (left / 16).clamp(BATCH.0, BATCH.1).min(left);
            budget = budget.checked_sub(size).ok_or(Stop::Overrun)?;
            self.fill(size, &mut from);
            crew.run(BID, size.div_ceil(CHUNK));
            crew.run(ACCEPT, auction.desks());
            if self.overflow.load(Relaxed) {
                return Err(Stop::Overflow);
            }
            left = left - size + self.losers.swap(0, Relaxed);
        }
        Ok(())
    }

    /// The next workers who wait, round and round: neighbours lie together in memory and want the same jobs.
    fn fill(&self, size: usize, from: &mut usize) {
        let waiting = &self.auction.waiting;
        let mut count = 0;
        while count < size {
            let mut word = waiting[*from].load(Relaxed);
            while word != 0 && count < size {
                self.worker[count].store((*from * 64) as u32 + word.trailing_zeros(), Relaxed);
                word &= word - 1;
                count += 1;
            }
            waiting[*from].store(word, Relaxed);
            if word == 0 {
                *from += 1;
                if from.is_multiple_of(WINDOW) || *from == waiting.len() {
                    *from = self.turn(*from);
                }
            }
        }
        self.size.store(size, Relaxed);
    }

    /// Where to go on at the end of a window: at its beginning while many there wait again, else behind it.
    fn turn(&self, end: usize) -> usize {
        let waiting = &self.auction.waiting;
        let first = (end - 1) / WINDOW * WINDOW;
        let again: u32 = waiting[first..end].iter().map(|word| word.load(Relaxed).count_ones()).sum();
        if again > MANY { first } else { end % waiting.len() }
    }

    fn bid(&self, task: usize) {
        let chunk = task * CHUNK..self.size.load(Relaxed).min((task + 1) * CHUNK);
        let worker = |at: usize| self.worker[at].load(Relaxed) as usize;
        self.auction.touch(chunk.clone().map(worker));
        for at in chunk {
            let (job, level) = self.auction.bid(worker(at), self.eps);
            self.job[at].store(job, Relaxed);
            level.set(&self.level[at]);
        }
    }

    /// Seats the bidders for jobs of this desk, in order.
    fn accept(&self, desk: usize) {
        let auction = self.auction;
        let mut seats = auction.seats(desk);
        let mut losers = 0;
        for at in 0..self.size.load(Relaxed) {
            let job = self.job[at].load(Relaxed);
            let (owner, j) = auction.desk(job);
            if job == OUT || owner != desk {
                continue;
            }
            let seat = Seat { bid: P::get(&self.level[at]), worker: self.worker[at].load(Relaxed) };
            let price = &auction.price[job as usize];
            let loser = if seat.bid > P::LIMIT {
                self.overflow.store(true, Relaxed);
                continue;
            } else if !seats.is_full(j) {
                seats.push(j, seat);
                None
            } else if seat.bid > P::get(price) {
                Some(seats.replace(j, seat).worker)
            } else {
                Some(seat.worker) // outbid within the batch
            };
            if seats.is_full(j) {
                seats.of(j)[0].bid.set(price);
            }
            if let Some(loser) = loser {
                auction.wait(loser);
                losers += 1;
            }
        }
        self.losers.fetch_add(losers, Relaxed);
    }
}

impl<P: Number> Auction<'_, P> {
    /// Brings the lists of some workers into the cache all at once, instead of waiting for one after the other.
    fn touch(&self, workers: impl Iterator<Item = usize>) {
        let instance = self.market.instance;
        std::hint::black_box(workers.fold(0, |sum, worker| sum ^ instance.pairs.touch(instance.range(worker))));
    }

    /// Moves a worker to the best place: the job, and how high its price could rise before the second best is better by eps.
    fn bid(&self, worker: usize, eps: P) -> (u32, P) {
        let out = self.out(worker);
        let (mut first, mut second) = (out, P::MIN);
        let (mut job, mut worth) = (OUT, out);
        for home in self.market.home[worker].jobs() {
            let value = P::default() - self.price(home);
            if value > first {
                (job, worth, first, second) = (home, P::default(), value, first);
            } else {
                second = second.max(value);
            }
        }
        self.market.instance.list(worker).for_each(|(number, score)| {
            let gross = P::from(score) * self.scale;
            let value = gross - self.price(number);
            second = second.max(first.min(value));
            let better = value > first;
            job = if better { number } else { job };
            worth = if better { gross } else { worth };
            first = first.max(value);
        });
        self.place[worker].store(job, Relaxed);
        worth.set(&self.worth[worker]);
        (job, if job == OUT { P::default() } else { worth - second + eps })
    }
}

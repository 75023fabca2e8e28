//! The first, fast step: an auction that ends near the optimum.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::crew::in_parts;
use super::market::{FREE, Market, OUT, PINNED};
use super::number::Number;
use super::round::round;
use super::seats::{Seat, Seats};

/// Prices move in 64ths of a step of the scores, so that rounding them to whole steps leaves hardly anything to repair.
pub(super) const SCALE: i64 = 64;
/// Each phase makes eps this much smaller (best of 5 to 16).
const FACTOR: i64 = 16;
/// All prices fall by so many eps before the next phase: workers then bid a little more, but hardly any job is left with empty seats
/// at a high price, which costs far more to put right (best of 1/2 to 6).
const FALL: i64 = 3;
/// Looks at every edge in one phase, on average, after which the auction is given up. A hundred times what generated instances
/// need; it keeps the whole polynomial.
pub(super) const BUDGET: usize = 1000;

/// The eps-scaled auction, forward (workers bid for seats) and reverse (jobs with empty seats lower their price).
///
/// All values are scaled by [`SCALE`]; a seat has value score - price. Threads share the cells: what one writes no other reads
/// before the next task of the crew.
pub(super) struct Auction<'a, P: Number> {
    pub(super) market: &'a Market<'a>,
    pub(super) budget: usize,
    pub(super) scale: P,
    pub(super) price: Vec<P::Cell>,
    pub(super) floor: Vec<P>,
    /// Value of `OUT` by rank.
    out: Vec<P>,
    /// Where each worker is, or bid last.
    pub(super) place: Vec<AtomicU32>,
    /// Scaled score of each worker there; during `reverse` score - price.
    pub(super) worth: Vec<P::Cell>,
    /// A bit for each worker who has no place and has to bid.
    pub(super) waiting: Vec<AtomicU64>,
    desks: Vec<Mutex<Seats<P>>>,
}

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Prices outgrew the number type.
    Overflow,
    /// The budget is spent.
    Overrun,
}

/// Runs the auction; rounded prices in units of score, and places that are near optimal.
pub(super) fn run<P: Number>(market: &Market, weight: i64, budget: usize) -> Result<(Vec<i64>, Vec<u32>), Stop> {
    let mut auction = Auction::<P>::new(market, weight, budget);
    let mut eps = coarse(market, weight);
    loop {
        auction.reset(P::of(eps));
        auction.forward(P::of(eps))?;
        auction.reverse(P::of(eps))?;
        if eps == market.step {
            return Ok(round(auction));
        }
        auction.lower(P::of(eps * FALL));
        eps = if eps < 3 * FACTOR * market.step { market.step } else { eps / FACTOR };
    }
}

/// The first eps: not too far below a step of the scores; the more workers there are for a seat, the higher they will have to bid.
fn coarse(market: &Market, weight: i64) -> i64 {
    let (workers, seats) = (market.home.len() as i64, market.real_seats().max(1) as i64);
    let eps = weight * SCALE / 320;
    eps.max(market.step * SCALE / 16)
        .max(eps.saturating_mul(3 * workers) / (5 * seats))
        .min(weight * SCALE / 4)
        .max(market.step)
}

impl<'a, P: Number> Auction<'a, P> {
    /// Whether the prices of this weight stay far below the limit of the number type.
    pub(super) fn fits(market: &Market, weight: i64) -> bool {
        (market.ceiling() + 1) * weight * SCALE * 4 <= P::LIMIT.wide()
    }

    fn new(market: &'a Market<'a>, weight: i64, budget: usize) -> Self {
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
            _ => market.floor(job) * unit,
        };
        let workers = market.home.len();
        Self {
            market,
            budget,
            scale: P::of(SCALE),
            price: floor.iter().enumerate().map(|(job, &floor)| floor.max(P::of(guess(job))).cell()).collect(),
            floor,
            out: (0..=market.ceiling()).map(|rank| P::of(-rank * unit)).collect(),
            place: market.nothing().into_iter().map(AtomicU32::new).collect(),
            worth: (0..workers).map(|_| P::default().cell()).collect(),
            waiting: (0..workers.div_ceil(64)).map(|_| AtomicU64::new(0)).collect(),
            desks: desks(&market.seats, market.threads),
        }
    }

    pub(super) fn price(&self, job: u32) -> P {
        P::get(&self.price[job as usize])
    }

    pub(super) fn place(&self, worker: usize) -> u32 {
        self.place[worker].load(Relaxed)
    }

    pub(super) fn out(&self, worker: usize) -> P {
        self.out[usize::from(self.market.rank[worker])]
    }

    /// Best value of any place.
    pub(super) fn best(&self, worker: usize) -> P {
        let mut best = self.out(worker);
        for home in self.market.home[worker].jobs() {
            best = best.max(P::default() - self.price(home));
        }
        for (job, score) in self.market.instance.list(worker) {
            let worth = P::from(score) * self.scale;
            if worth <= best {
                break; // prices of real jobs are never negative
            }
            best = best.max(worth - self.price(job));
        }
        best
    }

    /// Value of the present place.
    pub(super) fn own(&self, worker: usize) -> P {
        match self.place(worker) {
            OUT => self.out(worker),
            job => P::get(&self.worth[worker]) - self.price(job),
        }
    }

    /// The thread-safe table of seats that has this job, and the number of the job there.
    pub(super) fn desk(&self, job: u32) -> (usize, usize) {
        let (line, desks) = (job as usize / LINE, self.desks.len());
        (line & (desks - 1), (line >> desks.trailing_zeros()) * LINE + job as usize % LINE)
    }

    pub(super) fn desks(&self) -> usize {
        self.desks.len()
    }

    pub(super) fn seats(&self, desk: usize) -> MutexGuard<'_, Seats<P>> {
        self.desks[desk].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps the placements that are within eps of the best; frees the other workers. All kept bids become the price.
    fn reset(&mut self, eps: P) {
        let this = &*self;
        in_parts(this.market.threads, this.place.len(), |part| {
            for worker in part {
                let place = this.place(worker);
                if place == FREE || place != PINNED && this.own(worker) < this.best(worker) - eps {
                    this.place[worker].store(FREE, Relaxed);
                    this.wait(worker as u32);
                }
            }
        });
        in_parts(this.desks.len(), this.desks.len(), |part| part.for_each(|desk| this.seat_again(desk)));
    }

    /// In the order of workers, so that a list of equal bids is a heap.
    fn seat_again(&self, desk: usize) {
        let mut seats = self.seats(desk);
        seats.clear();
        for (worker, place) in (0u32..).zip(&self.place) {
            let job = place.load(Relaxed);
            if let Some(price) = self.price.get(job as usize) {
                let (at, number) = self.desk(job);
                if at == desk {
                    seats.add(number, Seat { bid: P::get(price), worker });
                }
            }
        }
    }

    /// Puts a worker among those who have to bid.
    pub(super) fn wait(&self, worker: u32) {
        self.waiting[worker as usize / 64].fetch_or(1 << (worker % 64), Relaxed);
    }

    /// Lowers all prices, which saves much of the next `reverse`.
    fn lower(&mut self, fall: P) {
        for (price, &floor) in self.price.iter().zip(&self.floor) {
            floor.max(P::get(price) - fall).set(price);
        }
    }
}

/// Jobs that lie together: their prices fill one line of the cache, so that threads need not take it from each other.
const LINE: usize = 16;

/// Deals the lines of jobs out to as many tables as there are threads, or some more.
fn desks<P: Number>(seats: &[u32], threads: usize) -> Vec<Mutex<Seats<P>>> {
    let count = threads.next_power_of_two();
    let deal = |desk: usize| -> Vec<u32> {
        let own = seats.chunks(LINE).skip(desk).step_by(count);
        own.flatten().copied().collect()
    };
    (0..count).map(|desk| Mutex::new(Seats::new(&deal(desk)))).collect()
}

//! All free workers and all wanting jobs at once: phases of one shortest-path search and as many augmentations as possible.

use super::flow::Flow;
use super::market::{FREE, OUT, PINNED};
use super::search::Search;

/// How far the seats, or the reverse list, of each job have been tried in vain (or used) since the prices last moved.
struct Tried {
    phase: u32,
    of: Vec<Trial>,
}

#[derive(Clone, Copy, Default)]
struct Trial {
    phase: u32,
    next: u32,
    /// Whether the job lies on the way that is being looked for.
    on_way: bool,
}

impl Tried {
    fn new(jobs: usize) -> Self {
        Self { phase: 0, of: vec![Trial::default(); jobs] }
    }

    /// Puts a job on the way, if it is not there already.
    fn enter(&mut self, job: u32) -> bool {
        let trial = &mut self.of[job as usize];
        if trial.phase != self.phase {
            *trial = Trial { phase: self.phase, ..Trial::default() };
        }
        !std::mem::replace(&mut trial.on_way, true)
    }

    fn leave(&mut self, job: u32) {
        self.of[job as usize].on_way = false;
    }

    /// The next position to try, each only once.
    fn next(&mut self, job: u32) -> usize {
        let trial = &mut self.of[job as usize];
        trial.next += 1;
        trial.next as usize - 1
    }
}

/// A worker who looks for a seat: the next entry of the list, and the job looked at.
struct Seeker {
    worker: u32,
    entry: usize,
    job: u32,
}

impl Flow<'_> {
    /// Makes the answer optimal, whatever the prices and places to begin with.
    ///
    /// Every phase moves prices as little as needed for a free worker to find a place, then places as many workers as these prices allow
    /// (Hopcroft and Karp's idea under Kuhn's prices); then the same for jobs with empty seats above their floor.
    pub(super) fn finish(&mut self) {
        let (mut search, mut tried) = (Search::new(self.price.len()), Tried::new(self.price.len()));
        let is_free = |&worker: &u32| self.place[worker as usize] == FREE;
        let mut free: Vec<u32> = (0..self.place.len() as u32).filter(is_free).collect();
        while !free.is_empty() {
            self.bid_up(&mut search, &free);
            tried.phase += 1;
            free.retain(|&worker| !self.seek(worker, &mut tried));
        }
        let mut wanting: Vec<u32> = (0..self.price.len() as u32).collect();
        loop {
            wanting.retain(|&job| !self.is_full(job as usize) && self.price[job as usize] > self.floor(job as usize));
            if wanting.is_empty() {
                return;
            }
            self.bid_down(&mut search, &wanting);
            tried.phase += 1;
            for &job in &wanting {
                while !self.is_full(job as usize) && self.call(job, &mut tried) {}
            }
        }
    }

    /// Places a free worker along places that are all among the best, if there is such a way.
    fn seek(&mut self, newcomer: u32, tried: &mut Tried) -> bool {
        if self.profit[newcomer as usize] == self.out(newcomer as usize) {
            self.put(newcomer, OUT);
            return true;
        }
        let mut way = vec![Seeker { worker: newcomer, entry: 0, job: OUT }];
        while let Some(last) = way.last_mut() {
            if last.job == OUT {
                let Some(job) = self.next_job(last, tried) else {
                    way.pop();
                    continue;
                };
                last.job = job;
                if !self.is_full(job as usize) {
                    return self.take_seats(&way, OUT, tried);
                }
            }
            let Some(seat) = self.seats.of(last.job as usize).get(tried.next(last.job)) else {
                tried.leave(std::mem::replace(&mut last.job, OUT));
                continue;
            };
            let worker = seat.worker;
            if self.profit[worker as usize] == self.out(worker as usize) {
                return self.take_seats(&way, worker, tried);
            }
            way.push(Seeker { worker, entry: 0, job: OUT });
        }
        false
    }

    /// The next job among the best for this worker that has not been tried.
    fn next_job(&self, seeker: &mut Seeker, tried: &mut Tried) -> Option<u32> {
        let worker = seeker.worker as usize;
        loop {
            let (job, score) = self.entry(worker, seeker.entry)?;
            seeker.entry += 1;
            if job != OUT && self.profit[worker] + self.price[job as usize] == score && tried.enter(job) {
                return Some(job);
            }
        }
    }

    /// Moves everybody on the way one place on; the last one out, if any, goes idle.
    fn take_seats(&mut self, way: &[Seeker], idle: u32, tried: &mut Tried) -> bool {
        if idle != OUT {
            self.put(idle, OUT);
        }
        for seeker in way.iter().rev() {
            self.put(seeker.worker, seeker.job);
            tried.leave(seeker.job);
        }
        true
    }

    /// Fills an empty seat of a job by workers for whom the move makes no difference, if there is such a way.
    fn call(&mut self, wanting: u32, tried: &mut Tried) -> bool {
        tried.enter(wanting);
        let mut way = vec![wanting];
        let mut movers: Vec<u32> = vec![];
        while let Some(&job) = way.last() {
            let Some((worker, score)) = self.entry_back(job as usize, tried.next(job)) else {
                tried.leave(job);
                way.pop();
                movers.pop();
                continue;
            };
            let place = self.place[worker as usize];
            let is_tight = self.profit[worker as usize] + self.price[job as usize] == score;
            if !is_tight || matches!(place, PINNED | FREE) || place != OUT && !tried.enter(place) {
                continue;
            }
            movers.push(worker);
            if place == OUT || self.price[place as usize] == self.floor(place as usize) {
                for (&job, &mover) in way.iter().zip(&movers) {
                    self.put(mover, job);
                    tried.leave(job);
                }
                if place != OUT {
                    tried.leave(place);
                }
                return true;
            }
            way.push(place);
        }
        false
    }
}

//! Every change of a live answer consists of these steps; each knows what undoes it.

use super::{FREE, Live, OUT};

/// One elementary change.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Seats a worker at a position of those seated there (or at the end), or nowhere.
    Put {
        worker: u32,
        place: u32,
        at: u32,
    },
    /// Sets a price; the profits of those seated there follow.
    Price {
        node: u32,
        price: i64,
    },
    Profit {
        worker: u32,
        profit: i64,
    },
    Limit {
        node: u32,
        limit: u32,
    },
    Rank {
        worker: u32,
        rank: u8,
    },
    TopRank {
        rank: u8,
    },
    Like {
        worker: u32,
        job: u32,
    },
    Open {
        job: u32,
        seats: u32,
    },
    /// Demands a pair, or releases it (job `OUT`).
    Pin {
        worker: u32,
        job: u32,
    },
    Withhold {
        worker: u32,
        job: u32,
        score: Option<u16>,
    },
    /// Lists a pair, at a position of the job's list (or at the end).
    List {
        worker: u32,
        job: u32,
        score: u16,
        at: u32,
    },
    Unlist {
        worker: u32,
        job: u32,
    },
    AddJob {
        seats: u32,
        fallback: bool,
        price: i64,
    },
    DropJob,
}

/// At the end of a list.
const END: u32 = u32::MAX;

impl Live {
    /// Takes a step and remembers how to undo it.
    pub(super) fn take(&mut self, step: Step) {
        let undo = self.apply(step);
        self.log.push(undo);
    }

    /// Undoes everything the log has beyond this length.
    pub(super) fn undo(&mut self, length: usize) {
        let mut lowered = vec![];
        while self.log.len() > length {
            let step = self.log.pop().expect("longer than a length");
            match step {
                Step::Price { node, price } if price < self.price[node as usize] => lowered.push(node),
                _ => {}
            }
            self.apply(step);
        }
        lowered.retain(|&node| (node as usize) < self.price.len());
        lowered.into_iter().for_each(|node| self.tighten(node));
    }

    /// Moves a worker from one place to another.
    pub(super) fn put(&mut self, worker: u32, place: u32) {
        self.take(Step::Put { worker, place, at: END });
    }

    /// Puts a pair on both lists.
    pub(super) fn list(&mut self, worker: u32, job: u32, score: u16) {
        self.take(Step::List { worker, job, score, at: END });
    }

    pub(super) fn set_profit(&mut self, worker: u32, profit: i64) {
        self.take(Step::Profit { worker, profit });
    }

    fn apply(&mut self, step: Step) -> Step {
        let swap = |field: &mut u32, value: u32| std::mem::replace(field, value);
        match step {
            Step::Put { worker, place, at } => self.seat(worker, place, at),
            Step::Price { node, price } => {
                let old = std::mem::replace(&mut self.price[node as usize], price);
                for &worker in &self.seated[node as usize] {
                    self.profit[worker as usize] -= price - old;
                    let slack = &mut self.slack[worker as usize];
                    *slack = (*slack - (price - old).max(0)).max(0);
                }
                Step::Price { node, price: old }
            }
            Step::Profit { worker, profit } => {
                self.slack[worker as usize] = 0;
                let old = std::mem::replace(&mut self.profit[worker as usize], profit);
                Step::Profit { worker, profit: old }
            }
            Step::Limit { node, limit } => Step::Limit { node, limit: swap(&mut self.limit[node as usize], limit) },
            Step::Rank { worker, rank } => {
                self.slack[worker as usize] = 0;
                Step::Rank { worker, rank: std::mem::replace(&mut self.rank[worker as usize], rank) }
            }
            Step::TopRank { rank } => Step::TopRank { rank: std::mem::replace(&mut self.top_rank, rank) },
            Step::Like { worker, job } => {
                let w = worker as usize;
                self.slack[w] = 0;
                let (own, old) = (self.real(self.place[w]).unwrap_or(FREE), self.liked[w]);
                self.worth[w] += i64::from(own == job) - i64::from(own == old);
                Step::Like { worker, job: swap(&mut self.liked[w], job) }
            }
            Step::Open { job, seats } => Step::Open { job, seats: swap(&mut self.open[job as usize], seats) },
            Step::Pin { worker, job } => self.demand(worker, job),
            Step::Withhold { worker, job, score } => {
                let old = match score {
                    Some(score) => self.withheld.insert((worker, job), score),
                    None => self.withheld.remove(&(worker, job)),
                };
                Step::Withhold { worker, job, score: old }
            }
            Step::List { .. } | Step::Unlist { .. } => self.relist(step),
            Step::AddJob { .. } | Step::DropJob => self.add_or_drop(step),
        }
    }

    fn add_or_drop(&mut self, step: Step) -> Step {
        if let Step::AddJob { seats, fallback, price } = step {
            self.open.push(seats);
            self.pinned.push(0);
            self.fallback.push(fallback);
            self.back.add_row();
            self.price.push(price);
            self.floor.push(if fallback { 2 * self.weight } else { 0 });
            self.limit.push(seats);
            self.seated.push(vec![]);
            return Step::DropJob;
        }
        self.pinned.pop();
        self.back.drop_row();
        self.floor.pop();
        self.limit.pop();
        self.seated.pop();
        let (seats, fallback, price) = (self.open.pop(), self.fallback.pop(), self.price.pop());
        let (seats, price) = (seats.unwrap_or(0), price.unwrap_or(0));
        Step::AddJob { seats, fallback: fallback.unwrap_or(false), price }
    }

    fn seat(&mut self, worker: u32, place: u32, at: u32) -> Step {
        let w = worker as usize;
        let (before, position) = (std::mem::replace(&mut self.place[w], place), self.at[w]);
        self.slack[w] = 0;
        let mut undo = Step::Put { worker, place: before, at: END };
        if let Some(seated) = self.seated.get_mut(before as usize) {
            seated.swap_remove(position as usize);
            if let Some(&moved) = seated.get(position as usize) {
                self.at[moved as usize] = position;
            }
            undo = Step::Put { worker, place: before, at: position };
        }
        if let Some(seated) = self.seated.get_mut(place as usize) {
            let last = seated.len() as u32;
            seated.push(worker);
            let at = at.min(last);
            if at < last {
                seated.swap(at as usize, last as usize);
                self.at[seated[last as usize] as usize] = last;
            }
            self.at[w] = at;
            self.worth[w] = match self.real(place) {
                Some(job) => self.lists.score(w, job).map_or(i64::MIN / 2, |s| self.worth_of(self.liked[w], job, s)),
                None => 0,
            };
        }
        self.count(worker, self.real(before), -1);
        self.count(worker, self.real(place), 1);
        undo
    }

    fn demand(&mut self, worker: u32, job: u32) -> Step {
        let old = if job == OUT { self.pins.remove(&worker) } else { self.pins.insert(worker, job) };
        let new = Some(job).filter(|&job| job != OUT);
        for (job, change) in [(old, -1), (new, 1)] {
            if let Some(job) = job {
                self.pinned[job as usize] = self.pinned[job as usize].wrapping_add_signed(change as i32);
            }
            self.count(worker, job, change);
        }
        Step::Pin { worker, job: old.unwrap_or(OUT) }
    }

    fn relist(&mut self, step: Step) -> Step {
        match step {
            Step::List { worker, job, score, at } => {
                let above = |&(j, s): &(u32, u16)| s > score || (s == score && j < job);
                let position = self.lists.of(worker as usize).take_while(above).count();
                self.lists.insert(worker as usize, position, job, score);
                self.slack[worker as usize] = 0;
                let at = (at as usize).min(self.back.len(job as usize));
                self.back.insert(job as usize, at, worker, score);
                Step::Unlist { worker, job }
            }
            Step::Unlist { worker, job } => {
                self.lists.remove(worker as usize, job);
                let (at, score) = self.back.remove(job as usize, worker);
                Step::List { worker, job, score, at: at as u32 }
            }
            other => other,
        }
    }

    /// Counts a worker in (1) or out (-1) of a job in the totals.
    fn count(&mut self, worker: u32, job: Option<u32>, change: i64) {
        let Some(job) = job else { return };
        let score = self.lists.score(worker as usize, job).unwrap_or(0);
        let totals = &mut self.totals;
        totals.score = totals.score.wrapping_add_signed(change * i64::from(score));
        let fallback = self.fallback[job as usize];
        let count = if fallback { &mut totals.fallback } else { &mut totals.placed };
        *count = count.wrapping_add_signed(change);
        let household = self.household_of(worker as usize);
        let placed = &mut self.placed[household];
        let before = *placed > 0;
        *placed = placed.wrapping_add_signed(change as i8);
        let covered = i64::from(*placed > 0) - i64::from(before);
        if let Some(class) = usize::from(self.class[household]).checked_sub(1) {
            let count = &mut self.totals.covered[class];
            *count = count.wrapping_add_signed(covered);
        }
    }

    /// Takes a worker off the place; returns it.
    pub(super) fn lift(&mut self, worker: u32) -> u32 {
        let place = self.place[worker as usize];
        self.put(worker, FREE);
        place
    }
}

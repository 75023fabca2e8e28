//! What did not exist before: jobs and pairs.

use super::step::Step;
use super::{AWAY, Live, Move, OUT, PINNED, Refusal};
use crate::MAX_SCORE;

impl Live {
    /// A new job with these seats, and the workers who could take it with their scores. Returns its number, the next after those there are.
    ///
    /// # Errors
    /// Those of [`add_pairs`](Self::add_pairs).
    pub fn add_job(&mut self, seats: u32, list: &[(u32, u16)]) -> Result<(u32, Vec<Move>), Refusal> {
        self.add_any_job(seats, false, list)
    }

    /// A new fallback job: a placement in it is worth nothing but the coverage of its household.
    ///
    /// # Errors
    /// Those of [`add_pairs`](Self::add_pairs).
    pub fn add_fallback_job(&mut self, seats: u32, list: &[(u32, u16)]) -> Result<(u32, Vec<Move>), Refusal> {
        self.add_any_job(seats, true, list)
    }

    fn add_any_job(&mut self, seats: u32, fallback: bool, list: &[(u32, u16)]) -> Result<(u32, Vec<Move>), Refusal> {
        let job = self.open.len() as u32;
        list.iter().try_for_each(|&(worker, score)| self.addable(worker, score))?;
        if job >= self.most_jobs {
            return Err(Refusal::TooLarge);
        }
        let since = self.log.len();
        let first = fallback && !self.fallback.contains(&true);
        self.take(Step::AddJob { seats, fallback, price: self.prohibitive(fallback, list) });
        self.put_on_lists(list.iter().map(|&(worker, score)| (worker, job, score)));
        if first {
            self.raise_ranks();
        }
        self.settle(self.node(job));
        Ok((job, self.done(since)))
    }

    /// A price at which none of these workers could gain. From there one seat after the other is filled.
    fn prohibitive(&self, fallback: bool, list: &[(u32, u16)]) -> i64 {
        let here = |worker: usize| !matches!(self.place[worker], PINNED | AWAY);
        let gain = |&(worker, score): &(u32, u16)| {
            let worker = worker as usize;
            here(worker).then(|| (i64::from(score) << self.shift) - self.profit[worker])
        };
        list.iter().filter_map(gain).fold(if fallback { 2 * self.weight } else { 0 }, i64::max)
    }

    /// With the first fallback job the coverage of a household begins to count twice a placement.
    fn raise_ranks(&mut self) {
        self.take(Step::TopRank { rank: self.top_rank + 1 });
        for household in 0..self.class.len() {
            if self.class[household] > 0 {
                self.set_rules(household);
            }
        }
        for worker in 0..self.place.len() as u32 {
            let w = worker as usize;
            if self.place[w] == OUT && self.profit[w] != self.out(w) {
                self.lift(worker);
                self.enter_anew(worker);
            }
        }
    }

    /// New pairs (worker, job, score): what a course, a bus line or a relaxed wish opens. Where a pair is on the list already the
    /// better score counts. Lists of workers who are away or have a demanded pair grow too.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Score`]; [`Refusal::Forbidden`] if a pair is forbidden. Nothing has been added then.
    pub fn add_pairs(&mut self, pairs: &[(u32, u32, u16)]) -> Result<Vec<Move>, Refusal> {
        for &(worker, job, score) in pairs {
            self.addable(worker, score)?;
            if job as usize >= self.open.len() {
                return Err(Refusal::Unknown);
            }
            if self.withheld.contains_key(&(worker, job)) {
                return Err(Refusal::Forbidden);
            }
        }
        let since = self.log.len();
        self.put_on_lists(pairs.iter().copied());
        let mut workers: Vec<u32> = pairs.iter().map(|&(worker, ..)| worker).collect();
        workers.sort_unstable();
        workers.dedup();
        self.improve(&workers);
        Ok(self.done(since))
    }

    fn addable(&self, worker: u32, score: u16) -> Result<(), Refusal> {
        if worker as usize >= self.place.len() {
            Err(Refusal::Unknown)
        } else if score > MAX_SCORE {
            Err(Refusal::Score)
        } else {
            Ok(())
        }
    }

    fn put_on_lists(&mut self, pairs: impl Iterator<Item = (u32, u32, u16)>) {
        for (worker, job, score) in pairs {
            match self.lists.score(worker as usize, job) {
                None => self.list(worker, job, score),
                Some(old) if old < score => self.raise(worker, job, score, old),
                Some(_) => {}
            }
        }
    }

    /// Gives a pair a better score, also if it is placed.
    fn raise(&mut self, worker: u32, job: u32, score: u16, old: u16) {
        let pinned = self.pins.get(&worker) == Some(&job);
        let place = self.place[worker as usize];
        if pinned {
            self.take(Step::Pin { worker, job: OUT });
        } else if place == self.node(job) {
            self.lift(worker);
        }
        self.take(Step::Unlist { worker, job });
        self.list(worker, job, score);
        if pinned {
            self.take(Step::Pin { worker, job });
        } else if place == self.node(job) {
            let profit = self.profit[worker as usize];
            self.set_profit(worker, profit + (i64::from(score - old) << self.shift));
            self.put(worker, place);
        }
    }
}

//! What can change: seats open and close, people come, go and are pinned.

use std::collections::BTreeMap;

use super::{Live, Move, Refusal};
use crate::Totals;
use crate::solve::market::{FREE, GONE, OUT, PINNED};

impl Live {
    /// A seat more in this job.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn open_seat(&mut self, job: u32) -> Result<Vec<Move>, Refusal> {
        let seats = self.open.get_mut(job as usize).ok_or(Refusal::Unknown)?;
        *seats = seats.saturating_add(1);
        self.set_limit(job);
        self.flow.settle(job);
        Ok(self.done(&BTreeMap::new()))
    }

    /// A seat less in this job.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; [`Refusal::NoSeat`] if every seat there is has a demanded pair.
    pub fn close_seat(&mut self, job: u32) -> Result<Vec<Move>, Refusal> {
        let seats = self.open.get_mut(job as usize).ok_or(Refusal::Unknown)?;
        if *seats == self.pinned[job as usize] {
            return Err(Refusal::NoSeat);
        }
        *seats -= 1;
        self.set_limit(job);
        self.relieve(job);
        Ok(self.done(&BTreeMap::new()))
    }

    /// The worker is no longer available.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`], [`Refusal::Pinned`].
    pub fn leave(&mut self, worker: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        Ok(self.rework(worker, |live| {
            live.absent.insert(worker);
        }))
    }

    /// A worker who had left is available again.
    ///
    /// # Errors
    /// [`Refusal::Presence`].
    pub fn come(&mut self, worker: u32) -> Result<Vec<Move>, Refusal> {
        if !self.absent.contains(&worker) {
            return Err(Refusal::Presence);
        }
        Ok(self.rework(worker, |live| {
            live.absent.remove(&worker);
        }))
    }

    /// Demands this pair. The household counts as covered and the seat as taken.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`], [`Refusal::Pinned`], [`Refusal::NotListed`]; [`Refusal::NoSeat`] if every seat of the
    /// job has a demanded pair already.
    pub fn pin(&mut self, worker: u32, job: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        if !self.lists(worker, job) {
            return Err(Refusal::NotListed);
        }
        if self.open[job as usize] == self.pinned[job as usize] {
            return Err(Refusal::NoSeat);
        }
        Ok(self.rework(worker, |live| {
            live.pins.insert(worker, job);
            live.pinned[job as usize] += 1;
            live.set_limit(job);
            live.relieve(job);
        }))
    }

    /// Releases a demanded pair.
    ///
    /// # Errors
    /// [`Refusal::NotListed`] if there is none.
    pub fn unpin(&mut self, worker: u32) -> Result<Vec<Move>, Refusal> {
        let &job = self.pins.get(&worker).ok_or(Refusal::NotListed)?;
        Ok(self.rework(worker, |live| {
            live.pins.remove(&worker);
            live.pinned[job as usize] -= 1;
            live.set_limit(job);
            live.flow.settle(job);
        }))
    }

    /// Takes a pair off the worker's list.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`], [`Refusal::Pinned`], [`Refusal::NotListed`].
    pub fn forbid(&mut self, worker: u32, job: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        if !self.lists(worker, job) {
            return Err(Refusal::NotListed);
        }
        Ok(self.rework(worker, |live| {
            let score = live.set_score(worker, job, GONE);
            live.withheld.insert((worker, job), score);
        }))
    }

    /// Puts a forbidden pair back on the list.
    ///
    /// # Errors
    /// [`Refusal::NotListed`] if it had not been forbidden; [`Refusal::Pinned`], [`Refusal::Presence`].
    pub fn allow(&mut self, worker: u32, job: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        let score = self.withheld.remove(&(worker, job)).ok_or(Refusal::NotListed)?;
        Ok(self.rework(worker, |live| {
            live.set_score(worker, job, score);
        }))
    }

    pub(super) fn present(&self, worker: u32) -> Result<(), Refusal> {
        if worker as usize >= self.flow.place.len() {
            Err(Refusal::Unknown)
        } else if self.absent.contains(&worker) {
            Err(Refusal::Presence)
        } else if self.pins.contains_key(&worker) {
            Err(Refusal::Pinned)
        } else {
            Ok(())
        }
    }

    pub(super) fn lists(&self, worker: u32, job: u32) -> bool {
        self.flow.market.instance.score(worker as usize, job).is_some_and(|score| score != GONE)
    }

    /// Writes a score into the worker's list and the job's; returns the old one.
    fn set_score(&mut self, worker: u32, job: u32, score: u16) -> u16 {
        let market = &mut self.flow.market;
        let instance = market.instance.to_mut();
        let list = instance.range(worker as usize);
        let from = list.start;
        let at = instance.job[list].iter().position(|&j| j == job).expect("the pair is listed");
        let back = market.back.start[job as usize] as usize..market.back.start[job as usize + 1] as usize;
        let first = back.start;
        let mirror = market.back.worker[back].binary_search(&worker).expect("reverse lists mirror the lists");
        market.back.score[first + mirror] = score;
        std::mem::replace(&mut instance.score[from + at], score)
    }

    /// Lifts a household off its places, changes something about it, and lets its members in again one by one.
    fn rework(&mut self, worker: u32, change: impl FnOnce(&mut Self)) -> Vec<Move> {
        let household = self.flow.market.instance.household_of(worker as usize);
        let members = self.flow.market.instance.members(household);
        let before: BTreeMap<u32, Option<u32>> = members.clone().map(|w| (w as u32, self.job(w))).collect();
        for worker in members.clone() {
            self.flow.put(worker as u32, FREE);
        }
        change(self);
        self.set_rules(household);
        for worker in members.clone() {
            let number = worker as u32;
            if self.absent.contains(&number) || self.pins.contains_key(&number) {
                self.flow.put(number, PINNED);
            } else {
                self.flow.profit[worker] = self.flow.best(worker);
                self.flow.enter(number);
            }
        }
        let left: Vec<u32> = self.flow.moved.iter().map(|&(_, place)| place).collect();
        let home = self.flow.market.home[members.start];
        for job in left.into_iter().chain([home]) {
            if (job as usize) < self.flow.price.len() {
                self.flow.settle(job);
            }
        }
        self.done(&before)
    }

    /// What being idle is worth to the members of a household, and how many of them may be idle at no loss.
    pub(super) fn set_rules(&mut self, household: usize) {
        let market = &mut self.flow.market;
        let members = market.instance.members(household);
        let here = members.clone().filter(|&w| !self.absent.contains(&(w as u32)));
        let (mut free, mut covered) = (0, false);
        for worker in here {
            let pinned = self.pins.contains_key(&(worker as u32));
            covered |= pinned;
            free += u32::from(!pinned);
        }
        let rank = market.rank_of(household, covered);
        market.rank[members.clone()].fill(rank);
        if let Some(&home) = market.home[members].first()
            && home != OUT
        {
            let seats = if covered { free } else { free.saturating_sub(1) };
            market.seats[home as usize] = seats;
            self.flow.seats.limit[home as usize] = seats;
        }
    }

    fn set_limit(&mut self, job: u32) {
        let j = job as usize;
        let seats = (self.open[j] - self.pinned[j]).min(self.flow.market.listed(j) as u32 + 1);
        self.flow.market.seats[j] = seats;
        self.flow.seats.limit[j] = seats;
    }

    /// Sends away who is too many.
    fn relieve(&mut self, job: u32) {
        while self.flow.seats.of(job as usize).len() > self.flow.seats.limit[job as usize] as usize {
            self.flow.evict(job);
        }
    }

    /// Verifies what has changed, brings the totals up to date and lists who has moved, by worker.
    fn done(&mut self, before: &BTreeMap<u32, Option<u32>>) -> Vec<Move> {
        let holds = self.flow.holds();
        debug_assert!(holds, "the paths left the optimum");
        if !holds {
            self.flow.restart();
        }
        let mut old = before.clone();
        for &(worker, place) in &self.flow.moved {
            let job = Some(place).filter(|&place| self.flow.market.is_real(place));
            old.entry(worker).or_insert(job);
        }
        let moves: Vec<Move> = old
            .into_iter()
            .map(|(worker, from)| Move { worker, from, to: self.job(worker as usize) })
            .filter(|m| m.from != m.to)
            .collect();
        self.flow.moved.clear();
        self.flow.priced.clear();
        self.recount(&moves);
        moves
    }

    fn recount(&mut self, moves: &[Move]) {
        let mut households = BTreeMap::<usize, i32>::new();
        for m in moves {
            let (worker, instance) = (m.worker as usize, &*self.flow.market.instance);
            let score = |job: u32| match self.withheld.get(&(m.worker, job)) {
                Some(&score) => score,
                None => instance.score(worker, job).unwrap_or(0),
            };
            let totals = &mut self.totals;
            for (job, sign) in [(m.from, -1), (m.to, 1)] {
                let Some(job) = job else { continue };
                totals.score = totals.score.wrapping_add_signed(sign * i64::from(score(job)));
                let fallback = instance.is_fallback(job as usize);
                let count = if fallback { &mut totals.fallback } else { &mut totals.placed };
                *count = count.wrapping_add_signed(sign);
                *households.entry(instance.household_of(worker)).or_default() += sign as i32;
            }
        }
        for (household, change) in households {
            let Some(class) = usize::from(self.flow.market.instance.class(household)).checked_sub(1) else { continue };
            let members = self.flow.market.instance.members(household);
            let now = members.filter(|&worker| self.job(worker).is_some()).count() as i32;
            let covered = i64::from(now > 0) - i64::from(now - change > 0);
            self.totals.covered[class] = self.totals.covered[class].wrapping_add_signed(covered);
        }
    }

    /// The totals, counted from nothing.
    pub(super) fn count(&self) -> Totals {
        let placement: Vec<u32> = (0..self.flow.place.len()).map(|w| self.job(w).unwrap_or(u32::MAX)).collect();
        crate::solve::totals(&self.flow.market.instance, &placement)
    }
}

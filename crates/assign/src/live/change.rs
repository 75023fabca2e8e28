//! What can change: seats open and close, people come, go and are pinned.

use super::step::Step;
use super::{AWAY, FREE, Homes, Live, Move, OUT, PINNED, Refusal};

impl Live {
    /// A seat more in this job.
    ///
    /// # Errors
    /// [`Refusal::Unknown`].
    pub fn open_seat(&mut self, job: u32) -> Result<Vec<Move>, Refusal> {
        let seats = *self.open.get(job as usize).ok_or(Refusal::Unknown)?;
        let since = self.log.len();
        self.take(Step::Open { job, seats: seats.saturating_add(1) });
        self.set_limit(job);
        self.settle(self.node(job));
        Ok(self.done(since))
    }

    /// A seat less in this job.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; [`Refusal::NoSeat`] if every seat there is has a demanded pair.
    pub fn close_seat(&mut self, job: u32) -> Result<Vec<Move>, Refusal> {
        let seats = *self.open.get(job as usize).ok_or(Refusal::Unknown)?;
        if seats == self.pinned[job as usize] {
            return Err(Refusal::NoSeat);
        }
        let since = self.log.len();
        self.take(Step::Open { job, seats: seats - 1 });
        self.set_limit(job);
        self.relieve(self.node(job));
        Ok(self.done(since))
    }

    /// The worker is no longer available.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`], [`Refusal::Pinned`].
    pub fn leave(&mut self, worker: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        let since = self.log.len();
        let left = self.lift(worker);
        self.put(worker, AWAY);
        if self.real(left).is_some() {
            self.settle(left);
        }
        self.follow_rules(worker);
        Ok(self.done(since))
    }

    /// A worker who had left is available again.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`].
    pub fn come(&mut self, worker: u32) -> Result<Vec<Move>, Refusal> {
        if *self.place.get(worker as usize).ok_or(Refusal::Unknown)? != AWAY {
            return Err(Refusal::Presence);
        }
        let since = self.log.len();
        self.put(worker, FREE);
        self.follow_rules(worker);
        Ok(self.done(since))
    }

    /// Demands this pair. The household counts as covered and the seat as taken.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`], [`Refusal::Pinned`], [`Refusal::NotListed`]; [`Refusal::NoSeat`] if every seat of the
    /// job has a demanded pair already; [`Refusal::Limit`] if as many members of the household as may be placed have one.
    pub fn pin(&mut self, worker: u32, job: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        self.lists.score(worker as usize, job).ok_or(Refusal::NotListed)?;
        if self.open[job as usize] == self.pinned[job as usize] {
            return Err(Refusal::NoSeat);
        }
        let household = self.household_of(worker as usize);
        if self.members_at(household, PINNED) == self.limit_of(household) {
            return Err(Refusal::Limit);
        }
        let since = self.log.len();
        let left = self.lift(worker);
        self.put(worker, PINNED);
        self.take(Step::Pin { worker, job });
        self.set_limit(job);
        self.settle(left);
        self.relieve(self.node(job));
        self.follow_rules(worker);
        Ok(self.done(since))
    }

    /// Releases a demanded pair.
    ///
    /// # Errors
    /// [`Refusal::NotListed`] if there is none.
    pub fn unpin(&mut self, worker: u32) -> Result<Vec<Move>, Refusal> {
        let &job = self.pins.get(&worker).ok_or(Refusal::NotListed)?;
        let since = self.log.len();
        self.take(Step::Pin { worker, job: OUT });
        self.set_limit(job);
        self.put(worker, FREE);
        self.follow_rules(worker);
        self.settle(self.node(job));
        Ok(self.done(since))
    }

    /// Takes a pair off the worker's list.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::Presence`], [`Refusal::Pinned`], [`Refusal::NotListed`].
    pub fn forbid(&mut self, worker: u32, job: u32) -> Result<Vec<Move>, Refusal> {
        self.present(worker)?;
        let score = self.lists.score(worker as usize, job).ok_or(Refusal::NotListed)?;
        let since = self.log.len();
        let node = self.node(job);
        let holds = self.place[worker as usize] == node;
        if holds {
            self.lift(worker);
        }
        self.take(Step::Unlist { worker, job });
        self.take(Step::Withhold { worker, job, score: Some(score) });
        if holds {
            self.settle(node);
            self.enter_anew(worker);
        }
        Ok(self.done(since))
    }

    /// Puts a forbidden pair back on the list.
    ///
    /// # Errors
    /// [`Refusal::NotListed`] if it had not been forbidden; [`Refusal::Pinned`], [`Refusal::Presence`].
    pub fn allow(&mut self, worker: u32, job: u32) -> Result<Vec<Move>, Refusal> {
        let &score = self.withheld.get(&(worker, job)).ok_or(Refusal::NotListed)?;
        self.present(worker)?;
        let since = self.log.len();
        self.take(Step::Withhold { worker, job, score: None });
        self.list(worker, job, score);
        self.improve(&[worker]);
        Ok(self.done(since))
    }

    pub(super) fn present(&self, worker: u32) -> Result<(), Refusal> {
        match *self.place.get(worker as usize).ok_or(Refusal::Unknown)? {
            AWAY => Err(Refusal::Presence),
            PINNED => Err(Refusal::Pinned),
            _ => Ok(()),
        }
    }

    /// Whoever of these workers has something better now than the present place leaves it and looks for a place anew.
    pub(super) fn improve(&mut self, workers: &[u32]) {
        let mut left = vec![];
        for &worker in workers {
            let w = worker as usize;
            if !matches!(self.place[w], PINNED | AWAY | FREE) && self.best(w) > self.profit[w] {
                left.push((worker, self.lift(worker)));
            }
        }
        left.iter().for_each(|&(_, node)| self.settle(node));
        left.iter().for_each(|&(worker, _)| self.enter_anew(worker));
    }

    pub(super) fn enter_anew(&mut self, worker: u32) {
        self.set_profit(worker, self.best(worker as usize));
        self.enter(worker);
    }

    /// Brings the idle nodes of a worker's household and the places of its members in line with who of them is here and pinned.
    fn follow_rules(&mut self, worker: u32) {
        let household = self.household_of(worker as usize);
        let members = self.members(household);
        let homes = self.home[members.start].jobs();
        self.set_rules(household);
        homes.clone().for_each(|home| self.relieve(home));
        let mut left: Vec<u32> = homes.collect();
        for worker in members {
            let (place, profit) = (self.place[worker], self.profit[worker]);
            let stays = match place {
                PINNED | AWAY => true,
                OUT => self.best(worker) == profit && self.out(worker) == profit,
                _ => self.out(worker) <= profit,
            };
            if place != FREE && !stays {
                left.push(self.lift(worker as u32));
            }
            if self.place[worker] == FREE {
                self.enter_anew(worker as u32);
            }
        }
        left.into_iter().for_each(|node| self.settle(node));
    }

    fn members_at(&self, household: usize, place: u32) -> usize {
        self.members(household).filter(|&worker| self.place[worker] == place).count()
    }

    /// What being idle is worth to the members of a household, how many of them have to stay, and how many more may be idle at no loss.
    pub(super) fn set_rules(&mut self, household: usize) {
        let members = self.members(household);
        let pinned = self.members_at(household, PINNED);
        let covered = pinned > 0;
        let free = members.len() - pinned - self.members_at(household, AWAY);
        let stay = (free + pinned).saturating_sub(self.limit_of(household));
        let rank = match self.class[household] {
            class if class > 0 && !covered => self.top_rank - class,
            _ => 1,
        };
        let mut homes = self.home.get(members.start).copied().unwrap_or(Homes::NONE).jobs();
        for worker in members {
            if self.rank[worker] != rank {
                self.take(Step::Rank { worker: worker as u32, rank });
            }
        }
        if let Some(node) = homes.next() {
            let idle = free.saturating_sub(stay + usize::from(!covered));
            self.take(Step::Limit { node, limit: idle as u32 });
        }
        if let Some(node) = homes.next() {
            self.take(Step::Limit { node, limit: stay as u32 });
        }
    }

    fn set_limit(&mut self, job: u32) {
        let limit = self.open[job as usize] - self.pinned[job as usize];
        self.take(Step::Limit { node: self.node(job), limit });
    }
}

//! What did not exist before: jobs and pairs.

use super::{Live, Move, Refusal};
use crate::{Instance, InstanceBuilder, MAX_SCORE, Solution};

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
        let pairs: Vec<(u32, u32, u16)> = list.iter().map(|&(worker, score)| (worker, job, score)).collect();
        Ok((job, self.rebuild(Some((seats, fallback)), &pairs)))
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
        Ok(self.rebuild(None, pairs))
    }

    fn addable(&self, worker: u32, score: u16) -> Result<(), Refusal> {
        if worker as usize >= self.flow.place.len() {
            Err(Refusal::Unknown)
        } else if score > MAX_SCORE {
            Err(Refusal::Score)
        } else {
            Ok(())
        }
    }

    fn rebuild(&mut self, job: Option<(u32, bool)>, pairs: &[(u32, u32, u16)]) -> Vec<Move> {
        let before = self.clone();
        let mut pairs = pairs.to_vec();
        pairs.sort_unstable();
        let instance = self.extended(job, &pairs);
        let old = self.solution();
        let (mut prices, mut tiers) = (old.prices().to_vec(), old.tiers().to_vec());
        prices.resize(instance.jobs(), 0);
        tiers.resize(instance.jobs(), 0);
        let place = old.placement().to_vec();
        let solution = Solution::from_parts(old.totals().clone(), place, old.weight(), prices, tiers);
        let mut live = Self::new(instance, &solution);
        let away: Vec<u32> = self.absent.iter().copied().collect();
        away.into_iter().for_each(|worker| drop(live.leave(worker)));
        let withheld: Vec<(u32, u32)> = self.withheld.keys().copied().collect();
        withheld.into_iter().for_each(|(worker, job)| drop(live.forbid(worker, job)));
        *self = live;
        let workers = 0..self.flow.place.len();
        let moves = workers.map(|w| Move { worker: w as u32, from: before.job(w), to: self.job(w) });
        moves.filter(|m| m.from != m.to).collect()
    }

    fn extended(&self, job: Option<(u32, bool)>, pairs: &[(u32, u32, u16)]) -> Instance {
        let base = &*self.flow.market.instance;
        let mut builder = InstanceBuilder::new();
        let jobs = self.open.iter().enumerate().map(|(job, &seats)| (seats, base.is_fallback(job)));
        for (seats, fallback) in jobs.chain(job) {
            if fallback {
                builder.fallback_job(seats)
            } else {
                builder.job(seats)
            };
        }
        let mut pairs = pairs.iter().peekable();
        for household in 0..base.households() {
            builder.household(base.class(household));
            for worker in base.members(household) {
                let restored = |(job, score)| (job, self.withheld.get(&(worker as u32, job)).copied().unwrap_or(score));
                let more = std::iter::from_fn(|| pairs.next_if(|p| p.0 as usize == worker)).map(|p| (p.1, p.2));
                builder.worker(base.list(worker).map(restored).chain(more));
            }
        }
        self.pins.iter().for_each(|(&worker, &job)| builder.must(worker, job));
        builder.build().expect("what is added has been checked")
    }
}

//! Conditions on two workers, which no network can hold: an exact search for a few of them.

use std::cmp::Reverse;

use super::{Live, Refusal};
use crate::Totals;

/// A condition on the jobs of two workers, none if not placed.
#[derive(Clone, Copy)]
pub struct Couple<'a> {
    /// The two.
    pub workers: (u32, u32),
    /// Whether they may have these jobs.
    pub allows: &'a dyn Fn(Option<u32>, Option<u32>) -> bool,
}

impl Couple<'static> {
    /// Either both are placed or nobody.
    pub fn both_or_nobody(one: u32, other: u32) -> Self {
        Self { workers: (one, other), allows: &|one, other| one.is_some() == other.is_some() }
    }

    /// Not in the same job.
    pub fn apart(one: u32, other: u32) -> Self {
        Self { workers: (one, other), allows: &|one, other| one.is_none() || one != other }
    }
}

/// What can be reached with couples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coupled {
    /// The best placement found that satisfies every couple: the job of each worker, and what it amounts to. None: none was found.
    pub best: Option<(Vec<Option<u32>>, Totals)>,
    /// No placement that satisfies every couple amounts to more. None if there is no such placement.
    pub bound: Option<Totals>,
    /// Problems solved.
    pub nodes: usize,
}

impl Coupled {
    /// Whether nothing can be better than what was found (or nothing can be found).
    pub fn is_proved(&self) -> bool {
        self.best.as_ref().map(|best| &best.1) == self.bound.as_ref()
    }
}

impl Live {
    /// The best placement that satisfies these couples, by branch and bound; everything is left as it was.
    ///
    /// A couple that the optimum does not satisfy is decided: one of the two gets each possible job in turn, or none, and the optimum
    /// follows by shortest paths, verified as every other one. What is no better than the best found so far is left. After so many
    /// `nodes` the search ends, with what is best so far and with the bound of all that is left open. Meant for a few couples: the time may
    /// double with each of them.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if there is no such worker.
    pub fn place_couples(&mut self, couples: &[Couple<'_>], nodes: usize) -> Result<Coupled, Refusal> {
        if couples.iter().any(|couple| couple.workers.0.max(couple.workers.1) as usize >= self.place.len()) {
            return Err(Refusal::Unknown);
        }
        let found = Coupled { best: None, bound: None, nodes: 0 };
        let mut search = Search { couples, most: nodes, found };
        search.visit(self);
        let mut found = search.found;
        if let Some((_, totals)) = &found.best {
            found.bound = found.bound.filter(|open| rank(open) > rank(totals)).or_else(|| Some(totals.clone()));
        }
        Ok(found)
    }
}

/// `found.bound` is that of what is left open.
struct Search<'a> {
    couples: &'a [Couple<'a>],
    most: usize,
    found: Coupled,
}

impl Search<'_> {
    /// Searches all placements that agree with the decisions made.
    fn visit(&mut self, live: &mut Live) {
        if !self.is_better(live.totals()) {
            return;
        }
        let job = |worker: u32| live.job(worker as usize);
        let satisfied = |couple: &Couple<'_>| (couple.allows)(job(couple.workers.0), job(couple.workers.1));
        let broken = self.couples.iter().copied().find(|couple| !satisfied(couple));
        let Some(couple) = broken else {
            let placement = (0..live.place.len()).map(|worker| live.job(worker)).collect();
            self.found.best = Some((placement, live.totals().clone()));
            return;
        };
        // Who has no job decides more: the other one may keep his.
        let (one, other) = couple.workers;
        let undecided = [one, other].into_iter().filter(|&worker| live.present(worker).is_ok());
        let Some(worker) = undecided.min_by_key(|&worker| job(worker).is_some()) else { return };
        let partner = if worker == one { other } else { one };
        let decided = live.present(partner).is_err().then(|| job(partner));
        let allows = |own, its| if worker == one { (couple.allows)(own, its) } else { (couple.allows)(its, own) };
        self.decide(live, worker, |job| decided.is_none_or(|its| allows(job, its)));
    }

    /// Tries all that is possible for a worker, the most promising first.
    fn decide(&mut self, live: &mut Live, worker: u32, possible: impl Fn(Option<u32>) -> bool) {
        let listed = live.lists.of(worker as usize).map(|(job, _)| Some(job));
        let mut choices = vec![];
        for choice in listed.chain([None]).filter(|&choice| possible(choice)).collect::<Vec<_>>() {
            if self.found.nodes == self.most {
                let open = self.found.bound.take().filter(|bound| rank(bound) >= rank(live.totals()));
                self.found.bound = open.or_else(|| Some(live.totals().clone()));
                return;
            }
            self.found.nodes += 1;
            let mut totals = None;
            attempt(live, worker, choice, |live| totals = Some(live.totals().clone()));
            choices.extend(totals.map(|totals| (totals, choice)));
        }
        choices.sort_by(|a, b| rank(&b.0).cmp(&rank(&a.0)));
        for (totals, choice) in choices {
            if self.is_better(&totals) {
                attempt(live, worker, choice, |live| self.visit(live));
            }
        }
    }

    fn is_better(&self, totals: &Totals) -> bool {
        self.found.best.as_ref().is_none_or(|best| rank(totals) > rank(&best.1))
    }
}

/// Decides for a worker, looks, and takes the decision back. What is impossible is not looked at.
fn attempt(live: &mut Live, worker: u32, choice: Option<u32>, look: impl FnOnce(&mut Live)) {
    let _ = live.preview(|live| {
        match choice {
            Some(job) => live.pin(worker, job)?,
            None => live.leave(worker)?,
        };
        look(live);
        Ok(())
    });
}

/// In the order of the goals.
fn rank(totals: &Totals) -> (&[u64], Reverse<u64>, u64, u64) {
    (&totals.covered, Reverse(totals.fallback), totals.placed, totals.score)
}

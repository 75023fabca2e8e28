//! A market with its optimum over all admissible pairs, certified, and of all optima as near to another placement as can be.
//!
//! A market that differs in little from a solved one is not solved anew: its lists and prices are where the search goes on from.

use super::changes::Changes;
use super::failed;
use crate::error::OfficeError;
use assign::{Instance, Live, Refusal, Solution, Totals};
use domain::ids::{HouseholdId, PersonId, VacancyId};
use matching::{Candidates, Limits, Listed, Market, Optimum, Problem, Search, Unproved};
use std::collections::{BTreeSet, HashMap};

/// Pairs of jobseekers and vacancies up to which all admissible ones are listed at once; beyond, the search starts from short lists.
const ALL_LISTED: usize = 4_000_000;

/// Who has which vacancy.
pub(super) type Placement = HashMap<PersonId, VacancyId>;

/// A market with its optimum.
pub(super) struct Solved {
    pub(super) market: Market,
    pub(super) candidates: Candidates,
    pub(super) problem: Problem,
    pub(super) solution: Solution,
}

impl Solved {
    /// Solves a market. Of all optima it takes one that keeps as many pairs of `near` as an optimum can: least disturbance, at no cost to
    /// any goal.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree.
    pub(super) fn new(market: Market, near: &Placement) -> Result<Self, OfficeError> {
        let all = market.jobseekers.len() * market.vacancies.len() <= ALL_LISTED;
        let longest = if all { market.vacancies.len().max(1) } else { Limits::default().longest };
        Self::found(market, near, |market, search| {
            search.optimum(search.start(longest).with(market, &listed(market, near), &[]))
        })
    }

    /// Solves a market that differs from this one in some jobseekers, who have the same numbers, and some vacancies, near to this placement.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree.
    pub(super) fn after(&self, market: Market, jobseekers: &[u32]) -> Result<Self, OfficeError> {
        let near = self.placement();
        let Some(changes) = Changes::new(self, &market, jobseekers) else { return Self::new(market, &near) };
        Self::found(market, &near, |market, search| {
            let before = |instance: &Instance| changes.before(self, placed(market, instance, &near));
            search.optimum_from(changes.start(self, market, search), before)
        })
    }

    fn found(
        market: Market,
        near: &Placement,
        optimum: impl FnOnce(&Market, &Search<'_>) -> Result<Optimum, Unproved>,
    ) -> Result<Self, OfficeError> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let search = market.search(threads);
        let Optimum { candidates, problem, solution, .. } = optimum(&market, &search).map_err(failed)?;
        let mut found = Answered { candidates, problem, solution };
        if let Some(solution) = seat(&market, &found, near).map_err(failed)? {
            // Others may be uncovered now; what is said of them must be said of all admissible pairs.
            let candidates = search.complete_rivals(found.candidates, &found.problem.instance, &solution);
            found = Answered { problem: market.problem(&candidates).map_err(failed)?, candidates, solution };
            search.prove(&found.candidates, &found.problem, &found.solution).map_err(failed)?;
        }
        let Answered { candidates, problem, solution } = found;
        Ok(Self { market, candidates, problem, solution })
    }

    /// Whether a placement is an optimum of this market: then it is the one found.
    pub(super) fn is(&self, placement: &Placement) -> bool {
        self.placement() == *placement
    }

    /// Who has which vacancy.
    pub(super) fn placement(&self) -> Placement {
        let people = 0..self.market.jobseekers.len();
        people.filter_map(|worker| Some((self.market.jobseekers.person(worker), self.vacancy(worker)?))).collect()
    }

    /// Vacancy of a jobseeker.
    pub(super) fn vacancy(&self, worker: usize) -> Option<VacancyId> {
        self.solution.job(worker).map(|job| self.market.vacancies.at(job as usize).id)
    }

    /// Seats taken of each vacancy.
    pub(super) fn taken(&self) -> Vec<u32> {
        let mut taken = vec![0; self.market.vacancies.len()];
        for &job in self.solution.placement().iter().filter(|&&job| job != Solution::NONE) {
            taken[job as usize] += 1;
        }
        taken
    }

    /// Priority households with somebody placed.
    pub(super) fn covered(&self) -> BTreeSet<HouseholdId> {
        let jobseekers = &self.market.jobseekers;
        let placed = (0..jobseekers.len()).filter(|&worker| self.solution.job(worker).is_some());
        let households = placed.map(|worker| self.problem.instance.household_of(worker));
        let priority = households.filter(|&household| jobseekers.class(household) > 0);
        priority.map(|household| jobseekers.household_id(household)).collect()
    }

    /// What the placement amounts to.
    pub(super) fn totals(&self) -> &Totals {
        self.solution.totals()
    }

    /// The instance that was solved.
    pub(super) fn instance(&self) -> &Instance {
        &self.problem.instance
    }
}

/// An answer before it is put together.
struct Answered {
    candidates: Candidates,
    problem: Problem,
    solution: Solution,
}

/// The admissible pairs of a placement, so that they can be kept.
fn listed(market: &Market, near: &Placement) -> Vec<Listed> {
    let pair = |jobseeker: usize| {
        let vacancy = near.get(&market.jobseekers.person(jobseeker))?;
        let vacancy = market.vacancies.find(*vacancy).filter(|&vacancy| market.admissible(jobseeker, vacancy))?;
        let score = market.score(jobseeker, vacancy);
        Some(Listed { jobseeker: jobseeker as u32, vacancy: vacancy as u32, score })
    };
    (0..market.jobseekers.len()).filter_map(pair).collect()
}

/// Of all optima one with the most pairs of a placement; `None` if the one found has them all.
fn seat(market: &Market, found: &Answered, near: &Placement) -> Result<Option<Solution>, Refusal> {
    let (instance, optimum) = (&found.problem.instance, &found.solution);
    let placement = placed(market, instance, near);
    if near.is_empty() || placement == optimum.placement() {
        return Ok(None);
    }
    let keep = (0u32..).zip(&placement).filter(|&(worker, &job)| job != Solution::NONE && free(instance, worker));
    let keep: Vec<_> = keep.map(|(worker, &job)| (worker, Some(job))).collect();
    let (prices, tiers) = (optimum.prices().to_vec(), optimum.tiers().to_vec());
    let wanted = Solution::from_parts(optimum.totals().clone(), placement, optimum.weight(), prices, tiers);
    let mut live = Live::new(instance.clone(), &wanted);
    live.prefer(&keep)?;
    Ok(Some(live.solution()))
}

/// Whether no decision holds a worker.
fn free(instance: &Instance, worker: u32) -> bool {
    instance.pin(worker as usize).is_none()
}

/// A placement in the engine's numbers, as far as its pairs are possible here and seats suffice; demanded pairs as demanded.
fn placed(market: &Market, instance: &Instance, near: &Placement) -> Vec<u32> {
    let mut left: Vec<u32> = (0..instance.jobs()).map(|job| instance.seats(job)).collect();
    for &(_, job) in instance.pins() {
        left[job as usize] -= 1;
    }
    let seat = |worker: usize| {
        if let Some(job) = instance.pin(worker) {
            return job;
        }
        let vacancy = near.get(&market.jobseekers.person(worker));
        let job = vacancy.and_then(|&vacancy| market.vacancies.find(vacancy)).map(|job| job as u32);
        let possible = |job: &u32| instance.score(worker, *job).is_some() && left[*job as usize] > 0;
        match job.filter(possible) {
            Some(job) => {
                left[job as usize] -= 1;
                job
            }
            None => Solution::NONE,
        }
    };
    (0..instance.workers()).map(seat).collect()
}

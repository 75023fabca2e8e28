//! From the engine's numbers back to people and vacancies.

use super::proof::Proofs;
use super::threads;
use crate::ids;
use assign::Solution;
use domain::bridge::Proposal;
use domain::ids::{HouseholdId, ProposalId, RunId};
use domain::say::Message;
use matching::{Candidates, Market, Problem, Search};
use std::collections::HashMap;

/// A solved and checked run.
pub(super) struct Answer<'a> {
    pub(super) run: RunId,
    pub(super) market: &'a Market,
    pub(super) problem: &'a Problem,
    pub(super) solution: &'a Solution,
    /// To ask for pairs that are not listed.
    pub(super) search: &'a Search<'a>,
    pub(super) candidates: &'a Candidates,
}

impl Answer<'_> {
    /// A proposal for everybody who is placed, in the order of jobseekers.
    pub(super) fn proposals(&self) -> Vec<Proposal> {
        let placed = (0..self.market.jobseekers.len()).filter_map(|worker| Some((worker, self.solution.job(worker)?)));
        let (placed, proofs): (Vec<_>, _) = (placed.collect(), Proofs::new(self));
        threads::map(&placed, |&(worker, vacancy)| self.proposal(worker, vacancy as usize, &proofs))
    }

    pub(super) fn proposal(&self, worker: usize, vacancy: usize, proofs: &Proofs<'_>) -> Proposal {
        let jobseekers = &self.market.jobseekers;
        let household = self.problem.instance.household_of(worker);
        let covers = jobseekers.class(household) > 0 && self.covering(household) == Some(worker);
        let explanation = self.market.explain(worker, vacancy);
        Proposal {
            id: ProposalId(ids::fresh()),
            run: self.run,
            household: jobseekers.household_id(household),
            person: jobseekers.person(worker),
            vacancy: self.market.vacancies.at(vacancy).id,
            score: explanation.score.into(),
            covers,
            pinned: self.problem.instance.pin(worker).is_some(),
            reasons: explanation.reasons,
            against: explanation.against,
            proof: covers.then(|| proofs.of(household, worker, vacancy)),
        }
    }

    /// Covered households of which something else was told than what is so now.
    pub(super) fn untold<'a>(
        &'a self,
        proofs: &'a Proofs<'_>,
        told: Vec<(HouseholdId, Message)>,
    ) -> impl Iterator<Item = HouseholdId> + 'a {
        let told: HashMap<HouseholdId, Message> = told.into_iter().collect();
        let jobseekers = &self.market.jobseekers;
        let priority = (0..jobseekers.households()).filter(|&household| jobseekers.class(household) > 0);
        priority.filter_map(move |household| {
            let id = jobseekers.household_id(household);
            let told = told.get(&id)?;
            let worker = self.covering(household)?;
            let so = proofs.of(household, worker, self.solution.job(worker)? as usize);
            (so != *told).then_some(id)
        })
    }

    /// The member whose proposal counts as covering the household: the one with the best score, a real job before a public-welfare
    /// post, the first of equals.
    fn covering(&self, household: usize) -> Option<usize> {
        let placed =
            self.market.jobseekers.members(household).filter_map(|worker| Some((worker, self.solution.job(worker)?)));
        let rank = |&(worker, job): &(usize, u32)| {
            let real = !self.problem.instance.is_fallback(job as usize);
            (real, self.market.score(worker, job as usize), std::cmp::Reverse(worker))
        };
        placed.max_by_key(rank).map(|(worker, _)| worker)
    }

    /// Whether a member of the household is placed.
    pub(super) fn covered(&self, household: usize) -> bool {
        self.market.jobseekers.members(household).any(|worker| self.solution.job(worker).is_some())
    }
}

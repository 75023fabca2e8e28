//! Candidates as a problem for the assignment engine.

use crate::candidates::Candidates;
use crate::inputs::Vacancy;
use crate::market::Market;
use assign::{BuildError, Instance, InstanceBuilder};
use domain::ids::{PersonId, VacancyId};
use domain::vacancies::PlacementChannel;
use std::collections::{BTreeMap, BTreeSet};

/// An instance whose worker, job and household numbers are those of jobseekers, vacancies and households of the market.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The instance.
    pub instance: Instance,
    /// Accepted or pinned pairs that could not be kept: the person or vacancy takes no part, the person keeps another
    /// vacancy, or all its seats are kept by others.
    pub unkept: Vec<(PersonId, VacancyId)>,
}

impl Market {
    /// The problem to solve: open seats, public-welfare posts as fallback, kept pairs demanded, refused pairs forbidden. A kept pair
    /// takes part whatever the rules say of it, for people have decided; in a closed vacancy it brings its own seat.
    ///
    /// # Errors
    /// Only for more than 255 jobseekers in a household, or more entries than the engine can number.
    pub fn problem(&self, candidates: &Candidates) -> Result<Problem, BuildError> {
        let (kept, unkept) = self.kept();
        let mut builder = InstanceBuilder::new();
        builder.reserve(self.jobseekers.len(), candidates.pairs() as usize + kept.len());
        self.add_jobs(&mut builder, &kept);
        for household in 0..self.jobseekers.households() {
            builder.household(self.jobseekers.class(household));
            for worker in self.jobseekers.members(household) {
                let own = kept.get(&worker).map(|&vacancy| (vacancy as u32, self.score(worker, vacancy)));
                builder.worker(candidates.list(worker).chain(own));
            }
        }
        for (&worker, &vacancy) in &kept {
            builder.must(worker as u32, vacancy as u32);
        }
        Ok(Problem { instance: builder.build()?, unkept })
    }

    /// The problem of a sample of the households, who alone have candidates, with one in `share` of the seats; decisions left out.
    ///
    /// # Errors
    /// Those of [`Market::problem`].
    pub(crate) fn sampled(&self, candidates: &Candidates, share: u64) -> Result<Instance, BuildError> {
        let mut builder = InstanceBuilder::new();
        builder.reserve(self.jobseekers.len(), candidates.pairs() as usize);
        for index in 0..self.vacancies.len() {
            let vacancy = self.vacancies.at(index);
            let seats = (u64::from(vacancy.seats) + self.vacancies.lot[index] % share) / share;
            add_job(&mut builder, &vacancy, if vacancy.open { seats as u32 } else { 0 });
        }
        for household in 0..self.jobseekers.households() {
            builder.household(self.jobseekers.class(household));
            for worker in self.jobseekers.members(household) {
                builder.worker(candidates.list(worker));
            }
        }
        builder.build()
    }

    fn add_jobs(&self, builder: &mut InstanceBuilder, kept: &BTreeMap<usize, usize>) {
        let mut brought = vec![0; self.vacancies.len()];
        for &vacancy in kept.values() {
            brought[vacancy] += 1;
        }
        for (index, brought) in brought.into_iter().enumerate() {
            let vacancy = self.vacancies.at(index);
            let seats = if vacancy.open { vacancy.seats } else { brought };
            add_job(builder, &vacancy, seats);
        }
    }

    /// Vacancy of each jobseeker that keeps one, and the decisions that cannot be kept.
    fn kept(&self) -> (BTreeMap<usize, usize>, Vec<(PersonId, VacancyId)>) {
        let (mut kept, mut unkept) = (BTreeMap::new(), Vec::new());
        let mut left: Vec<u32> = self.vacancies.seats.clone();
        let decided: BTreeSet<PersonId> = self.context.decisions.kept().iter().map(|(person, _)| *person).collect();
        let numbers: BTreeMap<PersonId, usize> = (0..self.jobseekers.len())
            .map(|index| (self.jobseekers.person(index), index))
            .filter(|(person, _)| decided.contains(person))
            .collect();
        for &(person, id) in self.context.decisions.kept() {
            let free = |vacancy: &usize| left[*vacancy] > 0;
            let pair = numbers.get(&person).copied().zip(self.vacancies.find(id).filter(free));
            match pair.filter(|(worker, _)| !kept.contains_key(worker)) {
                Some((worker, vacancy)) => {
                    left[vacancy] -= 1;
                    kept.insert(worker, vacancy);
                }
                None => unkept.push((person, id)),
            }
        }
        (kept, unkept)
    }
}

fn add_job(builder: &mut InstanceBuilder, vacancy: &Vacancy<'_>, seats: u32) {
    if vacancy.demand.channel == Some(PlacementChannel::PublicWelfare) {
        builder.fallback_job(seats);
    } else {
        builder.job(seats);
    }
}

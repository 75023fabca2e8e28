//! In what a market differs from a solved one, and where the search for its optimum goes on from.

use super::solved::Solved;
use super::threads;
use assign::Solution;
use matching::{Candidates, Listed, Market, Search, Vacancy};

/// Vacancies and jobseekers in which a market may differ and still be worth going on from: their pairs are all looked at.
const VACANCIES: usize = 16;
const JOBSEEKERS: usize = 2_000;

/// What is different.
pub(super) struct Changes<'a> {
    /// Number by number of before: the number now, if the vacancy is there and the same.
    number: Vec<Option<u32>>,
    /// Vacancies that are new or not the same, by their numbers now.
    vacancies: Vec<usize>,
    jobseekers: &'a [u32],
}

impl<'a> Changes<'a> {
    /// The changes from a solved market to another, if they are few; `jobseekers` (ascending) are not the same.
    pub(super) fn new(before: &Solved, now: &Market, jobseekers: &'a [u32]) -> Option<Self> {
        let known = &before.market.vacancies;
        let same = |index: usize| {
            let old = known.at(index);
            now.vacancies.find(old.id).filter(|&number| alike(&old, &now.vacancies.at(number)))
        };
        let number: Vec<Option<u32>> = (0..known.len()).map(|index| same(index).map(|number| number as u32)).collect();
        let mut changed = vec![true; now.vacancies.len()];
        number.iter().flatten().for_each(|&number| changed[number as usize] = false);
        let vacancies: Vec<usize> = (0..changed.len()).filter(|&number| changed[number]).collect();
        let few = vacancies.len() <= VACANCIES && jobseekers.len() <= JOBSEEKERS;
        let people = before.market.jobseekers.len() == now.jobseekers.len();
        (few && people).then_some(Self { number, vacancies, jobseekers })
    }

    /// The lists of before, those of the changed jobseekers anew, with all pairs of the changed vacancies.
    pub(super) fn start(&self, before: &Solved, now: &Market, search: &Search<'_>) -> Candidates {
        let everybody: Vec<u32> = (0..now.jobseekers.len() as u32).collect();
        let pairs = threads::map(&everybody, |&jobseeker| {
            let admitted = self.vacancies.iter().filter(|&&vacancy| now.admissible(jobseeker as usize, vacancy));
            let pair = |&vacancy: &usize| {
                let score = now.score(jobseeker as usize, vacancy);
                Listed { jobseeker, vacancy: vacancy as u32, score }
            };
            admitted.map(pair).collect::<Vec<_>>()
        });
        let more: Vec<Listed> = pairs.into_iter().flatten().collect();
        let lists = before.candidates.renumbered(|vacancy| self.number[vacancy as usize]).with(now, &more, &[]);
        match self.jobseekers {
            [] => lists,
            changed => lists.with(now, &search.complete(changed), changed),
        }
    }

    /// The answer of before in the numbers of now, with a placement that is possible now.
    pub(super) fn before(&self, before: &Solved, placement: Vec<u32>) -> Solution {
        let jobs = self.vacancies.len() + self.number.iter().flatten().count();
        let known = &before.solution;
        let (mut prices, mut tiers) = (vec![0; jobs], vec![0; jobs]);
        for (old, number) in self.number.iter().enumerate() {
            if let Some(number) = number.map(|number| number as usize) {
                (prices[number], tiers[number]) = (known.prices()[old], known.tiers()[old]);
            }
        }
        Solution::from_parts(known.totals().clone(), placement, known.weight(), prices, tiers)
    }
}

/// Whether a vacancy is the same to everybody.
fn alike(one: &Vacancy<'_>, other: &Vacancy<'_>) -> bool {
    (one.seats, one.open, one.stay, one.demand) == (other.seats, other.open, other.stay, other.demand)
        && (one.kind, one.wage, one.firm) == (other.kind, other.wage, other.firm)
}

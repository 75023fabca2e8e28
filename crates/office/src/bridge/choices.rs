//! The choices of somebody with a proposal: what would do all together just as much good, and what another wish would cost.

use super::solved::Solved;
use super::what_if::{Seat, seat};
use super::workbench::{Workbench, off_thread};
use crate::Office;
use crate::error::OfficeError;
use crate::queries::bridge::Offer;
use assign::{Gain, Live};
use domain::access::Scope;
use domain::ids::{PersonId, RunId};
use domain::money::Fen;
use domain::say::Message;

/// Vacancies of each kind that are listed.
const LISTED: usize = 8;

/// A proposal with the choices beside it.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The proposal.
    pub offer: Offer,
    /// Number of the run.
    pub number: u32,
    /// The choices; `None` when the ledger has changed since the run or something is decided already.
    pub listed: Option<Listed>,
}

/// Choices by what they cost.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// As good for all together: no household, no placement, not a point is lost.
    pub equal: Vec<Choice>,
    /// Those that suit the person best among the others, with their cost.
    pub dearer: Vec<Choice>,
}

/// Another vacancy somebody could have.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The vacancy.
    pub seat: Seat,
    /// Pay in fen a month, as far as known.
    pub pay: (Option<Fen>, Option<Fen>),
    /// How well it suits, 0..=10000.
    pub score: u32,
    /// Reasons for.
    pub reasons: Vec<Message>,
    /// One against.
    pub against: Option<Message>,
    /// What all together lose if this person has it, exactly.
    pub cost: Cost,
}

/// What is lost, goal by goal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// Zero-employment households no longer covered.
    pub households: i64,
    /// Public-welfare posts needed more.
    pub welfare: i64,
    /// Persons no longer placed.
    pub placed: i64,
    /// Points.
    pub score: i64,
}

impl From<&Gain> for Cost {
    fn from(gain: &Gain) -> Self {
        let households = -gain.covered.iter().sum::<i64>();
        Self { households, welfare: gain.fallback, placed: -(gain.placed + gain.fallback), score: -gain.score }
    }
}

impl Office {
    /// The proposal of a run for somebody, with the choices beside it; `None` when there is no such proposal in the reader's area.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree.
    pub async fn choices(&self, scope: &Scope, run: RunId, person: PersonId) -> Result<Option<Choices>, OfficeError> {
        let reader = self.store().read();
        let Some(stored) = self.run_in(scope, run).await? else { return Ok(None) };
        let Some(found) = reader.person(scope.area(), person).await? else { return Ok(None) };
        let offers = self.offers_of_household(scope, run, found.record.household).await?;
        let Some(offer) = offers.into_iter().find(|offer| offer.person == person) else { return Ok(None) };
        let bench = self.workbench(stored.over(), stored.day).await?;
        let listed = if bench.run == Some(run) && bench.fresh {
            off_thread(move || Ok(listed(&bench, person))).await?
        } else {
            None
        };
        let number = reader.run_number(scope.area(), run).await?;
        Ok(Some(Choices { offer, number, listed }))
    }
}

/// The choices of a jobseeker; `None` if a decision holds them.
fn listed(bench: &Workbench, person: PersonId) -> Option<Listed> {
    let now = &bench.now;
    let worker = now.market.jobseekers.find(person)?;
    let (own, number) = (now.solution.job(worker)?, u32::try_from(worker).ok()?);
    // Every admissible vacancy of this person is a choice, listed before or not; the answer stays the optimum.
    let search = now.market.search(1);
    let candidates = now.candidates.with(&now.market, &search.complete(&[number]), &[number]);
    let instance = now.market.problem(&candidates).ok()?.instance;
    let mut live = Live::new(instance.clone(), &now.solution);
    let free = live.free_alternatives(number).ok()?;
    let mut listed = Listed::default();
    for (job, _) in instance.list(worker).filter(|&(job, _)| job != own) {
        if free.contains(&job) {
            if listed.equal.len() < LISTED {
                listed.equal.push(choice(bench, now, worker, job, Cost::default()));
            }
        } else if listed.dearer.len() < LISTED
            && let Ok(gain) = live.price_of_insisting(number, job)
        {
            listed.dearer.push(choice(bench, now, worker, job, Cost::from(&gain)));
        }
    }
    Some(listed)
}

fn choice(bench: &Workbench, now: &Solved, worker: usize, job: u32, cost: Cost) -> Choice {
    let vacancy = now.market.vacancies.at(job as usize);
    let explanation = now.market.explain(worker, job as usize);
    Choice {
        seat: seat(vacancy.id, bench, now),
        pay: bench.vacancy(vacancy.id).map_or((None, None), domain::vacancies::Vacancy::monthly_pay),
        score: explanation.score.into(),
        reasons: explanation.reasons,
        against: explanation.against,
        cost,
    }
}

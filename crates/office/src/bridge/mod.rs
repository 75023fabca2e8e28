//! The bridge: who is offered which job, so that every zero-employment household with labour capacity gets one wage earner, or a reason
//! why not (DESIGN §6).

mod answer;
pub mod choices;
mod findings;
mod gather;
mod posts;
mod proof;
pub mod reseat;
mod sites;
mod solved;
mod uncovered;
pub mod what_if;
mod workbench;

use crate::error::OfficeError;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::Scope;
use domain::bridge::{Figures, Findings, Proposal, Uncovered};
use domain::door::{Command, Envelope};
use domain::error::Refusal;
use domain::ids::{CommandId, RunId};
use domain::profile;
use gather::Gathered;
use matching::{Limits, Market, Optimum};

pub(crate) use workbench::Benches;

/// A step of a run, told as it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading the ledger.
    Ledger,
    /// Finding admissible pairs.
    Candidates,
    /// Assigning.
    Assignment,
    /// Checking the answer independently.
    Check,
    /// Keeping the result.
    Result,
}

/// Steps of a run.
pub const STEPS: u64 = 5;

/// What a run came to.
#[derive(Debug, Clone)]
pub struct Ran {
    /// Its identifier.
    pub run: RunId,
    /// Its figures.
    pub figures: Figures,
}

/// A run before it is kept.
struct Outcome {
    figures: Figures,
    proposals: Vec<Proposal>,
    uncovered: Vec<Uncovered>,
    findings: Findings,
}

impl Office {
    /// Runs the bridge over the scope's area on a day and keeps the result. `told` hears of each step.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree with the answer; nothing is kept then.
    pub async fn run_bridge(
        &self,
        scope: &Scope,
        day: NaiveDate,
        told: &(dyn Fn(Step) + Sync),
    ) -> Result<Ran, OfficeError> {
        let profile = profile::on(day);
        let run = RunId(ids::fresh());
        told(Step::Ledger);
        let gathered = self.gather(scope, day, profile).await?;
        told(Step::Candidates);
        let result = tokio::task::block_in_place(|| solve(run, gathered, day, told))?;
        told(Step::Result);
        let figures = result.figures.clone();
        let command = Command::RunBridge {
            run,
            region: scope.region(),
            day,
            profile: profile.code.clone(),
            figures: Box::new(result.figures),
            proposals: result.proposals,
            uncovered: result.uncovered,
            findings: Box::new(result.findings),
        };
        self.submit(scope, Envelope { id: CommandId(ids::fresh()), command }).await?;
        Ok(Ran { run, figures })
    }

    /// The newest run that the scope may see.
    pub async fn last_run(&self, scope: &Scope) -> Result<Option<RunId>, OfficeError> {
        Ok(self.store().read().latest_run(scope.area()).await?.map(|run| run.record.id))
    }
}

/// Candidates, assignment, check and explanations. Numbers only; no I/O.
fn solve(run: RunId, gathered: Gathered, day: NaiveDate, told: &(dyn Fn(Step) + Sync)) -> Result<Outcome, OfficeError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let market = gathered.market(day);
    let search = market.search(threads);
    let start = search.start(Limits::default().longest);
    told(Step::Assignment);
    let Optimum { candidates, problem, solution, .. } = search.optimum(start).map_err(failed)?;
    told(Step::Check);
    assign::check(&problem.instance, &solution).map_err(failed)?;
    let (search, candidates) = (&search, &candidates);
    let answer = answer::Answer { run, market: &market, problem: &problem, solution: &solution, search, candidates };
    let proposals = answer.proposals();
    let mut uncovered = uncovered::uncovered(&answer, candidates);
    let findings = findings::findings(&answer, &mut uncovered, day, &profile::on(day).extra_posts);
    let figures = figures(&gathered, &market, candidates, &answer, &uncovered);
    Ok(Outcome { figures, proposals, uncovered, findings })
}

fn failed(error: impl std::fmt::Display) -> OfficeError {
    Refusal::new(1305).with("found", error.to_string()).into()
}

fn figures(
    gathered: &Gathered,
    market: &Market,
    candidates: &matching::Candidates,
    answer: &answer::Answer<'_>,
    uncovered: &[Uncovered],
) -> Figures {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let totals = answer.solution.totals();
    let mut reasons: Vec<_> = Vec::new();
    for one in uncovered {
        match reasons.iter_mut().find(|(reason, _)| *reason == one.reason) {
            Some((_, n)) => *n += 1,
            None => reasons.push((one.reason, 1)),
        }
    }
    reasons.sort_unstable();
    let zero = count(gathered.zero.len());
    let open = (0..market.vacancies.len()).map(|index| market.vacancies.at(index)).filter(|vacancy| vacancy.open);
    Figures {
        households: gathered.households,
        jobseekers: count(market.jobseekers.len()),
        zero_employment: zero,
        covered: zero - count(uncovered.len()),
        covered_by_welfare: count(totals.fallback as usize),
        placed: count(totals.placed as usize) + count(totals.fallback as usize),
        score: totals.score,
        vacancies: count(open.clone().count()),
        seats: open.map(|vacancy| vacancy.seats).sum(),
        pairs: candidates.pairs(),
        list_cut: count(candidates.longest_cut()),
        lists_cut: candidates.lists_cut(),
        uncovered: reasons,
        certified: true,
    }
}

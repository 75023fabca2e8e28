//! The bridge: who is offered which job, so that every zero-employment household with labour capacity gets one wage earner, or a reason
//! why not (DESIGN §6).

mod answer;
mod changes;
pub mod choices;
mod findings;
mod gather;
mod parts;
mod posts;
mod proof;
pub mod reseat;
mod seats;
mod sites;
mod solved;
mod threads;
mod uncovered;
pub mod what_if;
mod workbench;

use crate::error::OfficeError;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::Scope;
use domain::bridge::Figures;
use domain::door::CommandKind;
use domain::error::Refusal;
use domain::ids::{CommandId, RunId};
use domain::profile;
use gather::Gathered;
use matching::{Limits, Optimum};
use parts::Part;
use std::collections::BTreeMap;

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

impl Office {
    /// Runs the bridge over the scope's area on a day and keeps the result: of a city one optimum over all its counties, kept in one
    /// transaction, in the journal of each county its own part. `told` hears of each step.
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
        let parts = tokio::task::block_in_place(|| solve(scope, run, &gathered, day, told))?;
        told(Step::Result);
        let figures = Figures::sum(parts.values().map(|part| &part.figures));
        let commands = parts::commands(scope, run, day, profile, parts);
        self.submit_parts(CommandId(ids::fresh()), CommandKind::RunBridge, commands).await?;
        Ok(Ran { run, figures })
    }

    /// The newest run that the scope may see.
    pub async fn last_run(&self, scope: &Scope) -> Result<Option<RunId>, OfficeError> {
        Ok(self.store().read().latest_run(scope.area()).await?.map(|run| run.record.id))
    }
}

/// Candidates, assignment, check and explanations, county by county. Numbers only; no I/O.
fn solve(
    scope: &Scope,
    run: RunId,
    gathered: &Gathered,
    day: NaiveDate,
    told: &(dyn Fn(Step) + Sync),
) -> Result<BTreeMap<u32, Part>, OfficeError> {
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
    let (uncovered, findings) = findings::findings(&answer, day, &profile::on(day).extra_posts);
    Ok(parts::parts(scope.region(), gathered, &answer, answer.proposals(), uncovered, &findings))
}

fn failed(error: impl std::fmt::Display) -> OfficeError {
    Refusal::new(1305).with("found", error.to_string()).into()
}

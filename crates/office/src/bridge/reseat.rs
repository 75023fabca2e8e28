//! Decisions that keep a run the best there is: what they would move is shown first, then decisions and moves are made in one command.
//!
//! Accepted and pinned pairs stay. Of the other proposals as few move as the new optimum allows (`Solved::new`).

use super::answer::Answer;
use super::findings::findings;
use super::gather::Edits;
use super::parts::figures;
use super::proof::Proofs;
use super::solved::Solved;
use super::uncovered::uncovered;
use super::what_if::{Move, Reached, Seat, WhatIf, moves};
use super::workbench::{Workbench, off_thread};
use crate::digest::sha256_hex;
use crate::error::OfficeError;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::{Scope, may};
use domain::bridge::{Decision, Figures, Proposal, Reseated, Run, Uncovered, Verdict};
use domain::door::{Command, CommandKind, Decided, Envelope};
use domain::error::Refusal;
use domain::ids::{CommandId, HouseholdId, RunId, VacancyId};
use domain::profile;
use domain::vacancies::{State, Vacancy};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How often an application is reckoned anew when somebody else writes in between.
const TRIES: usize = 3;

/// What people decide about a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Pairs.
    pub decided: Vec<Decided>,
    /// Vacancies that are closed.
    pub closed: Vec<VacancyId>,
}

/// What decisions would do to the proposals of a run.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The run.
    pub run: RunId,
    /// Who would be re-seated, and what that gains and loses.
    pub change: WhatIf,
    /// Names exactly this outcome: it is applied only if it is still what comes of the decisions.
    pub mark: String,
}

/// What becomes of decisions.
struct Outcome {
    bench: Arc<Workbench>,
    run: Run,
    asked: Decisions,
    after: Solved,
    moves: Vec<Move>,
    mark: String,
}

impl Office {
    /// What decisions would do to a run; `None` when its proposals cannot be kept the best by re-seating: it is not the latest of its
    /// area or not wholly the reader's, the reader may not re-seat, or the ledger has changed so that its proposals are no longer the
    /// best there are. Decisions then stand alone until the next run.
    ///
    /// # Errors
    /// Q-1301 for a refusal without a reason, Q-1305 when the independent checker does not agree.
    pub async fn preview_decisions(
        &self,
        scope: &Scope,
        run: RunId,
        asked: &Decisions,
    ) -> Result<Option<Preview>, OfficeError> {
        let Some((bench, stored)) = self.re_seatable(scope, run).await? else { return Ok(None) };
        let outcome = self.outcome(&bench, stored, asked).await?;
        let change = self.told(scope, &bench, &outcome.after, Vec::new()).await?;
        Ok(Some(Preview { run, change, mark: outcome.mark }))
    }

    /// Makes decisions and the moves that follow from them, once.
    ///
    /// # Errors
    /// Q-1312 when the run cannot be re-seated any more, Q-1313 when something else than the marked outcome would come of it, and those
    /// of decisions: Q-1301, Q-1302, Q-1303.
    pub async fn apply_decisions(
        &self,
        scope: &Scope,
        id: CommandId,
        run: RunId,
        asked: &Decisions,
        mark: Option<&str>,
    ) -> Result<(), OfficeError> {
        if self.store().read().carried_out(scope.county(), id).await? {
            return Ok(());
        }
        let mut tries = 0;
        loop {
            let Some((bench, stored)) = self.re_seatable(scope, run).await? else {
                return Err(Refusal::new(1312).into());
            };
            let outcome = self.outcome(&bench, stored, asked).await?;
            if mark.is_some_and(|mark| mark != outcome.mark) {
                return Err(Refusal::new(1313).into());
            }
            let seen = bench.heads.iter().find(|(county, _)| *county == scope.county()).map_or(0, |(_, entry)| *entry);
            let day = self.today();
            let (command, after) = off_thread(move || Ok(outcome.command(seen, day))).await?;
            tries += 1;
            match self.submit(scope, Envelope { id, command }).await {
                Ok(receipt) if receipt.entry == seen + 1 => {
                    return self.advance(&bench, after, scope.county(), receipt.entry, asked).await;
                }
                Err(error) if error.number().0 == 1312 && tries < TRIES => {}
                done => return done.map(|_| ()),
            }
        }
    }

    /// Whether people, vacancies or work have changed since a run, so that another may come out differently.
    pub async fn ledger_moved(&self, scope: &Scope, run: RunId) -> Result<bool, OfficeError> {
        use CommandKind as C;
        const APART: [CommandKind; 7] =
            [C::DecideProposal, C::Reseat, C::RunBridge, C::Unmask, C::ExportUnmasked, C::OpenAccount, C::CloseAccount];
        Ok(self.store().read().done_since_run(scope.county(), run, &APART).await?)
    }

    /// The workbench of a run that can be re-seated.
    async fn re_seatable(&self, scope: &Scope, run: RunId) -> Result<Option<(Arc<Workbench>, Run)>, OfficeError> {
        let stored = self.store().read().run(scope.area(), run).await?.map(|stored| stored.record);
        let mine = |stored: &Run| scope.region().contains(stored.region) && may(scope.role(), CommandKind::Reseat);
        let Some(stored) = stored.filter(mine) else { return Ok(None) };
        let bench = self.workbench(stored.region, stored.day).await?;
        Ok((bench.run == Some(run) && bench.fresh).then_some((bench, stored)))
    }

    async fn outcome(&self, bench: &Arc<Workbench>, run: Run, asked: &Decisions) -> Result<Outcome, OfficeError> {
        let reasonless = |one: &Decided| {
            one.verdict == Verdict::Refused && one.reason.as_ref().is_none_or(|reason| reason.trim().is_empty())
        };
        if asked.decided.iter().any(reasonless) {
            return Err(Refusal::new(1301).into());
        }
        let today = self.today().max(bench.day);
        let decide = |one: &Decided| Decision::new(ids::fresh(), one.person, one.vacancy, one.verdict, today);
        let close = |id: &VacancyId| {
            let vacancy = bench.vacancy(*id)?;
            Some((*id, Vacancy { state: State::Closed, ..vacancy.clone() }))
        };
        let edits = Edits {
            decisions: asked.decided.iter().map(decide).collect(),
            vacancies: asked.closed.iter().filter_map(close).collect(),
            ..Edits::default()
        };
        let (bench, asked) = (Arc::clone(bench), asked.clone());
        off_thread(move || {
            let after = bench.after(edits)?;
            let moves = moves(&bench, &after);
            let moved: Vec<_> = moves.iter().map(reseated).collect();
            let reached = [Reached::of(&bench.now), Reached::of(&after)];
            let mark = sha256_hex(format!("{} {asked:?} {reached:?} {moved:?}", run.id).as_bytes());
            Ok(Outcome { bench, run, asked, after, moves, mark })
        })
        .await
    }
}

impl Outcome {
    /// The command, and the market as it is once it has been carried out.
    fn command(self, seen: i64, day: NaiveDate) -> (Command, Solved) {
        let Self { bench, run, asked, after, moves, .. } = self;
        let search = after.market.search(1);
        let answer = Answer {
            run: run.id,
            market: &after.market,
            problem: &after.problem,
            solution: &after.solution,
            search: &search,
            candidates: &after.candidates,
        };
        let mut uncovered = uncovered(&answer, &after.candidates);
        let findings = findings(&answer, &mut uncovered, bench.day, &profile::on(bench.day).extra_posts);
        let households = concerned(&bench, &asked, &moves, &uncovered);
        let (old, now) = (&run.figures, figures(bench.region(), &bench.gathered, &answer, &uncovered));
        let figures = Figures { pairs: old.pairs, list_cut: old.list_cut, lists_cut: old.lists_cut, ..now };
        let command = Command::Reseat {
            run: run.id,
            seen,
            day,
            decided: asked.decided,
            closed: asked.closed,
            moves: moves.iter().map(reseated).collect(),
            figures: Box::new(figures),
            proposals: proposals(&answer, &households),
            households: households.into_iter().collect(),
            uncovered,
            findings: Box::new(findings),
        };
        drop(search);
        (command, after)
    }
}

/// Households whose results are new: of those decided about, of those who move, and all uncovered ones.
fn concerned(bench: &Workbench, asked: &Decisions, moves: &[Move], uncovered: &[Uncovered]) -> BTreeSet<HouseholdId> {
    let decided = asked.decided.iter().filter_map(|one| bench.person(one.person));
    let decided = decided.map(|(person, _)| person.household);
    decided.chain(moves.iter().map(|one| one.household)).chain(uncovered.iter().map(|one| one.household)).collect()
}

/// The proposals of some households.
fn proposals(answer: &Answer<'_>, households: &BTreeSet<HouseholdId>) -> Vec<Proposal> {
    let (jobseekers, proofs) = (&answer.market.jobseekers, Proofs::new(answer));
    let concerned = (0..jobseekers.households()).filter(|&at| households.contains(&jobseekers.household_id(at)));
    let members = concerned.flat_map(|household| jobseekers.members(household));
    let placed = members.filter_map(|worker| Some((worker, answer.solution.job(worker)?)));
    placed.map(|(worker, job)| answer.proposal(worker, job as usize, &proofs)).collect()
}

fn reseated(one: &Move) -> Reseated {
    let vacancy = |seat: &Option<Seat>| seat.as_ref().and_then(|seat| seat.vacancy);
    Reseated { person: one.person, from: vacancy(&one.from), to: vacancy(&one.to) }
}

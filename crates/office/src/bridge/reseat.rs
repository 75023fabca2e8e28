//! Decisions that keep a run the best there is: what they would move is shown first, then decisions and moves are made in one command.
//!
//! Accepted and pinned pairs stay. Of the other proposals as few move as the new optimum allows (`Solved::new`).
//!
//! A run over a city is decided about in the market of the city, whoever decides: a city's office in all its counties at once, a
//! county's office as long as nobody beyond the county would move.

use super::answer::Answer;
use super::findings::findings;
use super::gather::Edits;
use super::parts::{Part, parts};
use super::proof::Proofs;
use super::solved::Solved;
use super::what_if::{Move, Reached, Seat, WhatIf, moves};
use super::workbench::{Workbench, off_thread};
use crate::digest::sha256_hex;
use crate::door::in_county;
use crate::error::OfficeError;
use crate::{Office, ids};
use chrono::NaiveDate;
use domain::access::{Scope, may};
use domain::bridge::{Decision, Figures, Proposal, Reseated, Run, Uncovered, Verdict};
use domain::door::{Command, CommandKind, Decided};
use domain::error::Refusal;
use domain::ids::{CommandId, HouseholdId, RunId, VacancyId};
use domain::places::Region;
use domain::profile;
use domain::say::Message;
use domain::vacancies::{State, Vacancy};
use std::collections::{BTreeMap, BTreeSet};
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
    /// Why the reader may not apply it: people of other counties would move (Q-1314).
    pub barred: Option<Refusal>,
}

/// A run that can be re-seated, as somebody may.
#[derive(Clone)]
struct Ground {
    bench: Arc<Workbench>,
    run: RunId,
    /// Its parts within reach, by county.
    parts: Vec<(u32, Run)>,
    /// The area within reach.
    reach: Region,
}

/// What becomes of decisions.
struct Outcome {
    ground: Ground,
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
        let Some(ground) = self.re_seatable(scope, run, asked).await? else { return Ok(None) };
        let outcome = self.outcome(&ground, asked).await?;
        let change = self.told(scope, &ground.bench, &outcome.after, Vec::new()).await?;
        Ok(Some(Preview { run, change, barred: outcome.barred(), mark: outcome.mark }))
    }

    /// Makes decisions and the moves that follow from them, once; in every county of the run within reach, all or none.
    ///
    /// # Errors
    /// Q-1312 when the run cannot be re-seated any more, Q-1313 when something else than the marked outcome would come of it, Q-1314 when
    /// people beyond the reader's reach would move, and those of decisions: Q-1301, Q-1302, Q-1303.
    pub async fn apply_decisions(
        &self,
        scope: &Scope,
        id: CommandId,
        run: RunId,
        asked: &Decisions,
        mark: Option<&str>,
    ) -> Result<(), OfficeError> {
        for part in self.store().read().run_parts(scope.area(), run).await? {
            if self.store().read().carried_out(part.county, id).await? {
                return Ok(());
            }
        }
        let mut tries = 0;
        loop {
            let Some(ground) = self.re_seatable(scope, run, asked).await? else {
                return Err(Refusal::new(1312).into());
            };
            let outcome = self.outcome(&ground, asked).await?;
            if mark.is_some_and(|mark| mark != outcome.mark) {
                return Err(Refusal::new(1313).into());
            }
            if let Some(refusal) = outcome.barred() {
                return Err(refusal.into());
            }
            let day = self.today();
            let known = self.store().read().proofs(ground.reach.area(), run).await?;
            let (commands, after) = off_thread(move || Ok(outcome.commands(day, known))).await?;
            let counties: Vec<u32> = commands.keys().copied().collect();
            let commands = commands.into_iter().map(|(county, command)| (in_county(scope, county), command));
            tries += 1;
            match self.submit_parts(id, CommandKind::Reseat, commands.collect()).await {
                Ok(_) => return self.advance(&ground.bench, after, &counties, asked).await,
                Err(error) if error.number().0 == 1312 && tries < TRIES => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Whether people, vacancies or work have changed since a run, so that another may come out differently.
    pub async fn ledger_moved(&self, scope: &Scope, run: RunId) -> Result<bool, OfficeError> {
        use CommandKind as C;
        const APART: [CommandKind; 7] =
            [C::DecideProposal, C::Reseat, C::RunBridge, C::Unmask, C::ExportUnmasked, C::OpenAccount, C::CloseAccount];
        let Some(stored) = self.run_in(scope, run).await? else { return Ok(false) };
        let reader = self.store().read();
        for (county, _) in reader.journal_heads(stored.over().area()).await? {
            if reader.done_since_run(county, run, &APART).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The ground of decisions about a run, if it can be re-seated.
    async fn re_seatable(&self, scope: &Scope, run: RunId, asked: &Decisions) -> Result<Option<Ground>, OfficeError> {
        let Some(stored) = self.run_in(scope, run).await? else { return Ok(None) };
        if !scope.region().contains(stored.region) || !may(scope.role(), CommandKind::Reseat) {
            return Ok(None);
        }
        let bench = self.workbench(stored.over(), stored.day).await?;
        if bench.run != Some(run) || !bench.fresh {
            return Ok(None);
        }
        let parts = self.store().read().run_parts(scope.area(), run).await?;
        let parts = parts.into_iter().map(|part| (part.county, part.record)).collect();
        let ground = Ground { bench, run, parts, reach: stored.region };
        Ok(ground.holds(asked).then_some(ground))
    }

    async fn outcome(&self, ground: &Ground, asked: &Decisions) -> Result<Outcome, OfficeError> {
        let bench = &ground.bench;
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
        let (ground, asked) = (ground.clone(), asked.clone());
        off_thread(move || {
            let bench = &ground.bench;
            let after = bench.after(edits)?;
            let moves = moves(bench, &after);
            let moved: Vec<_> = moves.iter().map(reseated).collect();
            let reached = [Reached::of(&bench.now), Reached::of(&after)];
            let mark = sha256_hex(format!("{} {asked:?} {reached:?} {moved:?}", ground.run).as_bytes());
            Ok(Outcome { ground, asked, after, moves, mark })
        })
        .await
    }
}

impl Outcome {
    /// Why it may not be applied: how many people beyond reach would move.
    fn barred(&self) -> Option<Refusal> {
        let beyond = self.moves.iter().filter(|one| !self.ground.reach.contains(one.region)).count();
        let whole = self.ground.bench.region();
        (beyond > 0).then(|| Refusal::new(1314).with("n", beyond).with("whole", whole).with("own", self.ground.reach))
    }

    /// The command of each county within reach, and the market as it is once they have been carried out. `known` is what the run says of
    /// the coverage of households so far: where that is no longer so, it is written anew.
    fn commands(self, day: NaiveDate, known: Vec<(HouseholdId, Message)>) -> (BTreeMap<u32, Command>, Solved) {
        let bench = &self.ground.bench;
        let search = self.after.market.search(1);
        let answer = Answer {
            run: self.ground.run,
            market: &self.after.market,
            problem: &self.after.problem,
            solution: &self.after.solution,
            search: &search,
            candidates: &self.after.candidates,
        };
        let proofs = Proofs::new(&answer);
        let (uncovered, findings) = findings(&answer, bench.day, &profile::on(bench.day).extra_posts);
        let mut households = self.concerned(&uncovered);
        households.extend(answer.untold(&proofs, known));
        let proposals = proposals(&answer, &proofs, &households);
        let mut made = parts(bench.region(), &bench.gathered, &answer, proposals, uncovered, &findings);
        let command = |(county, run): &(u32, Run)| {
            let part = made.remove(county).unwrap_or_default();
            (*county, self.command(*county, run, part, &households, day))
        };
        let commands = self.ground.parts.iter().map(command).collect();
        drop(search);
        (commands, self.after)
    }

    /// The command of one county: what is decided about its people and vacancies, and its part of the results.
    fn command(
        &self,
        county: u32,
        run: &Run,
        part: Part,
        households: &BTreeSet<HouseholdId>,
        day: NaiveDate,
    ) -> Command {
        let (bench, old) = (&self.ground.bench, &run.figures);
        let here = |region: Region| region.county() == county;
        let person = |one: &&Decided| bench.person(one.person).is_some_and(|(_, home)| here(home));
        let vacancy = |id: &&VacancyId| bench.vacancy(**id).is_some_and(|vacancy| here(vacancy.region));
        let household = |id: &&HouseholdId| bench.household(**id).is_some_and(|found| here(found.household.region));
        let (pairs, list_cut, lists_cut) = (old.pairs, old.list_cut, old.lists_cut);
        // A county's part rests on all journals of the market; where all counties write, each looks after its own.
        let alone = self.ground.parts.len() == 1;
        let seen = bench.heads.iter().filter(|(of, _)| alone || *of == county);
        Command::Reseat {
            run: run.id,
            seen: seen.copied().collect(),
            day,
            decided: self.asked.decided.iter().filter(person).cloned().collect(),
            closed: self.asked.closed.iter().filter(vacancy).copied().collect(),
            moves: self.moves.iter().filter(|one| here(one.region)).map(reseated).collect(),
            figures: Box::new(Figures { pairs, list_cut, lists_cut, ..part.figures }),
            households: households.iter().filter(household).copied().collect(),
            proposals: part.proposals,
            uncovered: part.uncovered,
            findings: Box::new(part.findings),
        }
    }

    /// Households whose results are new: of those decided about, of those who move, and all uncovered ones.
    fn concerned(&self, uncovered: &[Uncovered]) -> BTreeSet<HouseholdId> {
        let decided = self.asked.decided.iter().filter_map(|one| self.ground.bench.person(one.person));
        let decided = decided.map(|(person, _)| person.household);
        let moved = self.moves.iter().map(|one| one.household);
        decided.chain(moved).chain(uncovered.iter().map(|one| one.household)).collect()
    }
}

impl Ground {
    /// Whether all that is decided about lies within reach and takes part in the market.
    fn holds(&self, asked: &Decisions) -> bool {
        let part = |region: Region| self.parts.iter().any(|(county, _)| *county == region.county());
        let person = |one: &Decided| self.bench.person(one.person).is_some_and(|(_, home)| part(home));
        let vacancy = |id: &VacancyId| self.bench.vacancy(*id).is_some_and(|vacancy| part(vacancy.region));
        asked.decided.iter().all(person) && asked.closed.iter().all(vacancy)
    }
}

/// The proposals of some households.
fn proposals(answer: &Answer<'_>, proofs: &Proofs<'_>, households: &BTreeSet<HouseholdId>) -> Vec<Proposal> {
    let jobseekers = &answer.market.jobseekers;
    let concerned = (0..jobseekers.households()).filter(|&at| households.contains(&jobseekers.household_id(at)));
    let members = concerned.flat_map(|household| jobseekers.members(household));
    let placed = members.filter_map(|worker| Some((worker, answer.solution.job(worker)?)));
    placed.map(|(worker, job)| answer.proposal(worker, job as usize, proofs)).collect()
}

fn reseated(one: &Move) -> Reseated {
    let vacancy = |seat: &Option<Seat>| seat.as_ref().and_then(|seat| seat.vacancy);
    Reseated { person: one.person, from: vacancy(&one.from), to: vacancy(&one.to) }
}

//! What if: the answer to a question, by solving the market as it would be and holding it against the market as it is.
//!
//! Both optima are exact and certified, and as few people are re-seated as an optimum allows.

mod change;
mod edit;
mod proof;
mod say;
mod suggest;

pub use change::{Change, Post, Who, Whose, Wish};
pub use suggest::Suggestion;

use super::gather::Edits;
use super::solved::Solved;
use super::workbench::{Workbench, home_of, off_thread};
use crate::Office;
use crate::error::OfficeError;
use crate::queries::places;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::ids::{HouseholdId, PersonId, VacancyId};
use domain::places::{Edition, Region};
use domain::say::Message;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The answer to a question. Names are those of the reader's area; what happens elsewhere is counted.
#[derive(Debug, Clone, Serialize)]
pub struct WhatIf {
    /// The day it is about.
    pub day: NaiveDate,
    /// What would be different, change by change.
    pub changes: Vec<Message>,
    /// What is reached as things stand.
    pub before: Reached,
    /// What would be reached.
    pub after: Reached,
    /// Households that would be covered and are not.
    pub gained: Vec<Covered>,
    /// Households that are covered and would not be.
    pub lost: Vec<Covered>,
    /// People of the reader's area who would get another vacancy, one at last, or none any more.
    pub moves: Vec<Move>,
    /// How many such people live elsewhere.
    pub elsewhere: u32,
    /// Why this is exact, and where nothing is gained, why not.
    pub proof: Vec<Message>,
}

/// What a placement reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Reached {
    /// Zero-employment households with somebody placed.
    pub covered: u32,
    /// Public-welfare posts used for that.
    pub welfare: u32,
    /// Persons placed.
    pub placed: u32,
    /// Sum of the scores.
    pub score: u64,
}

impl Reached {
    pub(super) fn of(solved: &Solved) -> Self {
        let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        let totals = solved.totals();
        Self {
            covered: count(totals.covered.iter().sum()),
            welfare: count(totals.fallback),
            placed: count(totals.placed + totals.fallback),
            score: totals.score,
        }
    }
}

/// A household that would be covered, or no longer.
#[derive(Debug, Clone, Serialize)]
pub struct Covered {
    /// The household.
    pub household: HouseholdId,
    /// Its head; `None` outside the reader's area.
    pub head: Option<String>,
    /// Its village.
    pub region: Region,
    /// What its member would have, or has.
    pub seat: Option<Seat>,
}

/// Somebody who would change places.
#[derive(Debug, Clone, Serialize)]
pub struct Move {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Of which household.
    pub household: HouseholdId,
    /// Its village.
    pub region: Region,
    /// The vacancy proposed now.
    pub from: Option<Seat>,
    /// The vacancy that would be proposed.
    pub to: Option<Seat>,
}

/// A vacancy as answers show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// Which; `None`: it does not exist yet.
    pub vacancy: Option<VacancyId>,
    /// Title.
    pub title: String,
    /// Employer.
    pub employer: Option<String>,
}

/// What a question may name.
#[derive(Debug, Clone)]
pub struct Nameable {
    /// Code of the whole county.
    pub whole: String,
    /// Townships of the county, counties of the city.
    pub parts: Vec<Region>,
    /// Where a line can lead: these, and other counties of the city.
    pub targets: Vec<Region>,
    /// Open vacancies, those without an empty seat first.
    pub vacancies: Vec<Seat>,
}

/// Most vacancies to choose from in a form; any other is asked about from its own page.
const NAMED: usize = 250;

impl Office {
    /// Answers what would be on a day if these changes were made together.
    ///
    /// # Errors
    /// Q-1002 when a vacancy is not known, Q-1305 when the independent checker does not agree with an answer.
    pub async fn what_if(&self, scope: &Scope, day: NaiveDate, asked: &[Change]) -> Result<WhatIf, OfficeError> {
        let bench = self.workbench(self.market_of(scope).await?, day).await?;
        let (changes, ground) = (asked.to_vec(), Arc::clone(&bench));
        let (after, proof) = off_thread(move || {
            let after = answer(&changes, &ground)?;
            let proof = proof::proof(&changes, &ground, &after);
            Ok((after, proof))
        })
        .await?;
        let told = self.told(scope, &bench, &after, proof).await?;
        let area = scope.area();
        Ok(WhatIf { changes: asked.iter().map(|change| say::say(change, &bench, area)).collect(), ..told })
    }

    /// Puts the difference between now and then in words of the reader's area.
    pub(super) async fn told(
        &self,
        scope: &Scope,
        bench: &Workbench,
        after: &Solved,
        proof: Vec<Message>,
    ) -> Result<WhatIf, OfficeError> {
        let area = scope.area();
        let moves = moves(bench, after);
        let (covered, would) = (bench.now.covered(), after.covered());
        let (gained, lost): (Vec<_>, Vec<_>) =
            (would.difference(&covered).copied().collect(), covered.difference(&would).copied().collect());
        let heads = self.heads(scope, gained.iter().chain(&lost).copied().collect()).await?;
        let all = moves.len();
        let moves: Vec<Move> = moves.into_iter().filter(|found| area.contains(found.region)).collect();
        Ok(WhatIf {
            day: bench.day,
            changes: Vec::new(),
            before: Reached::of(&bench.now),
            after: Reached::of(after),
            gained: rows(gained, bench, after, &heads),
            lost: rows(lost, bench, &bench.now, &heads),
            elsewhere: u32::try_from(all - moves.len()).unwrap_or(u32::MAX),
            moves,
            proof,
        })
    }

    /// Places and vacancies that a question about a day may name, for a form.
    ///
    /// # Errors
    /// Q-1305 when the independent checker does not agree with an answer.
    pub async fn what_if_choices(&self, scope: &Scope, day: NaiveDate) -> Result<Nameable, OfficeError> {
        let region = home_of(scope);
        let bench = self.workbench(self.market_of(scope).await?, day).await?;
        let edition = Edition::at(bench.day);
        let parts = places::parts(region, edition);
        let city = places::parts(region.city(), edition).into_iter();
        let city = city.filter(|county| *county != region && !parts.contains(county));
        let now = &bench.now;
        let taken = now.taken();
        let open = (0..taken.len()).map(|at| (at, now.market.vacancies.at(at))).filter(|(_, vacancy)| vacancy.open);
        // Full ones first: more seats elsewhere bring nothing.
        let mut open: Vec<_> =
            open.map(|(at, vacancy)| (taken[at] < vacancy.seats, vacancy.title, vacancy.id)).collect();
        open.sort_unstable();
        let vacancies = open.into_iter().take(NAMED).map(|(.., id)| seat(id, &bench, now)).collect();
        Ok(Nameable {
            whole: region.prefix(),
            targets: parts.iter().copied().chain(city).collect(),
            parts: parts.clone(),
            vacancies,
        })
    }

    /// Heads of those of the households that lie in the reader's area.
    async fn heads(
        &self,
        scope: &Scope,
        households: BTreeSet<HouseholdId>,
    ) -> Result<HashMap<HouseholdId, String>, OfficeError> {
        let ids: Vec<HouseholdId> = households.into_iter().collect();
        let now = self.store().read().households_now(scope.area(), &ids).await?;
        Ok(now.into_iter().map(|(id, now)| (id, now.head)).collect())
    }
}

/// The market as it would be, solved.
fn answer(changes: &[Change], bench: &Workbench) -> Result<Solved, OfficeError> {
    let mut edits = Edits::default();
    for change in changes {
        edit::apply(change, bench, &mut edits)?;
    }
    bench.after(edits)
}

/// Everybody who would change places, in the order of jobseekers.
pub(super) fn moves(bench: &Workbench, after: &Solved) -> Vec<Move> {
    let (now, then) = (bench.now.placement(), after.placement());
    let people = (0..after.market.jobseekers.len()).map(|worker| after.market.jobseekers.person(worker));
    let moved = people.filter(|person| now.get(person) != then.get(person));
    let row = |id: PersonId| {
        let (person, region) = bench.person(id)?;
        Some(Move {
            person: id,
            name: person.name.clone(),
            household: person.household,
            region,
            from: now.get(&id).map(|&vacancy| seat(vacancy, bench, &bench.now)),
            to: then.get(&id).map(|&vacancy| seat(vacancy, bench, after)),
        })
    };
    moved.filter_map(row).collect()
}

fn rows(
    households: Vec<HouseholdId>,
    bench: &Workbench,
    solved: &Solved,
    heads: &HashMap<HouseholdId, String>,
) -> Vec<Covered> {
    let placement = solved.placement();
    let row = |household| {
        let of = |person: PersonId| placement.get(&person).map(|&vacancy| seat(vacancy, bench, solved));
        let seeking = bench.household(household)?;
        Some(Covered {
            household,
            head: heads.get(&household).cloned(),
            region: seeking.household.region,
            seat: seeking.members.iter().find_map(|(person, _)| of(person.id)),
        })
    };
    households.into_iter().filter_map(row).collect()
}

/// A vacancy as answers show it.
pub(super) fn seat(id: VacancyId, bench: &Workbench, solved: &Solved) -> Seat {
    match bench.vacancy(id) {
        Some(vacancy) => {
            Seat { vacancy: Some(id), title: vacancy.title.clone(), employer: vacancy.employer_name.clone() }
        }
        None => {
            let number = solved.market.vacancies.find(id);
            let title = number.map(|number| solved.market.vacancies.at(number).title.to_owned());
            Seat { vacancy: None, title: title.unwrap_or_default(), employer: None }
        }
    }
}

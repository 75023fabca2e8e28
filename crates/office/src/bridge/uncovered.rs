//! Why a zero-employment household has no proposal.

use super::answer::Answer;
use super::threads;
use assign::Shortage;
use domain::bridge::{Uncovered, UncoveredReason};
use domain::say::Message;
use std::collections::HashMap;

/// Rules named in the reason of a household, over all its members.
const MOST_SENTENCES: usize = 3;

/// The uncovered households of the run with their reasons, in the order of jobseekers.
pub(super) fn uncovered(answer: &Answer<'_>, shortages: &[Shortage]) -> Vec<Uncovered> {
    let jobseekers = &answer.market.jobseekers;
    let open = |household: &usize| jobseekers.class(*household) > 0 && !answer.covered(*household);
    let households: Vec<usize> = (0..jobseekers.households()).filter(open).collect();
    let of = |shortage| move |household: &u32| (*household, shortage);
    let short: HashMap<u32, &Shortage> =
        shortages.iter().flat_map(|shortage| shortage.uncovered.iter().map(of(shortage))).collect();
    threads::map(&households, |&household| explain(answer, household, short.get(&(household as u32)).copied()))
}

fn explain(answer: &Answer<'_>, household: usize, short: Option<&Shortage>) -> Uncovered {
    let jobseekers = &answer.market.jobseekers;
    let members = || jobseekers.members(household);
    let decisions = &answer.market.context.decisions;
    let pairs: usize = members().map(|worker| answer.candidates.list(worker).len()).sum();
    let refused = members().any(|worker| decisions.any_refused(jobseekers.person(worker)));
    let (reason, sentences) = if members().all(|worker| jobseekers.at(worker).willing == Some(false)) {
        (UncoveredReason::Unwilling, vec![Message::new("uncovered-all-unwilling")])
    } else if pairs > 0 {
        (UncoveredReason::Outnumbered, outnumbered(answer, household, short))
    } else if refused {
        (UncoveredReason::Refused, binding(answer, household))
    } else {
        (UncoveredReason::NoAdmissible, binding(answer, household))
    };
    Uncovered { run: answer.run, household: jobseekers.household_id(household), reason, sentences }
}

/// The rules that rule most vacancies out, member by member.
fn binding(answer: &Answer<'_>, household: usize) -> Vec<Message> {
    let members = answer.market.jobseekers.members(household);
    let mut bindings: Vec<_> = members.flat_map(|worker| answer.market.why_none(worker)).collect();
    bindings.sort_by_key(|binding| std::cmp::Reverse(binding.vacancies));
    bindings.dedup_by_key(|binding| binding.rule);
    bindings.into_iter().take(MOST_SENTENCES).map(|binding| binding.message).collect()
}

/// The seats within reach, and all who have only these and others between them: the shortage in words.
fn outnumbered(answer: &Answer<'_>, household: usize, short: Option<&Shortage>) -> Vec<Message> {
    let members = answer.market.jobseekers.members(household);
    let mut vacancies: Vec<u32> =
        members.flat_map(|worker| answer.candidates.list(worker).map(|(vacancy, _)| vacancy)).collect();
    vacancies.sort_unstable();
    vacancies.dedup();
    let reach = Message::new("uncovered-reach").with("vacancies", vacancies.len());
    let rivals = short.map(|short| {
        Message::new("uncovered-witness")
            .with("households", short.households.len())
            .with("seats", short.seats as usize)
            .with("missing", short.uncovered.len())
    });
    std::iter::once(reach).chain(rivals).collect()
}

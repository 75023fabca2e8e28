//! Why a zero-employment household has no proposal.

use super::answer::Answer;
use domain::bridge::{Uncovered, UncoveredReason};
use domain::say::Message;
use matching::Candidates;

/// Rules named in the reason of a household, over all its members.
const MOST_SENTENCES: usize = 3;

/// The uncovered households of the run with their reasons, in the order of jobseekers.
pub(super) fn uncovered(answer: &Answer<'_>, candidates: &Candidates) -> Vec<Uncovered> {
    let jobseekers = &answer.market.jobseekers;
    (0..jobseekers.households())
        .filter(|&household| jobseekers.class(household) > 0 && !answer.covered(household))
        .map(|household| explain(answer, candidates, household))
        .collect()
}

fn explain(answer: &Answer<'_>, candidates: &Candidates, household: usize) -> Uncovered {
    let jobseekers = &answer.market.jobseekers;
    let members = || jobseekers.members(household);
    let decisions = &answer.market.context.decisions;
    let pairs: usize = members().map(|worker| candidates.list(worker).count()).sum();
    let refused = members().any(|worker| decisions.any_refused(jobseekers.person(worker)));
    let (reason, sentences) = if members().all(|worker| jobseekers.at(worker).willing == Some(false)) {
        (UncoveredReason::Unwilling, vec![Message::new("uncovered-all-unwilling")])
    } else if pairs > 0 {
        (UncoveredReason::Outnumbered, outnumbered(answer, candidates, household))
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

/// The seats within reach and who sits there: the witness of the engine in words.
fn outnumbered(answer: &Answer<'_>, candidates: &Candidates, household: usize) -> Vec<Message> {
    let members = answer.market.jobseekers.members(household);
    let mut vacancies: Vec<u32> =
        members.flat_map(|worker| candidates.list(worker).map(|(vacancy, _)| vacancy)).collect();
    vacancies.sort_unstable();
    vacancies.dedup();
    let reach = Message::new("uncovered-reach").with("vacancies", vacancies.len());
    let witness = assign::witness(&answer.problem.instance, answer.solution, household);
    let rivals = witness.map(|witness| {
        Message::new("uncovered-witness")
            .with("households", witness.households.len())
            .with("seats", witness.seats as usize)
    });
    std::iter::once(reach).chain(rivals).collect()
}

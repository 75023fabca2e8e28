//! Why an answer is exact, and why nothing is gained where nothing is.

use super::change::Change;
use crate::bridge::solved::Solved;
use crate::bridge::workbench::Workbench;
use assign::witnesses;
use domain::say::Message;
use std::collections::BTreeSet;

/// The proof in sentences.
pub(super) fn proof(changes: &[Change], bench: &Workbench, after: &Solved) -> Vec<Message> {
    let covered = |solved: &Solved| solved.covered().len();
    let (before, then) = (covered(&bench.now), covered(after));
    let exact = Message::new("what-if-exact").with("before", before).with("after", then);
    let mut said = vec![exact];
    if then <= before {
        said.extend(changes.iter().filter_map(|change| idle(change, bench)));
        said.extend(still(after));
    }
    said
}

/// More seats where some are empty already bring nothing: their price is nought.
fn idle(change: &Change, bench: &Workbench) -> Option<Message> {
    let Change::Seats { vacancy, more: 1.. } = change else { return None };
    let job = bench.now.market.vacancies.find(*vacancy)?;
    let empty = bench.now.instance().seats(job).saturating_sub(bench.now.taken()[job]);
    let title = bench.now.market.vacancies.at(job).title;
    (empty > 0).then(|| Message::new("what-if-seats-empty").with("title", title).with("n", empty))
}

/// What keeps those uncovered who still are: no admissible seat at all, or more households than seats (Hall's condition), which anybody
/// can count.
fn still(after: &Solved) -> Vec<Message> {
    let instance = after.instance();
    let uncovered: Vec<usize> = (0..instance.households())
        .filter(|&household| instance.class(household) > 0)
        .filter(|&household| instance.members(household).all(|worker| after.solution.job(worker).is_none()))
        .collect();
    let alone = |household: &&usize| instance.members(**household).all(|worker| instance.list(worker).len() == 0);
    let none = uncovered.iter().filter(alone).count();
    let witnesses: Vec<_> = witnesses(instance, &after.solution).into_iter().map(|(_, witness)| witness).collect();
    let rivals = witnesses.iter().filter(|witness| !witness.jobs.is_empty());
    let (mut households, mut jobs) = (BTreeSet::new(), BTreeSet::new());
    for witness in rivals {
        households.extend(witness.households.iter().copied());
        jobs.extend(witness.jobs.iter().copied());
    }
    let pinned = instance.pins().iter().filter(|(_, job)| jobs.contains(job)).count();
    let seats: usize = jobs.iter().map(|&job| instance.seats(job as usize) as usize).sum();
    let none = (none > 0).then(|| Message::new("what-if-still-none").with("n", none));
    let short = (!households.is_empty()).then(|| {
        Message::new("what-if-still-short").with("households", households.len()).with("seats", seats - pinned)
    });
    none.into_iter().chain(short).collect()
}

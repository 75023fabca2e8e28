//! Why an answer is exact, and why nothing is gained where nothing is.

use super::change::Change;
use crate::bridge::solved::Solved;
use crate::bridge::workbench::Workbench;
use assign::shortages;
use domain::say::Message;

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
    let rivals = shortages(instance, &after.solution).into_iter().filter(|shortage| !shortage.jobs.is_empty());
    let (households, seats) = rivals.fold((0, 0), |(households, seats), shortage| {
        (households + shortage.households.len(), seats + shortage.seats as usize)
    });
    let none = (none > 0).then(|| Message::new("what-if-still-none").with("n", none));
    let short = (households > 0)
        .then(|| Message::new("what-if-still-short").with("households", households).with("seats", seats));
    none.into_iter().chain(short).collect()
}

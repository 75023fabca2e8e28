//! Why the coverage of a household stands: one sentence for the proposal that covers it, from the prices and seats of the optimum.

use super::answer::Answer;
use assign::{Instance, InstanceBuilder, Shortage, Solution};
use domain::say::{Arg, Message};
use std::collections::{BTreeMap, BTreeSet};

/// What the sentences are made from, reckoned once a run.
pub(super) struct Proofs<'a> {
    answer: &'a Answer<'a>,
    /// Seats taken, by vacancy.
    taken: Vec<u32>,
    /// Too few real seats for these households; who has no real vacancy at all is in the one without jobs.
    short: Vec<Shortage>,
    /// Number in `short` of each household that is not covered by a real job.
    short_of: BTreeMap<usize, usize>,
}

impl<'a> Proofs<'a> {
    pub(super) fn new(answer: &'a Answer<'a>) -> Self {
        let mut taken = vec![0; answer.problem.instance.jobs()];
        for worker in 0..answer.problem.instance.workers() {
            if let Some(job) = answer.solution.job(worker) {
                taken[job as usize] += 1;
            }
        }
        let mut proofs = Self { answer, taken, short: Vec::new(), short_of: BTreeMap::new() };
        if answer.solution.totals().fallback > 0 {
            proofs.without_fallback();
        }
        proofs
    }

    /// Leaves the public-welfare posts out. Covering as many households as possible with the fewest such posts covers as many as possible
    /// without them, so what is left is optimal too, and who goes without has a proof.
    fn without_fallback(&mut self) {
        let Some((households, instance, solution)) = real_part(self.answer) else { return };
        self.short = assign::shortages(&instance, &solution);
        for (number, shortage) in self.short.iter().enumerate() {
            for &household in &shortage.uncovered {
                self.short_of.insert(households[household as usize], number);
            }
        }
    }

    /// The sentence for the member who covers a household.
    pub(super) fn of(&self, household: usize, worker: usize, job: usize) -> Message {
        let instance = &self.answer.problem.instance;
        if instance.pin(worker).is_some() {
            return Message::new("proof-kept");
        }
        if instance.is_fallback(job) {
            return self.welfare(household);
        }
        let spare = self.spare(household, job);
        let free = instance.seats(job).saturating_sub(self.taken[job]);
        if free > 0 {
            Message::new("proof-room").with("free", free).with("spare", spare)
        } else if self.answer.solution.tiers()[job] == 0 {
            Message::new("proof-even").with("spare", spare)
        } else {
            Message::new("proof-first").with("spare", spare)
        }
    }

    /// Other real vacancies of the household that still have a free seat.
    fn spare(&self, household: usize, job: usize) -> usize {
        let instance = &self.answer.problem.instance;
        let lists = instance.members(household).flat_map(|worker| instance.list(worker));
        let mut spare: Vec<u32> = lists
            .map(|(other, _)| other)
            .filter(|&other| {
                let index = other as usize;
                index != job && !instance.is_fallback(index) && self.taken[index] < instance.seats(index)
            })
            .collect();
        spare.sort_unstable();
        spare.dedup();
        spare.len()
    }

    /// Why only a public-welfare post covers a household: no real vacancy admits anybody, or too few real seats for all who need them.
    fn welfare(&self, household: usize) -> Message {
        let short = self.short_of.get(&household).map(|&number| &self.short[number]);
        match short {
            Some(short) if !short.jobs.is_empty() => Message::new("proof-welfare-short")
                .with("households", short.households.len())
                .with("seats", short.seats as usize)
                .with("missing", short.uncovered.len()),
            _ => {
                let members = self.answer.market.jobseekers.members(household);
                let bindings = members.flat_map(|worker| self.answer.market.why_none(worker));
                let most = bindings.max_by_key(|binding| binding.vacancies);
                let rule = most.map_or("other", |binding| binding.rule);
                Message::new("proof-welfare-none").with("rule", Arg::Key(format!("rule-of-{rule}").into()))
            }
        }
    }
}

/// The households that a public-welfare post covers, those who hold the real seats they could take, and so on, with every real pair
/// they have, listed before or not, and only the seats that they hold.
fn real_part(answer: &Answer<'_>) -> Option<(Vec<usize>, Instance, Solution)> {
    let whole = &answer.problem.instance;
    let real = |job: &u32| !whole.is_fallback(*job as usize);
    let priority = |household: &usize| whole.class(*household) > 0;
    let job = |worker: usize| answer.solution.job(worker);
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut next = Vec::new();
    for household in (0..whole.households()).filter(priority) {
        let jobs: Vec<u32> = whole.members(household).filter(|&w| whole.pin(w).is_none()).filter_map(job).collect();
        if jobs.iter().any(|job| !real(job)) {
            next.push(household);
        }
        jobs.into_iter().filter(real).for_each(|job| holders.entry(job).or_default().push(household));
    }
    let mut known: BTreeSet<usize> = next.iter().copied().collect();
    let mut lists: BTreeMap<usize, Vec<(u32, u16)>> = BTreeMap::new();
    while !next.is_empty() {
        let members: Vec<u32> =
            next.drain(..).flat_map(|household| whole.members(household)).map(|w| w as u32).collect();
        for pair in answer.search.complete(&members).into_iter().filter(|pair| real(&pair.vacancy)) {
            lists.entry(pair.jobseeker as usize).or_default().push((pair.vacancy, pair.score));
            let at = holders.get(&pair.vacancy).into_iter().flatten().copied();
            next.extend(at.filter(|household| known.insert(*household)));
        }
    }
    let mut builder = InstanceBuilder::new();
    let held =
        |job: u32| holders.get(&job).map_or(0, |at| at.iter().filter(|household| known.contains(household)).count());
    for job in 0..whole.jobs() as u32 {
        builder.job(u32::try_from(held(job)).unwrap_or(u32::MAX));
    }
    let mut placement = Vec::new();
    for &household in &known {
        builder.household(whole.class(household));
        for worker in whole.members(household) {
            let list = lists.remove(&worker).unwrap_or_default();
            let seat = job(worker).filter(|job| real(job) && list.iter().any(|(listed, _)| listed == job));
            placement.push(seat.unwrap_or(Solution::NONE));
            builder.worker(list);
        }
    }
    Some((known.into_iter().collect(), builder.build().ok()?, super::findings::placed(placement)))
}

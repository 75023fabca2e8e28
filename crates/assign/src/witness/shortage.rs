//! All uncovered households at a glance: disjoint groups of households, each with too few seats.

use super::{Seating, outnumber};
use crate::{Instance, Solution};

/// Priority households who have only the seats of these jobs between them: in every placement at least as many of them as
/// there are [`uncovered`](Self::uncovered) ones go without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// The households who compete, covered or not, ascending.
    pub households: Vec<u32>,
    /// Every job that any member of them lists, ascending; none for households without any possible job.
    pub jobs: Vec<u32>,
    /// Seats of these jobs, not counting those taken by demanded pairs.
    pub seats: u64,
    /// Those of the households who go without in this solution, ascending: exactly as many as the seats are too few.
    pub uncovered: Vec<u32>,
}

impl Shortage {
    /// Verifies from the instance alone that so many of the households must go without.
    pub fn proves(&self, instance: &Instance) -> bool {
        outnumber(instance, &self.households, &self.jobs, self.seats)
            && self.households.len() as u64 == self.seats + self.uncovered.len() as u64
            && self.uncovered.is_sorted_by(|a, b| a < b)
            && self.uncovered.iter().all(|household| self.households.binary_search(household).is_ok())
    }
}

/// Why the uncovered priority households of an optimal solution are uncovered, all together: every one of them is in exactly one of these
/// shortages, which have neither households nor jobs in common. By first uncovered household; households without any
/// possible job form one shortage without jobs. Linear time.
///
/// Of a solution that is not optimal, households that could be covered are left out.
pub fn shortages(instance: &Instance, solution: &Solution) -> Vec<Shortage> {
    let seating = Seating::new(instance, solution);
    let mut search =
        Search { seating: &seating, group_of: vec![NONE; instance.jobs()], groups: vec![], listless: NONE };
    seating.uncovered().for_each(|household| search.reach(household));
    search.shortages()
}

const NONE: usize = usize::MAX;

/// What one uncovered household reaches first, or what several of them reach together once they have met.
struct Group {
    /// The group it has been merged with, or itself.
    root: usize,
    /// The first of them is the uncovered one who began.
    households: Vec<u32>,
    jobs: Vec<u32>,
    /// Whether a seat is free or could be given up without loss.
    avoidable: bool,
}

/// Breadth first from every uncovered household: its jobs, the households who sit there, their jobs. Who meets belongs together.
struct Search<'a> {
    seating: &'a Seating<'a>,
    /// The group that reached a job first.
    group_of: Vec<usize>,
    groups: Vec<Group>,
    /// The group of those without any list.
    listless: usize,
}

impl Search<'_> {
    fn reach(&mut self, uncovered: u32) {
        let number = self.groups.len();
        let mut group = Group { root: number, households: vec![uncovered], jobs: vec![], avoidable: false };
        let mut met = vec![];
        let mut next = 0;
        while let Some(&household) = group.households.get(next) {
            next += 1;
            for job in self.seating.jobs_of(household) {
                let known = std::mem::replace(&mut self.group_of[job as usize], number);
                if known == NONE {
                    group.jobs.push(job);
                    group.avoidable |= self.seating.has_free_seat(job);
                    for (holder, only) in self.seating.holders(job) {
                        group.avoidable |= !only;
                        group.households.extend(only.then_some(holder));
                    }
                } else if known != number {
                    self.group_of[job as usize] = known;
                    met.push(known);
                }
            }
        }
        if group.jobs.is_empty() && met.is_empty() {
            met.extend(Some(self.listless).filter(|&group| group != NONE));
            self.listless = number;
        }
        self.groups.push(group);
        met.into_iter().for_each(|other| self.merge(number, other));
    }

    fn root(&mut self, group: usize) -> usize {
        let mut at = group;
        while self.groups[at].root != at {
            let above = self.groups[at].root;
            self.groups[at].root = self.groups[above].root;
            at = above;
        }
        at
    }

    /// The smaller number remains, so that groups stay in order of their first uncovered household.
    fn merge(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.groups[one.max(other)].root = one.min(other);
    }

    fn shortages(mut self) -> Vec<Shortage> {
        let empty = || Shortage { households: vec![], jobs: vec![], seats: 0, uncovered: vec![] };
        let mut all: Vec<(Shortage, bool)> = self.groups.iter().map(|_| (empty(), false)).collect();
        for number in 0..self.groups.len() {
            let root = self.root(number);
            let group = &mut self.groups[number];
            let (shortage, avoidable) = &mut all[root];
            shortage.uncovered.push(group.households[0]);
            shortage.households.append(&mut group.households);
            shortage.jobs.append(&mut group.jobs);
            *avoidable |= group.avoidable;
        }
        let seating = self.seating;
        let finish = |(mut shortage, avoidable): (Shortage, bool)| {
            shortage.households.sort_unstable();
            shortage.jobs.sort_unstable();
            shortage.seats = seating.open_seats(&shortage.jobs);
            (!avoidable && !shortage.households.is_empty()).then_some(shortage)
        };
        all.into_iter().filter_map(finish).collect()
    }
}

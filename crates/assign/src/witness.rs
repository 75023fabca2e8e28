//! Why a priority household cannot be covered: more households than seats.

mod seating;
mod shortage;

pub(crate) use seating::Seating;
pub use shortage::{Shortage, shortages};

use std::collections::HashSet;

use crate::{Instance, Solution};

/// A Hall witness: priority households who have only the seats of these jobs between them, and who outnumber these seats.
///
/// In every placement at least `households.len() - seats` of them go without. All are of the class of the household asked for or of a
/// higher one, so none of them could be left out instead without loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The competing households, ascending.
    pub households: Vec<u32>,
    /// Every job that any member of them lists, ascending.
    pub jobs: Vec<u32>,
    /// Seats of these jobs, not counting those taken by demanded pairs.
    pub seats: u64,
}

impl Witness {
    /// Verifies the witness from the instance alone.
    pub fn proves(&self, instance: &Instance) -> bool {
        outnumber(instance, &self.households, &self.jobs, self.seats)
    }
}

/// Whether these priority households can take these jobs only, none has a demanded pair, and they are more than the seats.
fn outnumber(instance: &Instance, households: &[u32], jobs: &[u32], seats: u64) -> bool {
    let confined = |household: u32| {
        let members = instance.members(household as usize);
        let pinned = !instance.pins_of(household as usize).is_empty();
        let nobody = instance.limit(household as usize) == 0;
        let mut lists = members.flat_map(|worker| instance.list(worker));
        let inside = nobody || lists.all(|(job, _)| jobs.binary_search(&job).is_ok());
        instance.class(household as usize) > 0 && !pinned && inside
    };
    let sorted = |list: &[u32]| list.windows(2).all(|w| w[0] < w[1]);
    sorted(households)
        && sorted(jobs)
        && seats == open_seats(instance, jobs)
        && seats < households.len() as u64
        && households.iter().all(|&household| confined(household))
}

/// The witness of an uncovered priority household; None if the household is covered or without priority, or if the solution
/// is not optimal.
///
/// It is the least there is of its kind: without any one of its households the seats would do for the others.
pub fn witness(instance: &Instance, solution: &Solution, household: usize) -> Option<Witness> {
    let seating = Seating::new(instance, solution);
    let uncovered = instance.class(household) > 0 && seating.placed_members(household) == 0;
    uncovered.then(|| find(&seating, household as u32)).flatten()
}

/// The witnesses of all uncovered priority households, with the household, ascending. [`shortages`] tells the same with nothing twice.
pub fn witnesses(instance: &Instance, solution: &Solution) -> Vec<(u32, Witness)> {
    let seating = Seating::new(instance, solution);
    seating.uncovered().filter_map(|household| Some((household, find(&seating, household)?))).collect()
}

/// Breadth first: from a household to the jobs it lists, to the households that sit there.
fn find(seating: &Seating, household: u32) -> Option<Witness> {
    let class = seating.instance.class(household as usize);
    let (mut households, mut jobs) = (vec![household], vec![]);
    let mut known = HashSet::new();
    let mut next = 0;
    while let Some(&household) = households.get(next) {
        next += 1;
        for job in seating.jobs_of(household) {
            if !known.insert(job) {
                continue;
            }
            jobs.push(job);
            if seating.has_free_seat(job) {
                return None;
            }
            for (other, only) in seating.holders(job) {
                if !only || seating.instance.class(other as usize) > class {
                    return None; // could give up the seat without loss
                }
                households.push(other);
            }
        }
    }
    households.sort_unstable();
    jobs.sort_unstable();
    let seats = seating.open_seats(&jobs);
    Some(Witness { households, jobs, seats })
}

fn open_seats(instance: &Instance, jobs: &[u32]) -> u64 {
    let pinned = instance.pins().iter().filter(|(_, job)| jobs.binary_search(job).is_ok()).count();
    let seats: u64 = jobs.iter().map(|&job| u64::from(instance.seats(job as usize))).sum();
    seats - pinned as u64
}

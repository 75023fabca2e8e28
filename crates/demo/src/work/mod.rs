//! Who works where, who looks for work, and what posts there are.

mod firms;
mod jobs;
mod offers;
mod spells;
mod wishes;

pub(crate) use offers::offer;

use crate::model::{County, Person};
use crate::truth::{capable, target};
use domain::codes::Labour;

/// Share of labourers in work in March 2020 (D§9.4).
const IN_WORK: f64 = 0.38;
/// Share of households with labour where nobody works (D§9.4: 3-6 %).
const ZERO: f64 = 0.045;
/// Share of households outside the target classes in which somebody works.
const GENERAL_EARNER: f64 = 0.62;

/// What happens in a household.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lot {
    /// Nobody can work.
    NoLabour,
    /// Somebody could, nobody does.
    Idle,
    /// One earner at least.
    Earning,
}

/// Gives people their spells of work, and those without their wishes.
pub(crate) fn employ(county: &mut County) {
    let lots = lots(county);
    let working = working(county, &lots);
    for (person, works) in working.into_iter().enumerate() {
        spells::give(county, person, works);
        wishes::give(county, person, works);
    }
}

/// Zero-employment households are those with weak members, duties of care and one pair of hands rather than others.
fn lots(county: &County) -> Vec<Lot> {
    let able: Vec<bool> =
        county.households.iter().map(|household| household.members.clone().any(|at| capable(county, at))).collect();
    let weights: Vec<f64> = (county.households.iter().zip(&able))
        .map(
            |(household, able)| {
                if *able && target(household) { hardship(county, household.members.clone()) } else { 0.0 }
            },
        )
        .collect();
    let with_labour = able.iter().filter(|able| **able).count();
    let unit = ZERO * with_labour as f64 / weights.iter().sum::<f64>().max(1.0);
    let mut lots = Vec::with_capacity(county.households.len());
    // Carried over from household to household, so that the share comes out exactly.
    let mut due = 0.5;
    for (at, household) in county.households.iter().enumerate() {
        let mut rng = county.plan.rng("lot", at as u64);
        due += weights[at] * unit;
        let idle = if target(household) { due >= 1.0 } else { !rng.chance(GENERAL_EARNER) };
        if target(household) && idle && able[at] {
            due -= 1.0;
        }
        lots.push(match (able[at], idle) {
            (false, _) => Lot::NoLabour,
            (true, true) => Lot::Idle,
            (true, false) => Lot::Earning,
        });
    }
    lots
}

fn hardship(county: &County, members: std::ops::Range<usize>) -> f64 {
    let able: Vec<&Person> = members.filter(|&at| capable(county, at)).map(|at| &county.persons[at]).collect();
    let weak = able.iter().all(|person| person.labour == Labour::Weak);
    let care = able.iter().any(|person| person.care_duty);
    let mut weight = if able.len() == 1 { 2.5 } else { 1.0 };
    if weak {
        weight *= 4.0;
    }
    if care {
        weight *= 4.0;
    }
    weight
}

/// Whether each person works: one earner in each earning household, others as the share asks.
fn working(county: &County, lots: &[Lot]) -> Vec<bool> {
    let mut working = vec![false; county.persons.len()];
    let (mut labourers, mut earners) = (0_usize, 0_usize);
    let mut others = Vec::new();
    for (household, lot) in county.households.iter().zip(lots) {
        let able = household.members.clone().filter(|&at| works_at_all(&county.persons[at]));
        labourers += household.members.clone().filter(|&at| county.persons[at].labour.can_work()).count();
        let first = able.clone().max_by_key(|&at| fitness(county, at));
        match (lot, first) {
            (Lot::Earning, Some(first)) => {
                working[first] = true;
                earners += 1;
                others.extend(able.filter(|&at| at != first));
            }
            // Old labourers alone do not count as capacity; some work all the same.
            (Lot::NoLabour, _) => others.extend(able),
            _ => {}
        }
    }
    let missing = (IN_WORK * labourers as f64 - earners as f64).max(0.0);
    let share = (missing / others.len().max(1) as f64).min(0.95);
    for at in others {
        working[at] = county.plan.rng("second earner", at as u64).chance(share);
    }
    working
}

fn works_at_all(person: &Person) -> bool {
    person.labour.can_work() && person.student.is_none() && person.gone.is_none()
}

/// Who of a household goes to work first.
fn fitness(county: &County, at: usize) -> u64 {
    let person = &county.persons[at];
    let class = match person.labour {
        Labour::Skilled => 60,
        Labour::Ordinary => 45,
        _ => 0,
    };
    let age = if person.age > 59 { 0 } else { 25 };
    let free = if person.care_duty { 0 } else { 20 };
    class + age + free + county.plan.rng("first earner", at as u64).below(30)
}

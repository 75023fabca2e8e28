//! Who lives in the county.

pub(crate) mod names;
pub(crate) mod numbers;

mod body;
mod family;

use crate::model::{County, Household, Person, Site};
use crate::places::Places;
use crate::plan::Plan;
use crate::rng::Rng;
use chrono::Datelike;
use domain::codes::{Cause, Health, HouseholdClass, Labour, RiskClass};
use numbers::{IdNumbers, Phones};
use std::ops::Range;

/// Persons a household, by share (D§9.4: 28, 34, 20, 12, 6 %, mean 2.37).
const SIZES: [(usize, u32); 6] = [(1, 280), (2, 340), (3, 200), (4, 120), (5, 40), (6, 20)];

/// Fills the places with households and their members.
pub(crate) fn settle(plan: &Plan, places: Places, sites: Vec<Site>) -> County {
    let mut county = County {
        plan: plan.clone(),
        name: places.name,
        city: places.city,
        townships: places.townships,
        villages: places.villages,
        sites,
        households: Vec::with_capacity(plan.households as usize),
        persons: Vec::with_capacity(plan.households as usize * 5 / 2),
        spells: Vec::new(),
        employers: Vec::new(),
        posts: Vec::new(),
    };
    let mut ids = IdNumbers::new(plan.county.county());
    let mut phones = Phones::new(plan.first_phone);
    let homes = homes(&county);
    for (index, village) in homes.into_iter().enumerate() {
        add_household(&mut county, index, village, &mut ids, &mut phones);
    }
    county
}

/// The village of each household, in the order of the villages.
fn homes(county: &County) -> Vec<usize> {
    let mut rng = county.plan.rng("homes", 0);
    let some_rural = county.villages.iter().any(|village| !village.urban);
    let weights: Vec<(usize, u32)> = (county.villages.iter().enumerate())
        .map(|(at, village)| (at, if village.urban && some_rural { 15 } else { rng.between(40, 240) as u32 }))
        .collect();
    let total: u64 = weights.iter().map(|(_, weight)| u64::from(*weight)).sum();
    let wanted = u64::from(county.plan.households);
    let (mut homes, mut sum) = (Vec::with_capacity(wanted as usize), 0);
    for (village, weight) in weights {
        sum += u64::from(weight);
        homes.resize((wanted * sum / total) as usize, village);
    }
    homes
}

fn add_household(county: &mut County, index: usize, village: usize, ids: &mut IdNumbers, phones: &mut Phones) {
    let plan = &county.plan;
    let mut rng = plan.rng("household", index as u64);
    let size = rng.weighted(&SIZES);
    let members = family::members(&mut rng, size);
    let first = county.persons.len();
    let family_name = names::surname(&mut rng);
    for member in &members {
        let (id_no, born) = ids.give(member.birthday(&mut rng, plan.as_of), plan.as_of, member.sex);
        let surname = if member.bears_family_name() { family_name } else { names::surname(&mut rng) };
        let name = format!("{surname}{}", names::given(&mut rng, member.sex, born.year()));
        county.persons.push(body::person(&mut rng, member, index, name, id_no, born, plan.as_of));
    }
    share_phones(&mut county.persons[first..], &mut rng, phones);
    note_care(&mut county.persons[first..]);
    let persons = &mut county.persons[first..];
    for person in persons.iter_mut() {
        if rng.chance(plan.faults.gone) {
            let moved = person.age < 60 && rng.chance(0.7);
            person.gone = Some(if moved { crate::Gone::Moved } else { crate::Gone::Dead });
        }
    }
    let household = Household {
        no: format!("{:06}{:08}", plan.county.county(), index + 1),
        village,
        group: rng.between(1, 5) as u8,
        members: first..first + size,
        class: HouseholdClass::General,
        risk: None,
        cause: None,
        lifted_year: None,
        site: None,
        dibao: false,
    };
    let household = classed(&mut rng, household, persons, &county.sites);
    county.households.push(household);
}

/// Class, cause and site of a household.
fn classed(rng: &mut Rng, mut household: Household, members: &[Person], sites: &[Site]) -> Household {
    use HouseholdClass::{General, Lifted, LiftedPolicy, Poor};
    household.class = rng.weighted(&[(LiftedPolicy, 46), (Lifted, 20), (Poor, 6), (General, 28)]);
    if household.class == General {
        household.risk = rng.chance(0.03).then_some(RiskClass::Marginal);
    } else {
        household.cause = Some(cause(rng, members));
        if household.class != Poor {
            household.lifted_year = Some(rng.weighted(&[(2016, 10), (2017, 22), (2018, 40), (2019, 28)]));
            household.risk = rng.chance(0.025).then_some(RiskClass::Unstable);
        }
    }
    let able = members.iter().any(|person| person.labour.can_work());
    household.dibao = rng.chance(if able { 0.08 } else { 0.6 });
    if !sites.is_empty() && rng.chance(0.25) {
        let weights: Vec<(usize, u32)> = sites.iter().enumerate().map(|(at, site)| (at, site.weight)).collect();
        household.site = Some(rng.weighted(&weights));
    }
    household
}

fn cause(rng: &mut Rng, members: &[Person]) -> Cause {
    let has = |health| members.iter().any(|person| person.health == health);
    if has(Health::Serious) || (has(Health::Chronic) && rng.chance(0.5)) {
        Cause::Illness
    } else if has(Health::Disabled) {
        Cause::Disability
    } else if members.iter().all(|person| !person.labour.can_work()) {
        Cause::NoLabour
    } else {
        rng.weighted(&[
            (Cause::NoSkill, 45),
            (Cause::NoCapital, 35),
            (Cause::NoLand, 8),
            (Cause::Motivation, 8),
            (Cause::Traffic, 4),
        ])
    }
}

/// 88 % of adults have a number of their own, most others use that of the household (D§9.4).
fn share_phones(members: &mut [Person], rng: &mut Rng, phones: &mut Phones) {
    for person in members.iter_mut() {
        let own = person.age >= 14 && rng.chance(if person.age < 75 { 0.9 } else { 0.7 });
        person.phone = own.then(|| phones.give());
    }
    let shared = members.iter().find_map(|person| person.phone.clone());
    for person in members.iter_mut().filter(|person| person.phone.is_none() && person.age >= 14) {
        person.phone.clone_from(&shared);
    }
}

/// One able adult, a woman first as it is in these villages, cares for a child under six or for the seriously ill.
fn note_care(members: &mut [Person]) {
    let needed = members.iter().any(|person| person.age < 6 || is_bedridden(person));
    let carers: Range<i32> = 18..60;
    let carer = |person: &&mut Person| person.labour.can_work() && carers.contains(&person.age);
    if needed && let Some(person) = members.iter_mut().filter(carer).max_by_key(|person| (person.sex as u8, person.age))
    {
        person.care_duty = true;
    }
}

fn is_bedridden(person: &Person) -> bool {
    let disabled = person.labour == Labour::Lost && person.disability.is_some_and(|(_, grade)| grade == 1);
    disabled || person.health == Health::Serious || (person.age >= 80 && person.health != Health::Healthy)
}

//! Spells of work: the open one of those who work, and earlier ones.

use super::firms;
use super::jobs::{self, Job, Weight};
use crate::model::{County, Person, Spell};
use crate::rng::Rng;
use chrono::{Datelike, NaiveDate};
use domain::codes::{Channel, Labour, WorkForm};
use domain::dates::PartialDate;

/// Gives a person their spells, oldest first.
pub(super) fn give(county: &mut County, at: usize, works: bool) {
    let person = &county.persons[at];
    if !person.labour.can_work() || person.student.is_some() {
        return;
    }
    let mut rng = county.plan.rng("spells", at as u64);
    let day = county.plan.as_of;
    let first_month = month_index(person.born) + 16 * 12 + 1;
    let now = month_index(day);
    let mut spells = Vec::new();
    // The last month still free, going back in time.
    let mut free = now;
    if works {
        let length = rng.weighted(&[((0, 1), 30), ((2, 6), 22), ((7, 12), 22), ((13, 23), 18), ((24, 70), 8)]);
        let start = (now - rng.between(length.0, length.1)).max(first_month);
        spells.push(spell(county, &mut rng, at, start, None));
        free = start - 1 - rng.between(0, 2);
    }
    if rng.chance(if works { 0.3 } else { 0.45 }) {
        let end = if works { free } else { now - rng.weighted(&[(1, 5), (2, 40), (3, 30), (5, 15), (9, 10)]) };
        let start = (end - rng.between(2, 18)).max(first_month);
        if end > start {
            spells.push(spell(county, &mut rng, at, start, Some(end)));
        }
    }
    spells.reverse();
    county.spells.extend(spells);
}

fn month_index(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

fn month(index: i64) -> PartialDate {
    PartialDate::month((index / 12) as i32, (index % 12 + 1) as u32).expect("a month")
}

fn spell(county: &County, rng: &mut Rng, at: usize, start: i64, end: Option<i64>) -> Spell {
    let person = &county.persons[at];
    let weak = person.labour == Labour::Weak || person.age >= 60;
    let (form, near) = form(rng, person);
    let job = job(rng, form, near, weak);
    let (place, names) = place(county, rng, near);
    let pay = match form {
        WorkForm::PublicPost => round(rng.log_normal(job.pay, 0.25).clamp(300.0, 1700.0), 50.0),
        _ => round(rng.log_normal(job.pay, 0.18).clamp(500.0, 12_000.0), 100.0),
    };
    let employer = employer(county, rng, person, form, &job, &names);
    let channel = channel(rng, form);
    let carried = !near && matches!(channel, Channel::Government | Channel::Cooperation) && rng.chance(0.6);
    Spell {
        person: at,
        form,
        channel,
        place,
        place_names: names,
        employer,
        industry: job.industry,
        job: job.title,
        start: month(start),
        end: end.map(month),
        pay,
        point_to_point: carried,
    }
}

/// The weak and those who care for somebody stay near; public-welfare posts go to them first.
fn form(rng: &mut Rng, person: &Person) -> (WorkForm, bool) {
    let weak = person.labour == Labour::Weak || person.age >= 60;
    let table = jobs::FORMS.map(|((form, near), weight)| {
        let held = weak || person.care_duty;
        let factor = match (form, near) {
            (WorkForm::PublicPost, _) => [7, 44][usize::from(weak)],
            (WorkForm::Workshop, _) => [9, 17][usize::from(weak)],
            (_, true) => [12, 9][usize::from(held)],
            (_, false) => [12, 5][usize::from(held)],
        };
        ((form, near), weight * factor)
    });
    rng.weighted(&table)
}

fn job(rng: &mut Rng, form: WorkForm, near: bool, weak: bool) -> Job {
    let table: &[(Job, u32)] = match (form, near) {
        (WorkForm::PublicPost, _) => &jobs::WELFARE,
        (WorkForm::Workshop, _) => &jobs::WORKSHOP,
        (WorkForm::Flexible, _) => &jobs::CASUAL,
        (WorkForm::SelfEmployed, _) => &jobs::OWN,
        (_, true) => &jobs::NEAR,
        (_, false) => &jobs::AWAY,
    };
    loop {
        let job = rng.weighted(table);
        if !(weak && job.weight == Weight::Heavy) {
            return job;
        }
    }
}

fn place(county: &County, rng: &mut Rng, near: bool) -> (u32, [String; 3]) {
    let home = county.plan.county.county();
    if near {
        return (home, ["山西省".to_owned(), county.city.clone(), county.name.clone()]);
    }
    let (code, names, _) = jobs::DESTINATIONS[rng.weighted(&jobs::destinations(home))];
    (code, names.map(str::to_owned))
}

fn employer(county: &County, rng: &mut Rng, person: &Person, form: WorkForm, job: &Job, place: &[String; 3]) -> String {
    let village = &county.villages[county.households[person.household].village];
    match form {
        WorkForm::PublicPost => village.name.clone(),
        WorkForm::Flexible => "个人零工".to_owned(),
        WorkForm::SelfEmployed => format!("{}{}", person.name, job.title),
        WorkForm::Workshop => {
            let township = &county.townships[village.township].name;
            format!("{township}{}扶贫车间", job.trade)
        }
        _ => firms::name(rng, &place[2], job.trade),
    }
}

fn channel(rng: &mut Rng, form: WorkForm) -> Channel {
    match form {
        WorkForm::PublicPost => Channel::PublicPost,
        WorkForm::Workshop => Channel::Workshop,
        WorkForm::SelfEmployed | WorkForm::Flexible => Channel::SelfArranged,
        _ => rng.weighted(&[
            (Channel::SelfArranged, 34),
            (Channel::Relatives, 30),
            (Channel::Government, 14),
            (Channel::Enterprise, 8),
            (Channel::Cooperation, 6),
            (Channel::Broker, 4),
            (Channel::Online, 3),
            (Channel::Other, 1),
        ]),
    }
}

pub(super) fn round(amount: f64, step: f64) -> i64 {
    ((amount / step + 0.5) as i64) * step as i64
}

//! What a change does to the records of a market. The same as if the ledger really said so; only a line is no record.

use super::change::{Change, Post, Who, Whose, Wish};
use crate::bridge::gather::Edits;
use crate::bridge::workbench::Workbench;
use crate::ids;
use domain::bridge::{Decision, Verdict};
use domain::error::Refusal;
use domain::ids::VacancyId;
use domain::ledger::Person;
use domain::money::Fen;
use domain::places::{Area, Region};
use domain::vacancies::{State, Vacancy};
use matching::{Licences, Line};
use uuid::Uuid;

/// Puts a change on top of others.
pub(super) fn apply(change: &Change, bench: &Workbench, edits: &mut Edits) -> Result<(), Refusal> {
    match change {
        Change::Seats { vacancy, more } => {
            let mut changed = vacancy_of(*vacancy, bench, edits)?;
            changed.headcount = Some(changed.seats().saturating_add_signed(*more));
            edits.vacancies.insert(changed.id, changed);
        }
        Change::Close { vacancy } => {
            let closed = Vacancy { state: State::Closed, ..vacancy_of(*vacancy, bench, edits)? };
            edits.vacancies.insert(closed.id, closed);
        }
        Change::Post(post) => {
            let region = if bench.region().contains(post.place) { post.place } else { bench.region() };
            let made = vacancy(post, region, edits.vacancies.len());
            edits.vacancies.insert(made.id, made);
        }
        Change::Course { what, who } => {
            for person in learners(what, who, bench, edits) {
                edits.persons.insert(person.id, person);
            }
        }
        Change::Line { from, to } => {
            edits.lines.push(Line { from: from.iter().map(|region| region.area()).collect(), to: to.area() });
        }
        Change::Reach { area, km } => reach(area.area(), *km, bench, edits),
        Change::Relax { whose, wish } => {
            for mut person in people(*whose, bench, edits) {
                relax(&mut person, *wish, bench, edits);
                edits.persons.insert(person.id, person);
            }
        }
    }
    Ok(())
}

/// A vacancy as the changes before this one left it.
fn vacancy_of(id: VacancyId, bench: &Workbench, edits: &Edits) -> Result<Vacancy, Refusal> {
    let found = edits.vacancies.get(&id).or_else(|| bench.vacancy(id));
    found.cloned().ok_or_else(|| Refusal::new(1002).with("record", domain::say::Arg::Key("record-vacancy".into())))
}

/// A person as the changes before this one left them.
fn now(person: &Person, edits: &Edits) -> Person {
    edits.persons.get(&person.id).unwrap_or(person).clone()
}

/// A post as a vacancy. Its id stands behind all others and depends on nothing, so that the same question has the same answer.
fn vacancy(post: &Post, region: Region, number: usize) -> Vacancy {
    let id = VacancyId(Uuid::from_u128(u128::MAX - number as u128));
    let pay = post.pay.map(|yuan| Fen::yuan(yuan.into()));
    Vacancy {
        headcount: Some(post.seats),
        place_region: Some(post.place),
        pay_min: pay,
        pay_max: pay,
        hours: post.hours.clone(),
        board: post.board,
        weight: post.weight,
        channel: post.channel,
        ..Vacancy::new(id, region.county_region(), post.title.clone(), State::Open)
    }
}

/// Who takes part in a course and lacks what it teaches, with the certificate in hand; a trade without a licence counts as a skill.
fn learners(what: &str, who: &Who, bench: &Workbench, edits: &Edits) -> Vec<Person> {
    let licence = Licences::proved(what);
    let has = |person: &Person| match licence.is_empty() {
        true => person.skills.iter().any(|skill| skill.contains(what)),
        false => person.certificates.iter().any(|paper| licence.without(Licences::proved(paper)).is_empty()),
    };
    let asked = |person: &Person, home: Region| match who {
        Who::Persons(persons) => persons.contains(&person.id),
        Who::Household(household) => person.household == *household,
        Who::Area(area) => area.area().contains(home),
    };
    let asked = bench.people().filter(|(person, home)| asked(person, *home));
    let lacking = asked.map(|(person, _)| now(person, edits)).filter(|person| !has(person));
    let taught = lacking.map(|mut person| {
        let list = if licence.is_empty() { &mut person.skills } else { &mut person.certificates };
        list.push(what.to_owned());
        person
    });
    taught.collect()
}

/// People of an area may go this far every day; whoever said they go farther still do.
fn reach(area: Area, km: u32, bench: &Workbench, edits: &mut Edits) {
    for (person, _) in bench.people().filter(|(_, home)| area.contains(*home)) {
        let mut person = now(person, edits);
        let mut constraints = person.constraints.take().unwrap_or_default();
        let settings = &bench.now.market.context.settings;
        let general = if constraints.care_duty { settings.care_km } else { settings.daily_km };
        constraints.max_km = Some(constraints.max_km.unwrap_or(general).max(km));
        person.constraints = Some(constraints);
        edits.persons.insert(person.id, person);
    }
}

fn people(whose: Whose, bench: &Workbench, edits: &Edits) -> Vec<Person> {
    let mine = |person: &&Person| match whose {
        Whose::Household(household) => person.household == household,
        Whose::Person(id) => person.id == id,
    };
    bench.people().map(|(person, _)| person).filter(mine).map(|person| now(person, edits)).collect()
}

/// Gives up one wish of a person. Age, capacity, licences and care stay what they are.
fn relax(person: &mut Person, which: Wish, bench: &Workbench, edits: &mut Edits) {
    let mut wish = person.wish.take().unwrap_or_default();
    match which {
        Wish::Pay => (wish.pay_min, wish.pay_max) = (None, None),
        Wish::Occupation => wish.jobs.clear(),
        Wish::Board => wish.board = None,
        Wish::Distance => {
            (wish.place, wish.place_code, wish.region_class) = (None, None, None);
            if let Some(constraints) = &mut person.constraints {
                constraints.max_km = None;
            }
        }
        Wish::Willing => {
            wish.willing = Some(true);
            wish.no_work_reason =
                wish.no_work_reason.filter(|reason| *reason != domain::codes::NoWorkReason::Unwilling);
        }
        Wish::Refusals => {
            let refused = bench.decided().iter().filter(|pair| pair.person == person.id);
            let refused = refused.filter(|pair| pair.verdict == Verdict::Refused);
            let open = refused
                .map(|pair| Decision::new(ids::fresh(), person.id, pair.vacancy, Verdict::Open, pair.decided_on));
            edits.decisions.extend(open);
        }
    }
    person.wish = Some(wish);
}

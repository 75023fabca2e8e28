//! Sample records. ID numbers have the sequence codes 980-999 that are given to nobody; phones begin with 1990000.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Actor;
use domain::codes::{Labour, Relation, WorkForm};
use domain::door::CommandKind;
use domain::facts::{Change, Record};
use domain::ids::{CommandId, HouseholdId, PersonId, SpellId, VacancyId};
use domain::ledger::{Household, IdNumber, Label, LabelKind, Person, Phone, Spell};
use domain::places::{Area, Region};
use domain::vacancies::{State, Vacancy};
use std::sync::atomic::{AtomicU64, Ordering};
use store::Entry;
use uuid::Uuid;

/// Ids in the form of UUIDv7, one after the other.
pub(crate) fn id() -> Uuid {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let n = u128::from(NEXT.fetch_add(1, Ordering::Relaxed));
    Uuid::from_u128(0x0172_0000_0000_7000_8000_0000_0000_0000 | n)
}

pub(crate) const COUNTY: u32 = 140222;

pub(crate) fn region(code: u64) -> Region {
    Region::new(code).unwrap()
}

pub(crate) fn village(n: u64) -> Region {
    region(140_222_100_200 + n)
}

pub(crate) fn county() -> Area {
    Region::from_six(COUNTY).unwrap().area()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn now() -> DateTime<Utc> {
    "2020-06-01T08:00:00.123Z".parse().unwrap()
}

/// A number with a right check character; different for different `n` below 20 × 36,500.
pub(crate) fn id_number(n: u32) -> IdNumber {
    let born = day("1920-01-01") + chrono::Days::new(u64::from(n / 20));
    let digits = format!("140222{}{}", born.format("%Y%m%d"), 980 + n % 20);
    let sum: u32 = digits.bytes().enumerate().map(|(at, digit)| u32::from(digit - b'0') * (1 << (17 - at)) % 11).sum();
    let check = b"10X98765432"[(sum % 11) as usize] as char;
    IdNumber::new(format!("{digits}{check}"))
}

pub(crate) fn phone(n: u32) -> Phone {
    Phone::new(format!("1990000{:04}", n % 10_000))
}

pub(crate) fn entry(kind: CommandKind) -> Entry {
    Entry {
        command: CommandId(id()),
        kind,
        actor: Actor::CommandLine,
        at: now(),
        origin: "test".into(),
        about: None,
        note: None,
        two_answers: 0,
    }
}

pub(crate) fn household(place: u64, head: &str) -> Household {
    let mut household = Household::new(HouseholdId(id()), village(place));
    household.head_name = Some(head.into());
    household.labels = vec![Label::open(LabelKind::Lifted)];
    household
}

pub(crate) fn person(household: &Household, name: &str, n: u32) -> Person {
    let mut person = Person::new(PersonId(id()), household.id, name.into());
    person.id_no = Some(id_number(n));
    person.phone = Some(phone(n));
    person.relation = Some(Relation::Head);
    person.labour = Some(Labour::Ordinary);
    person.note = Some(format!("家里电话{}", phone(n + 1).as_str()));
    person
}

pub(crate) fn spell(person: &Person) -> Spell {
    let mut spell = Spell::new(SpellId(id()), person.id);
    spell.form = Some(WorkForm::ALL[0]);
    spell.start = Some("2020-03".parse().unwrap());
    spell.place = Some("大同市平城区".into());
    spell
}

pub(crate) fn vacancy(title: &str, state: State) -> Vacancy {
    let mut vacancy = Vacancy::new(VacancyId(id()), Region::from_six(COUNTY).unwrap(), title.into(), state);
    vacancy.contact_phone = Some(phone(77));
    vacancy.posted_on = Some(day("2020-05-01"));
    vacancy
}

pub(crate) fn made(record: Record) -> Change {
    Change::new(record)
}

/// A household of two with a spell, as changes.
pub(crate) fn family(place: u64, n: u32) -> (Household, Person, Person, Spell, Vec<Change>) {
    let household = household(place, "王小明");
    let head = person(&household, "王小明", n);
    let mut wife = person(&household, "李秀英", n + 1);
    wife.relation = None;
    let spell = spell(&head);
    let changes = vec![
        made(Record::Spell(spell.clone())),
        made(Record::Person(head.clone())),
        made(Record::Person(wife.clone())),
        made(Record::Household(household.clone())),
    ];
    (household, head, wife, spell, changes)
}

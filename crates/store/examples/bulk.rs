//! How fast the store is: a ledger of N persons goes in as one transaction, is listed, changed, verified, and taken back.
//!
//! `cargo run --release -p store --example bulk -- [PERSONS] [postgres://… KEYFILE]` (default: 50,000 persons, SQLite in a temporary directory).

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a measuring tool")]

use chrono::NaiveDate;
use domain::access::Actor;
use domain::codes::{Labour, Relation};
use domain::door::CommandKind;
use domain::facts::{Change, Record};
use domain::ids::{CommandId, HouseholdId, PersonId, SpellId};
use domain::ledger::now::{HouseholdNow, now};
use domain::ledger::zero_employment::Member;
use domain::ledger::{Household, IdNumber, Label, LabelKind, Person, Phone, Spell};
use domain::places::{Area, Level, Region};
use std::time::Instant;
use store::{Entry, HouseholdFilter, HouseholdSort, Page, Reader, Store, StoreError, Target};
use uuid::Uuid;

const COUNTY: u32 = 140_222;
const SURNAMES: [&str; 10] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const GIVEN: [&str; 20] = [
    "小明", "秀英", "建国", "志强", "桂兰", "玉梅", "海燕", "永红", "晓东", "丽华", "春生", "福贵", "文斌", "淑芬",
    "俊杰", "雪梅", "国庆", "立新", "巧云", "成龙",
];

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let persons: usize = arguments.first().map_or(50_000, |n| n.parse().unwrap());
    let directory = tempfile::tempdir().unwrap();
    let target = match &arguments[..] {
        [_, url, keys] => Target::Postgres { url: url.clone(), keys: keys.into() },
        _ => Target::Directory(directory.path().to_owned()),
    };
    let store = Store::open(target).await.unwrap();
    let changes = ledger(persons);
    println!("{} changes made, peak {} MB", changes.len(), peak());
    let area = Region::from_six(COUNTY).unwrap().area();

    for (n, part) in changes.chunks(100_000).enumerate() {
        let (part, count) = (part.to_vec(), part.len());
        let (begun, before) = (Instant::now(), cpu());
        append(&store, n as u128, CommandKind::ImportSheet, part).await;
        println!(
            "append {count} new records: {:.2?}, {:.2} s CPU, peak {} MB",
            begun.elapsed(),
            cpu() - before,
            peak()
        );
    }
    let (begun, before) = (Instant::now(), cpu());
    let count = rebuild(&store, area).await;
    println!(
        "scan and rebuild of {count} households: {:.2?}, {:.2} s CPU, peak {} MB",
        begun.elapsed(),
        cpu() - before,
        peak()
    );
    let begun = Instant::now();
    let verified = store.read().verify_journal(COUNTY).await.unwrap();
    println!("verify journal {verified:?}: {:.2?}", begun.elapsed());
    lists(&store.read(), area).await;

    let edits: Vec<Change> = changes.iter().filter_map(edited).take(10_000).collect();
    let (begun, before) = (Instant::now(), cpu());
    append(&store, 1 << 90, CommandKind::EditPerson, edits).await;
    println!("change 10,000 persons: {:.2?}, {:.2} s CPU", begun.elapsed(), cpu() - before);
    if persons <= 100_000 {
        let back = changes
            .iter()
            .map(|change| edited(change).map_or_else(|| change.clone(), |edit| Change::new(edit.after.unwrap())));
        let back: Vec<Change> = back.map(Change::reversed).collect();
        let (begun, before) = (Instant::now(), cpu());
        append(&store, 1 << 91, CommandKind::UndoImport, back).await;
        println!("take back everything: {:.2?}, {:.2} s CPU, peak {} MB", begun.elapsed(), cpu() - before, peak());
    }
    store.close().await;
}

async fn append(store: &Store, n: u128, kind: CommandKind, changes: Vec<Change>) {
    let entry = Entry {
        command: CommandId(Uuid::from_u128(n)),
        kind,
        actor: Actor::CommandLine,
        at: "2020-06-01T08:00:00Z".parse().unwrap(),
        origin: "bulk".into(),
        about: None,
        note: None,
        two_answers: 0,
    };
    let done: Result<_, StoreError> =
        store.write(COUNTY, move |tx| Box::pin(async move { tx.append(&entry, &changes).await })).await;
    done.unwrap();
}

async fn rebuild(store: &Store, area: Area) -> usize {
    let day: NaiveDate = "2020-06-01".parse().unwrap();
    let done: Result<usize, StoreError> = store
        .write(COUNTY, move |tx| {
            Box::pin(async move {
                tx.clear_now().await?;
                let mut scan = tx.scan(area, 1000);
                let mut count = 0;
                while let Some(families) = scan.next().await? {
                    let (mut households, mut persons): (Vec<HouseholdNow>, Vec<_>) = (Vec::new(), Vec::new());
                    for family in &families {
                        let spells: Vec<Vec<Spell>> =
                            family.members.iter().map(|(_, s)| s.iter().map(|s| s.record.clone()).collect()).collect();
                        let members: Vec<Member<'_>> = family
                            .members
                            .iter()
                            .zip(&spells)
                            .map(|((person, _), spells)| Member { person: &person.record, spells })
                            .collect();
                        let profile = domain::profile::on(day);
                        let (household, mut members) = now(&family.household.record, &members, false, day, profile);
                        households.push(household);
                        persons.append(&mut members);
                    }
                    count += households.len();
                    tx.put_now(day, &households, &persons).await?;
                }
                Ok(count)
            })
        })
        .await;
    done.unwrap()
}

async fn lists(read: &Reader, area: Area) {
    let filters = [
        ("all", HouseholdFilter::default()),
        ("zero-employment", HouseholdFilter { zero_employment: Some(true), ..Default::default() }),
        ("label", HouseholdFilter { labels: vec![LabelKind::Dibao], ..Default::default() }),
        ("name", HouseholdFilter { text: "王小明".into(), ..Default::default() }),
        ("surname", HouseholdFilter { text: "王".into(), ..Default::default() }),
        ("initials", HouseholdFilter { text: "wxm".into(), ..Default::default() }),
        ("pinyin", HouseholdFilter { text: "wangxiao".into(), ..Default::default() }),
        ("tail", HouseholdFilter { text: "0017".into(), ..Default::default() }),
        ("no village", HouseholdFilter { without_village: true, ..Default::default() }),
    ];
    for (name, filter) in filters {
        for sort in [HouseholdSort::Place, HouseholdSort::Head, HouseholdSort::Since] {
            let mut best = std::time::Duration::MAX;
            let mut total = 0;
            for _ in 0..5 {
                let begun = Instant::now();
                total = read.household_list(area, &filter, sort, Page::first(50)).await.unwrap().total;
                best = best.min(begun.elapsed());
            }
            println!("list {name} by {sort:?}: {total} rows, {best:.1?}");
        }
    }
    let begun = Instant::now();
    let townships = read.counts_by(area, Level::Township).await.unwrap();
    println!("figures of {} townships: {:.1?}", townships.len(), begun.elapsed());
}

fn edited(change: &Change) -> Option<Change> {
    let Some(Record::Person(person)) = &change.after else { return None };
    let mut later = person.clone();
    later.ethnic = Some("汉族".into());
    Some(Change { before: change.after.clone(), after: Some(Record::Person(later)) })
}

fn ledger(persons: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut id = 0x0172_0000_0000_7000_8000_0000_0000_0000u128;
    let mut next = || {
        id += 1;
        Uuid::from_u128(id)
    };
    for n in 0..persons {
        if n % 5 == 0 || n % 5 == 2 {
            let region =
                Region::new(140_222_100_200 + (n as u64 * 7919 % 230) * 1000 % 20_000 + n as u64 % 30).unwrap();
            let mut household = Household::new(HouseholdId(next()), region);
            household.no = Some(format!("1402220{n:07}"));
            household.head_name = Some(name(n));
            household.labels = vec![Label::open(LabelKind::ALL[n % 7])];
            changes.push(Change::new(Record::Household(household)));
        }
        let Some(Change { after: Some(Record::Household(household)), .. }) =
            changes.iter().rev().find(|c| matches!(c.after, Some(Record::Household(_))))
        else {
            continue;
        };
        let mut person = Person::new(PersonId(next()), household.id, name(n));
        person.id_no = Some(id_number(n));
        person.phone = Some(Phone::new(format!("1990000{:04}", n % 10_000)));
        person.relation = Some(if n % 5 == 0 || n % 5 == 2 { Relation::Head } else { Relation::Spouse });
        person.labour = Some(Labour::Ordinary);
        person.skills = vec!["养殖".into(), "电焊".into()];
        let spell = (n % 5 < 3).then(|| {
            let mut spell = Spell::new(SpellId(next()), person.id);
            spell.start = Some("2020-03".parse().unwrap());
            spell.end = (n % 4 == 0).then(|| "2020-05".parse().unwrap());
            spell.place = Some("大同市平城区".into());
            spell.employer = Some("某建筑工程有限公司".into());
            Change::new(Record::Spell(spell))
        });
        changes.push(Change::new(Record::Person(person)));
        changes.extend(spell);
    }
    changes
}

fn name(n: usize) -> String {
    format!("{}{}", SURNAMES[n * 31 % 97 % 10], GIVEN[n * 17 % 89 % 20])
}

fn id_number(n: usize) -> IdNumber {
    let born = "1930-01-01".parse::<NaiveDate>().unwrap() + chrono::Days::new(n as u64 / 20);
    let digits = format!("140222{}{}", born.format("%Y%m%d"), 980 + n % 20);
    let sum: u32 = digits.bytes().enumerate().map(|(at, digit)| u32::from(digit - b'0') * (1 << (17 - at)) % 11).sum();
    IdNumber::new(format!("{digits}{}", b"10X98765432"[(sum % 11) as usize] as char))
}

/// Processor time used so far by all threads, in seconds.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// Most memory used so far, in megabytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

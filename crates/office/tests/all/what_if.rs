//! What-ifs: each answer is that of a run on the ledger really changed, and says so in words that can be counted.

use crate::support::files::{Member, Post as Line, county, head, name, posts, roster, village};
use crate::support::{Home, clerk, demo_county, number, somebody, today};
use domain::access::Role;
use domain::door::{Command, Edit};
use domain::facts::RecordId;
use domain::ids::{HouseholdId, VacancyId};
use domain::ledger::Person;
use domain::vacancies::State;
use office::bridge::what_if::{Change, Post, Reached, Who, Whose, Wish};
use serde_json::{Value, json};

/// What a fresh run reaches.
async fn run(home: &Home) -> Reached {
    let figures = home.office.run_bridge(&clerk(), today(), &|_| ()).await.unwrap().figures;
    Reached {
        covered: figures.covered,
        welfare: figures.covered_by_welfare,
        placed: figures.placed,
        score: figures.score,
    }
}

async fn edit_vacancy(home: &Home, id: VacancyId, field: &str, value: Value) {
    let seen = home.state().await.version(RecordId::Vacancy(id));
    let edit = Edit { seen, fields: vec![(field.to_owned(), value)] };
    home.submit(&clerk(), Command::EditVacancy { id, edit }).await.unwrap();
}

/// Edits a field of everybody of whom it is to be edited.
async fn edit_people(home: &Home, field: &str, edited: impl Fn(&Person) -> Option<Value>) {
    let state = home.state().await;
    for person in state.persons() {
        let Some(value) = edited(person) else { continue };
        let seen = state.version(RecordId::Person(person.id));
        let edit = Edit { seen, fields: vec![(field.to_owned(), value)] };
        home.submit(&clerk(), Command::EditPerson { id: person.id, edit }).await.unwrap();
    }
}

/// Changes the ledger as a change says, by the commands people would give.
async fn really(home: &Home, change: &Change) {
    match change {
        Change::Seats { vacancy, more } => {
            let state = home.state().await;
            let seats = state.vacancies().into_iter().find(|one| one.id == *vacancy).unwrap().seats();
            edit_vacancy(home, *vacancy, "headcount", json!(seats.saturating_add_signed(*more))).await;
        }
        Change::Close { vacancy } => {
            let command = Command::SetVacancyState { ids: vec![*vacancy], state: State::Closed };
            home.submit(&clerk(), command).await.unwrap();
        }
        Change::Course { what, .. } => {
            let learn = |person: &Person| {
                let mut papers = person.certificates.clone();
                (!papers.iter().any(|paper| paper.contains("电工"))).then(|| {
                    papers.push(what.clone());
                    json!(papers)
                })
            };
            edit_people(home, "certificates", learn).await;
        }
        Change::Reach { km, .. } => {
            let farther = |person: &Person| {
                let mut limits = person.constraints.clone().unwrap_or_default();
                let general = if limits.care_duty { 15 } else { 30 };
                limits.max_km = Some(limits.max_km.unwrap_or(general).max(*km));
                Some(json!(limits))
            };
            edit_people(home, "constraints", farther).await;
        }
        Change::Relax { whose: Whose::Household(household), .. } => {
            let anywhere = |person: &Person| {
                (person.household == *household).then(|| {
                    let mut wish = person.wish.clone().unwrap_or_default();
                    (wish.place, wish.place_code, wish.region_class) = (None, None, None);
                    json!(wish)
                })
            };
            edit_people(home, "wish", anywhere).await;
            let unlimited = |person: &Person| {
                let limits = person.constraints.clone().filter(|_| person.household == *household)?;
                Some(json!(domain::ledger::Constraints { max_km: None, ..limits }))
            };
            edit_people(home, "constraints", unlimited).await;
        }
        other => panic!("{other}"),
    }
}

/// Asks, changes the ledger, runs: the three must tell the same story.
async fn holds(home: &Home, changes: &[Change]) {
    let before = run(home).await;
    let answer = home.office.what_if(&clerk(), today(), changes).await.unwrap();
    assert_eq!(answer.before, before, "{changes:?}");
    for change in changes {
        really(home, change).await;
    }
    assert_eq!(answer.after, run(home).await, "{changes:?}");
    let gain = answer.gained.len() as i64 - answer.lost.len() as i64;
    assert_eq!(gain, i64::from(answer.after.covered) - i64::from(answer.before.covered));
    let (came, went) = (
        answer.moves.iter().filter(|one| one.from.is_none()).count() as i64,
        answer.moves.iter().filter(|one| one.to.is_none()).count() as i64,
    );
    assert_eq!(came - went, i64::from(answer.after.placed) - i64::from(answer.before.placed));
    assert_eq!((answer.proof[0].key.as_ref(), answer.elsewhere), ("what-if-exact", 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_that_of_a_run_on_the_ledger_so_changed() {
    let home = demo_county(220, 11).await;
    let open: Vec<VacancyId> =
        home.state().await.vacancies().iter().filter(|one| one.open_on(today())).map(|one| one.id).collect();
    let households: Vec<HouseholdId> = home.state().await.households().iter().map(|one| one.id).collect();
    let relax = |n: usize| Change::Relax { whose: Whose::Household(households[n]), wish: Wish::Distance };
    holds(&home, &[]).await;
    holds(&home, &[Change::Seats { vacancy: open[0], more: 3 }]).await;
    holds(&home, &[Change::Close { vacancy: open[1] }, Change::Seats { vacancy: open[2], more: -1 }]).await;
    holds(&home, &[Change::Course { what: "电工证".to_owned(), who: Who::Area(county()) }]).await;
    holds(&home, &[Change::Reach { area: county(), km: 45 }, relax(3)]).await;
    holds(&home, &[relax(7), Change::Close { vacancy: open[3] }, Change::Seats { vacancy: open[4], more: 2 }]).await;
    assert_eq!(home.sound().await.households().len(), households.len());
}

/// Two households of one village for one seat, and one of another.
async fn short() -> Home {
    let home = Home::lite().await;
    let people: Vec<Member> = (1..=3).map(|n| Member { village: 0, ..head(n) }).collect();
    home.import(roster("花名册.csv", &people)).await;
    home.import(posts("岗位.csv", &[Line::new("天镇县甲公司", "保洁员", 1)])).await;
    home.office.screen_all(&clerk()).await.unwrap();
    home
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_post_more_is_a_household_more_by_name() {
    let home = short().await;
    let before = run(&home).await;
    assert_eq!(before.covered, 1);
    let post = Post {
        title: "保洁员".to_owned(),
        place: village(0),
        seats: 1,
        channel: None,
        pay: Some(1_800),
        weight: None,
        board: None,
        hours: None,
    };
    let answer = home.office.what_if(&clerk(), today(), &[Change::Post(post)]).await.unwrap();
    assert_eq!((answer.before, answer.after.covered), (before, 2));
    assert_eq!((answer.gained.len(), answer.lost.len()), (1, 0));
    let gained = &answer.gained[0];
    assert!((1..=3).any(|n| gained.head.as_deref() == Some(&name(n))));
    let seats: Vec<_> = answer.moves.iter().filter_map(|one| one.to.as_ref()).collect();
    assert!(seats.iter().any(|seat| seat.vacancy.is_none() && seat.title == "保洁员"), "{seats:?}");
    // Nothing was written, and nobody who has a proposal was moved without need.
    assert!(answer.moves.len() <= 2);
    assert_eq!(run(&home).await, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_gained_is_said_with_its_reason() {
    let home = short().await;
    run(&home).await;
    let course = Change::Course { what: "电工证".to_owned(), who: Who::Area(county()) };
    let answer = home.office.what_if(&clerk(), today(), &[course]).await.unwrap();
    assert_eq!(answer.after.covered, answer.before.covered);
    let short = answer.proof.iter().find(|sentence| sentence.key == "what-if-still-short").unwrap();
    assert_eq!(format!("{:?}", short.args), r#"[("households", Int(3)), ("seats", Int(1))]"#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_helps_is_tried_before_it_is_said() {
    let home = short().await;
    run(&home).await;
    let found = home.office.what_helps(&clerk(), today(), None).await.unwrap();
    assert_eq!(found[0].households(), 2, "{found:?}");
    for one in &found {
        let answer = home.office.what_if(&clerk(), today(), std::slice::from_ref(&one.change)).await.unwrap();
        assert_eq!((answer.before, answer.after), (one.before, one.after));
        assert!(one.households() > 0);
    }
    assert!(found.windows(2).all(|two| two[0].households() >= two[1].households()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_stay_in_the_area_of_the_reader() {
    let home = short().await;
    run(&home).await;
    let vacancy = home.state().await.vacancies()[0].id;
    let more = [Change::Seats { vacancy, more: 2 }];
    let elsewhere = somebody(Role::Helper, village(1).township());
    let answer = home.office.what_if(&elsewhere, today(), &more).await.unwrap();
    assert_eq!((answer.after.covered, answer.moves.len(), answer.elsewhere), (3, 0, 2));
    assert!(answer.gained.iter().all(|one| one.head.is_none()));
    // Another county does not know the vacancy.
    let neighbour = somebody(Role::Clerk, domain::places::Region::from_six(140_221).unwrap());
    assert_eq!(number(home.office.what_if(&neighbour, today(), &more).await.map(|answer| answer.after)), 1002);
}

#[test]
fn what_is_written_is_read_again() {
    for text in [
        "seats:vacancy=019a0000-0000-7000-8000-000000000001;more=-2",
        "close:vacancy=019a0000-0000-7000-8000-000000000001",
        "post:title=缝纫工;place=140222105;seats=4;channel=local;pay=2400;weight=light;board=none;hours=白班",
        "course:what=电工证;area=140222",
        "course:what=缝纫;person=019a0000-0000-7000-8000-000000000001+019a0000-0000-7000-8000-000000000002",
        "line:from=140222105+140222106201;to=140222100",
        "reach:area=140222105;km=40",
        "relax:household=019a0000-0000-7000-8000-000000000001;wish=distance",
    ] {
        assert_eq!(text.parse::<Change>().map(|change| change.to_string()).as_deref(), Ok(text));
    }
}

#[test]
fn what_makes_no_sense_is_named() {
    for (text, name) in [("post:title=x;place=140222;seats=many", "seats"), ("tea:x=1", "kind"), ("reach:km=3", "area")]
    {
        let refusal = text.parse::<Change>().unwrap_err();
        assert_eq!((refusal.number.0, &refusal.message.args[0].1), (1311, &name.into()), "{text}");
    }
}

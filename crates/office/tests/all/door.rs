//! The door: who may do what where, once.

use crate::support::files::{Post, county, head, id_no, member, name, phone, posts, roster, spells, village};
use crate::support::{Home, State, clerk, day, envelope, number, somebody, today};
use domain::access::{Role, may};
use domain::bridge::{Figures, Verdict};
use domain::door::{Command, CommandKind, Edit};
use domain::facts::RecordId;
use domain::ids::{AccountId, AnswerId, BatchId, HouseholdId, PersonId, RunId, SpellId, VacancyId};
use domain::ledger::Spell;
use domain::places::Region;
use domain::vacancies::State as VacancyState;
use office::OfficeError;
use serde_json::{Value, json};
use uuid::Uuid;

/// Two households in two townships, one spell each, two vacancies.
async fn fill(home: &Home) -> State {
    let (one, two) = (head(1), head(2));
    assert_ne!(village(one.village).township(), village(two.village).township());
    home.import(roster("花名册.csv", &[one.clone(), member(&one, 11, "配偶"), two.clone(), member(&two, 12, "配偶")]))
        .await;
    let line = |n: u32| [name(n), id_no(n), "大兴物流有限公司".into(), "2020年1月".into(), String::new()];
    let lines = [line(1), line(2)];
    let lines = lines.each_ref().map(|line: &[String; 5]| line.each_ref().map(String::as_str));
    home.import(spells("务工.csv", &lines)).await;
    home.import(posts("岗位.csv", &[Post::new("天镇县甲公司", "缝纫工", 1), Post::new("天镇县甲公司", "普工", 3)]))
        .await;
    home.office.screen_all(&clerk()).await.unwrap();
    home.sound().await
}

fn edit(seen: i64, field: &str, value: Value) -> Edit {
    Edit { seen, fields: vec![(field.into(), value)] }
}

/// The records that a set of commands is about.
#[derive(Clone, Copy)]
struct Targets {
    household: HouseholdId,
    person: PersonId,
    spell: SpellId,
    vacancy: VacancyId,
    answer: AnswerId,
    batch: BatchId,
    account: AccountId,
    region: Region,
}

/// Records of a person and what is near.
fn near(state: &State, who: &str, home: Region) -> Targets {
    let person = state.person(who);
    Targets {
        household: person.household,
        person: person.id,
        spell: state.spells().into_iter().find(|spell| spell.person == person.id).unwrap().id,
        vacancy: state.vacancies()[0].id,
        answer: AnswerId(Uuid::nil()),
        batch: BatchId(Uuid::nil()),
        account: AccountId(Uuid::nil()),
        region: home,
    }
}

/// A command of each kind about the targets.
fn commands(t: Targets) -> Vec<Command> {
    let id = office::ids::fresh;
    vec![
        import(),
        Command::UndoImport { batch: t.batch },
        Command::EditHousehold { id: t.household, edit: edit(9, "note", json!("走访过")) },
        Command::EditPerson { id: t.person, edit: edit(9, "note", json!("想进厂")) },
        Command::EditVacancy { id: t.vacancy, edit: edit(9, "note", json!("已核实")) },
        Command::AddSpell { spell: Box::new(Spell::new(SpellId(id()), t.person)) },
        Command::EndSpell { id: t.spell, end: day("2020-03-20") },
        Command::SetVacancyState { ids: vec![t.vacancy], state: VacancyState::Closed },
        Command::ReviewVacancy {
            id: t.vacancy,
            edit: edit(9, "title", json!("缝纫工")),
            settled: Vec::new(),
            state: None,
            reason: None,
        },
        Command::RunBridge {
            run: RunId(id()),
            region: t.region,
            day: today(),
            profile: "2020".into(),
            whole: None,
            figures: Box::new(Figures::default()),
            proposals: Vec::new(),
            uncovered: Vec::new(),
            findings: Box::default(),
        },
        Command::DecideProposal {
            person: t.person,
            vacancy: t.vacancy,
            run: None,
            verdict: Verdict::Accepted,
            day: today(),
            reason: None,
        },
        reseat(),
        Command::ChooseAnswer { id: t.answer, take_newer: true },
        Command::Unmask { id: t.person, reason: "电话核实".into() },
        Command::ExportUnmasked { what: "ledger".into(), reason: "上报".into() },
        Command::ForgetPerson { id: t.person },
        Command::OpenAccount {
            id: AccountId(id()),
            login: format!("user{}", &id().simple().to_string()[20..]),
            name: "测试".into(),
            role: Role::Helper,
            area: t.region,
            password_hash: "$argon2id$test".into(),
        },
        Command::CloseAccount { id: t.account },
    ]
}

/// An import of nothing.
fn import() -> Command {
    Command::ImportSheet {
        batch: BatchId(office::ids::fresh()),
        file: "空.csv".into(),
        sha256: String::new(),
        as_of: today(),
        counts: Default::default(),
        corrections: Default::default(),
        changes: Vec::new(),
    }
}

/// A re-seating of a run that is not there.
fn reseat() -> Command {
    Command::Reseat {
        run: RunId(Uuid::nil()),
        seen: Vec::new(),
        day: today(),
        decided: Vec::new(),
        closed: Vec::new(),
        moves: Vec::new(),
        figures: Box::new(Figures { households: 1, ..Figures::default() }),
        households: Vec::new(),
        proposals: Vec::new(),
        uncovered: Vec::new(),
        findings: Box::default(),
    }
}

for_each_db! {
    async fn every_role_does_what_the_matrix_says_and_nothing_else(home: Home) {
        let state = fill(&home).await;
        let targets = near(&state, &name(1), county());
        assert_eq!(commands(targets).iter().map(Command::kind).collect::<Vec<_>>(), CommandKind::ALL);
        for role in Role::ALL {
            let scope = somebody(role, county());
            for command in commands(targets) {
                let kind = command.kind();
                let before = home.state().await;
                let result = home.submit(&scope, command).await;
                if !may(role, kind) {
                    assert_eq!(number(result), 1001, "{role:?} {kind:?}");
                    assert_eq!(home.state().await, before, "{role:?} {kind:?}");
                } else if let Err(error) = result {
                    assert_ne!(error.number().0, 1001, "{role:?} {kind:?}");
                    assert_eq!(home.state().await, before, "{role:?} {kind:?}");
                } else {
                    assert_eq!(home.state().await.entries, before.entries + 1, "{role:?} {kind:?}");
                }
            }
        }
        home.sound().await;
    }

    async fn a_command_is_carried_out_once_however_often_it_arrives(home: Home) {
        let state = fill(&home).await;
        let targets = near(&state, &name(1), county());
        let mut carried_out = 0;
        for command in commands(targets) {
            let role = Role::ALL.into_iter().find(|role| may(*role, command.kind())).unwrap();
            let (scope, sent) = (somebody(role, county()), envelope(command));
            let Ok(first) = home.office.submit(&scope, sent.clone()).await else { continue };
            carried_out += 1;
            let before = home.state().await;
            let again = futures(&home, &scope, &sent).await;
            assert!(again.iter().all(|receipt| *receipt == first), "{:?}: {again:?}", sent.command.kind());
            assert_eq!(home.state().await, before, "{:?}", sent.command.kind());
        }
        assert_eq!(carried_out, 14, "all but undoing, re-seating, choosing and closing what is not there");
        home.sound().await;
    }

    async fn what_lies_outside_the_area_is_not_there(home: Home) {
        let state = fill(&home).await;
        let unknown = Targets {
            household: HouseholdId(office::ids::fresh()),
            person: PersonId(office::ids::fresh()),
            spell: SpellId(office::ids::fresh()),
            ..near(&state, &name(2), county())
        };
        let inside = village(head(1).village);
        for (role, area) in [
            (Role::Helper, inside),
            (Role::Clerk, inside.township()),
            (Role::Crew, inside),
            (Role::Keeper, inside),
            (Role::Clerk, Region::from_six(140_221).unwrap()),
        ] {
            let scope = somebody(role, area);
            let theirs = commands(near(&state, &name(2), county()));
            for (theirs, unknown) in theirs.into_iter().zip(commands(unknown)) {
                let kind = theirs.kind();
                if !of_a_household(kind) || !may(role, kind) {
                    continue;
                }
                let before = home.state().await;
                let found = home.submit(&scope, theirs).await.unwrap_err();
                assert_eq!(found.number().0, 1002, "{role:?} {kind:?}");
                // The same words as for something that never was.
                let nothing = home.submit(&scope, unknown).await.unwrap_err();
                assert_eq!(found.refusal(), nothing.refusal(), "{role:?} {kind:?}");
                assert_eq!(home.state().await, before, "{role:?} {kind:?}");
            }
        }
        home.sound().await;
    }

    async fn different_fields_merge_and_the_same_field_has_two_answers(home: Home) {
        let state = fill(&home).await;
        let id = state.person(&name(1)).id;
        let seen = state.version(RecordId::Person(id));
        let by = somebody(Role::Helper, village(head(1).village));
        let set = |fields: &[(&str, &str)]| Command::EditPerson {
            id,
            edit: Edit { seen, fields: fields.iter().map(|(field, value)| ((*field).into(), json!(value))).collect() },
        };
        home.submit(&clerk(), set(&[("phone", &phone(501))])).await.unwrap();
        let receipt = home.submit(&by, set(&[("phone", &phone(502)), ("note", "想进厂")])).await.unwrap();
        assert_eq!(receipt.two_answers, 1);
        let state = home.sound().await;
        let person = state.person(&name(1));
        assert_eq!(person.note.as_deref(), Some("想进厂"), "another field merges");
        assert_eq!(person.phone.as_ref().unwrap().as_str(), phone(501), "the first answer stands until somebody chooses");
        let answer = &state.answers[0];
        assert_eq!((&answer.kept, &answer.newer), (&json!(phone(501)), &json!(phone(502))));
        let choose = |take_newer| Command::ChooseAnswer { id: answer.id, take_newer };
        let elsewhere = somebody(Role::Helper, village(head(2).village));
        assert_eq!(number(home.submit(&elsewhere, choose(true)).await), 1005);
        assert_eq!(home.state().await, state);
        home.submit(&clerk(), choose(true)).await.unwrap();
        let after = home.sound().await;
        assert_eq!(after.person(&name(1)).phone.as_ref().unwrap().as_str(), phone(502));
        assert!(after.answers.is_empty());
        assert_eq!(number(home.submit(&clerk(), choose(false)).await), 1005, "settled once");
    }
}

/// Commands about records of one household.
const fn of_a_household(kind: CommandKind) -> bool {
    use CommandKind as C;
    matches!(
        kind,
        C::EditHousehold
            | C::EditPerson
            | C::AddSpell
            | C::EndSpell
            | C::DecideProposal
            | C::Unmask
            | C::ForgetPerson
            | C::RunBridge
    )
}

/// The same envelope four times at once.
async fn futures(
    home: &Home,
    scope: &domain::access::Scope,
    sent: &domain::door::Envelope,
) -> Vec<domain::door::Receipt> {
    let send = || home.office.submit(scope, sent.clone());
    let (a, b, c, d) = tokio::join!(send(), send(), send(), send());
    [a, b, c, d].into_iter().map(|receipt| receipt.unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_value_that_came_after_the_conflict_is_not_lost_by_choosing() {
    let home = Home::lite().await;
    let state = fill(&home).await;
    let id = state.person(&name(1)).id;
    let seen = state.version(RecordId::Person(id));
    let set = |seen, value: u32| Command::EditPerson { id, edit: edit(seen, "phone", json!(phone(value))) };
    home.submit(&clerk(), set(seen, 501)).await.unwrap();
    home.submit(&clerk(), set(seen, 502)).await.unwrap();
    let state = home.state().await;
    home.submit(&clerk(), set(state.version(RecordId::Person(id)), 503)).await.unwrap();
    // Whoever chooses has seen 501 and 502, not 503.
    home.submit(&clerk(), Command::ChooseAnswer { id: state.answers[0].id, take_newer: true }).await.unwrap();
    let after = home.sound().await;
    assert_eq!(after.person(&name(1)).phone.as_ref().unwrap().as_str(), phone(503));
    let open: Vec<_> = after.answers.iter().map(|answer| (answer.kept.clone(), answer.newer.clone())).collect();
    assert_eq!(open, [(json!(phone(503)), json!(phone(502)))]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_gone_keeps_no_seat_and_what_is_gone_keeps_nobody() {
    let home = Home::lite().await;
    let state = fill(&home).await;
    let (one, two) = (state.person(&name(1)).id, state.person(&name(2)).id);
    let tight = state.vacancies().into_iter().find(|vacancy| vacancy.headcount == Some(1)).unwrap().id;
    let accept = |person, vacancy| {
        let (verdict, day) = (Verdict::Accepted, today());
        Command::DecideProposal { person, vacancy, run: None, verdict, day, reason: None }
    };
    home.submit(&clerk(), accept(one, tight)).await.unwrap();
    home.submit(&somebody(Role::Keeper, county()), Command::ForgetPerson { id: one }).await.unwrap();
    let (_, batch) = home.import(posts("更多.csv", &[Post::new("天镇县乙公司", "厨师", 1)])).await;
    let brief = home.state().await.vacancies().into_iter().find(|vacancy| vacancy.title == "厨师").unwrap().id;
    home.submit(&clerk(), accept(two, brief)).await.unwrap();
    home.office.undo_import(&clerk(), batch).await.unwrap();
    home.submit(&clerk(), accept(two, tight)).await.unwrap();
    home.sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn faulty_commands_are_refused_by_their_number_and_change_nothing() {
    let home = Home::lite().await;
    let state = fill(&home).await;
    let (one, two) = (state.person(&name(1)).id, state.person(&name(2)).id);
    let spell = state.spells()[0].clone();
    let tight = state.vacancies().into_iter().find(|vacancy| vacancy.headcount == Some(1)).unwrap().id;
    let wide = state.vacancies().into_iter().find(|vacancy| vacancy.headcount == Some(3)).unwrap().id;
    let decide = |person, vacancy, verdict| {
        let day = today();
        Command::DecideProposal { person, vacancy, run: None, verdict, day, reason: None }
    };
    home.submit(&clerk(), decide(one, tight, Verdict::Accepted)).await.unwrap();
    let account = |login: &str, area| Command::OpenAccount {
        id: AccountId(office::ids::fresh()),
        login: login.into(),
        name: "测试".into(),
        role: Role::Helper,
        area,
        password_hash: "$argon2id$test".into(),
    };
    home.submit(&somebody(Role::Keeper, county()), account("li", county())).await.unwrap();
    let person = |field, value| Command::EditPerson { id: one, edit: edit(9, field, value) };
    let backwards = Spell {
        id: SpellId(office::ids::fresh()),
        start: "2020-03".parse().ok(),
        end: "2020-01".parse().ok(),
        ..spell.clone()
    };
    let cases: Vec<(Role, Command, u16)> = vec![
        (Role::Clerk, person("shoe_size", json!(43)), 1003),
        (Role::Clerk, person("household", json!(Uuid::nil())), 1003),
        (Role::Clerk, person("labour", json!("strong")), 1004),
        (Role::Clerk, decide(two, wide, Verdict::Refused), 1301),
        (Role::Clerk, decide(two, tight, Verdict::Accepted), 1302),
        (Role::Clerk, decide(one, wide, Verdict::Pinned), 1303),
        (Role::Clerk, Command::AddSpell { spell: Box::new(backwards) }, 1121),
        (Role::Clerk, Command::AddSpell { spell: Box::new(spell.clone()) }, 1122),
        (Role::Clerk, Command::EndSpell { id: spell.id, end: day("2019-12-31") }, 1121),
        (Role::Clerk, Command::Unmask { id: one, reason: "  ".into() }, 1006),
        (Role::Clerk, Command::ExportUnmasked { what: "ledger".into(), reason: String::new() }, 1006),
        (Role::Keeper, account("wang", Region::from_six(140_221).unwrap()), 1007),
        (Role::Keeper, account("王 五", county()), 1008),
        (Role::Keeper, account("li", county()), 1009),
        (Role::Clerk, person("id_no", json!(id_no(2))), 3006),
    ];
    let before = home.sound().await;
    for (role, command, expected) in cases {
        let told = format!("{command:?}");
        let found: Result<_, OfficeError> = home.submit(&somebody(role, county()), command).await;
        assert_eq!(number(found), expected, "{told}");
        assert_eq!(home.state().await, before, "{told}");
    }
    home.sound().await;
}

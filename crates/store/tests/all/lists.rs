//! Lists, figures and the walk through the ledger.

use crate::ledger::append;
use crate::support::Home;
use crate::support::sample::{self, COUNTY, county, day, entry, id, id_number, made, vacancy, village};
use domain::bridge::{Decision, Figures, Findings, Proposal, Run, Shortage, Uncovered, UncoveredReason, Verdict};
use domain::door::CommandKind;
use domain::facts::Record;
use domain::ledger::clearing::{Clearing, Stage};
use domain::ledger::now::{HouseholdNow, PersonNow};
use domain::ledger::{Household, LabelKind, Person};
use domain::places::{Level, Region};
use domain::say::Message;
use domain::vacancies::State;
use store::{Counts, HouseholdFilter, HouseholdSort, Page, ProposalFilter, StoreError, VacancyFilter};

/// Three households: in village 1 a zero-employment one and one with work, in village 2 one that is no target.
async fn fill(home: &Home) -> Vec<(Household, Person)> {
    let heads = [(1, "王小明"), (1, "单雄信"), (2, "李秀英")];
    let mut families = Vec::new();
    let mut changes = Vec::new();
    let (mut households, mut persons) = (Vec::new(), Vec::new());
    for (n, (place, head)) in heads.into_iter().enumerate() {
        let mut household = sample::household(place, head);
        household.no = Some(format!("1402220000{n}"));
        let person = sample::person(&household, head, 10 + n as u32);
        changes.extend([made(Record::Household(household.clone())), made(Record::Person(person.clone()))]);
        households.push(HouseholdNow {
            household: household.id,
            region: household.region,
            head: head.into(),
            members: 1,
            capable: 1,
            employed: u32::from(n > 0),
            target: n < 2,
            zero_employment: n == 0,
            clearing: (n < 2).then_some(Clearing {
                stage: if n == 0 { Stage::Appeared } else { Stage::Cleared },
                since: (n == 1).then(|| day("2020-05-01")),
            }),
            labels: if n < 2 { vec![LabelKind::Lifted, LabelKind::Dibao] } else { vec![] },
        });
        persons.push(PersonNow { person: person.id, capable: true, employed: n > 0 });
        families.push((household, person));
    }
    append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
    let done: Result<(), StoreError> = home
        .store
        .write(COUNTY, move |tx| Box::pin(async move { tx.put_now(day("2020-06-01"), &households, &persons).await }))
        .await;
    done.unwrap();
    families
}

async fn heads(home: &Home, filter: HouseholdFilter) -> Vec<String> {
    let read = home.store.read();
    let listed = read.household_list(county(), &filter, HouseholdSort::Place, Page::first(50)).await.unwrap();
    assert_eq!(listed.total as usize, listed.rows.len());
    listed.rows.into_iter().map(|row| row.now.head).collect()
}

fn text(text: &str) -> HouseholdFilter {
    HouseholdFilter { text: text.into(), ..HouseholdFilter::default() }
}

for_each_db! {
    async fn households_are_found_by_what_is_typed(home: Home) {
        fill(&home).await;
        for (typed, found) in [
            ("王小", "王小明"), ("王小明", "王小明"), ("wangxiao", "王小明"), ("wxm", "王小明"), ("WXM", "王小明"),
            ("danxiong", "单雄信"), ("shanxiong", "单雄信"), ("14022200002", "李秀英"), ("19900000012", "李秀英"), ("0012", "李秀英"),
        ] {
            assert_eq!(heads(&home, text(typed)).await, [found], "{typed}");
        }
        let whole = id_number(11);
        assert_eq!(heads(&home, text(whole.as_str())).await, ["单雄信"]);
        assert_eq!(heads(&home, text(&whole.as_str()[14..])).await, ["单雄信"]);
        assert_eq!(heads(&home, text("小明")).await, [""; 0]);
        assert_eq!(heads(&home, text("%")).await, [""; 0]);
    }

    async fn households_are_filtered_and_sorted(home: Home) {
        let families = fill(&home).await;
        let only = |filter: HouseholdFilter| heads(&home, filter);
        let none = HouseholdFilter::default;
        assert_eq!(only(none()).await.len(), 3);
        assert_eq!(only(HouseholdFilter { zero_employment: Some(true), ..none() }).await, ["王小明"]);
        assert_eq!(only(HouseholdFilter { target: Some(false), ..none() }).await, ["李秀英"]);
        assert_eq!(only(HouseholdFilter { labels: vec![LabelKind::Dibao, LabelKind::Poor], ..none() }).await.len(), 2);
        assert_eq!(only(HouseholdFilter { stages: vec![Stage::Cleared], ..none() }).await, ["单雄信"]);
        assert_eq!(only(HouseholdFilter { part: Some(village(2).area()), ..none() }).await, ["李秀英"]);
        assert_eq!(only(HouseholdFilter { without_village: true, ..none() }).await, [""; 0]);
        let elsewhere = Region::from_six(140_221).unwrap().area();
        assert_eq!(only(HouseholdFilter { part: Some(elsewhere), ..none() }).await, [""; 0]);
        let read = home.store.read();
        let sorted = |sort, page| {
            let read = read.clone();
            async move {
                let listed = read.household_list(county(), &none(), sort, page).await.unwrap();
                assert_eq!(listed.total, 3);
                listed.rows.into_iter().map(|row| row.now.head).collect::<Vec<_>>()
            }
        };
        assert_eq!(sorted(HouseholdSort::Head, Page::first(9)).await, ["李秀英", "单雄信", "王小明"]);
        assert_eq!(sorted(HouseholdSort::Since, Page::first(1)).await, ["单雄信"]);
        assert_eq!(sorted(HouseholdSort::Place, Page { offset: 2, size: 9 }).await, ["李秀英"]);
        let row = &read.household_list(village(2).area(), &none(), HouseholdSort::Place, Page::first(9)).await.unwrap();
        assert_eq!((row.total, row.rows[0].no.as_deref()), (1, Some("14022200002")));
        assert_eq!(read.households_now(county(), &[families[0].0.id]).await.unwrap()[&families[0].0.id].head, "王小明");
    }

    async fn figures_follow_the_households(home: Home) {
        let families = fill(&home).await;
        let read = home.store.read();
        let whole = Counts {
            households: 3, members: 3, capable: 3, employed: 2, target: 2, target_members: 2, target_capable: 2, target_employed: 1,
            zero_employment: 1, stages: [1, 0, 1, 0, 0],
        };
        assert_eq!(read.counts(county()).await.unwrap(), whole);
        assert_eq!(read.counts_by(county(), Level::Township).await.unwrap(), [(village(1).township(), whole)]);
        let villages = read.counts_by(county(), Level::Village).await.unwrap();
        assert_eq!(villages.iter().map(|(region, _)| *region).collect::<Vec<_>>(), [village(1), village(2)]);
        assert_eq!(read.counts(village(3).area()).await.unwrap(), Counts::default());
        assert_eq!(read.now_as_of(county()).await.unwrap(), Some(day("2020-06-01")));
        let (household, person) = families[2].clone();
        let back = vec![made(Record::Person(person)).reversed(), made(Record::Household(household)).reversed()];
        append(&home.store, entry(CommandKind::UndoImport), back).await.unwrap();
        let counts = read.counts(county()).await.unwrap();
        assert_eq!((counts.households, counts.target), (2, 2));
        let cleared: Result<(), StoreError> = home.store.write(COUNTY, |tx| Box::pin(async move { tx.clear_now().await })).await;
        cleared.unwrap();
        assert_eq!(read.counts(county()).await.unwrap(), Counts::default());
        assert_eq!(read.sizes().await.unwrap().without_read_model, 2);
    }

    async fn a_walk_sees_every_household_once(home: Home) {
        let families = fill(&home).await;
        for chunk in [1, 2, 3, 10] {
            let mut scan = home.store.read().scan(county(), chunk);
            let mut seen = Vec::new();
            while let Some(families) = scan.next().await.unwrap() {
                seen.extend(families.into_iter().map(|family| (family.household.record, family.members[0].0.record.clone())));
            }
            assert_eq!(seen, families, "{chunk} at a time");
        }
        let mut scan = home.store.read().scan(village(2).area(), 10);
        assert_eq!(scan.next().await.unwrap().unwrap().len(), 1);
    }

    async fn vacancies_are_listed_while_open(home: Home) {
        let mut posts = [("保洁员", State::Open), ("焊工", State::Open), ("电工", State::Intake)].map(|(t, s)| vacancy(t, s));
        posts[1].valid_until = Some(day("2020-05-31"));
        posts[1].headcount = Some(3);
        posts[2].employer_name = Some("大同某公司".into());
        let changes = posts.iter().cloned().map(|post| made(Record::Vacancy(post))).collect();
        append(&home.store, entry(CommandKind::ImportSheet), changes).await.unwrap();
        let read = home.store.read();
        let titles = |filter: VacancyFilter| {
            let read = read.clone();
            async move {
                let listed = read.vacancy_list(county(), &filter, Page::first(10)).await.unwrap();
                let mut titles: Vec<_> = listed.rows.into_iter().map(|row| row.record.title).collect();
                titles.sort();
                titles
            }
        };
        let all = VacancyFilter::default;
        assert_eq!(titles(all()).await.len(), 3);
        assert_eq!(titles(VacancyFilter { text: "工".into(), ..all() }).await, ["焊工", "电工"]);
        assert_eq!(titles(VacancyFilter { text: "大同".into(), ..all() }).await, ["电工"]);
        assert_eq!(titles(VacancyFilter { text: "_".into(), ..all() }).await, [""; 0]);
        assert_eq!(titles(VacancyFilter { states: vec![State::Intake], ..all() }).await, ["电工"]);
        assert_eq!(titles(VacancyFilter { open_on: Some(day("2020-06-01")), ..all() }).await, ["保洁员"]);
        assert_eq!(read.open_seats(county(), day("2020-05-31")).await.unwrap(), (2, 4));
        assert_eq!(read.vacancies_open_on(county(), day("2020-06-01")).await.unwrap()[0].record, posts[0]);
        assert_eq!(read.vacancies_open_on(village(1).area(), day("2020-06-01")).await.unwrap().len(), 1);
    }

    async fn a_run_is_listed_with_names_and_decisions(home: Home) {
        let families = fill(&home).await;
        let post = vacancy("保洁员", State::Open);
        let home_county = Region::from_six(COUNTY).unwrap();
        let run = Run::new(id().into(), home_county, day("2020-06-01"), "2020".into(), Figures::default());
        let proposal = Proposal {
            id: id().into(), run: run.id, household: families[0].0.id, person: families[0].1.id, vacancy: post.id, score: 8000,
            covers: true, pinned: false, reasons: vec![Message::new("reason-near-home")], against: None,
            proof: Some(Message::new("proof-even")),
        };
        let uncovered = Uncovered {
            run: run.id, household: families[2].0.id, reason: UncoveredReason::NoAdmissible, sentences: vec![Message::new("x")],
        };
        let changes = vec![made(Record::Run(run.clone())), made(Record::Vacancy(post.clone()))];
        let short = Shortage { households: vec![families[0].0.id, families[2].0.id], seats: 1, ..Shortage::default() };
        let findings = Findings { shortages: vec![short], ..Findings::default() };
        let (p, u, f, e) = (proposal.clone(), uncovered.clone(), findings.clone(), entry(CommandKind::RunBridge));
        let run_id = run.id;
        let done: Result<(), StoreError> = home.store.write(COUNTY, move |tx| Box::pin(async move {
            tx.append(&e, &changes).await?;
            tx.put_results(&[p], &[u]).await?;
            tx.put_findings(run_id, &f).await
        })).await;
        done.unwrap();
        let read = home.store.read();
        assert_eq!(read.latest_run(county()).await.unwrap().unwrap().record, run);
        assert_eq!(read.run_list(county(), Page::first(5)).await.unwrap().total, 1);
        assert_eq!(read.findings(village(1).area(), run.id).await.unwrap(), [findings]);
        assert!(read.findings(Region::from_six(140_221).unwrap().area(), run.id).await.unwrap().is_empty());
        let undecided = ProposalFilter { undecided: true, covers: Some(true), ..Default::default() };
        let page = read.proposals(county(), run.id, &undecided, Page::first(5)).await.unwrap();
        let row = &page.rows[0];
        assert_eq!((page.total, row.person.as_str(), row.region), (1, "王小明", village(1)));
        assert_eq!((&row.proposal, row.verdict), (&proposal, None));
        assert_eq!(read.proposals(village(2).area(), run.id, &undecided, Page::first(5)).await.unwrap().total, 0);
        let missed = read.uncovered(village(2).area(), run.id, Some(UncoveredReason::NoAdmissible), Page::first(5)).await.unwrap();
        assert_eq!((&missed.rows[0].uncovered, missed.rows[0].head.as_str()), (&uncovered, "李秀英"));
        for verdict in [Verdict::Refused, Verdict::Accepted] {
            let decision = Decision::new(id(), proposal.person, proposal.vacancy, verdict, day("2020-06-02"));
            append(&home.store, entry(CommandKind::DecideProposal), vec![made(Record::Decision(decision))]).await.unwrap();
        }
        let decided = read.decided_pairs(village(1).area()).await.unwrap();
        assert_eq!((decided.len(), decided[0].verdict), (1, Verdict::Accepted));
        assert!(read.decided_pairs(village(2).area()).await.unwrap().is_empty());
        assert_eq!(read.proposals(county(), run.id, &undecided, Page::first(5)).await.unwrap().total, 0);
        let all = read.proposals(county(), run.id, &ProposalFilter::default(), Page::first(5)).await.unwrap();
        assert_eq!(all.rows[0].verdict, Some(Verdict::Accepted));
    }
}

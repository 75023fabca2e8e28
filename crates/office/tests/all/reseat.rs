//! Decisions that keep a run the best there is: what is shown is what happens, and what stands afterwards is what a fresh run finds.

use crate::support::files::{COUNTY, Member, Post, county, head, name, posts, roster, village};
use crate::support::{Home, clerk, demo_county, number, somebody, today};
use domain::access::Role;
use domain::bridge::{Figures, Verdict};
use domain::door::{Command, Decided};
use domain::ids::{CommandId, PersonId, RunId, VacancyId};
use domain::say::Arg;
use office::bridge::reseat::Decisions;
use office::queries::bridge::OfferFilter;
use std::collections::{BTreeMap, BTreeSet};

async fn run(home: &Home) -> RunId {
    home.office.run_bridge(&clerk(), today(), &|_| ()).await.unwrap().run
}

type Pairs = BTreeMap<PersonId, VacancyId>;

async fn pairs(home: &Home, run: RunId) -> Pairs {
    home.store.read().placements(county().area(), run).await.unwrap().into_iter().collect()
}

async fn figures(home: &Home, run: RunId) -> Figures {
    home.store.read().run(county().area(), run).await.unwrap().unwrap().record.figures
}

fn decide(person: PersonId, vacancy: VacancyId, verdict: Verdict) -> Decisions {
    let reason = (verdict == Verdict::Refused).then(|| "太远".to_owned());
    Decisions { decided: vec![Decided { person, vacancy, verdict, reason }], closed: Vec::new() }
}

fn close(vacancy: VacancyId) -> Decisions {
    Decisions { decided: Vec::new(), closed: vec![vacancy] }
}

fn fresh_id() -> CommandId {
    CommandId(office::ids::fresh())
}

/// Looks, applies, and holds the result against the preview and against a market solved from nothing.
async fn keeps_the_best(home: &Home, run: RunId, asked: &Decisions) {
    let before = pairs(home, run).await;
    let preview = home.office.preview_decisions(&clerk(), run, asked).await.unwrap().expect("the run is fresh");
    assert_eq!(pairs(home, run).await, before, "a preview changes nothing");
    home.office.apply_decisions(&clerk(), fresh_id(), run, asked, Some(&preview.mark)).await.unwrap();
    let after = pairs(home, run).await;
    let moved: BTreeSet<PersonId> = preview.change.moves.iter().map(|one| one.person).collect();
    for person in before.keys().chain(after.keys()) {
        assert_eq!(before.get(person) != after.get(person), moved.contains(person), "only those shown move");
    }
    let figures = figures(home, run).await;
    let shown = preview.change.after;
    assert_eq!((figures.covered, figures.covered_by_welfare), (shown.covered, shown.welfare));
    assert_eq!((figures.placed as usize, figures.score), (after.len(), shown.score));
    let lists = home.office.run_page(&clerk(), run).await.unwrap().unwrap();
    assert_eq!(lists.uncovered.total, figures.zero_employment - figures.covered);
    proofs_hold(home, run).await;
    // Nothing more to do: the best there is, whoever reckons it.
    let again = home.office.what_if(&clerk(), today(), &[]).await.unwrap();
    assert_eq!((again.before, again.after, again.moves.len()), (shown, shown, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn proposals_stay_the_best_through_decisions_of_every_kind() {
    let home = demo_county(220, 12).await;
    let id = run(&home).await;
    for (step, verdict) in
        [Verdict::Refused, Verdict::Accepted, Verdict::Pinned, Verdict::Refused].into_iter().enumerate()
    {
        let all: Vec<_> = pairs(&home, id).await.into_iter().collect();
        let (person, vacancy) = all[(7 * step + 3) % all.len()];
        keeps_the_best(&home, id, &decide(person, vacancy, verdict)).await;
        if verdict == Verdict::Accepted {
            assert_eq!(pairs(&home, id).await.get(&person), Some(&vacancy));
            keeps_the_best(&home, id, &decide(person, vacancy, Verdict::Open)).await;
        }
    }
    let busiest = pairs(&home, id).await.into_values().next().unwrap();
    keeps_the_best(&home, id, &close(busiest)).await;
    assert!(pairs(&home, id).await.values().all(|vacancy| *vacancy != busiest));
    // A fresh run reaches exactly the same.
    let (kept, second) = (figures(&home, id).await, run(&home).await);
    let fresh = figures(&home, second).await;
    assert_eq!(
        (kept.covered, kept.covered_by_welfare, kept.placed, kept.score),
        (fresh.covered, fresh.covered_by_welfare, fresh.placed, fresh.score)
    );
    assert_eq!(kept.uncovered, fresh.uncovered);
    assert_eq!((kept.seats, kept.vacancies), (fresh.seats, fresh.vacancies));
    home.sound().await;
}

/// Three households of one village, two jobs of one seat each; the third household waits.
async fn three_for_two() -> (Home, RunId) {
    let home = Home::lite().await;
    let people: Vec<Member> = (1..=3).map(|n| Member { village: 0, ..head(n) }).collect();
    home.import(roster("花名册.csv", &people)).await;
    let jobs = ["保洁员", "保安"].map(|title| Post::new("天镇县甲公司", title, 1));
    home.import(posts("岗位.csv", &jobs)).await;
    home.office.screen_all(&clerk()).await.unwrap();
    let id = run(&home).await;
    (home, id)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_seat_goes_to_who_waits_in_one_command() {
    let (home, id) = three_for_two().await;
    let before = pairs(&home, id).await;
    assert_eq!(before.len(), 2);
    let (&person, &vacancy) = before.iter().next().unwrap();
    let asked = decide(person, vacancy, Verdict::Refused);
    let entries = home.state().await.entries;
    let (command, twice) = (fresh_id(), 2);
    for _ in 0..twice {
        home.office.apply_decisions(&clerk(), command, id, &asked, None).await.unwrap();
    }
    let state = home.sound().await;
    assert_eq!(state.entries, entries + 1, "sent twice it happens once, in one entry");
    let after = pairs(&home, id).await;
    assert_eq!((after.len(), after.get(&person) == Some(&vacancy)), (2, false));
    assert_eq!(figures(&home, id).await.covered, 2);
    let record = home.store.read().run(county().area(), id).await.unwrap().unwrap().record;
    assert!(record.moves.iter().any(|one| one.person == person && one.from == Some(vacancy)), "{:?}", record.moves);
    // Taken back, the pair may be proposed again; everything stays the best.
    keeps_the_best(&home, id, &decide(person, vacancy, Verdict::Open)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_shown_is_what_happens_or_nothing_does() {
    let (home, id) = three_for_two().await;
    let before: Vec<_> = pairs(&home, id).await.into_iter().collect();
    let refuse = decide(before[0].0, before[0].1, Verdict::Refused);
    let seen = home.office.preview_decisions(&clerk(), id, &refuse).await.unwrap().unwrap();
    // Somebody else closes the other vacancy meanwhile.
    home.office.apply_decisions(&clerk(), fresh_id(), id, &close(before[1].1), None).await.unwrap();
    let now = pairs(&home, id).await;
    let late = home.office.apply_decisions(&clerk(), fresh_id(), id, &refuse, Some(&seen.mark)).await;
    assert_eq!(number(late), 1313);
    assert_eq!(pairs(&home, id).await, now);
    // Reasons are asked for before anything is reckoned.
    let mut mute = refuse.clone();
    mute.decided[0].reason = None;
    assert_eq!(number(home.office.preview_decisions(&clerk(), id, &mute).await.map(|_| ())), 1301);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_that_the_ledger_left_behind_is_not_re_seated() {
    let (home, id) = three_for_two().await;
    let (person, vacancy) = pairs(&home, id).await.into_iter().next().unwrap();
    let refuse = decide(person, vacancy, Verdict::Refused);
    assert!(!home.office.ledger_moved(&clerk(), id).await.unwrap());
    // A helper of one township decides alone: the run is the whole county's.
    let helper = somebody(Role::Helper, village(0).township());
    assert!(home.office.preview_decisions(&helper, id, &refuse).await.unwrap().is_none());
    let neighbour = somebody(Role::Clerk, domain::places::Region::from_six(140_221).unwrap());
    assert!(home.office.preview_decisions(&neighbour, id, &refuse).await.unwrap().is_none());
    home.import(posts("更多.csv", &[Post::new("天镇县乙公司", "保洁员", 3)])).await;
    home.office.screen_all(&clerk()).await.unwrap();
    assert!(home.office.ledger_moved(&clerk(), id).await.unwrap());
    assert!(
        home.office.preview_decisions(&clerk(), id, &refuse).await.unwrap().is_none(),
        "another household has work now"
    );
    let refused = home.office.apply_decisions(&clerk(), fresh_id(), id, &refuse, None).await;
    assert_eq!(number(refused), 1312);
    let newer = run(&home).await;
    assert!(home.office.preview_decisions(&clerk(), id, &refuse).await.unwrap().is_none(), "there is a newer run");
    assert!(home.office.preview_decisions(&clerk(), newer, &refuse).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forged_re_seating_is_refused() {
    let (home, id) = three_for_two().await;
    let forged = |seen, run| Command::Reseat {
        run,
        seen: vec![(COUNTY, seen)],
        day: today(),
        decided: Vec::new(),
        closed: Vec::new(),
        moves: Vec::new(),
        figures: Box::default(),
        households: Vec::new(),
        proposals: Vec::new(),
        uncovered: Vec::new(),
        findings: Box::default(),
    };
    let seen = i64::from(home.state().await.entries);
    assert_eq!(number(home.submit(&clerk(), forged(seen - 1, id)).await), 1312);
    assert_eq!(number(home.submit(&clerk(), forged(seen, RunId(office::ids::fresh()))).await), 1002);
    let township = somebody(Role::Clerk, village(0).township());
    assert_eq!(number(home.submit(&township, forged(seen, id)).await), 1002);
    assert_eq!(number(home.submit(&somebody(Role::Helper, county()), forged(seen, id)).await), 1001);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn choices_cost_what_is_said() {
    let (home, id) = three_for_two().await;
    let before = pairs(&home, id).await;
    for &person in before.keys() {
        let choices = home.office.choices(&clerk(), id, person).await.unwrap().unwrap();
        let listed = choices.listed.unwrap();
        let all = listed.equal.iter().chain(&listed.dearer);
        for choice in all {
            // Pinning it loses exactly that.
            let vacancy = choice.seat.vacancy.unwrap();
            let pinned = home.office.preview_decisions(&clerk(), id, &decide(person, vacancy, Verdict::Pinned)).await;
            let change = pinned.unwrap().unwrap().change;
            let lost = |before: u64, after: u64| i64::try_from(before).unwrap() - i64::try_from(after).unwrap();
            assert_eq!(choice.cost.households, lost(change.before.covered.into(), change.after.covered.into()));
            assert_eq!(choice.cost.placed, lost(change.before.placed.into(), change.after.placed.into()));
            assert_eq!(choice.cost.score, lost(change.before.score, change.after.score));
        }
    }
    let waiting = home.state().await;
    let waiting = (1..=3).map(|n| waiting.person(&name(n)).id).find(|id| !before.contains_key(id)).unwrap();
    assert!(home.office.choices(&clerk(), id, waiting).await.unwrap().is_none(), "no proposal, no choices");
    let elsewhere = somebody(Role::Helper, village(1).township());
    assert!(home.office.choices(&elsewhere, id, *before.keys().next().unwrap()).await.unwrap().is_none());
}

/// What is said of each household is so: seats said to be free are, and where all are said to be taken they are.
async fn proofs_hold(home: &Home, run: RunId) {
    let all = OfferFilter { region: None, covers: true, verdict: None, page: 1, size: 1000 };
    let offers = home.office.offers(&clerk(), run, &all).await.unwrap().unwrap().list.rows;
    let mut taken: BTreeMap<VacancyId, u32> = BTreeMap::new();
    pairs(home, run).await.into_values().for_each(|vacancy| *taken.entry(vacancy).or_default() += 1);
    assert!(!offers.is_empty());
    for offer in offers {
        let proof = offer.proof.expect("every covered household has one");
        let free = i64::from(offer.seats) - i64::from(taken[&offer.vacancy]);
        let kept = offer.decision.is_some_and(Verdict::keeps_seat);
        match proof.key.as_ref() {
            "proof-room" => assert_eq!(proof.args[0].1, Arg::Int(free), "{proof:?}"),
            "proof-even" | "proof-first" => assert_eq!(free, 0, "{proof:?}"),
            other => assert_eq!(other == "proof-kept", kept, "{proof:?}"),
        }
    }
}

//! Decisions and questions about a run over a city of two counties: one market, a part of the result in each county's journal.

use crate::city::{city, counties, of_city};
use crate::support::{Home, envelope, filled, number, somebody, today, upload};
use domain::access::{Role, Scope};
use domain::bridge::{Figures, Verdict};
use domain::door::{Command, CommandKind, Decided};
use domain::ids::{CommandId, PersonId, RunId, VacancyId};
use domain::places::Region;
use office::Office;
use office::bridge::reseat::{Decisions, Preview};
use office::bridge::what_if::{Change, Reached};
use office::import::Choices;
use std::collections::BTreeMap;

/// Somebody of the office of a city or county.
fn clerk_of(region: Region) -> Scope {
    somebody(Role::Clerk, region)
}

/// A city of two small counties, taken in by the city's office and run as one.
async fn demo_city() -> (Home, RunId) {
    let home = Home::lite().await;
    of_city(&home).await;
    let scope = Office::command_line(Role::Clerk, city());
    for (number, county) in (0u32..).zip(counties()) {
        let folder = tempfile::tempdir().unwrap();
        let (seed, first_phone) = (31 + u64::from(number), number * 5_000);
        let plan = demo::Plan { county, households: 110, seed, first_phone, ..demo::Plan::default() };
        let written = demo::write(&demo::generate(&plan).unwrap(), folder.path()).unwrap();
        for file in filled(&written) {
            let own = Office::command_line(Role::Clerk, county);
            let preview = home.office.preview(&own, upload(file), &Choices::default()).await.unwrap();
            home.office.commit(&own, preview).await.unwrap();
        }
    }
    home.office.screen_all(&scope).await.unwrap();
    let run = home.office.run_bridge(&scope, today(), &|_| ()).await.unwrap().run;
    (home, run)
}

type Pairs = BTreeMap<PersonId, VacancyId>;

async fn pairs(home: &Home, region: Region, run: RunId) -> Pairs {
    home.store.read().placements(region.area(), run).await.unwrap().into_iter().collect()
}

async fn figures(home: &Home, run: RunId) -> Figures {
    let parts = home.store.read().run_parts(city().area(), run).await.unwrap();
    Figures::sum(parts.iter().map(|part| &part.record.figures))
}

fn decide(person: PersonId, vacancy: VacancyId, verdict: Verdict) -> Decisions {
    let reason = (verdict == Verdict::Refused).then(|| "太远".to_owned());
    Decisions { decided: vec![Decided { person, vacancy, verdict, reason }], closed: Vec::new() }
}

fn fresh_id() -> CommandId {
    CommandId(office::ids::fresh())
}

/// Entries of each county's journal, the city's own first.
async fn entries(home: &Home) -> Vec<(u32, i64)> {
    home.store.read().journal_heads(city().area()).await.unwrap()
}

/// What somebody is shown of a refused proposal, the first for which it is so.
async fn refusal(home: &Home, scope: &Scope, run: RunId, wanted: fn(&Preview) -> bool) -> Option<(Decisions, Preview)> {
    for (person, vacancy) in pairs(home, scope.region(), run).await {
        let asked = decide(person, vacancy, Verdict::Refused);
        let preview = home.office.preview_decisions(scope, run, &asked).await.unwrap().expect("the run is fresh");
        if wanted(&preview) {
            return Some((asked, preview));
        }
    }
    None
}

/// The run is an optimum of the ledger as it stands, and says so in every county.
async fn stands(home: &Home, run: RunId) {
    let scope = clerk_of(city());
    let again = home.office.what_if(&scope, today(), &[]).await.unwrap();
    assert_eq!((again.before, again.moves.len()), (again.after, 0));
    let figures = figures(home, run).await;
    let reached = Reached {
        covered: figures.covered,
        welfare: figures.covered_by_welfare,
        placed: figures.placed,
        score: figures.score,
    };
    assert_eq!((again.after, figures.placed as usize), (reached, pairs(home, city(), run).await.len()));
    for county in counties() {
        let page = home.office.run_page(&clerk_of(county), run).await.unwrap().unwrap();
        assert_eq!(page.figures.zero_employment - page.figures.covered, page.uncovered.total, "{county}");
        assert_eq!(page.figures.placed as usize, pairs(home, county, run).await.len());
        let parts: u32 = page.parts.iter().map(|part| part.proposals).sum();
        assert_eq!(parts, page.figures.placed);
    }
    // What is told of each household is what a fresh run over the same ledger would tell.
    home.sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_city_decides_in_all_its_counties_at_once() {
    let (home, run) = demo_city().await;
    let scope = clerk_of(city());
    stands(&home, run).await;
    let crossing = |preview: &Preview| {
        let of = |region: Region| preview.change.moves.iter().any(|one| region.contains(one.region));
        counties().into_iter().all(of)
    };
    let (asked, preview) = refusal(&home, &scope, run, crossing).await.expect("somebody of the other county moves");
    assert!(preview.barred.is_none() && preview.change.elsewhere == 0);
    let (before, was) = (entries(&home).await, pairs(&home, city(), run).await);
    let id = fresh_id();
    for _ in 0..2 {
        home.office.apply_decisions(&scope, id, run, &asked, Some(&preview.mark)).await.unwrap();
    }
    // One entry in each journal that holds a part of the run, though it was sent twice.
    let after: Vec<_> = before.iter().map(|&(county, last)| (county, last + 1)).collect();
    assert_eq!((before.len(), entries(&home).await), (3, after));
    for (county, _) in before {
        let last = home.store.read().journal(county, None, 1).await.unwrap().remove(0);
        assert_eq!((last.kind, last.command), (CommandKind::Reseat, id));
    }
    let now = pairs(&home, city(), run).await;
    let moved: Vec<PersonId> = preview.change.moves.iter().map(|one| one.person).collect();
    let other = was.keys().chain(now.keys()).filter(|person| was.get(person) != now.get(person));
    assert!(other.clone().count() > 0 && other.into_iter().all(|person| moved.contains(person)));
    stands(&home, run).await;
    // Each county's record of the run names those of its own people who moved.
    for part in home.store.read().run_parts(city().area(), run).await.unwrap() {
        let own = preview.change.moves.iter().filter(|one| one.region.county() == part.county).count();
        assert_eq!(part.record.moves.len(), own);
    }
    // Accept, pin, take back, close: the run stays the best there is.
    for (step, verdict) in [Verdict::Accepted, Verdict::Pinned, Verdict::Open].into_iter().enumerate() {
        let all: Vec<_> = pairs(&home, city(), run).await.into_iter().collect();
        let (person, vacancy) = all[(5 * step + 2) % all.len()];
        home.office.apply_decisions(&scope, fresh_id(), run, &decide(person, vacancy, verdict), None).await.unwrap();
    }
    let busiest = pairs(&home, city(), run).await.into_values().next().unwrap();
    let close = Decisions { decided: Vec::new(), closed: vec![busiest] };
    home.office.apply_decisions(&scope, fresh_id(), run, &close, None).await.unwrap();
    assert!(pairs(&home, city(), run).await.values().all(|vacancy| *vacancy != busiest));
    stands(&home, run).await;
    // A fresh run reaches exactly the same.
    let kept = figures(&home, run).await;
    let fresh = home.office.run_bridge(&scope, today(), &|_| ()).await.unwrap().figures;
    let reach = |of: &Figures| (of.covered, of.covered_by_welfare, of.placed, of.score, of.seats, of.uncovered.clone());
    assert_eq!(reach(&kept), reach(&fresh));
    assert!(home.office.preview_decisions(&scope, run, &asked).await.unwrap().is_none(), "there is a newer run");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_county_decides_where_nobody_beyond_it_moves() {
    let (home, run) = demo_city().await;
    let [a, b] = counties();
    let (scope, others) = (clerk_of(a), pairs(&home, b, run).await);
    // An agreement moves nobody; it is kept with the county alone.
    let before = entries(&home).await;
    let (person, vacancy) = pairs(&home, a, run).await.into_iter().next().unwrap();
    let accept = decide(person, vacancy, Verdict::Accepted);
    home.office.apply_decisions(&scope, fresh_id(), run, &accept, None).await.unwrap();
    let own = |county: u32, last: i64| (county, last + i64::from(county == a.county()));
    let after: Vec<_> = before.iter().map(|&(county, last)| own(county, last)).collect();
    assert_eq!(entries(&home).await, after);
    stands(&home, run).await;
    // So is a refusal by which only people of the county move.
    let inside = |preview: &Preview| preview.barred.is_none() && preview.change.moves.len() > 1;
    if let Some((asked, preview)) = refusal(&home, &scope, run, inside).await {
        home.office.apply_decisions(&scope, fresh_id(), run, &asked, Some(&preview.mark)).await.unwrap();
        stands(&home, run).await;
    }
    assert_eq!(pairs(&home, b, run).await, others);
    // One by which others would move is the city's; people of the other county are counted, not named.
    let beyond = |preview: &Preview| preview.barred.is_some();
    let (asked, preview) = refusal(&home, &scope, run, beyond).await.expect("seats are shared");
    assert!(preview.change.elsewhere > 0 && preview.change.moves.iter().all(|one| a.contains(one.region)));
    let state = entries(&home).await;
    let refused = home.office.apply_decisions(&scope, fresh_id(), run, &asked, Some(&preview.mark)).await;
    assert_eq!((number(refused), entries(&home).await), (1314, state));
    // Of people elsewhere a county decides nothing.
    let (person, vacancy) = others.into_iter().next().unwrap();
    let foreign = decide(person, vacancy, Verdict::Accepted);
    assert!(home.office.preview_decisions(&scope, run, &foreign).await.unwrap().is_none());
    assert_eq!(number(home.office.apply_decisions(&scope, fresh_id(), run, &foreign, None).await), 1312);
    // The city makes the decision; the county sees that.
    let mark = home.office.preview_decisions(&clerk_of(city()), run, &asked).await.unwrap().unwrap().mark;
    home.office.apply_decisions(&clerk_of(city()), fresh_id(), run, &asked, Some(&mark)).await.unwrap();
    stands(&home, run).await;
    // Recorded alone it would have left the run behind.
    let (person, vacancy) = pairs(&home, a, run).await.into_iter().next_back().unwrap();
    let (verdict, reason) = (Verdict::Refused, Some("太远".to_owned()));
    let alone = Command::DecideProposal { person, vacancy, run: Some(run), verdict, day: today(), reason };
    home.office.submit(&scope, envelope(alone)).await.unwrap();
    let left = home.office.preview_decisions(&clerk_of(city()), run, &foreign).await.unwrap();
    assert!(left.is_none(), "its proposals are no longer the best there are");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_county_asks_about_the_market_it_shares() {
    let (home, run) = demo_city().await;
    let [a, b] = counties();
    let whole = figures(&home, run).await;
    let vacancy = pairs(&home, b, run).await.into_values().next().unwrap();
    for scope in [clerk_of(a), clerk_of(city())] {
        let answer = home.office.what_if(&scope, today(), &[Change::Close { vacancy }]).await.unwrap();
        assert_eq!((answer.before.covered, answer.before.placed), (whole.covered, whole.placed));
        assert!(answer.moves.iter().all(|one| scope.area().contains(one.region)));
        assert!(answer.moves.len() + answer.elsewhere as usize > 0);
        for household in answer.lost.iter().filter(|one| !scope.area().contains(one.region)) {
            assert_eq!(household.head, None);
        }
        let (person, _) = pairs(&home, a, run).await.into_iter().next().unwrap();
        let choices = home.office.choices(&scope, run, person).await.unwrap().unwrap();
        assert!(choices.listed.is_some());
        let helps = home.office.what_helps(&scope, today(), None).await.unwrap();
        assert!(helps.iter().all(|one| one.households() > 0));
        let names = home.office.what_if_choices(&scope, today()).await.unwrap();
        assert!(!names.parts.is_empty() && names.targets.len() > 1 && !names.vacancies.is_empty());
    }
    // Once a county has been run by itself, its questions are about its own market, and the city's run is behind.
    home.office.run_bridge(&clerk_of(a), today(), &|_| ()).await.unwrap();
    let own = home.office.what_if(&clerk_of(a), today(), &[]).await.unwrap();
    assert!(own.before.placed < whole.placed);
    let (person, vacancy) = pairs(&home, b, run).await.into_iter().next().unwrap();
    let accept = decide(person, vacancy, Verdict::Accepted);
    for scope in [clerk_of(b), clerk_of(city())] {
        assert!(home.office.preview_decisions(&scope, run, &accept).await.unwrap().is_none());
    }
}

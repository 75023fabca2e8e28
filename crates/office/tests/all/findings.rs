//! What a run finds out besides its proposals: shortages, the fewest extra posts, why coverage stands, simpler orders.

use crate::support::files::{Member, Post, head, member, posts, roster};
use crate::support::{Home, clerk, filled, somebody, today, upload};
use domain::access::Role;
use domain::bridge::{Figures, Findings, Order, PostKind, Proposal};
use domain::ids::{HouseholdId, RunId};
use office::queries::findings::FindingsPage;
use std::collections::BTreeSet;
use store::{Page, ProposalFilter};

struct Found {
    run: RunId,
    figures: Figures,
    page: FindingsPage,
    proposals: Vec<Proposal>,
}

async fn run(home: &Home) -> Found {
    let ran = home.office.run_bridge(&clerk(), today(), &|_| ()).await.unwrap();
    let page = home.office.findings(&clerk(), ran.run).await.unwrap().unwrap();
    let (filter, all) = (ProposalFilter::default(), Page::first(u32::MAX));
    let proposals = home.store.read().proposals(clerk().area(), ran.run, &filter, all).await.unwrap();
    let proposals = proposals.rows.into_iter().map(|row| row.proposal).collect();
    let found = Found { run: ran.run, figures: ran.figures, page, proposals };
    found.hold();
    found
}

impl Found {
    /// What must hold of the findings of any run.
    fn hold(&self) {
        let (page, figures) = (&self.page, &self.figures);
        let mut seen = BTreeSet::new();
        for shortage in &page.shortages {
            assert!(shortage.missing > 0 && shortage.seats + shortage.missing == shortage.size);
            let without = shortage.households.iter().filter(|one| !one.covered).count();
            assert!(without >= shortage.missing as usize);
            assert!(shortage.households.iter().all(|one| seen.insert(one.id)), "no household stands in two groups");
        }
        let uncovered = (figures.zero_employment - figures.covered) as usize;
        let helped: Vec<HouseholdId> = page.posts.iter().flat_map(|post| &post.households).map(|one| one.id).collect();
        let helpless: Vec<HouseholdId> = page.helpless.iter().map(|one| one.household.id).collect();
        let all: BTreeSet<_> = helped.iter().chain(&helpless).collect();
        assert_eq!(all.len(), uncovered, "every uncovered household is helped by one post or by none");
        assert_eq!(helped.len() + helpless.len(), uncovered);
        assert_eq!(page.seats() as usize, helped.len(), "each seat covers one household");
        assert!(page.posts.is_sorted_by_key(|post| post.kind), "in the order of placement");
        assert!(page.helpless.iter().all(|one| !one.sentences.is_empty()));
        assert_eq!(page.practice.iter().map(|one| one.order).collect::<Vec<_>>(), Order::ALL);
        for one in &page.practice {
            let goals =
                |covered, welfare: u32, placed: u32, score| (covered, -i64::from(welfare), placed - welfare, score);
            let best = goals(figures.covered, figures.covered_by_welfare, figures.placed, figures.score);
            assert!(goals(one.covered, one.by_welfare, one.placed, one.score) <= best, "{one:?}");
        }
        assert!(self.proposals.iter().all(|proposal| proposal.covers == proposal.proof.is_some()));
    }

    fn kinds(&self) -> Vec<(PostKind, u32)> {
        self.page.posts.iter().map(|post| (post.kind, post.seats)).collect()
    }

    fn proofs(&self) -> BTreeSet<String> {
        self.proposals.iter().filter_map(|proposal| Some(proposal.proof.as_ref()?.key.to_string())).collect()
    }
}

async fn open(home: &Home, people: &[Member], jobs: &[Post]) {
    home.import(roster("花名册.csv", people)).await;
    home.import(posts("岗位.csv", jobs)).await;
    home.office.screen_all(&clerk()).await.unwrap();
}

fn heads(range: std::ops::RangeInclusive<u32>) -> Vec<Member> {
    range.map(|n| Member { village: 0, ..head(n) }).collect()
}

for_each_db! {
    async fn three_households_and_two_seats_are_a_shortage(home: Home) {
        open(&home, &heads(1..=3), &[Post::new("天镇县甲公司", "装卸工", 2)]).await;
        let found = run(&home).await;
        let [shortage] = found.page.shortages.as_slice() else { panic!("{:?}", found.page.shortages) };
        assert_eq!((shortage.size, shortage.seats, shortage.missing, shortage.vacancies.len()), (3, 2, 1, 1));
        let page = home.office.shortage(&clerk(), found.run, shortage.key).await.unwrap().unwrap();
        assert_eq!((page.vacancies.len(), page.vacancies[0].seats), (1, 2));
        assert_eq!(page.row.households.iter().filter(|one| !one.covered).count(), 1);
        assert_eq!(found.page.posts.len(), 1);
        // Who sees only another township is told nothing.
        let elsewhere = somebody(Role::Helper, "140222210".parse().unwrap());
        assert!(home.office.shortage(&elsewhere, found.run, shortage.key).await.unwrap().is_none());
        let seen = home.office.findings(&elsewhere, found.run).await.unwrap().unwrap();
        assert!(seen.shortages.iter().all(|one| one.households.is_empty() && one.elsewhere == 3));
        // The household without a proposal leads to its shortage.
        let without = shortage.households.iter().find(|one| !one.covered).unwrap();
        let household = home.office.household(&clerk(), without.id).await.unwrap().unwrap();
        assert_eq!(household.shortage, Some(shortage.key));
        assert!(home.store.read().findings(clerk().area(), RunId(uuid::Uuid::nil())).await.unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn extra_posts_come_in_the_order_of_placement() {
    let home = Home::lite().await;
    // Household 4 is too weak for the loading and asks for light work; 5 does not want to work at all.
    let mut people = heads(1..=5);
    people[3].labour = "弱劳动力或半劳动力";
    people[4].willing = "否";
    let outside = Post { place: "北京市大兴区", ..Post::new("北京甲公司", "装卸工", 1) };
    open(&home, &people, &[outside]).await;
    let found = run(&home).await;
    assert_eq!((found.figures.zero_employment, found.figures.covered), (5, 1));
    assert_eq!(
        found.kinds(),
        [(PostKind::MoreOutside, 2), (PostKind::NewOutside, 1)],
        "more seats there, then a lighter post"
    );
    assert_eq!(found.page.posts.iter().map(|post| post.upto).collect::<Vec<_>>(), [2, 3]);
    let [helpless] = found.page.helpless.as_slice() else { panic!("{:?}", found.page.helpless) };
    assert_eq!(helpless.sentences[0].key, "why-willingness");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn local_vacancies_are_extended_only_as_far_as_an_employer_can_be_asked() {
    let home = Home::lite().await;
    open(&home, &heads(1..=14), &[Post::new("天镇县甲公司", "普工", 1)]).await;
    let found = run(&home).await;
    assert_eq!(found.kinds(), [(PostKind::MoreLocal, 10), (PostKind::NewLocal, 3)]);
    assert!(found.page.helpless.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn public_welfare_posts_come_last_and_stop_at_their_caps() {
    let home = Home::lite().await;
    // Nothing is on offer: only new posts would do, first in the township, then in the village.
    let mut people = heads(1..=18);
    people.extend((19..=20).map(|n| Member { village: 2, ..head(n) }));
    home.import(roster("花名册.csv", &people)).await;
    let rules = &domain::profile::on(today()).extra_posts;
    assert_eq!((rules.local_per_township, rules.welfare_per_village), (10, 5));
    let found = run(&home).await;
    let seats = |kind| -> u32 { found.page.posts.iter().filter(|post| post.kind == kind).map(|post| post.seats).sum() };
    // Villages 0 and 2 are of one township: 10 posts there; the other village needs at most 2 posts of its own.
    assert_eq!(seats(PostKind::NewLocal), 10);
    assert!(found.page.posts.iter().all(|post| post.kind != PostKind::NewWelfare || post.seats <= 5));
    assert_eq!(seats(PostKind::NewWelfare) as usize + 10 + found.page.helpless.len(), 20);
    assert_eq!(seats(PostKind::NewWelfare), 7, "the village with two households needs no place in the township");
    assert!(found.page.helpless.iter().all(|one| one.sentences[0].key == "helpless-caps"));
    let homes = found.page.posts.iter().filter(|post| post.kind == PostKind::NewWelfare);
    assert!(homes.into_iter().all(|post| post.households.iter().all(|one| Some(one.region) == post.place)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn public_welfare_posts_say_why_and_other_coverage_that_it_is_safe() {
    let home = Home::lite().await;
    let welfare = Post { note: "公益性岗位", ..Post::new("天镇县某村委会", "护林员", 1) };
    let mut people = heads(1..=2);
    people.push(member(&people[1].clone(), 102, "配偶"));
    open(&home, &people, &[Post::new("天镇县甲公司", "普工", 1), welfare]).await;
    let found = run(&home).await;
    assert_eq!((found.figures.covered, found.figures.covered_by_welfare), (2, 1));
    let proofs = found.proofs();
    assert!(proofs.contains("proof-welfare-short"), "{proofs:?}");
    home.import(posts("更多.csv", &[Post::new("天镇县乙公司", "缝纫工", 8)])).await;
    home.office.screen_all(&clerk()).await.unwrap();
    let found = run(&home).await;
    assert_eq!(found.figures.covered_by_welfare, 0);
    assert!(found.proofs().contains("proof-room"), "{:?}", found.proofs());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn findings_of_a_demo_county_hold_and_repeat_themselves() {
    let home = Home::lite().await;
    let folder = tempfile::tempdir().unwrap();
    let plan = demo::Plan { households: 400, seed: 7, ..demo::Plan::default() };
    let written = demo::write(&demo::generate(&plan).unwrap(), folder.path()).unwrap();
    for file in filled(&written) {
        home.import(upload(file)).await;
    }
    home.office.screen_all(&clerk()).await.unwrap();
    let (first, second) = (run(&home).await, run(&home).await);
    let kept = async |run| home.store.read().findings(clerk().area(), run).await.unwrap();
    let (one, two) = (kept(first.run).await, kept(second.run).await);
    assert_eq!(one, two, "the same ledger, the same findings");
    // Split by household and joined again, nothing is lost.
    let whole = Findings::joined(one);
    let even = |id: HouseholdId| id.0.as_u128().is_multiple_of(2);
    let joined = Findings::joined([whole.part(even), whole.part(|id| !even(id))]);
    let sizes =
        |found: &Findings| found.shortages.iter().map(|one| (one.size(), one.missing())).collect::<BTreeSet<_>>();
    assert_eq!(sizes(&joined), sizes(&whole));
    let seats = |found: &Findings| found.posts.iter().map(|post| post.households.len()).sum::<usize>();
    assert_eq!((seats(&joined), joined.helpless.len()), (seats(&whole), whole.helpless.len()));
}

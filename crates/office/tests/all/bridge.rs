//! Runs of the bridge on made counties.

use crate::support::files::{Member, Post, head, id_no, member, name, posts, roster, spells};
use crate::support::{Home, State, clerk, filled, number, somebody, today, upload};
use domain::access::Role;
use domain::bridge::{Figures, Proposal, Uncovered, UncoveredReason, Verdict};
use domain::door::Command;
use domain::ids::{HouseholdId, PersonId, RunId, VacancyId};
use domain::vacancies::PlacementChannel;
use std::collections::{BTreeMap, BTreeSet};
use store::{Page, ProposalFilter};
use words::{Lang, Words};

/// A run with its lists.
struct Result {
    run: RunId,
    figures: Figures,
    proposals: Vec<Proposal>,
    uncovered: Vec<Uncovered>,
    state: State,
}

async fn run(home: &Home) -> Result {
    let ran = home.office.run_bridge(&clerk(), today(), &|_| ()).await.unwrap();
    let (read, area, all) = (home.store.read(), clerk().area(), Page::first(u32::MAX));
    let proposals = read.proposals(area, ran.run, &ProposalFilter::default(), all).await.unwrap();
    let uncovered = read.uncovered(area, ran.run, None, all).await.unwrap();
    assert_eq!(home.office.last_run(&clerk()).await.unwrap(), Some(ran.run));
    let result = Result {
        run: ran.run,
        figures: ran.figures,
        proposals: proposals.rows.into_iter().map(|row| row.proposal).collect(),
        uncovered: uncovered.rows.into_iter().map(|row| row.uncovered).collect(),
        state: home.sound().await,
    };
    result.recount();
    result
}

impl Result {
    /// Title of the vacancy proposed to a person.
    fn title(&self, who: &str) -> Option<&str> {
        let person = self.state.person(who).id;
        let proposal = self.proposals.iter().find(|proposal| proposal.person == person)?;
        let vacancies = self.state.vacancies();
        Some(&vacancies.into_iter().find(|vacancy| vacancy.id == proposal.vacancy).unwrap().title)
    }

    fn uncovered(&self, who: &str) -> &Uncovered {
        let household = self.state.person(who).household;
        self.uncovered.iter().find(|uncovered| uncovered.household == household).unwrap()
    }

    fn zero(&self) -> BTreeSet<HouseholdId> {
        self.state.now.values().filter(|row| row.zero_employment).map(|row| row.household).collect()
    }

    fn welfare(&self) -> BTreeSet<VacancyId> {
        let channel = Some(PlacementChannel::PublicWelfare);
        self.state.vacancies().iter().filter(|vacancy| vacancy.channel == channel).map(|vacancy| vacancy.id).collect()
    }

    /// Counts everything again from the lists and holds it against the figures.
    fn recount(&self) {
        let (zero, welfare, figures) = (self.zero(), self.welfare(), &self.figures);
        let households: BTreeSet<_> = self.proposals.iter().map(|proposal| proposal.household).collect();
        let covered: BTreeSet<_> = households.intersection(&zero).copied().collect();
        let persons: BTreeSet<_> = self.proposals.iter().map(|proposal| proposal.person).collect();
        assert_eq!(persons.len(), self.proposals.len(), "one proposal a person");
        assert_eq!(figures.zero_employment as usize, zero.len());
        assert_eq!(figures.covered as usize, covered.len());
        let listed: BTreeSet<_> = self.uncovered.iter().map(|uncovered| uncovered.household).collect();
        assert_eq!(listed, zero.difference(&covered).copied().collect(), "every other zero household has its reason");
        assert_eq!(listed.len(), self.uncovered.len());
        let mut reasons: BTreeMap<UncoveredReason, u32> = BTreeMap::new();
        self.uncovered.iter().for_each(|uncovered| *reasons.entry(uncovered.reason).or_default() += 1);
        assert_eq!(figures.uncovered, reasons.into_iter().collect::<Vec<_>>());
        assert_eq!(figures.placed as usize, self.proposals.len());
        assert_eq!(figures.score, self.proposals.iter().map(|proposal| u64::from(proposal.score)).sum::<u64>());
        assert_eq!(figures.households as usize, self.state.households().len());
        assert!(figures.certified);
        let flagged: Vec<_> = self.proposals.iter().filter(|proposal| proposal.covers).collect();
        assert_eq!(flagged.iter().map(|proposal| proposal.household).collect::<BTreeSet<_>>(), covered);
        assert_eq!(flagged.len(), covered.len(), "one proposal covers a household");
        let of_welfare = || self.proposals.iter().filter(|proposal| welfare.contains(&proposal.vacancy));
        assert_eq!(figures.covered_by_welfare as usize, of_welfare().count());
        for proposal in of_welfare().filter(|proposal| !proposal.pinned) {
            assert!(zero.contains(&proposal.household), "public-welfare posts are for zero-employment households");
            let of_household = self.proposals.iter().filter(|other| other.household == proposal.household);
            assert_eq!(of_household.count(), 1, "the last resort, and one for a household");
        }
        self.recount_seats();
    }

    fn recount_seats(&self) {
        let vacancies: BTreeMap<_, _> = self.state.vacancies().into_iter().map(|one| (one.id, one)).collect();
        let open: Vec<_> = vacancies.values().filter(|vacancy| vacancy.open_on(today())).collect();
        assert_eq!(self.figures.vacancies as usize, open.len());
        assert_eq!(self.figures.seats, open.iter().map(|vacancy| vacancy.seats()).sum::<u32>());
        let mut taken: BTreeMap<VacancyId, u32> = BTreeMap::new();
        for proposal in &self.proposals {
            *taken.entry(proposal.vacancy).or_default() += 1;
            assert!((1..=3).contains(&proposal.reasons.len()) || proposal.pinned, "{proposal:?}");
        }
        assert!(taken.iter().all(|(id, taken)| *taken <= vacancies[id].seats()));
        assert!(taken.keys().all(|id| vacancies[id].open_on(today())));
    }

    fn pairs(&self) -> BTreeSet<(PersonId, VacancyId)> {
        self.proposals.iter().map(|proposal| (proposal.person, proposal.vacancy)).collect()
    }
}

async fn open(home: &Home, people: &[Member], jobs: &[Post]) {
    home.import(roster("花名册.csv", people)).await;
    home.import(posts("岗位.csv", jobs)).await;
    let screened = home.office.screen_all(&clerk()).await.unwrap();
    assert_eq!(screened.opened as usize, jobs.len());
}

async fn decide(home: &Home, person: PersonId, vacancy: VacancyId, verdict: Verdict) {
    let reason = (verdict == Verdict::Refused).then(|| "太远".to_owned());
    let command = Command::DecideProposal { person, vacancy, run: None, verdict, day: today(), reason };
    home.submit(&clerk(), command).await.unwrap();
}

for_each_db! {
    async fn zero_employment_households_come_first(home: Home) {
        // The others know the work from before, so that points alone would give them the seats.
        let mut people: Vec<Member> = (1..=6).map(|n| Member { class: "一般农户", village: 0, ..head(n) }).collect();
        people.extend((7..=9).map(|n| Member { village: 0, education: "小学", ..head(n) }));
        open(&home, &people, &[Post::new("天镇县甲公司", "缝纫工", 3)]).await;
        let before: Vec<[String; 5]> = (1..=6)
            .map(|n| [name(n), id_no(n), "天镇县甲公司".into(), "2019年1月".into(), "2019年6月".into()])
            .collect();
        let lines: Vec<[&str; 5]> = before.iter().map(|line| line.each_ref().map(String::as_str)).collect();
        home.import(spells("务工.csv", &lines)).await;
        let result = run(&home).await;
        assert_eq!((result.figures.zero_employment, result.figures.covered), (3, 3));
        assert!((7..=9).all(|n| result.title(&name(n)) == Some("缝纫工")));
        assert!((1..=6).all(|n| result.title(&name(n)).is_none()));
    }

    async fn what_people_decided_holds_in_the_next_run(home: Home) {
        let people: Vec<Member> = (1..=4).map(|n| Member { village: 0, ..head(n) }).collect();
        let jobs = [("缝纫工", 2), ("普工", 2), ("保洁员", 2)].map(|(title, seats)| Post::new("天镇县甲公司", title, seats));
        open(&home, &people, &jobs).await;
        let first = run(&home).await;
        assert_eq!(first.figures.covered, 4);
        let pairs: Vec<_> = first.pairs().into_iter().collect();
        decide(&home, pairs[0].0, pairs[0].1, Verdict::Accepted).await;
        decide(&home, pairs[1].0, pairs[1].1, Verdict::Pinned).await;
        decide(&home, pairs[2].0, pairs[2].1, Verdict::Refused).await;
        let second = run(&home).await;
        assert!(second.pairs().is_superset(&BTreeSet::from([pairs[0], pairs[1]])));
        assert!(!second.pairs().contains(&pairs[2]), "refused is not proposed again");
        let pinned: BTreeSet<_> = second.proposals.iter().filter(|one| one.pinned).map(|one| (one.person, one.vacancy)).collect();
        assert_eq!(pinned, BTreeSet::from([pairs[0], pairs[1]]));
        assert_eq!(second.figures.covered, 4, "there is another seat for the one who refused");
        // Taken back, the refusal no longer binds: with all other seats closed only this pair is left.
        decide(&home, pairs[2].0, pairs[2].1, Verdict::Open).await;
        let others = second.state.vacancies().iter().map(|one| one.id).filter(|id| *id != pairs[2].1).collect();
        let close = Command::SetVacancyState { ids: others, state: domain::vacancies::State::Closed };
        let kept = [pairs[0].1, pairs[1].1];
        decide(&home, pairs[0].0, pairs[0].1, Verdict::Open).await;
        decide(&home, pairs[1].0, pairs[1].1, Verdict::Open).await;
        home.submit(&clerk(), close).await.unwrap();
        let third = run(&home).await;
        assert!(third.proposals.iter().all(|one| one.vacancy == pairs[2].1), "{kept:?}");
        assert_eq!(third.proposals.len(), 2);
    }

    async fn the_result_workbook_says_what_the_figures_say(home: Home) {
        made_cases(&home).await;
        let result = run(&home).await;
        let figures = &result.figures;
        for lang in [Lang::Zh, Lang::En] {
            let words = Words::get(lang);
            let book = home.office.result_workbook(&clerk(), result.run, words).await.unwrap();
            let sheets = read(book);
            let summary = &sheets[0].1;
            let says = |key: &str| {
                let label = words.text(key);
                let line = summary.iter().find(|line| line[0].trim() == label).unwrap_or_else(|| panic!("{label}"));
                line[1].parse::<f64>().unwrap() as u32
            };
            assert_eq!(says("result-households"), figures.households);
            assert_eq!(says("result-zero"), figures.zero_employment);
            assert_eq!(says("result-covered"), figures.covered);
            assert_eq!(says("result-covered-welfare"), figures.covered_by_welfare);
            assert_eq!(says("result-uncovered"), figures.zero_employment - figures.covered);
            assert_eq!(says("result-placed"), figures.placed);
            assert_eq!(says("result-jobseekers"), figures.jobseekers);
            assert_eq!(says("result-seats"), figures.seats);
            for (reason, count) in &figures.uncovered {
                assert_eq!(says(&format!("uncovered-{}", reason.code())), *count);
            }
            let all: String = sheets.iter().flat_map(|(_, lines)| lines.concat()).collect();
            for n in 1..=5 {
                assert!(all.contains(&name(n)), "{} stands in some sheet", name(n));
            }
            assert!(!all.contains('⟦'), "every word is known in {lang:?}");
        }
    }
}

/// Text of the cells of each sheet.
fn read(book: Vec<u8>) -> Vec<(String, Vec<Vec<String>>)> {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(book)).unwrap();
    let text = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect();
    book.worksheets().into_iter().map(|(name, range)| (name, range.rows().map(text).collect())).collect()
}

/// One seat for loading; two who could, one too weak, one who will not, one who refused it, one who is no target.
async fn made_cases(home: &Home) {
    let mut people: Vec<Member> = (1..=6).map(|n| Member { village: 0, ..head(n) }).collect();
    people[2].labour = "弱劳动力或半劳动力";
    people[3].willing = "否";
    people[5].class = "一般农户";
    open(home, &people, &[Post::new("天镇县甲公司", "装卸工", 1)]).await;
    let state = home.state().await;
    decide(home, state.person(&name(5)).id, state.vacancies()[0].id, Verdict::Refused).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_uncovered_household_has_its_own_reason() {
    let home = Home::lite().await;
    made_cases(&home).await;
    let result = run(&home).await;
    assert_eq!((result.figures.zero_employment, result.figures.covered), (5, 1));
    assert!(result.title(&name(6)).is_none());
    let placed = if result.title(&name(1)).is_some() { 1 } else { 2 };
    let rival = result.uncovered(&name(3 - placed));
    assert_eq!(rival.reason, UncoveredReason::Outnumbered);
    let witness = rival.sentences.iter().find(|sentence| sentence.key == "uncovered-witness").unwrap();
    assert_eq!(format!("{:?}", witness.args), r#"[("households", Int(2)), ("seats", Int(1)), ("missing", Int(1))]"#);
    assert_eq!(result.uncovered(&name(3)).reason, UncoveredReason::NoAdmissible);
    assert_eq!(result.uncovered(&name(4)).reason, UncoveredReason::Unwilling);
    assert_eq!(result.uncovered(&name(5)).reason, UncoveredReason::Refused);
    assert!(result.uncovered.iter().all(|uncovered| !uncovered.sentences.is_empty()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn public_welfare_posts_are_the_last_resort() {
    let home = Home::lite().await;
    let mut people: Vec<Member> = Vec::new();
    for n in 1..=3 {
        let head = Member { village: 0, ..head(n) };
        people.push(head.clone());
        people.push(member(&head, n + 100, "配偶"));
    }
    people.push(Member { class: "一般农户", village: 0, ..head(4) });
    let welfare = Post { note: "公益性岗位", ..Post::new("天镇县某村委会", "护林员", 9) };
    open(&home, &people, &[Post::new("天镇县甲公司", "普工", 1), welfare]).await;
    let result = run(&home).await;
    assert_eq!(result.welfare().len(), 1);
    assert_eq!((result.figures.covered, result.figures.covered_by_welfare, result.figures.placed), (3, 2, 3));
    assert!(result.title(&name(4)).is_none(), "no public-welfare post for a household that is no target");
    // With real seats for all, nobody is sent to a public-welfare post.
    home.import(posts("更多.csv", &[Post::new("天镇县乙公司", "缝纫工", 8)])).await;
    home.office.screen_all(&clerk()).await.unwrap();
    let result = run(&home).await;
    assert_eq!((result.figures.covered, result.figures.covered_by_welfare, result.figures.placed), (3, 0, 7));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refused_pairs_stay_away_until_nothing_is_left() {
    let home = Home::lite().await;
    let jobs = ["缝纫工", "普工", "保洁员"].map(|title| Post::new("天镇县甲公司", title, 2));
    open(&home, &[Member { village: 0, ..head(1) }], &jobs).await;
    let mut refused = BTreeSet::new();
    for _ in 0..3 {
        let result = run(&home).await;
        let pair = *result.pairs().first().unwrap();
        assert!(refused.insert(pair), "{pair:?} was refused");
        decide(&home, pair.0, pair.1, Verdict::Refused).await;
    }
    let result = run(&home).await;
    assert_eq!(result.uncovered(&name(1)).reason, UncoveredReason::Refused);
    assert!(result.proposals.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_on_a_demo_county_counts_right_and_repeats_itself() {
    let home = Home::lite().await;
    let folder = tempfile::tempdir().unwrap();
    let plan = demo::Plan { households: 200, seed: 5, ..demo::Plan::default() };
    let written = demo::write(&demo::generate(&plan).unwrap(), folder.path()).unwrap();
    for file in filled(&written) {
        home.import(upload(file)).await;
    }
    home.office.screen_all(&clerk()).await.unwrap();
    let first = run(&home).await;
    assert!(first.figures.zero_employment > 0 && first.figures.placed > 0, "{:?}", first.figures);
    let second = run(&home).await;
    assert_eq!(second.figures, first.figures);
    assert_eq!(second.pairs(), first.pairs(), "the same ledger, the same proposals");
    let scope = somebody(Role::Helper, clerk().region());
    let refused = home.office.run_bridge(&scope, today(), &|_| ()).await;
    assert_eq!(number(refused.map(|ran| ran.run)), 1001);
}

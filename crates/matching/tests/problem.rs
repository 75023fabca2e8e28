//! From candidates to a solved assignment: numbers, kept and refused pairs, public-welfare posts last.

mod common;

use assign::{Options, check, solve};
use common::{World, couple, day};
use domain::bridge::{Decision, Verdict};
use domain::vacancies::{PlacementChannel, State};
use matching::{Decisions, Limits, Market};
use proptest::prelude::*;
use uuid::Uuid;

fn limits() -> Limits {
    Limits { longest: 6, threads: 1 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_problem_says_what_the_market_says(seed: u64) {
        let market = World::random(seed, 20, 30).market();
        let candidates = market.candidates(limits());
        let problem = market.problem(&candidates).unwrap();
        let instance = &problem.instance;
        prop_assert_eq!(instance.workers(), market.jobseekers.len());
        prop_assert_eq!(instance.jobs(), market.vacancies.len());
        prop_assert_eq!(instance.households(), market.jobseekers.households());
        for household in 0..instance.households() {
            prop_assert_eq!(instance.members(household), market.jobseekers.members(household));
            prop_assert_eq!(instance.class(household), market.jobseekers.class(household));
        }
        for job in 0..instance.jobs() {
            let welfare = market.vacancies.at(job).demand.channel == Some(PlacementChannel::PublicWelfare);
            prop_assert_eq!(instance.is_fallback(job), welfare);
        }
        for worker in 0..instance.workers() {
            let mut listed: Vec<_> = instance.list(worker).collect();
            let mut kept: Vec<_> = candidates.list(worker).collect();
            let pinned = instance.pin(worker).filter(|&job| !kept.iter().any(|&(vacancy, _)| vacancy == job));
            kept.extend(pinned.map(|job| (job, market.score(worker, job as usize))));
            listed.sort_unstable();
            kept.sort_unstable();
            prop_assert_eq!(listed, kept);
        }
        let solution = solve(instance, &Options::default());
        prop_assert!(check(instance, &solution).is_ok());
        for worker in 0..instance.workers() {
            let Some(job) = solution.job(worker) else { continue };
            prop_assert!(market.admissible(worker, job as usize) || instance.pin(worker) == Some(job));
        }
    }
}

/// The couple with decisions of these verdicts about it, one a day.
fn decided(verdict: Verdict, change: impl FnOnce(&mut common::Couple)) -> Market {
    couple(|c| {
        let decision = Decision::new(Uuid::nil(), c.person.id, c.vacancy.id, verdict, day());
        c.context.decisions = Decisions::new([&decision]);
        change(c);
    })
    .market()
}

#[test]
fn accepted_and_pinned_pairs_keep_their_seat_even_against_a_rule() {
    for verdict in [Verdict::Accepted, Verdict::Pinned] {
        let market = decided(verdict, |c| c.vacancy.state = State::Closed);
        let problem = market.problem(&market.candidates(limits())).unwrap();
        assert_eq!(problem.instance.pins(), [(0, 0)]);
        assert_eq!(problem.instance.seats(0), 1);
        assert!(problem.unkept.is_empty());
        assert_eq!(solve(&problem.instance, &Options::default()).job(0), Some(0));
    }
}

#[test]
fn refused_pairs_are_gone_and_taken_back_ones_return() {
    let pairs = |verdict| {
        let market = decided(verdict, |_| ());
        let problem = market.problem(&market.candidates(limits())).unwrap();
        problem.instance.edges()
    };
    assert_eq!(pairs(Verdict::Refused), 0);
    assert_eq!(pairs(Verdict::Open), 1);
}

#[test]
fn what_cannot_be_kept_is_told() {
    let market = decided(Verdict::Pinned, |c| c.vacancy.headcount = Some(0));
    let problem = market.problem(&market.candidates(limits())).unwrap();
    assert_eq!(problem.unkept, [(market.jobseekers.at(0).person, market.vacancies.at(0).id)]);
    assert!(problem.instance.pins().is_empty());
}

#[test]
fn a_welfare_post_covers_a_priority_household_and_nobody_else() {
    let covered = |class| {
        let welfare = |c: &mut common::Couple| {
            c.class = class;
            c.vacancy.channel = Some(PlacementChannel::PublicWelfare);
        };
        let market = couple(welfare).market();
        let problem = market.problem(&market.candidates(limits())).unwrap();
        solve(&problem.instance, &Options::default()).totals().fallback
    };
    assert_eq!((covered(0), covered(1)), (0, 1));
}

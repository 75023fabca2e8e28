//! The optimum from short lists against that of every admissible pair.

mod common;

use assign::{Options, Solution, check, solve, witnesses};
use common::World;
use domain::vacancies::State;
use matching::{Limits, Market, Optimum, Unproved};
use proptest::prelude::*;

/// The goals reached over every admissible pair.
fn enumerated(market: &Market) -> assign::Totals {
    let all = market.candidates(Limits { longest: 1_000, threads: 1 });
    assert_eq!(all.lists_cut(), 0);
    let problem = market.problem(&all).expect("a sound problem");
    solve(&problem.instance, &Options::default()).totals().clone()
}

fn optimum(market: &Market, longest: usize, threads: usize) -> Optimum {
    market.optimum(Limits { longest, threads }).expect("a proved answer")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn short_lists_lead_to_the_optimum_of_all_pairs(seed: u64, households in 1usize..60, vacancies in 0usize..80, longest in 0usize..4) {
        let market = World::random(seed, households, vacancies).market();
        let found = optimum(&market, longest, 1);
        prop_assert_eq!(found.solution.totals(), &enumerated(&market));
        prop_assert_eq!(&check(&found.problem.instance, &found.solution).unwrap(), &found.certificate);
        prop_assert_eq!(found.rounds.last().unwrap().added, 0);
        prop_assert!(market.search(2).prove(&found.candidates, &found.problem, &found.solution).is_ok());
    }

    #[test]
    fn going_on_from_any_answer_leads_to_the_optimum(seed: u64, vacancies in 1usize..60, longest in 0usize..4, gone: prop::sample::Index) {
        let mut world = World::random(seed, 40, vacancies);
        let before = world.market();
        let known = optimum(&before, longest, 1);
        // A vacancy closes; everybody else stays where they were.
        let gone = gone.index(world.vacancies.len());
        world.vacancies[gone].state = State::Closed;
        let gone = world.vacancies[gone].id;
        let now = world.market();
        let ids = (0..before.vacancies.len()).map(|index| before.vacancies.at(index).id);
        let ids: Vec<_> = ids.map(|id| now.vacancies.find(id).filter(|_| id != gone)).collect();
        let number = |old: u32| ids[old as usize].map(|number| number as u32);
        let answer = |_: &assign::Instance| {
            let moved = known.solution.placement().iter().map(|&job| match job {
                Solution::NONE => Solution::NONE,
                job => number(job).unwrap_or(Solution::NONE),
            });
            let (mut prices, mut tiers) = (vec![0; now.vacancies.len()], vec![0; now.vacancies.len()]);
            for (old, number) in ids.iter().enumerate().filter_map(|(old, number)| Some((old, (*number)?))) {
                (prices[number], tiers[number]) = (known.solution.prices()[old], known.solution.tiers()[old]);
            }
            Solution::from_parts(known.solution.totals().clone(), moved.collect(), known.solution.weight(), prices, tiers)
        };
        let search = now.search(2);
        let found = search.optimum_from(known.candidates.renumbered(number), answer).expect("a proved answer");
        prop_assert_eq!(found.solution.totals(), &enumerated(&now));
        prop_assert!(search.prove(&found.candidates, &found.problem, &found.solution).is_ok());
    }

    #[test]
    fn an_answer_is_proved_only_if_no_pair_left_out_would_do_better(seed: u64, households in 1usize..30, vacancies in 1usize..40, longest in 0usize..3) {
        let market = World::random(seed, households, vacancies).market();
        let search = market.search(1);
        let start = search.start(longest);
        let problem = market.problem(&start).unwrap();
        let solution = solve(&problem.instance, &Options::default());
        match search.prove(&start, &problem, &solution) {
            Ok(certificate) => prop_assert_eq!(certificate.totals, enumerated(&market)),
            Err(Unproved::LeftOut { jobseeker, vacancy }) => {
                prop_assert!(market.admissible(jobseeker, vacancy));
                prop_assert!(start.list(jobseeker).all(|(listed, _)| listed as usize != vacancy));
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn prices_that_were_tampered_with_prove_nothing(seed: u64, vacancies in 1usize..40, pick: prop::sample::Index, change in -3_000i64..3_000) {
        let market = World::random(seed, 25, vacancies).market();
        let found = optimum(&market, 2, 1);
        let mut prices = found.solution.prices().to_vec();
        let job = pick.index(prices.len());
        prices[job] = (prices[job] + change).max(0);
        let (placement, tiers) = (found.solution.placement().to_vec(), found.solution.tiers().to_vec());
        let tampered = Solution::from_parts(found.solution.totals().clone(), placement, found.solution.weight(), prices, tiers);
        // Other prices may prove it as well; the answer is the best all the same.
        if let Ok(certificate) = market.search(1).prove(&found.candidates, &found.problem, &tampered) {
            prop_assert_eq!(certificate.totals, enumerated(&market));
        }
        // The price of a seat that stays empty must be nothing.
        let placed = tampered.placement().iter().filter(|&&placed| placed as usize == job).count();
        if change > 0 && placed < found.problem.instance.seats(job) as usize {
            prop_assert!(market.search(1).prove(&found.candidates, &found.problem, &tampered).is_err());
        }
    }

    #[test]
    fn what_is_said_about_the_uncovered_is_said_about_all_pairs(seed: u64, vacancies in 0usize..12) {
        let market = World::random(seed, 40, vacancies).market();
        let Optimum { candidates, problem, solution, .. } = optimum(&market, 1, 1);
        let complete = |household: usize| {
            market.jobseekers.members(household).all(|jobseeker| {
                let all = (0..market.vacancies.len()).filter(|&vacancy| market.admissible(jobseeker, vacancy)).count();
                candidates.is_complete(jobseeker) && candidates.list(jobseeker).len() == all
            })
        };
        let priority = (0..market.jobseekers.households()).filter(|&household| market.jobseekers.class(household) > 0);
        for household in priority {
            let covered = market.jobseekers.members(household).any(|jobseeker| solution.job(jobseeker).is_some());
            prop_assert!(covered || complete(household));
        }
        for (_, witness) in witnesses(&problem.instance, &solution) {
            prop_assert!(witness.proves(&problem.instance));
            prop_assert!(witness.households.iter().all(|&household| complete(household as usize)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn many_people_and_ties_and_any_number_of_threads(seed: u64, vacancies in 1usize..250, longest in 1usize..4) {
        let market = World::random(seed, 200, vacancies).market();
        let one = optimum(&market, longest, 1);
        prop_assert_eq!(one.solution.totals(), &enumerated(&market));
        let many = optimum(&market, longest, 3);
        prop_assert_eq!(&one.candidates, &many.candidates);
        prop_assert_eq!(&one.solution, &many.solution);
        prop_assert_eq!(&one.rounds, &many.rounds);
    }
}

#[test]
fn first_prices_from_a_sample_lead_to_the_optimum_of_all_pairs() {
    for (seed, vacancies) in [(1, 40), (2, 300)] {
        let market = World::random(seed, 13_000, vacancies).market();
        assert!(market.jobseekers.len() >= 25_000, "there is no sample of fewer");
        let one = optimum(&market, 5, 1);
        assert_eq!(one.solution.totals(), &enumerated(&market));
        let many = optimum(&market, 5, 3);
        assert_eq!((&one.candidates, &one.solution, &one.rounds), (&many.candidates, &many.solution, &many.rounds));
    }
}

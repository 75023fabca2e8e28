//! Candidate lists against the enumeration of every pair.

mod common;

use common::{Dice, World};
use matching::{Limits, Market};
use proptest::prelude::*;
use std::cmp::Reverse;

/// All admissible vacancies of a jobseeker in the order of the list: score, lot, vacancy.
fn admissible(market: &Market, jobseeker: usize) -> Vec<(u32, u16)> {
    let fits = (0..market.vacancies.len()).filter(|&vacancy| market.admissible(jobseeker, vacancy));
    let mut all: Vec<_> = fits.map(|vacancy| (vacancy as u32, market.score(jobseeker, vacancy))).collect();
    sort(market, jobseeker, &mut all, |_| 0);
    all
}

fn sort(market: &Market, jobseeker: usize, list: &mut [(u32, u16)], crowding: impl Fn(u32) -> i64) {
    list.sort_by_key(|&(vacancy, score)| {
        let lot = market.lot(jobseeker, vacancy as usize);
        (Reverse(i64::from(score) - crowding(vacancy)), Reverse(lot), vacancy)
    });
}

/// Crowding as the documentation states it, everybody asked.
fn crowding(market: &Market, lists: &[Vec<(u32, u16)>], longest: usize) -> Vec<i64> {
    let half = longest.div_ceil(2);
    let mut calls = vec![0u64; market.vacancies.len()];
    for list in lists {
        list.iter().take(half).for_each(|&(vacancy, _)| calls[vacancy as usize] += 1);
    }
    let seats = |vacancy: usize| u64::from(market.vacancies.at(vacancy).seats.max(1));
    let step = |(vacancy, calls): (usize, u64)| match calls / (seats(vacancy) * half.max(1) as u64) {
        0 => 0,
        ratio => (400 * (i64::from(ratio.ilog2()) + 1)).min(2400),
    };
    calls.into_iter().enumerate().map(step).collect()
}

/// The list of somebody by the documented order.
fn chosen(market: &Market, jobseeker: usize, all: &[(u32, u16)], crowding: &[i64], longest: usize) -> Vec<(u32, u16)> {
    let mut list = all.to_vec();
    sort(market, jobseeker, &mut list, |vacancy| crowding[vacancy as usize]);
    list.truncate(longest);
    sort(market, jobseeker, &mut list, |_| 0);
    list
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn lists_equal_the_enumeration_of_every_pair(seed: u64, households in 1usize..25, vacancies in 0usize..300, longest in 0usize..8) {
        let market = World::random(seed, households, vacancies).market();
        let candidates = market.candidates(Limits { longest, threads: 1 });
        let all: Vec<_> = (0..market.jobseekers.len()).map(|jobseeker| admissible(&market, jobseeker)).collect();
        let crowding = crowding(&market, &all, longest);
        let mut cut = 0;
        for (jobseeker, all) in all.iter().enumerate() {
            let list: Vec<_> = candidates.list(jobseeker).collect();
            prop_assert_eq!(&list, &chosen(&market, jobseeker, all, &crowding, longest));
            prop_assert_eq!(candidates.is_complete(jobseeker), all.len() <= longest);
            cut += u32::from(all.len() > longest);
        }
        prop_assert_eq!(candidates.lists_cut(), cut);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn threads_and_the_order_of_records_change_nothing(seed: u64, longest in 1usize..12) {
        let mut world = World::random(seed, 140, 60);
        let market = world.market();
        let one = market.candidates(Limits { longest, threads: 1 });
        prop_assert_eq!(&one, &market.candidates(Limits { longest, threads: 2 }));
        prop_assert_eq!(&one, &market.candidates(Limits { longest, threads: 5 }));
        let mut dice = Dice::new(!seed);
        for at in (1..world.people.len()).rev() {
            world.people.swap(at, dice.roll(at + 1));
        }
        world.vacancies.reverse();
        world.decisions.reverse();
        prop_assert_eq!(&one, &world.market().candidates(Limits { longest, threads: 3 }));
    }
}

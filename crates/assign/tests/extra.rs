//! Extra seats against trying every combination.

mod common;

use assign::{Options, Site, extra_seats, generate, solve};
use common::{Dice, best, tiny, with_more_seats};

#[test]
fn every_prefix_is_a_cheapest_way_and_nothing_covers_more() {
    let mut opened = 0;
    for seed in 0..6_000 {
        let instance = tiny(seed, 7);
        let solution = solve(&instance, &Options::default());
        let mut dice = Dice::new(seed);
        let sites: Vec<Site> = (0..instance.jobs() as u32)
            .filter(|_| dice.below(4) > 0)
            .collect::<Vec<_>>()
            .into_iter()
            .map(|job| Site { job, most: 1 + dice.below(2) as u32, cost: dice.below(4) as u32 })
            .collect();
        let extras = extra_seats(&instance, &solution, &sites);
        let base: u64 = solution.totals().covered.iter().sum();
        // Least cost by number of households covered more.
        let mut least = [u64::MAX; 9];
        let combinations: u32 = sites.iter().map(|site| site.most + 1).product();
        for mut code in 0..combinations {
            let (mut changed, mut cost) = (instance.clone(), 0);
            for site in &sites {
                let seats = code % (site.most + 1);
                code /= site.most + 1;
                changed = with_more_seats(&changed, site.job as usize, seats);
                cost += u64::from(seats * site.cost);
            }
            let more = best(&changed).0.iter().sum::<u64>() - base;
            (0..=more as usize).for_each(|m| least[m] = least[m].min(cost));
        }
        let mut cost = 0;
        for (m, extra) in extras.iter().enumerate() {
            cost += u64::from(extra.cost);
            assert_eq!(cost, least[m + 1], "seed {seed}: {} more", m + 1);
            opened += 1;
        }
        assert_eq!(least[extras.len() + 1], u64::MAX, "seed {seed}: more could be covered");
    }
    assert!(opened > 500, "only {opened} seats were opened");
}

#[test]
fn one_seat_on_each_list_covers_everybody_who_has_a_list() {
    let instance = generate::generate(&generate::Recipe { workers: 10_000, ratio: 8, seed: 2, skew: true });
    let solution = solve(&instance, &Options::default());
    let sites: Vec<Site> = (0..instance.jobs() as u32).map(|job| Site { job, most: 10_000, cost: 1 }).collect();
    let coverable = (0..instance.households())
        .filter(|&h| instance.class(h) > 0 && instance.members(h).any(|w| instance.list(w).len() > 0))
        .count() as u64;
    let extras = extra_seats(&instance, &solution, &sites);
    assert_eq!(extras.len() as u64, coverable - solution.totals().covered[0]);
    let mut opened = instance;
    for job in 0..opened.jobs() {
        let seats = extras.iter().filter(|extra| extra.job as usize == job).count() as u32;
        if seats > 0 {
            opened = with_more_seats(&opened, job, seats);
        }
    }
    assert_eq!(solve(&opened, &Options::default()).totals().covered, [coverable]);
}

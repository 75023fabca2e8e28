//! Couples against enumeration.

mod common;

use assign::generate::{Recipe, generate};
use assign::{Couple, Coupled, InstanceBuilder, Live, Options, Refusal, solve};
use common::{Dice, Rank, each_placement, rank, tiny, totals};

fn live(seed: u64) -> Live {
    let instance = tiny(seed, 6);
    let solution = solve(&instance, &Options::default());
    Live::new(instance, &solution)
}

/// Up to three couples, of kinds that an office could think of.
fn couples(dice: &mut Dice, workers: u64) -> Vec<Couple<'static>> {
    let mut couple = || {
        let (one, other) = (dice.below(workers) as u32, dice.below(workers) as u32);
        match dice.below(4) {
            0 => Couple::both_or_nobody(one, other),
            1 => Couple::apart(one, other),
            2 => Couple { workers: (one, other), allows: &|one, other| one == other },
            // Jobs 0 and 2 are of one employer, 1 and 3 of another.
            _ => Couple { workers: (one, other), allows: &|one, other| one.map(|j| j % 2) == other.map(|j| j % 2) },
        }
    };
    (0..3).map(|_| couple()).collect()
}

fn keeps(couples: &[Couple<'_>], place: &[Option<u32>]) -> bool {
    let job = |worker: u32| place[worker as usize];
    couples.iter().all(|couple| (couple.allows)(job(couple.workers.0), job(couple.workers.1)))
}

fn best_by_enumeration(live: &Live, couples: &[Couple<'_>]) -> Option<Rank> {
    let (instance, mut best) = (live.instance(), None);
    each_placement(&instance, &mut |place| {
        if keeps(couples, place) {
            best = best.take().max(Some(rank(&totals(&instance, place))));
        }
    });
    best
}

fn assert_honest(live: &Live, couples: &[Couple<'_>], found: &Coupled, best: Option<&Rank>, what: &str) {
    if let Some((place, reached)) = &found.best {
        assert!(keeps(couples, place), "{what}");
        assert_eq!(&totals(&live.instance(), place), reached, "{what}");
        assert!(Some(&rank(reached)) <= best, "{what}");
    }
    assert!(best <= found.bound.as_ref().map(rank).as_ref(), "{what}: the bound is too low");
}

#[test]
fn the_search_finds_the_enumerated_optimum_or_an_honest_bound() {
    let (mut strict, mut cut, mut impossible) = (0, 0, 0);
    for seed in 0..6_000 {
        let mut live = live(seed);
        let workers = live.instance().workers() as u64;
        if workers == 0 {
            continue;
        }
        let mut dice = Dice::new(seed + 3);
        let couples = couples(&mut dice, workers);
        let (before, what) = ((live.instance(), live.totals().clone()), format!("seed {seed}"));
        let best = best_by_enumeration(&live, &couples);
        let found = live.place_couples(&couples, usize::MAX).expect("they exist");
        assert!(found.is_proved(), "{what}");
        assert_eq!(found.best.as_ref().map(|found| rank(&found.1)), best, "{what}");
        assert_honest(&live, &couples, &found, best.as_ref(), &what);
        let hurried = live.place_couples(&couples, dice.below(6) as usize).expect("they exist");
        assert_honest(&live, &couples, &hurried, best.as_ref(), &what);
        assert_eq!((live.instance(), live.totals().clone()), before, "{what}: a trace is left");
        strict += u32::from(best.as_ref() < Some(&rank(live.totals())));
        cut += u32::from(!hurried.is_proved());
        impossible += u32::from(best.is_none());
    }
    assert!(strict > 1_000 && cut > 300 && impossible > 20, "{strict} strict, {cut} cut, {impossible} impossible");
}

#[test]
fn two_go_together_or_stay_together() {
    let mut builder = InstanceBuilder::new();
    let (mill, farm) = (builder.job(1), builder.job(1));
    builder.household(0);
    builder.worker([(mill, 9_000)]);
    builder.worker([(farm, 5_000)]);
    builder.household(1);
    builder.worker([(farm, 10)]);
    let instance = builder.build().expect("valid");
    let solution = solve(&instance, &Options::default());
    assert_eq!(solution.placement(), [mill, u32::MAX, farm]);
    let mut live = Live::new(instance, &solution);
    let found = live.place_couples(&[Couple::both_or_nobody(0, 1)], 100).expect("they exist");
    assert!(found.is_proved());
    // The household of class 1 comes first, so the couple has to stay.
    assert_eq!(found.best.expect("possible").0, [None, None, Some(farm)]);
    assert_eq!(live.place_couples(&[Couple::apart(0, 3)], 100), Err(Refusal::Unknown));
}

#[test]
fn couples_of_a_county_are_placed_at_once() {
    let instance = generate(&Recipe { workers: 5_000, ratio: 60, seed: 2, skew: true });
    let solution = solve(&instance, &Options::default());
    let pairs = (0..instance.households()).map(|h| instance.members(h)).filter(|m| m.len() == 2);
    let couples: Vec<Couple<'_>> =
        pairs.step_by(97).take(6).map(|m| Couple::both_or_nobody(m.start as u32, m.start as u32 + 1)).collect();
    let mut live = Live::new(instance, &solution);
    let found = live.place_couples(&couples, 2_000).expect("they exist");
    assert!(found.best.is_some() && found.is_proved(), "{} problems solved", found.nodes);
}

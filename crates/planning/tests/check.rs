//! The checker finds every kind of fault.

use planning::orienteering::{Instance, Parts, Place, Quota, Shift, Violation, check};

/// Four places on a line, ten minutes apart, the first a depot; the third is open from 30 to 40 only.
fn line() -> Instance {
    let at = |place: usize| place as f64 * 10.0;
    let travel = (0..16).map(|cell| (at(cell / 4) - at(cell % 4)).abs()).collect();
    let place = Place { profit: 3, service: 5.0, must: false };
    let mut places = vec![place; 4];
    places[3].must = true;
    let always = Some((0.0, 1_000.0));
    let windows = vec![vec![always, always, Some((30.0, 40.0)), None], vec![always; 4]];
    let shift = Shift { start: 0, end: 0, from: 0.0, until: 75.0, driving: 60.0, day: 0 };
    let quotas = vec![Quota { need: 2, members: vec![(1, 1), (3, 1)] }];
    let shifts = vec![shift, Shift { day: 1, driving: 50.0, ..shift }];
    Instance::new(Parts { places, travel, shifts, windows, groups: vec![], quotas }).expect("well formed")
}

fn fault(first: &[usize], second: &[usize]) -> Option<Violation> {
    check(&line(), &[first.to_vec(), second.to_vec()]).err()
}

#[test]
fn a_sound_plan_is_told_its_times_and_what_it_misses() {
    let verdict = check(&line(), &[vec![0, 1, 2, 0], vec![0, 0]]).expect("sound");
    assert_eq!(verdict.profit, 6);
    assert_eq!(verdict.times[0], [0.0, 10.0, 30.0, 55.0]);
    assert_eq!(verdict.missed, [3]);
    assert_eq!(verdict.short, [(0, 1)]);
}

#[test]
fn each_fault_has_its_name() {
    assert_eq!(check(&line(), &[]).err(), Some(Violation::Routes(0)));
    assert_eq!(fault(&[0, 1], &[0, 0]), Some(Violation::Ends(0)));
    assert_eq!(fault(&[0, 9, 0], &[0, 0]), Some(Violation::Unknown(0, 9)));
    assert_eq!(fault(&[0, 1, 0], &[0, 1, 0]), Some(Violation::Twice(1, 1)));
    assert_eq!(fault(&[0, 0, 0], &[0, 0]), Some(Violation::Twice(0, 0)));
    assert_eq!(fault(&[0, 3, 0], &[0, 0]), Some(Violation::Closed(0, 3)));
    assert!(matches!(fault(&[0, 0], &[0, 3, 1, 2, 0]), Some(Violation::Late(1, _))));
    assert!(matches!(fault(&[0, 0], &[0, 3, 0]), Some(Violation::Driving(1, _))));
}

#[test]
fn a_problem_that_is_none_is_refused() {
    let parts = Parts { places: vec![Place::default(); 2], travel: vec![0.0; 3], ..Parts::default() };
    assert!(Instance::new(parts).is_err());
    let parts = Parts { places: vec![Place::default(); 1], travel: vec![f64::NAN], ..Parts::default() };
    assert!(Instance::new(parts).is_err());
}

//! Who is in a household: relation, sex, age and whether able to work. Tuned to the shares of D§9.4.

use crate::rng::Rng;
use chrono::{Datelike, Days, NaiveDate};
use domain::codes::{Relation, Sex};

/// One member before body, name and numbers are given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) relation: Relation,
    pub(super) sex: Sex,
    pub(super) age: i32,
    /// Has labour capacity.
    pub(super) able: bool,
}

impl Member {
    /// A birthday that gives the age on the day.
    pub(super) fn birthday(&self, rng: &mut Rng, day: NaiveDate) -> NaiveDate {
        let year = day.year() - self.age;
        let latest = NaiveDate::from_ymd_opt(year, day.month(), day.day().min(28)).expect("a day of every year");
        latest - Days::new(rng.below(364))
    }

    /// Bears the name of the family: the head, and who descends from him.
    pub(super) const fn bears_family_name(&self) -> bool {
        !matches!(self.relation, Relation::Spouse | Relation::Mother)
    }
}

/// Of a hundred households of each size, how many have one, two, … members able to work.
const ABLE: [&[(usize, u32)]; 6] = [
    &[(0, 85), (1, 15)],
    &[(0, 65), (1, 8), (2, 27)],
    &[(0, 25), (1, 6), (2, 48), (3, 21)],
    &[(0, 8), (2, 24), (3, 45), (4, 23)],
    &[(0, 4), (2, 12), (3, 40), (4, 34), (5, 10)],
    &[(0, 4), (3, 38), (4, 38), (5, 20)],
];

/// Makes the members of a household, the head first.
pub(super) fn members(rng: &mut Rng, size: usize) -> Vec<Member> {
    match rng.weighted(ABLE[size - 1]) {
        0 => without_labour(rng, size),
        able => with_labour(rng, size, able),
    }
}

fn without_labour(rng: &mut Rng, size: usize) -> Vec<Member> {
    let head_sex = if rng.chance(0.7) { Sex::Male } else { Sex::Female };
    let old = if size > 3 || rng.chance(0.82) { rng.between(66, 88) } else { rng.between(45, 65) } as i32;
    let mut members = vec![Member { relation: Relation::Head, sex: head_sex, age: old, able: false }];
    while members.len() < size {
        let spouse = members.len() == 1 && rng.chance(0.8);
        let (relation, sex, age) = if spouse {
            (Relation::Spouse, other(head_sex), (old + rng.between(-6, 3) as i32).max(45))
        } else if rng.chance(0.5) {
            let sex = sex(rng, 0.5);
            (child(sex), sex, (old - rng.between(24, 34) as i32).clamp(17, 58))
        } else {
            let sex = sex(rng, 0.53);
            (grandchild(sex), sex, rng.between(3, 15) as i32)
        };
        members.push(Member { relation, sex, age, able: false });
    }
    members
}

fn with_labour(rng: &mut Rng, size: usize, able: usize) -> Vec<Member> {
    let grown = able.saturating_sub(2);
    let single = able == 1;
    let head_sex = sex(rng, if single { 0.72 } else { 0.97 });
    let bands: &[((i64, i64), u32)] = if grown > 0 {
        &[((42, 49), 18), ((50, 59), 66), ((60, 65), 16)]
    } else {
        &[((24, 29), 2), ((30, 39), 15), ((40, 49), 38), ((50, 59), 23), ((60, 65), 22)]
    };
    let (low, high) = rng.weighted(bands);
    let age = rng.between(low, high) as i32;
    let mut members = vec![Member { relation: Relation::Head, sex: head_sex, age, able: true }];
    if !single {
        let spouse = (age + rng.between(-4, 1) as i32).clamp(22, 65);
        members.push(Member { relation: Relation::Spouse, sex: other(head_sex), age: spouse, able: true });
    }
    for _ in 0..grown {
        let sex = sex(rng, 0.62);
        let eldest = (age - 21).min(39);
        // The oldest of three draws: most of the young ones still study.
        let draw = |rng: &mut Rng| rng.between(17.min(i64::from(eldest)), i64::from(eldest)) as i32;
        let age = draw(rng).max(draw(rng)).max(draw(rng)).max(17);
        members.push(Member { relation: child(sex), sex, age, able: true });
    }
    while members.len() < size {
        let next = dependant(rng, &members, age, head_sex, single);
        members.push(next);
    }
    members
}

/// A member who cannot work: child, student, old parent, ill spouse or disabled grown child.
fn dependant(rng: &mut Rng, members: &[Member], head: i32, head_sex: Sex, single: bool) -> Member {
    let has = |relation: Relation| members.iter().any(|member| member.relation == relation);
    if single && !has(Relation::Spouse) && rng.chance(0.45) {
        let age = (head + rng.between(-4, 2) as i32).max(25);
        return Member { relation: Relation::Spouse, sex: other(head_sex), age, able: false };
    }
    let parents = !has(Relation::Mother) && !has(Relation::Father);
    if parents && rng.chance(if head >= 48 { 0.4 } else { 0.25 }) {
        let sex = sex(rng, 0.35);
        let relation = if sex == Sex::Male { Relation::Father } else { Relation::Mother };
        return Member { relation, sex, age: (head + rng.between(20, 30) as i32).clamp(66, 92), able: false };
    }
    let sex = sex(rng, 0.53);
    if head < 56 {
        let age = (head - rng.between(22, 34) as i32).clamp(0, 21);
        return Member { relation: child(sex), sex, age, able: false };
    }
    if rng.chance(0.3) {
        return Member { relation: child(sex), sex, age: rng.between(20, 35) as i32, able: false };
    }
    Member { relation: grandchild(sex), sex, age: rng.between(1, 15) as i32, able: false }
}

fn sex(rng: &mut Rng, male: f64) -> Sex {
    if rng.chance(male) { Sex::Male } else { Sex::Female }
}

const fn other(sex: Sex) -> Sex {
    match sex {
        Sex::Male => Sex::Female,
        Sex::Female => Sex::Male,
    }
}

const fn child(sex: Sex) -> Relation {
    match sex {
        Sex::Male => Relation::Son,
        Sex::Female => Relation::Daughter,
    }
}

const fn grandchild(sex: Sex) -> Relation {
    match sex {
        Sex::Male => Relation::Grandson,
        Sex::Female => Relation::Granddaughter,
    }
}

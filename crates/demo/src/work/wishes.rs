//! What those without work want, as told in the survey of March 2020.

use super::spells::round;
use crate::model::{County, Person, Wish};
use crate::rng::Rng;
use domain::codes::{Labour, NoWorkReason, RegionClass, Sex};

/// Gives a labourer without work a wish.
pub(super) fn give(county: &mut County, at: usize, works: bool) {
    let mut rng = county.plan.rng("wish", at as u64);
    let person = &mut county.persons[at];
    if works || !person.labour.can_work() || person.student.is_some() || person.gone.is_some() {
        return;
    }
    let reason = reason(&mut rng, person);
    let region = region(&mut rng, person);
    let near = matches!(region, RegionClass::Township | RegionClass::County);
    let usual = if near { 1900.0 } else { 3300.0 };
    person.wish = Some(Wish {
        willing: reason != NoWorkReason::Unwilling,
        reason,
        jobs: jobs(&mut rng, person),
        region,
        pay_min: round(rng.log_normal(usual, 0.2).clamp(600.0, 8000.0), 100.0),
        training: person.age < 50 && rng.chance(0.35),
    });
}

fn reason(rng: &mut Rng, person: &Person) -> NoWorkReason {
    use NoWorkReason::{Age, Care, Epidemic, Farming, Illness, LaidOff, NoFit, NoSkill, Other, Unwilling};
    if person.care_duty && rng.chance(0.85) {
        return Care;
    }
    let table: &[(NoWorkReason, u32)] = match person.labour {
        Labour::Weak if person.age >= 58 => &[(Age, 46), (Illness, 30), (Farming, 18), (Unwilling, 6)],
        Labour::Weak => &[(Illness, 52), (NoFit, 30), (Epidemic, 10), (Unwilling, 5), (Age, 3)],
        _ if person.age >= 60 => &[(Age, 55), (Farming, 35), (Unwilling, 10)],
        _ => &[(Epidemic, 48), (NoFit, 20), (Farming, 10), (NoSkill, 9), (LaidOff, 7), (Unwilling, 3), (Other, 3)],
    };
    rng.weighted(table)
}

fn region(rng: &mut Rng, person: &Person) -> RegionClass {
    use RegionClass::{City, County, OtherProvince, Province, Township};
    if person.care_duty || person.labour == Labour::Weak || person.age >= 60 {
        return rng.weighted(&[(Township, 55), (County, 38), (City, 7)]);
    }
    rng.weighted(&[(Township, 8), (County, 34), (City, 16), (Province, 10), (OtherProvince, 32)])
}

fn jobs(rng: &mut Rng, person: &Person) -> Vec<&'static str> {
    if let Some(skill) = person.skill {
        return vec![skill];
    }
    let weak = person.labour == Labour::Weak;
    let list: &[(&'static str, u32)] = match (person.sex, weak) {
        (_, true) => &[("保洁", 34), ("门卫", 20), ("手工", 16), ("护林员", 12), ("缝纫工", 8), ("不限", 10)],
        (Sex::Female, _) => {
            &[("保洁", 18), ("服务员", 20), ("家政", 22), ("缝纫工", 16), ("导购", 8), ("普工", 10), ("不限", 6)]
        }
        (Sex::Male, _) => &[
            ("建筑工", 26),
            ("普工", 24),
            ("保安", 14),
            ("司机", 8),
            ("搬运工", 6),
            ("养殖", 6),
            ("厨师", 5),
            ("电焊工", 5),
            ("不限", 6),
        ],
    };
    let first = rng.weighted(list);
    let second = rng.weighted(list);
    if rng.chance(0.35) && second != first && first != "不限" && second != "不限" {
        vec![first, second]
    } else {
        vec![first]
    }
}

//! What the law forbids as a criterion changes nothing: sex, marriage, ethnic group, political status, health notes, labels of the
//! person, the limits an employer typed, and the household register beyond the place of the home (D§6.1).

mod common;

use common::World;
use domain::codes::{DisabilityType, Health, Marriage, Politics, Relation, Sex};
use domain::ledger::{IdNumber, Label, LabelKind};
use domain::vacancies::Quarantine;
use matching::{Limits, Market};
use proptest::prelude::*;

/// The same world seen by somebody who asks what must not be asked.
fn with_forbidden_data(world: &World, turn: bool) -> World {
    let mut world = world.clone();
    for (at, (person, _)) in world.people.iter_mut().enumerate() {
        let even = (at % 2 == 0) == turn;
        person.sex = Some(if even { Sex::Male } else { Sex::Female });
        person.marriage = Some(if even { Marriage::Married } else { Marriage::Unmarried });
        person.ethnic = Some(if even { "汉族" } else { "蒙古族" }.into());
        person.politics = Some(if even { Politics::PartyMember } else { Politics::Masses });
        person.relation = Some(if even { Relation::Head } else { Relation::Daughter });
        person.health = Some(if even { Health::Chronic } else { Health::Healthy });
        person.disability = even.then_some(DisabilityType::Limb);
        person.labels = if even { vec![Label::open(LabelKind::Released)] } else { vec![] };
        // Same birthday, other sex and other county of first registration.
        if let Some(birth) = person.birth {
            let digit = if even { 1 } else { 2 };
            let county = if even { 140222 } else { 410101 };
            person.id_no = Some(IdNumber::new(format!("{county}{}99{digit}X", birth.first_day().format("%Y%m%d"))));
        }
    }
    for (at, vacancy) in world.vacancies.iter_mut().enumerate() {
        let even = (at % 2 == 0) == turn;
        let limits = Quarantine { age_min: Some(18), age_max: Some(35), sex: Some(Sex::Female) };
        vacancy.quarantine = even.then_some(limits);
        vacancy.requirements = even.then(|| "限本地户口，35岁以下，已婚已育优先".into());
    }
    world
}

/// Everything matching says of a market: lists, sentences, counts.
fn all_said(market: &Market) -> String {
    let candidates = market.candidates(Limits { longest: 5, threads: 1 });
    let mut said = String::new();
    for jobseeker in 0..market.jobseekers.len() {
        said += &format!("{:?}{:?}", candidates.list(jobseeker).collect::<Vec<_>>(), market.why_none(jobseeker));
        for vacancy in 0..market.vacancies.len() {
            said += &format!("{:?}{:?}", market.why_not(jobseeker, vacancy), market.explain(jobseeker, vacancy));
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn forbidden_criteria_change_nothing(seed: u64) {
        let world = World::random(seed, 12, 20);
        let plain = all_said(&world.market());
        prop_assert!(!plain.is_empty());
        for turn in [true, false] {
            prop_assert_eq!(&plain, &all_said(&with_forbidden_data(&world, turn).market()));
        }
    }
}

//! Explanations in words: every sentence exists in both languages and reads as a village cadre would say it.

mod common;

use common::{World, couple, region};
use domain::codes::Board;
use domain::ledger::Constraints;
use domain::money::Fen;
use domain::say::Message;
use proptest::prelude::*;
use words::{Lang, render};

fn chinese(messages: &[Message]) -> Vec<String> {
    messages.iter().map(|message| render(message, Lang::Zh)).collect()
}

#[test]
fn a_proposal_in_words() {
    let market = couple(|c| {
        c.vacancy.pay_min = Some(Fen::yuan(3_600));
        c.vacancy.board = Some(Board::Both);
        c.vacancy.place_region = Some(region(common::HOMES[0]));
        c.wish().pay_min = Some(Fen::yuan(3_000));
    })
    .market();
    let explanation = market.explain(0, 0);
    assert_eq!(
        chinese(&explanation.reasons),
        ["本人想干“缝纫工”，正好对口", "就在家门口，走几步就到", "月薪3,600元，比想要的多600元"]
    );
    assert_eq!(explanation.against, None);
    assert_eq!(explanation.score, market.score(0, 0));
}

#[test]
fn why_another_is_not_proposed() {
    let market = couple(|c| {
        c.vacancy.place_region = Some(region("110105"));
        c.person.constraints = Some(Constraints { care_duty: true, max_km: Some(10) });
    })
    .market();
    let sentence = render(&market.why_not(0, 0).unwrap(), Lang::Zh);
    assert!(
        sentence.starts_with("离家2") && sentence.ends_with("公里，家里有人要照顾，每天最多走10公里"),
        "{sentence}"
    );
}

#[test]
fn somebody_without_any_vacancy_hears_what_binds_most() {
    let mut world = World::default();
    let couple = common::Couple::fitting();
    world.households.push((couple.household.clone(), 1));
    world.people.push((couple.person.clone(), vec![]));
    for (at, title) in ["司机", "叉车工", "电焊工", "装卸工"].into_iter().enumerate() {
        let mut vacancy = couple.vacancy.clone();
        vacancy.id = domain::ids::VacancyId(uuid::Uuid::from_u64_pair(1, at as u64));
        vacancy.title = title.into();
        world.vacancies.push(vacancy);
    }
    world.people[0].0.labour = Some(domain::codes::Labour::Weak);
    let market = world.market();
    let bindings = market.why_none(0);
    assert_eq!(
        bindings.iter().map(|binding| (binding.rule, binding.vacancies)).collect::<Vec<_>>(),
        [("licences", 3), ("capacity", 1)]
    );
    assert_eq!(render(&bindings[0].message, Lang::Zh), "有3个岗位依法要有证，本人没有登记");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_sentence_renders_in_both_languages(seed: u64) {
        let market = World::random(seed, 15, 25).market();
        for jobseeker in 0..market.jobseekers.len() {
            let mut said: Vec<Message> = market.why_none(jobseeker).into_iter().map(|binding| binding.message).collect();
            for vacancy in 0..market.vacancies.len() {
                let explanation = market.explain(jobseeker, vacancy);
                prop_assert!(explanation.reasons.len() <= 3);
                prop_assert_eq!(explanation.score, market.score(jobseeker, vacancy));
                said.extend(explanation.reasons.into_iter().chain(explanation.against));
                let why_not = market.why_not(jobseeker, vacancy);
                prop_assert_eq!(why_not.is_none(), market.admissible(jobseeker, vacancy));
                said.extend(why_not);
            }
            for (message, lang) in said.iter().flat_map(|message| Lang::ALL.map(|lang| (message, lang))) {
                let sentence = render(message, lang);
                prop_assert!(!sentence.contains('⟦') && !sentence.is_empty(), "{}", sentence);
            }
        }
    }
}

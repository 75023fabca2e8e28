//! Every part of the score, and what is said for and against.

mod common;

use common::{Couple, couple, region};
use domain::codes::{Board, PayUnit, RegionClass};
use domain::ids::SpellId;
use domain::ledger::{Constraints, Spell};
use domain::money::Fen;
use domain::vacancies::PlacementChannel;
use matching::rules::score::WEIGHTS;
use matching::rules::{HARD, PARTS, Side};
use uuid::Uuid;

fn points(part: &str, change: impl FnOnce(&mut Couple)) -> u16 {
    couple(change).points(part)
}

/// Whether some part of the score says the sentence of the changed couple.
fn says(key: &str, change: impl FnOnce(&mut Couple)) -> bool {
    let market = couple(change).market();
    PARTS.iter().filter_map(|part| (part.says)(&market.pair(0, 0))).any(|(side, message)| {
        assert_eq!(side == Side::Against, message.key.starts_with("against-"));
        message.key == key
    })
}

#[test]
fn weights_and_names() {
    assert_eq!(PARTS.iter().map(|part| part.weight).sum::<u32>(), WEIGHTS);
    let mut names: Vec<_> = PARTS.iter().map(|part| part.key).chain(HARD.iter().map(|rule| rule.key)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), PARTS.len() + HARD.len());
}

#[test]
fn occupation() {
    assert_eq!(points("occupation", |_| ()), 10_000);
    assert_eq!(points("occupation", |c| c.vacancy.title = "急招缝纫工（包吃住）".into()), 9_000);
    // 保姆 and 家政服务员 are the same occupation, 月嫂 is an alias of it too.
    let nanny = |wish: &str, title: &str| {
        points("occupation", |c| {
            c.wish().jobs = vec![wish.into()];
            c.vacancy.title = title.into();
        })
    };
    assert_eq!(nanny("保姆", "家政服务员"), 10_000);
    assert_eq!(nanny("保姆", "保育员"), nanny("保姆", "保育师"));
    assert_eq!(nanny("保姆", "电工"), 1_000);
    assert_eq!(nanny("保姆", "普工"), 3_500);
    assert_eq!(points("occupation", |c| c.wish().jobs.clear()), 5_000);
    let skill = |c: &mut Couple| {
        c.wish().jobs.clear();
        c.person.skills = vec!["缝纫工".into()];
    };
    assert_eq!(points("occupation", skill), 9_000);
    assert!(says("reason-skill", skill));
    assert!(says("reason-wish", |_| ()));
    assert!(says("reason-former", |c| {
        c.wish().jobs.clear();
        c.spells = vec![Spell::new(SpellId(Uuid::nil()), c.person.id)];
        c.spells[0].jobs = vec!["缝纫工".into()];
    }));
    assert!(says("against-wish", |c| c.vacancy.title = "文员".into()));
    assert!(says("reason-learn", |c| c.vacancy.title = "普工".into()));
    // A code from the title coder joins what the words do not.
    let coded = |c: &mut Couple| {
        c.vacancy.title = "车位工人".into();
        c.vacancy.occupation = Some("6-05-01-03".into());
    };
    assert_eq!(points("occupation", coded), 10_000);
}

#[test]
fn pay() {
    let pay = |wish: Option<i64>, low: i64| {
        points("pay", |c| {
            c.wish().pay_min = wish.map(Fen::yuan);
            c.vacancy.pay_min = Some(Fen::yuan(low));
        })
    };
    // The only vacancy is its own level: 5000 for the level, 6000 for a wish just met.
    assert_eq!(pay(None, 3_000), 5_000);
    assert_eq!(pay(Some(3_000), 3_000), (3 * 6_000 + 2 * 5_000) / 5);
    assert!(pay(Some(2_000), 3_000) > pay(Some(3_000), 3_000));
    assert!(pay(Some(4_000), 3_000) < pay(Some(3_000), 3_000));
    assert_eq!(points("pay", |_| ()), 4_000);
    assert_eq!(
        points("pay", |c| {
            c.vacancy.pay_min = Some(Fen::yuan(2));
            c.vacancy.pay_unit = Some(PayUnit::Piece);
        }),
        4_000
    );
    assert!(says("against-pay-unstated", |_| ()));
    let wishing = |wish: i64| {
        move |c: &mut Couple| {
            c.wish().pay_min = Some(Fen::yuan(wish));
            c.vacancy.pay_min = Some(Fen::yuan(3_600));
        }
    };
    assert!(says("reason-pay-more", wishing(3_000)));
    assert!(says("reason-pay-wish", wishing(3_600)));
    assert!(says("against-pay-less", wishing(5_000)));
    assert!(says("reason-pay", |c| c.vacancy.pay_min = Some(Fen::yuan(3_600))));
}

#[test]
fn distance() {
    let at = |place: &str, board| {
        points("distance", |c| {
            c.vacancy.place_region = Some(region(place));
            c.vacancy.board = board;
        })
    };
    let (door, next, beijing) =
        (at(common::HOMES[0], None), at(common::PLACES[1], None), at("110105", Some(Board::Both)));
    assert!(door > next && next > beijing, "{door} {next} {beijing}");
    assert_eq!(beijing, 4_000);
    assert_eq!(at("110105", None), 2_500);
    assert_eq!(points("distance", |c| c.vacancy.place_region = None), 4_000);
    let wished = |c: &mut Couple| {
        c.vacancy.place_region = Some(region("110105"));
        c.wish().place_code = Some(110_000);
    };
    assert_eq!(points("distance", wished), 10_000);
    assert!(says("reason-wished-place", wished));
    assert_eq!(
        points("distance", |c| {
            c.vacancy.place_region = Some(region("110105"));
            c.wish().region_class = Some(RegionClass::OtherProvince);
        }),
        8_000
    );
    assert!(says("reason-near", |_| ()));
    assert!(says("against-far", |c| {
        c.vacancy.place_region = Some(region("110105"));
        c.vacancy.board = Some(Board::Both);
        c.vacancy.pay_min = Some(Fen::yuan(3_000));
    }));
}

#[test]
fn lodging() {
    let given = |board| points("lodging", |c| c.vacancy.board = board);
    assert_eq!(given(Some(Board::Both)), 10_000);
    assert!(given(Some(Board::Lodging)) > given(None) && given(None) >= given(Some(Board::None)));
    let wished = |c: &mut Couple| {
        c.wish().board = Some(Board::Lodging);
        c.vacancy.board = Some(Board::None);
        c.vacancy.pay_min = Some(Fen::yuan(3_000));
    };
    assert_eq!(points("lodging", wished), 0);
    assert!(says("against-board-none", wished));
    assert!(says("reason-board-both", |c| c.vacancy.board = Some(Board::Both)));
}

#[test]
fn hours() {
    let carer = |hours: &'static str| {
        move |c: &mut Couple| {
            c.person.constraints = Some(Constraints { care_duty: true, max_km: Some(60) });
            c.vacancy.hours = Some(hours.into());
            c.vacancy.pay_min = Some(Fen::yuan(3_000));
        }
    };
    assert_eq!(points("hours", carer("时间自由")), 10_000);
    assert_eq!(points("hours", carer("两班倒")), 0);
    assert_eq!(points("hours", carer("面谈")), 5_000);
    assert!(says("reason-hours-day", carer("长白班")));
    assert!(says("against-hours-night-care", carer("两班倒")));
    assert!(says("against-hours-long", |c| {
        c.vacancy.hours = Some("每天12小时".into());
        c.vacancy.pay_min = Some(Fen::yuan(3_000));
    }));
}

#[test]
fn history_and_fellow_villagers() {
    let worked = |c: &mut Couple| {
        c.spells = vec![Spell::new(SpellId(Uuid::nil()), c.person.id)];
        c.spells[0].employer = Some("大同（某）服装厂".into());
        c.vacancy.employer_name = Some("大同某服装厂".into());
    };
    // Brackets and spaces in the name do not hide the employer.
    assert_eq!(points("history", worked), 10_000);
    assert_eq!(points("history", |_| ()), 0);
    let neighbours = |count: usize| {
        move |c: &mut Couple| {
            worked(c);
            let spells = std::mem::take(&mut c.spells);
            c.vacancy.place_region = Some(region("110105"));
            let mut spell = spells.into_iter().next().unwrap();
            spell.place_code = Some(110_105);
            (0..count).for_each(|_| c.context.links.add(c.household.region, &spell));
        }
    };
    assert_eq!(points("villagers-firm", neighbours(1)), 6_000);
    assert_eq!(points("villagers-place", neighbours(9)), 10_000);
    assert_eq!(points("villagers-place", neighbours(0)), 0);
    assert!(says("reason-villagers-firm", neighbours(4)));
}

#[test]
fn placement_order() {
    let through = |channel| {
        points("channel", |c| {
            c.class = 1;
            c.vacancy.channel = Some(channel);
        })
    };
    let (outside, local) = (through(PlacementChannel::Outside), through(PlacementChannel::Local));
    assert!(outside > local && local > through(PlacementChannel::PublicWelfare));
    // Unsaid, the place tells.
    assert_eq!(points("channel", |_| ()), local);
    assert_eq!(points("channel", |c| c.vacancy.place_region = Some(region("110105"))), outside);
}

#[test]
fn at_most_three_reasons_and_one_against_the_weightiest_first() {
    let (reasons, against) = couple(|c| {
        c.vacancy.board = Some(Board::Both);
        c.wish().pay_min = Some(Fen::yuan(2_000));
        c.vacancy.pay_min = Some(Fen::yuan(4_000));
        c.vacancy.hours = Some("12小时".into());
    })
    .said();
    assert_eq!(reasons, ["reason-wish", "reason-pay-more", "reason-near"]);
    assert_eq!(against.as_deref(), Some("against-hours-long"));
    let (_, against) = couple(|c| {
        c.vacancy.title = "电焊工".into();
        c.person.skills = vec!["电焊".into()];
    })
    .said();
    assert_eq!(against.as_deref(), Some("against-licence-unproved"));
}

//! Plans of campaigns: sound, never worse than simple ones, kept to what is done.

mod common;

use chrono::{Days, NaiveDate, Weekday};
use common::campaign::campaign;
use planning::caravan::{Broken, Done, Market, Plan, Search, Source, by_county, check, greedy, plan};
use planning::orienteering::Effort;

const HOW: Search<'static> = Search { effort: Effort { rounds: 1, seed: 1, threads: 2 }, prices: 0, stop: &|| false };

/// What counts first, second, third.
fn rank(plan: &Plan) -> (i64, i64, i64) {
    (-(plan.missed.len() as i64), -plan.short.iter().map(|(_, by)| by).sum::<i64>(), plan.help)
}

#[test]
fn plans_are_sound_and_never_worse_than_simple_ones() {
    for seed in 0..6 {
        let campaign = campaign(seed, 20 + 8 * seed, 1 + seed as usize % 3, 3 + seed as u32);
        let found = plan(&campaign, &HOW).expect("plans");
        let sums = check(&campaign, &found).expect("sound");
        assert_eq!(sums.help, found.help);
        assert!(found.help <= found.most);
        for simple in [greedy(&campaign), by_county(&campaign)] {
            let simple = simple.expect("plans");
            check(&campaign, &simple).expect("sound");
            assert!(rank(&found) >= rank(&simple), "seed {seed}: {:?} {:?}", rank(&found), rank(&simple));
        }
        for (county, short) in &found.short {
            assert_eq!(i64::from(campaign.counties[*county].least - sums.minutes[*county]), *short);
        }
    }
}

#[test]
fn a_new_plan_keeps_what_is_done() {
    let mut campaign = campaign(3, 60, 2, 8);
    let before = plan(&campaign, &HOW).expect("plans");
    let today = campaign.first + Days::new(3);
    let past = before.days.iter().filter(|day| day.date < today);
    campaign.done =
        past.flat_map(|day| day.visits.iter().map(|visit| Done { stop: visit.stop, day: day.date })).collect();
    campaign.today = Some(today);
    let after = plan(&campaign, &HOW).expect("plans");
    let sums = check(&campaign, &after).expect("sound");
    assert_eq!(sums.help, after.help);
    assert!(after.days.iter().all(|day| day.date >= today));
    for (index, stop) in campaign.stops.iter().enumerate() {
        let planned = after.days.iter().flat_map(|day| &day.visits).filter(|visit| visit.stop == index).count();
        assert!(planned + campaign.held(index) <= stop.help.len());
    }
}

#[test]
fn each_figure_has_its_source() {
    let campaign = campaign(5, 12, 1, 6);
    let found = plan(&campaign, &HOW).expect("plans");
    for way in found.days.iter().flat_map(|day| &day.visits).filter(|visit| visit.way.source == Source::Table) {
        assert_eq!((way.stop, way.way.minutes), (0, 35));
    }
    let (minutes, source) = campaign.roads.minutes(campaign.point(0), campaign.point(1));
    assert_eq!((minutes, source), (35, Source::Table));
    assert_eq!(campaign.roads.minutes(campaign.point(1), campaign.point(0)).1, Source::Estimate);
}

#[test]
fn the_checker_finds_faults() {
    let campaign = campaign(4, 40, 2, 6);
    let sound = plan(&campaign, &HOW).expect("plans");
    let spoilt = |spoil: &dyn Fn(&mut Plan)| {
        let mut plan = sound.clone();
        spoil(&mut plan);
        check(&campaign, &plan).expect_err("spoilt")
    };
    assert_eq!(spoilt(&|plan| plan.days[0].date = campaign.last + Days::new(1)), Broken::Day(0));
    assert_eq!(spoilt(&|plan| plan.days[0].date = campaign.last), Broken::Day(0));
    assert_eq!(spoilt(&|plan| plan.days[0].visits[0].stop = 999), Broken::Unknown(0));
    assert_eq!(spoilt(&|plan| plan.days[0].visits[0].way.minutes += 1), Broken::Time(0));
    assert_eq!(spoilt(&|plan| plan.days[0].back += 1), Broken::Time(0));
    assert_eq!(spoilt(&|plan| plan.days.insert(1, plan.days[0].clone())), Broken::Van(1));
    assert_eq!(
        spoilt(&|plan| (plan.days[0].visits[0].begin, plan.days[0].visits[0].end) =
            (1_200, 1_200 + campaign.stops[plan.days[0].visits[0].stop].minutes)),
        Broken::Closed(0)
    );
}

#[test]
fn nonsense_is_refused() {
    let mut campaign = campaign(1, 5, 1, 3);
    campaign.stops[0].help = vec![5, 6];
    assert_eq!(plan(&campaign, &HOW).expect_err("nonsense").0, "help of a stop");
}

#[test]
fn markets_are_held_on_their_days() {
    let day = |month, day| NaiveDate::from_ymd_opt(2020, month, day).expect("a day");
    // 2020-03-12 is the nineteenth day of the second lunar month.
    assert!(Market::LunarDigits(vec![3, 6, 9]).is_held(day(3, 12)));
    assert!(!Market::LunarDigits(vec![3, 6, 9]).is_held(day(3, 13)));
    assert!(Market::LunarDigits(vec![0, 5]).is_held(day(3, 13)));
    // The new year of the rat, 2020-01-25, was a day 丁卯.
    assert!(Market::Branches(vec![3]).is_held(day(1, 25)));
    assert!(!Market::Branches(vec![2, 4]).is_held(day(1, 25)));
    assert!(Market::Weekdays(vec![Weekday::Thu]).is_held(day(3, 12)));
    // The eighth of the fourth month was 2020-04-30; the month came twice, the second time it holds no fair.
    let fair = Market::LunarFair(4, 8, 10);
    assert!(
        !fair.is_held(day(4, 29)) && fair.is_held(day(4, 30)) && fair.is_held(day(5, 9)) && !fair.is_held(day(5, 10))
    );
    assert!(!fair.is_held(day(5, 30)));
    let fair = Market::SolarFair(12, 30, 4);
    assert!(fair.is_held(NaiveDate::from_ymd_opt(2021, 1, 2).expect("a day")) && !fair.is_held(day(1, 3)));
    assert!(Market::Dates(vec![day(6, 1)]).is_held(day(6, 1)));
    assert!(!Market::LunarDigits(vec![1]).is_held(NaiveDate::MAX));
}

//! Lunar dates and market days.
#![allow(clippy::unwrap_used)]

use chrono::{Datelike, NaiveDate};
use domain::places::{LunarDate, MarketRule, branch, spring_festival, spring_season};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn spring_festivals_are_those_of_the_almanac() {
    for festival in [
        "1976-01-31",
        "1985-02-20",
        "2000-02-05",
        "2012-01-23",
        "2019-02-05",
        "2020-01-25",
        "2021-02-12",
        "2022-02-01",
        "2023-01-22",
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
    ] {
        assert_eq!(spring_festival(day(festival).year()), Some(day(festival)));
    }
    assert_eq!((spring_festival(1957), spring_festival(2089)), (None, None));
    assert_eq!(spring_season(2026), Some(day("2026-02-22")));
}

#[test]
fn days_have_their_lunar_names() {
    for (solar, lunar) in [
        ("2020-03-12", "二月十九"),
        ("2020-06-25", "五月初五"),
        ("2020-05-23", "闰四月初一"),
        ("2020-10-01", "八月十五"),
        ("2020-01-24", "腊月三十"),
        ("2026-02-22", "正月初六"),
        ("2023-03-22", "闰二月初一"),
        ("2025-07-25", "闰六月初一"),
        ("2022-01-31", "腊月廿九"),
        ("2024-03-29", "二月二十"),
    ] {
        assert_eq!(LunarDate::of(day(solar)).unwrap().to_string(), lunar, "{solar}");
    }
    assert_eq!(LunarDate::of(day("1958-02-17")), None);
}

#[test]
fn impossible_lunar_dates_have_no_day() {
    let date = |year, month, leap, day| LunarDate { year, month, leap, day }.to_solar();
    assert_eq!(date(2020, 4, true, 1), Some(day("2020-05-23")));
    assert_eq!(date(2021, 4, true, 1), None, "no intercalary month that year");
    assert_eq!(date(2021, 12, false, 30), None, "29 days");
    assert_eq!((date(2020, 13, false, 1), date(2020, 1, false, 0), date(1900, 1, false, 1)), (None, None, None));
}

#[test]
fn markets_are_held_on_their_days() {
    let held = |rule: &MarketRule, from, to| -> Vec<String> {
        rule.days(day(from), day(to)).map(|day| day.format("%m-%d").to_string()).collect()
    };
    let three_eight = MarketRule::LunarDigits { digits: vec![3, 8] };
    assert_eq!(held(&three_eight, "2020-03-12", "2020-03-31"), ["03-16", "03-21", "03-26", "03-31"]);
    let ten = MarketRule::LunarDigits { digits: vec![0] };
    assert!(ten.holds(day("2020-01-24")), "the thirtieth counts as 0");
    let saturday = MarketRule::Weekdays { weekdays: vec![6] };
    assert_eq!(held(&saturday, "2020-03-12", "2020-03-25"), ["03-14", "03-21"]);
    let fair = MarketRule::LunarFair { month: 4, day: 8, days: 10 };
    let days = held(&fair, "2020-01-01", "2020-12-31");
    assert_eq!((days.len(), days[0].as_str()), (10, "04-30"), "once, not again in the intercalary month");
    let eve = MarketRule::LunarFair { month: 12, day: 30, days: 3 };
    assert_eq!(held(&eve, "2022-01-01", "2022-03-01"), ["01-31", "02-01", "02-02"], "last day of a short month");
    let new_year = MarketRule::SolarFair { month: 12, day: 30, days: 5 };
    assert_eq!(held(&new_year, "2021-12-01", "2022-01-31"), ["12-30", "12-31", "01-01", "01-02", "01-03"]);
}

#[test]
fn branches_turn_every_twelve_days() {
    // 1949-10-01 was 甲子, 2000-01-07 as well.
    for zi in ["1949-10-01", "2000-01-07"] {
        assert_eq!(branch(day(zi)), 0);
    }
    let monkey = MarketRule::Branches { branches: vec![8] };
    let days: Vec<NaiveDate> = monkey.days(day("2026-01-01"), day("2026-03-31")).collect();
    assert!(days.len() >= 7 && days.windows(2).all(|pair| (pair[1] - pair[0]).num_days() == 12));
}

#[test]
fn rules_are_written_with_their_kind() {
    let rule = MarketRule::LunarDigits { digits: vec![3, 8] };
    let json = serde_json::to_string(&rule).unwrap();
    assert_eq!(json, r#"{"kind":"lunar_digits","digits":[3,8]}"#);
    assert_eq!(serde_json::from_str::<MarketRule>(&json).unwrap(), rule);
}

proptest! {
    #[test]
    fn solar_and_lunar_lead_back_to_each_other(offset in 0i64..47_800) {
        let solar = day("1958-02-18") + chrono::Duration::days(offset);
        let lunar = LunarDate::of(solar).unwrap();
        prop_assert_eq!(lunar.to_solar(), Some(solar));
        let next = LunarDate::of(solar.succ_opt().unwrap()).unwrap();
        prop_assert!(next.day == lunar.day + 1 || (next.day == 1 && lunar.day >= 29), "{lunar} {next}");
        prop_assert!(!lunar.to_string().is_empty());
    }
}

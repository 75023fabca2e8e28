//! Looking texts up, filling them in, and the shapes of numbers and dates.

use chrono::NaiveDate;
use domain::places::Region;
use words::{Arg, Lang, Message, Words, render, render_with};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
}

const ZH: fn() -> &'static Words = || Words::get(Lang::Zh);
const EN: fn() -> &'static Words = || Words::get(Lang::En);

#[test]
fn texts_come_in_both_languages() {
    assert_eq!(ZH().text("product-name"), "就业桥");
    assert_eq!(EN().text("product-name"), "Qiao");
}

#[test]
fn a_missing_text_or_value_shows_and_does_not_panic() {
    assert_eq!(ZH().text("no-such-text"), "⟦no-such-text⟧");
    assert_eq!(render(&Message::new("no-such-text"), Lang::En), "⟦no-such-text⟧");
    let lacking = ZH().text("common-yuan");
    assert!(lacking.starts_with('⟦') && lacking.contains("common-yuan"), "{lacking}");
    assert!(!ZH().has("no-such-text") && ZH().has("common-yuan"));
}

#[test]
fn no_invisible_marks_around_values() {
    for words in [ZH(), EN()] {
        let text = words.format("common-yuan", &[("amount", Arg::Int(1_234_567))]);
        assert!(text.contains("1,234,567"), "{text}");
        assert!(!text.contains(['\u{2068}', '\u{2069}']), "{text:?}");
    }
}

#[test]
fn every_kind_of_value_renders() {
    let text = |arg: Arg, lang| render(&Message::new("common-yuan").with("amount", arg), lang);
    assert_eq!(text(Arg::Text("三".into()), Lang::Zh), "三元");
    assert_eq!(text(Arg::Int(-12_000), Lang::Zh), "-12,000元");
    assert_eq!(text(Arg::Key("product-name".into()), Lang::En), "Qiao yuan");
    assert_eq!(text(Arg::Date(day(2020, 3, 24)), Lang::Zh), "2020年3月24日元");
    assert_eq!(text(Arg::Money(350_000), Lang::En), "3,500 yuan yuan");
    assert_eq!(text(Arg::Metres(12_300), Lang::Zh), "12公里元");
}

#[test]
fn dates_as_people_write_them() {
    assert_eq!(ZH().date(day(2020, 3, 24)), "2020年3月24日");
    assert_eq!(EN().date(day(2020, 3, 24)), "24 March 2020");
    assert_eq!(ZH().month(day(2020, 11, 1)), "2020年11月");
    assert_eq!(EN().month(day(2020, 12, 31)), "December 2020");
}

#[test]
fn numbers_have_thousands_commas() {
    for (n, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")] {
        assert_eq!(ZH().number(n), text);
    }
    assert_eq!(ZH().number(i64::MIN), "-9,223,372,036,854,775,808");
}

#[test]
fn money_shows_fen_only_when_there_are_any() {
    assert_eq!(ZH().money_yuan(350_000), "3,500元");
    assert_eq!(EN().money_yuan(350_005), "3,500.05 yuan");
    assert_eq!(ZH().yuan(-5), "-0.05");
}

#[test]
fn a_share_is_none_or_all_only_when_it_is() {
    assert_eq!(ZH().percent(0, 10), "0.0%");
    assert_eq!(ZH().percent(10, 10), "100.0%");
    assert_eq!(ZH().percent(1, 100_000), "0.1%");
    assert_eq!(ZH().percent(99_999, 100_000), "99.9%");
    assert_eq!(ZH().percent(1, 8), "12.5%");
    assert_eq!(ZH().percent(2, 3), "66.7%");
    assert_eq!(ZH().percent(3, 2), "150.0%");
    assert_eq!(ZH().percent(1, 0), "–");
}

#[test]
fn distances_are_finer_when_near() {
    assert_eq!(ZH().km(0), "0.0公里");
    assert_eq!(ZH().km(9_940), "9.9公里");
    assert_eq!(ZH().km(9_950), "10公里");
    assert_eq!(EN().km(1_234_567), "1,235 km");
}

#[test]
fn texts_are_shared_between_threads() {
    let other = std::thread::spawn(|| std::ptr::from_ref(Words::get(Lang::Zh)) as usize);
    let here = std::ptr::from_ref(Words::get(Lang::Zh)) as usize;
    assert_eq!(other.join().expect("no panic"), here);
}

#[test]
fn a_place_shows_by_name() {
    let shows = |region: Region| Message::new("common-km").with("amount", region);
    let county = Region::from_six(140_222).expect("a county");
    assert_eq!(render(&shows(county), Lang::Zh), "天镇县公里");
    assert_eq!(render_with(&shows(county), Lang::Zh, &|_| Some("本县".into())), "本县公里");
    let nowhere = Region::from_six(149_999).expect("well formed");
    assert_eq!(render(&shows(nowhere), Lang::Zh), "149999000000公里");
}

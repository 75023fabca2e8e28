//! How people spell the same thing in ten ways.

use super::book::Put;
use crate::rng::Rng;
use chrono::{Datelike, NaiveDate};
use domain::codes::{Education, Health, HouseholdClass, Labour, Relation, Sex, StudentStatus};
use domain::dates::PartialDate;

/// A day.
pub(super) fn day(rng: &mut Rng, day: NaiveDate) -> Put {
    let (y, m, d) = (day.year(), day.month(), day.day());
    match rng.below(12) {
        0 => format!("{y}年{m}月{d}日").into(),
        1 => format!("{y}.{m}.{d}").into(),
        2 => format!("{y}/{m}/{d}").into(),
        3 => format!("{y:04}{m:02}{d:02}").into(),
        4..=6 => format!("{y:04}-{m:02}-{d:02}").into(),
        _ => Put::Day(day),
    }
}

/// A month.
pub(super) fn month(rng: &mut Rng, date: PartialDate) -> Put {
    let (y, m) = (date.first_day().year(), date.first_day().month());
    match rng.below(10) {
        0 => format!("{y}年{m:02}月").into(),
        1 => format!("{y}年{m}月份").into(),
        2 => format!("{y}.{m}").into(),
        3..=4 => format!("{y:04}{m:02}").into(),
        5..=6 => format!("{y:04}-{m:02}").into(),
        _ => format!("{y}年{m}月").into(),
    }
}

/// Yes or no.
pub(super) fn yes(rng: &mut Rng, yes: bool, loose: bool) -> &'static str {
    match (loose, yes, rng.below(3)) {
        (true, true, 0) => "√",
        (true, true, _) => "1",
        (true, false, _) => "0",
        (false, true, _) => "是",
        (false, false, _) => "否",
    }
}

/// Digits in full width.
pub(super) fn full_width(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

/// A name with a space inside, as people do to line up two characters with three.
pub(super) fn spaced(rng: &mut Rng, name: &str) -> String {
    let space = rng.pick(&["\u{3000}", " ", "  ", "\u{a0}"]);
    let mut signs = name.chars();
    let first: String = signs.next().into_iter().collect();
    format!("{first}{space}{}", signs.as_str())
}

/// Yuan as typed.
pub(super) fn yuan(rng: &mut Rng, amount: i64) -> Put {
    match rng.below(12) {
        0 => format!("{amount}元").into(),
        1 if amount >= 1000 => format!("{},{:03}", amount / 1000, amount % 1000).into(),
        2 => format!("{amount}.00").into(),
        3 => format!("{amount}左右").into(),
        _ => amount.into(),
    }
}

pub(super) fn sex(sex: Sex, loose: bool) -> &'static str {
    match (sex, loose) {
        (Sex::Male, true) => "1",
        (Sex::Female, true) => "2",
        _ => sex.label(),
    }
}

pub(super) fn labour(labour: Labour, loose: bool) -> &'static str {
    match (labour, loose) {
        (Labour::Ordinary, true) => "普通劳动",
        (Labour::Skilled, true) => "技能劳动能力",
        (Labour::Weak, true) => "半劳弱劳动力",
        (Labour::None, true) => "无劳动能力",
        _ => labour.label(),
    }
}

/// Labels, or the two-digit codes of GB/T 4658.
pub(super) fn education(education: Option<Education>, loose: bool) -> &'static str {
    match (education, loose) {
        (None, _) => "",
        (Some(Education::None), true) => "文盲",
        (Some(Education::Primary), true) => "81",
        (Some(Education::Junior), true) => "71",
        (Some(Education::Senior), true) => "61",
        (Some(Education::Vocational), _) => "中专",
        (Some(Education::College), true) => "31",
        (Some(education), _) => education.label(),
    }
}

pub(super) fn student(student: Option<StudentStatus>) -> &'static str {
    student.map_or("", StudentStatus::label)
}

pub(super) fn health(health: Health, loose: bool) -> &'static str {
    match (health, loose) {
        (Health::Chronic, true) => "慢性病",
        (Health::Serious, true) => "大病",
        _ => health.label(),
    }
}

pub(super) fn relation(relation: Relation, sex: Sex, loose: bool) -> &'static str {
    match (relation, sex, loose) {
        (Relation::Spouse, Sex::Female, true) => "妻子",
        (Relation::Spouse, Sex::Male, true) => "丈夫",
        (Relation::Son, _, true) => "儿子",
        (Relation::Daughter, _, true) => "女儿",
        (Relation::Mother, _, true) => "母亲",
        _ => relation.label(),
    }
}

pub(super) fn class(class: HouseholdClass, loose: bool) -> &'static str {
    match (class, loose) {
        (HouseholdClass::Poor, _) => "贫困户",
        (HouseholdClass::LiftedPolicy, true) => "已脱贫（享受政策）",
        (HouseholdClass::General, true) => "一般户",
        _ => class.label(),
    }
}

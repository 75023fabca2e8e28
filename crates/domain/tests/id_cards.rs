//! ID numbers: the shipped vectors, the promises of the check character, certificates and masks.
#![allow(clippy::unwrap_used)]

use chrono::{Datelike, NaiveDate};
use domain::codes::{DisabilityType, Sex};
use domain::ledger::id_card::{Certificate, IdFault, IdNumber, check_character, normalise};
use proptest::prelude::*;

fn vectors() -> serde_json::Value {
    serde_json::from_str(include_str!("data/id_card.json")).unwrap()
}

#[test]
fn valid_numbers_tell_birth_sex_and_origin() {
    let vectors = vectors();
    let list = vectors["valid"].as_array().unwrap();
    assert_eq!(list.len(), 37);
    for case in list {
        let number = IdNumber::parse(case["number"].as_str().unwrap()).unwrap();
        assert_eq!(number.birth_date().unwrap().to_string(), case["birth"].as_str().unwrap());
        assert_eq!(number.origin().unwrap().to_string(), case["area"].as_str().unwrap());
        let sex = if case["sex"] == 1 { Sex::Male } else { Sex::Female };
        assert_eq!(number.sex(), Some(sex));
    }
}

#[test]
fn invalid_numbers_are_refused_for_the_stated_reason() {
    for case in vectors()["invalid"].as_array().unwrap() {
        let reason = case["reason"].as_str().unwrap();
        let fault = IdNumber::parse(case["number"].as_str().unwrap()).unwrap_err();
        let fits = match &fault {
            IdFault::Check { .. } => reason == "check digit" || reason == "two neighbours swapped",
            IdFault::Birth { .. } => reason.contains("date") || reason.contains("month") || reason.contains("day"),
            IdFault::Province { .. } => reason.contains("province"),
            IdFault::Length { .. } => reason.contains("characters"),
            IdFault::Character { .. } => reason.contains("letter") || reason.contains("X not"),
            _ => false,
        };
        // A swap may hit the year first; any refusal but acceptance is right there.
        assert!(fits || reason == "two neighbours swapped", "{reason}: {fault}");
    }
}

#[test]
fn cleaning_and_upgrading_follow_the_vectors() {
    for case in vectors()["normalise"].as_array().unwrap() {
        assert_eq!(normalise(case["input"].as_str().unwrap()), case["normalised"].as_str().unwrap());
    }
    for case in vectors()["fifteen_digit"].as_array().unwrap() {
        let upgraded = IdNumber::parse(case["number15"].as_str().unwrap()).ok();
        assert_eq!(upgraded.as_ref().map(IdNumber::as_str), case["number18"].as_str());
    }
    for protected in ["=\"140226189602194 71X\"", "'14022618960219471x", "\t14022618960219471X\u{FEFF}"] {
        assert_eq!(normalise(protected), "14022618960219471X");
    }
}

#[test]
fn lost_digits_and_impossible_births_are_told_apart() {
    assert_eq!(IdNumber::parse("1.40222E+17"), Err(IdFault::DigitsLost));
    assert_eq!(IdNumber::parse(" \u{3000}"), Err(IdFault::Empty));
    let number = IdNumber::parse("140212209002104706").unwrap();
    let day = |y| NaiveDate::from_ymd_opt(y, 1, 1).unwrap();
    assert!(number.check_at(day(2100)).is_ok());
    assert_eq!(number.check_at(day(2090)), Err(IdFault::Birth { found: "20900210".into() }));
    let early = IdNumber::parse("140212189004050910").unwrap();
    assert!(early.check_at(day(2100)).is_err(), "born before 1900");
    let wrong = IdNumber::parse("140223189912310120").unwrap_err();
    assert!(matches!(wrong, IdFault::Check { found: '0', .. }), "{wrong}");
}

#[test]
fn certificates_split_into_number_and_disability() {
    let base = "140212189004050910";
    let plain = Certificate::parse(base).unwrap();
    assert_eq!((plain.disability, plain.reissue), (None, 0));
    let card = Certificate::parse(&format!("{base}43")).unwrap();
    assert_eq!((card.disability, card.number.as_str()), (Some((DisabilityType::Limb, 3)), base));
    let again = Certificate::parse(&format!("{base}71b2")).unwrap();
    assert_eq!((again.disability, again.reissue), (Some((DisabilityType::Multiple, 1)), 2));
    for suffix in ["83", "45", "4X", "43C1", "4311"] {
        assert!(matches!(Certificate::parse(&format!("{base}{suffix}")), Err(IdFault::Suffix { .. })), "{suffix}");
    }
    assert_eq!(Certificate::parse(&format!("{base}4")), Err(IdFault::Length { found: 19 }));
}

#[test]
fn the_number_is_never_printed() {
    let number = IdNumber::parse("140212189004050910").unwrap();
    assert_eq!(number.masked(), "1402**********0910");
    assert_eq!(format!("{number:?}"), number.masked());
    assert_eq!(IdNumber::new("12345678901").masked(), "*".repeat(11));
    assert!(!IdNumber::new("张三张三张三张三").masked().contains('三'));
}

/// First 17 digits of a number that is right but for its check character, in real provinces and on real days.
fn stem() -> impl Strategy<Value = String> {
    (140_200u32..140_300, 0i64..60_000, 980u32..1000).prop_map(|(area, days, sequence)| {
        let birth = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
        format!("{area}{:04}{:02}{:02}{sequence}", birth.year(), birth.month(), birth.day())
    })
}

proptest! {
    #[test]
    fn every_single_change_is_found(stem in stem(), place in 0usize..18, to in 0u8..11) {
        let number = format!("{stem}{}", check_character(&stem).unwrap());
        prop_assert!(IdNumber::parse(&number).is_ok());
        let mut changed = number.clone().into_bytes();
        changed[place] = if to == 10 { b'X' } else { b'0' + to };
        let changed = String::from_utf8(changed).unwrap();
        prop_assert_eq!(IdNumber::parse(&changed).is_ok(), changed == number);
    }

    #[test]
    fn every_swap_of_neighbours_is_found(stem in stem(), place in 0usize..17) {
        let number = format!("{stem}{}", check_character(&stem).unwrap());
        let mut swapped = number.clone().into_bytes();
        swapped.swap(place, place + 1);
        let swapped = String::from_utf8(swapped).unwrap();
        prop_assert_eq!(IdNumber::parse(&swapped).is_ok(), swapped == number);
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in "[\\PC\u{200B}\u{FEFF}\t '\"=]{0,30}") {
        let once = normalise(&text);
        prop_assert_eq!(normalise(&once), once);
    }

    #[test]
    fn nothing_makes_the_checks_panic(text in "\\PC{0,24}") {
        let _ = Certificate::parse(&text);
        let number = IdNumber::new(text);
        let _ = (number.birth_date(), number.sex(), number.origin(), number.masked());
    }
}

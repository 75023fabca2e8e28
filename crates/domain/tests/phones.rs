//! Phone numbers: the shipped vectors, landlines, masks.
#![allow(clippy::unwrap_used)]

use domain::ledger::phone::{Phone, PhoneFault, PhoneKind, normalise};
use proptest::prelude::*;

#[test]
fn mobile_numbers_follow_the_vectors() {
    let vectors: serde_json::Value = serde_json::from_str(include_str!("data/mobile.json")).unwrap();
    for case in vectors["valid"].as_array().unwrap() {
        let phone = Phone::parse_mobile(case["input"].as_str().unwrap()).unwrap();
        assert_eq!(phone.as_str(), case["normalised"].as_str().unwrap());
    }
    let invalid = vectors["invalid"].as_array().unwrap();
    assert_eq!(invalid.len(), 5);
    for case in invalid {
        assert!(Phone::parse_mobile(case["input"].as_str().unwrap()).is_err(), "{case}");
    }
}

#[test]
fn faults_say_what_was_found() {
    assert_eq!(Phone::parse_mobile(" "), Err(PhoneFault::Empty));
    assert_eq!(Phone::parse_mobile("1990000001"), Err(PhoneFault::Length { found: 10 }));
    assert_eq!(Phone::parse_mobile("12900000001"), Err(PhoneFault::Prefix { found: "12".into() }));
    assert_eq!(Phone::parse_mobile("1990000O001"), Err(PhoneFault::Character { place: 8, found: 'O' }));
}

#[test]
fn landlines_and_service_numbers_are_told_apart() {
    let kind = |text: &str| Phone::new(normalise(text)).kind();
    for landline in ["0352-5550000", "（0352）5550000", "010 55500000", "5550000", "+86-352-5550000"] {
        assert_eq!(kind(landline), Some(PhoneKind::Landline), "{landline}");
    }
    assert_eq!(normalise("+86-352-5550000"), "03525550000");
    assert_eq!(kind("86 199-0000-0001"), Some(PhoneKind::Mobile));
    assert_eq!((kind("400-000-0000"), kind("12333")), (Some(PhoneKind::Service), Some(PhoneKind::Service)));
    assert_eq!((kind("1234"), kind("微信同号")), (None, None));
}

#[test]
fn the_number_is_never_printed() {
    let phone = Phone::parse_mobile("19900000001").unwrap();
    assert_eq!((phone.masked().as_str(), format!("{phone:?}").as_str()), ("199****0001", "199****0001"));
    assert_eq!(Phone::new("5550000").masked(), "*******");
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in "(\\+86|0086|86|)[ -]?[\\PC0-9]{0,14}") {
        let once = normalise(&text);
        prop_assert_eq!(normalise(&once), once);
    }

    #[test]
    fn country_code_and_hyphens_never_change_a_mobile_number(rest in "[3-9][0-9]{9}", at in 1usize..10) {
        let number = format!("1{rest}");
        let split = format!("{}-{}", &number[..at], &number[at..]);
        for text in [number.clone(), format!("+86 {split}"), format!("0086{number}"), format!("86{split}")] {
            let phone = Phone::parse_mobile(&text).unwrap();
            prop_assert_eq!(phone.as_str(), number.as_str());
        }
    }
}

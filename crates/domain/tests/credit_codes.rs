//! Credit codes: the shipped vectors and the promises of both check characters.
#![allow(clippy::unwrap_used)]

use domain::vacancies::credit_code::{CreditCode, CreditFault, check_character, organisation_check_character};
use proptest::prelude::*;

fn vectors() -> serde_json::Value {
    serde_json::from_str(include_str!("data/uscc.json")).unwrap()
}

#[test]
fn valid_codes_tell_their_parts() {
    let vectors = vectors();
    let valid = vectors["valid"].as_array().unwrap();
    assert_eq!(valid.len(), 18);
    for case in valid {
        let code = CreditCode::parse(case["code"].as_str().unwrap()).unwrap();
        assert_eq!(code.organisation(), case["org"].as_str());
        assert!(code.organisation_fits(), "{case}");
        let department = format!("{}{}", case["dept"].as_str().unwrap(), case["category"].as_str().unwrap());
        assert_eq!((code.department(), code.area()), (Some(department.as_str()), Some(140_299)));
    }
}

#[test]
fn invalid_codes_are_refused() {
    for case in vectors()["invalid"].as_array().unwrap() {
        let code = case["code"].as_str().unwrap();
        let refused = match CreditCode::parse(code) {
            Err(_) => true,
            Ok(code) => !code.organisation_fits(),
        };
        assert!(refused, "{case}");
    }
    assert_eq!(CreditCode::parse(""), Err(CreditFault::Empty));
    assert_eq!(CreditCode::parse("911402993LMA0F8A1"), Err(CreditFault::Length { found: 17 }));
    let letter = CreditCode::parse("91140299ILMA0F8A11");
    assert_eq!(letter, Err(CreditFault::Character { place: 9, found: 'I' }));
}

#[test]
fn cleaning_folds_width_case_and_hyphens() {
    let code = CreditCode::parse(" ９１140299-3lma0f8a1-1").unwrap();
    assert_eq!(code.as_str(), "911402993LMA0F8A11");
}

proptest! {
    #[test]
    fn every_single_change_is_found(
        stem in "9[123]140299[0-9A-HJ-NPQRTUWXY]{9}",
        place in 0usize..18,
        to in "[0-9A-HJ-NPQRTUWXY]",
    ) {
        let code = format!("{stem}{}", check_character(&stem).unwrap());
        prop_assert!(CreditCode::parse(&code).is_ok());
        let changed = format!("{}{to}{}", &code[..place], &code[place + 1..]);
        prop_assert_eq!(CreditCode::parse(&changed).is_ok(), changed == code);
    }

    #[test]
    fn organisation_check_finds_changes_but_for_multiples_of_eleven(
        stem in "[0-9A-Z]{8}",
        place in 0usize..8,
        to in "[0-9A-Z]",
    ) {
        let changed = format!("{}{to}{}", &stem[..place], &stem[place + 1..]);
        let value = |text: &str| text[place..=place].chars().next().and_then(|c| c.to_digit(36)).unwrap();
        let apart = value(&stem).abs_diff(value(&changed));
        let same = organisation_check_character(&stem) == organisation_check_character(&changed);
        prop_assert_eq!(same, apart % 11 == 0);
    }

    #[test]
    fn nothing_makes_the_checks_panic(text in "\\PC{0,24}") {
        let code = CreditCode::new(text);
        let _ = (code.check(), code.department(), code.area(), code.organisation(), code.organisation_fits());
    }
}

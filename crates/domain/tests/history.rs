//! Six-digit codes of the past: what ID numbers begin with.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::places::{gazetteer, history};

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 6, 15).unwrap()
}

#[test]
fn former_codes_lead_to_the_present_county() {
    for (old, present) in [(142_122, "140222"), (142_133, "140681"), (140_227, "140215"), (140_222, "140222")] {
        assert_eq!(history().present(old).unwrap().prefix(), present, "{old}");
    }
    assert_eq!(history().present(999_999), None);
    assert_eq!(history().present(140_202), None, "the old city district was split");
}

#[test]
fn names_are_those_of_the_day() {
    assert_eq!(history().full_name_at(142_122, day(1985)), "山西省雁北地区天镇县");
    assert_eq!(history().full_name_at(142_122, day(1950)), "山西省雁北地区天镇县", "the nearest spell");
    assert_eq!(history().full_name_at(140_222, day(2020)), "山西省大同市天镇县");
    assert_eq!(history().full_name_at(110_115, day(2020)), "北京市大兴区");
    assert_eq!(history().name_at(999_999, day(2020)), None);
}

#[test]
fn every_present_division_is_in_the_gazetteer() {
    for spell in history().all() {
        assert!(spell.first_seen <= spell.last_seen, "{spell:?}");
        if let Some(present) = history().present(spell.code) {
            assert!(gazetteer().latest(present).is_some(), "{spell:?} {present}");
        }
    }
    assert!(history().all().len() == 7456);
}

//! Regions are codes with levels; areas are ranges, and ranges are scopes.
#![allow(clippy::unwrap_used)]

use domain::places::{Area, Level, Region};
use proptest::prelude::*;

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

#[test]
fn codes_of_every_length_are_read_and_written_in_full() {
    for (text, full, level) in [
        ("14", "140000000000", Level::Province),
        ("1402", "140200000000", Level::City),
        ("140222", "140222000000", Level::County),
        ("140222210", "140222210000", Level::Township),
        ("140222210201", "140222210201", Level::Village),
    ] {
        let region = region(text);
        assert_eq!((region.to_string().as_str(), region.level(), region.prefix().as_str()), (full, level, text));
    }
    for wrong in ["", "1", "140", "14022", "14022221020", "1402222102011", "14o222", "+40222", "00", "09", "１４"] {
        assert!(wrong.parse::<Region>().is_err(), "{wrong}");
    }
}

#[test]
fn parents_lead_up_to_the_province() {
    let village = region("140222210201");
    let line: Vec<_> = std::iter::successors(Some(village), |r| r.parent()).map(Region::prefix).collect();
    assert_eq!(line, ["140222210201", "140222210", "140222", "1402", "14"]);
    assert_eq!((village.county(), village.township().prefix().as_str()), (140_222, "140222210"));
    assert_eq!(region("14").township(), region("14"));
}

#[test]
fn areas_are_ranges() {
    let county = region("140222").area();
    assert_eq!((county.from, county.to), (140_222_000_000, 140_223_000_000));
    assert!(county.contains(region("140222210201")) && !county.contains(region("140223")));
    assert!(Area::NATION.covers(county) && Area::NATION.region().is_none());
    assert_eq!(county.meet(region("140222210").area()), Some(region("140222210").area()));
    assert_eq!(county.meet(region("140223").area()), None);
}

#[test]
fn serde_writes_strings() {
    let json = serde_json::to_string(&(region("1402"), Area::NATION, region("1402").area())).unwrap();
    assert_eq!(json, r#"["140200000000","000000000000","140200000000"]"#);
    let back: (Region, Area, Area) = serde_json::from_str(&json).unwrap();
    assert_eq!(back, (region("1402"), Area::NATION, region("1402").area()));
    assert!(serde_json::from_str::<Region>("140222").is_err(), "numbers lose leading zeros elsewhere: refused");
}

proptest! {
    #[test]
    fn every_region_reads_back_and_lies_in_its_parents(code in 110_000_000_000u64..1_000_000_000_000) {
        let region = Region::new(code).unwrap();
        prop_assert_eq!(region.to_string().parse::<Region>().unwrap(), region);
        prop_assert_eq!(region.prefix().parse::<Region>().unwrap(), region);
        for up in std::iter::successors(region.parent(), |r| r.parent()) {
            prop_assert!(up.contains(region) && !region.contains(up) && up.level() < region.level());
        }
    }
}

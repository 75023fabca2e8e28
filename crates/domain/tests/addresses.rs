//! Home addresses as ledgers write them: joined in one cell, or township and village in two.
#![allow(clippy::unwrap_used)]

use domain::places::{Edition, Level, Region, gazetteer};
use proptest::prelude::*;

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

fn rows() -> Vec<csv::StringRecord> {
    let text = include_str!("data/addresses.csv");
    csv::Reader::from_reader(text.as_bytes()).records().map(|r| r.unwrap()).collect()
}

/// Township and village in columns of their own: county, then township inside it, then village inside that.
fn by_columns(row: &csv::StringRecord) -> Option<Region> {
    let (edition, home) = (Edition::from_code(&row[0]).unwrap(), row[1].parse::<Region>().unwrap());
    let find = |name: &str, level, within: Region| {
        let named = gazetteer().find(name, level, within, edition).filter(|_| !name.is_empty());
        named.map(|named| named.region)
    };
    let county = find(&row[3], Level::County, home.city()).unwrap_or(home);
    if row[4].is_empty() {
        return find(&row[5], Level::Village, county).or(Some(county));
    }
    // Below a township that no list knows nothing is looked up.
    let Some(township) = find(&row[4], Level::Township, county) else { return Some(county) };
    find(&row[5], Level::Village, township).or(Some(township))
}

#[test]
fn addresses_seen_in_ledgers_reach_their_village() {
    let mut wrong = Vec::new();
    let rows = rows();
    for row in &rows {
        let edition = Edition::from_code(&row[0]).unwrap();
        let region = match &row[2] {
            "cols" => by_columns(row),
            _ => gazetteer().resolve(&row[3], row[1].parse().ok(), edition).region,
        };
        let found = region.map(|r| r.to_string()).unwrap_or_default();
        if found != row[6] {
            wrong.push(format!("{row:?}: {found}"));
        }
    }
    assert!(rows.len() > 500 && wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn every_place_is_found_again_by_its_own_name() {
    let mut lost = Vec::new();
    let (mut asked, mut twins) = (0, 0);
    for edition in Edition::ALL {
        for place in gazetteer().within(region("1402"), edition).iter().filter(|p| p.level() >= Level::Township) {
            let up = place.region.parent().unwrap();
            let same_name = gazetteer().find_all(place.name, place.level(), up, edition);
            if same_name.len() > 1 {
                twins += 1;
                continue;
            }
            asked += 1;
            let named = gazetteer().find(place.name, place.level(), up, edition).map(|n| n.region);
            // In full, with the official name at the end and with the spoken one.
            let official = format!("{}{}", gazetteer().full_name(up, edition), place.name);
            let spoken = gazetteer().full_name(place.region, edition);
            for text in [official, spoken] {
                let address = gazetteer().resolve(&text, None, edition);
                if (address.region, address.rest.as_str()) != (Some(place.region), "") || named != Some(place.region) {
                    lost.push(format!("{edition:?} {text}: {address:?}, by name {named:?}"));
                }
            }
        }
    }
    assert!(asked > 6000 && twins < 10, "{asked} {twins}");
    assert!(lost.is_empty(), "{}:\n{}", lost.len(), lost.join("\n"));
}

proptest! {
    #[test]
    fn nothing_makes_reading_panic(text in "([广灵县望狐乡村组大同市山西省北京0-9/ 　]|\\PC){0,14}", home in 0usize..3) {
        let home = [None, "140223".parse().ok(), "140223211".parse().ok()][home];
        for edition in Edition::ALL {
            let address = gazetteer().resolve(&text, home, edition);
            let clean: String = text.split_whitespace().collect();
            prop_assert!(address.region.is_some() || address.rest.chars().count() <= clean.chars().count());
            prop_assert!(address.region.is_none_or(|r| gazetteer().place(r, edition).is_some()));
        }
        if let Some(found) = gazetteer().whereabouts(&text, home) {
            prop_assert!(gazetteer().latest(found.region).is_some() && found.region.level() <= Level::County);
        }
    }
}

#[test]
fn the_development_zone_is_found_by_its_everyday_names() {
    let datong = "140200".parse().ok();
    for text in ["大同经开区七里村", "大同市开发区七里村委会", "大同市经济技术开发区七里村", "开发区七里村"]
    {
        let address = gazetteer().resolve(text, datong, Edition::Y2020);
        let village = address.region.and_then(|r| gazetteer().place(r, Edition::Y2020)).map(|place| place.spoken());
        assert_eq!(village.as_deref(), Some("七里村"), "{text}");
    }
    let zone = gazetteer().find("开发区", Level::County, region("1402"), Edition::Y2020).unwrap();
    assert_eq!(zone.region, region("140271"));
}

#[test]
fn a_bare_name_means_the_village_before_the_community() {
    let town = region("140223100");
    let name = |text: &str| {
        let found = gazetteer().find(text, Level::Village, town, Edition::Y2020).unwrap();
        gazetteer().name(found.region).unwrap()
    };
    assert_eq!((name("东台"), name("东台村"), name("东台社区")), ("东台村委会", "东台村委会", "东台社区居民委员会"));
}

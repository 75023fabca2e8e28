//! Home addresses as ledgers write them: joined in one cell, or township and village in two.
#![allow(clippy::unwrap_used)]

use domain::places::{Edition, Level, Region, gazetteer};

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

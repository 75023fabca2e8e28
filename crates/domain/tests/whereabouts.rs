//! Places of work as ledgers write them.
#![allow(clippy::unwrap_used)]

use domain::places::{Region, gazetteer};

fn find(text: &str, home: &str) -> Option<String> {
    gazetteer().whereabouts(text, home.parse().ok()).map(|w| w.region.prefix())
}

#[test]
fn spellings_seen_in_ledgers_reach_their_county() {
    let mut rows = csv::Reader::from_reader(include_str!("data/work_places.csv").as_bytes());
    let mut wrong = Vec::new();
    let mut seen = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let found = find(&row[1], &row[0]);
        let expected = (!row[2].is_empty()).then(|| row[2].parse::<Region>().unwrap().prefix());
        seen += 1;
        if found != expected {
            wrong.push(format!("{} from {}: {found:?}, expected {expected:?}", &row[1], &row[0]));
        }
    }
    assert!(seen > 200 && wrong.is_empty(), "{} of {seen} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

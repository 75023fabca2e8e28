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

#[test]
fn short_forms_former_names_and_local_words() {
    for (text, home, expected) in [
        ("怀安", "140222", Some("130728")),
        ("呼市赛罕区", "140222", Some("150105")),
        ("在北京大兴打工", "140222", Some("110115")),
        ("大同县", "140222", Some("140215")),
        ("大同市南郊区", "140222", Some("140213")),
        ("怀仁县", "140222", Some("140681")),
        ("山西怀仁县", "140222", Some("140681")),
        ("北京市北京市大兴区", "140222", Some("110115")),
        ("内蒙古恩施", "140222", Some("15")),
        ("恩施州", "140222", Some("4228")),
        ("本乡", "140222210", Some("140222")),
        ("本市", "140222", Some("1402")),
        ("110228", "140222", Some("110118")),
        ("142122", "140222", Some("140222")),
        ("重庆市/县/云阳县", "140222", Some("500235")),
        ("朝阳", "140222", None),
        ("朝阳", "110105", Some("110105")),
        ("桥西区", "130728", Some("130703")),
        ("桥西区", "140222", None),
        ("大同", "110105", Some("1402")),
        ("山西省城区", "110105", Some("14")),
        ("外地", "140222", None),
        ("", "140222", None),
        ("///", "140222", None),
    ] {
        assert_eq!(find(text, home).as_deref(), expected, "{text} from {home}");
    }
}

#[test]
fn what_follows_the_place_is_kept() {
    let found = gazetteer().whereabouts("北京大兴区黄村镇 某厂", "140222".parse().ok()).unwrap();
    assert_eq!(found.rest, "黄村镇某厂");
}

//! The occupation classification: codes, names, aliases, distance in the tree.
#![allow(clippy::unwrap_used)]

use domain::codes::{Occupation, occupations};
use proptest::prelude::*;

fn code(text: &str) -> Occupation {
    text.parse().unwrap()
}

#[test]
fn the_classification_is_whole() {
    let count = |level| occupations().iter().filter(|entry| entry.level == level).count();
    assert_eq!([count(1), count(2), count(3), count(4)], [8, 79, 443, 1637]);
    for entry in occupations() {
        assert_eq!(entry.occupation.to_string().parse::<Occupation>().unwrap(), entry.occupation);
        assert!(entry.occupation.level() <= entry.level, "{entry:?}");
        assert!(entry.occupation.parent().is_none_or(|group| group.name().is_some()), "{entry:?}");
    }
}

#[test]
fn names_and_aliases_lead_to_the_occupation() {
    let housekeeper = code("4-10-01-06");
    assert_eq!(housekeeper.name(), Some("家政服务员"));
    for title in ["家政服务员", "月嫂", "保姆", " 月 嫂 ", "家政服务/保姆"] {
        assert_eq!(Occupation::find(title), Some(housekeeper), "{title}");
    }
    assert!(housekeeper.entry().unwrap().aliases().any(|alias| alias == "钟点工"));
    assert_eq!(Occupation::find("无此职业"), None);
    for entry in occupations().iter().filter(|entry| entry.level == 4) {
        let found = Occupation::find(entry.name).unwrap();
        assert_eq!(found.name(), Some(entry.name), "a name is never hidden by an alias");
    }
}

#[test]
fn distance_counts_steps_to_the_common_group() {
    let housekeeper = code("4-10-01-06");
    for (other, distance) in [
        ("4-10-01-06", 0),
        ("4-10-01-03", 1),
        ("4-10-01-00", 1),
        ("4-10-02-01", 2),
        ("4-10-00-00", 2),
        ("4-01-01-01", 3),
        ("4-00-00-00", 3),
        ("6-05-01-01", 4),
    ] {
        assert_eq!(housekeeper.distance(code(other)), distance, "{other}");
    }
}

#[test]
fn codes_are_read_strictly() {
    for wrong in ["", "4-10-01-6", "4100106", "9-10-01-06", "0-00-00-00", "4-10-01-0６", "4-10-01-06-"] {
        assert!(wrong.parse::<Occupation>().is_err(), "{wrong}");
    }
    assert_eq!(serde_json::to_string(&code("4-10-01-06")).unwrap(), r#""4-10-01-06""#);
    assert_eq!(Occupation::new(4_100_106), Some(code("4-10-01-06")));
}

proptest! {
    #[test]
    fn distance_is_a_metric_of_the_tree(a in 0usize..2167, b in 0usize..2167, c in 0usize..2167) {
        let [a, b, c] = [a, b, c].map(|at| occupations()[at].occupation);
        prop_assert_eq!(a.distance(b), b.distance(a));
        prop_assert_eq!(a.distance(b) == 0, a == b);
        prop_assert!(a.distance(b) <= 4);
        // In a tree the farthest two of three are equally far.
        prop_assert!(a.distance(c) <= a.distance(b).max(b.distance(c)));
    }
}

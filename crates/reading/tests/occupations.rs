//! Job titles: what people call their work, coded by the national classification.

use std::collections::HashMap;

use domain::codes::Occupation;
use proptest::prelude::*;
use reading::occupations::{Hints, Learned, Model, Sample, Why, code, code_titles, train};

fn plain(title: &str) -> String {
    code(title, &Hints::default()).best().map(|best| best.to_string()).unwrap_or_default()
}

#[test]
fn titles_of_villages_are_understood() {
    for (title, right) in [
        ("放羊", "5-03-02-01"),
        ("急招！！电焊工（包吃住 8000元/月）", "6-18-02-04"),
        ("黄花采摘工", "5-01-02-01"),
        ("光伏管护员", "6-28-01-10"),
        ("平车工", "6-05-01-03"),
        ("抱车工（叉车）", "6-30-05-01"),
        ("ＣＮＣ操作工", "6-18-01-07"),
    ] {
        assert_eq!(plain(title), right, "{title}");
    }
}

#[test]
fn the_longest_phrase_counts() {
    assert_eq!(plain("装载机司机"), "6-30-05-05");
    assert_eq!(plain("森林消防队员"), "3-02-03-06");
}

#[test]
fn says_which_reader_knew_and_how_sure_it_is() {
    let coded = code("森林消防队员", &Hints::default());
    assert_eq!(coded.why, Why::Phrase("森林消防队员"));
    assert_eq!(coded.level, 4);
    assert_eq!(coded.supported(), coded.best());
    let vague = code("高薪诚聘", &Hints::default());
    assert!(vague.confidence < 60 && vague.level < 4, "{vague:?}");
}

#[test]
fn what_the_office_teaches_goes_first() {
    let picked: Occupation = "4-03-02-05".parse().unwrap();
    let learned = Learned::new([("望狐小组杂活", picked)]);
    let hints = Hints { learned: Some(&learned), ..Hints::default() };
    assert_eq!(code("望狐小组杂活（包吃）", &hints).why, Why::Learned);
    assert_eq!(code("望狐小组杂活", &hints).best(), Some(picked));
}

#[test]
fn duties_help_where_the_title_says_nothing() {
    let hints = Hints { duties: Some("负责给羊喂料、放羊"), ..Hints::default() };
    assert_eq!(code("临时人员若干名", &hints).best().map(|best| best.to_string()).as_deref(), Some("5-03-02-01"));
}

#[test]
fn every_phrase_stands_for_one_listed_occupation() {
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for line in include_str!("../data/occupations/synonyms.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (code, phrases) = line.split_once('\t').expect("code, tab, phrases");
        let occupation: Occupation = code.parse().expect("a code");
        assert!(occupation.entry().is_some(), "{code} is not listed");
        for phrase in phrases.split('|') {
            let length = phrase.chars().count();
            assert!((2..=12).contains(&length), "{phrase:?} has {length} characters");
            let other = seen.insert(phrase, code);
            assert!(other.is_none_or(|other| other == code), "{phrase} stands for {code} and {other:?}");
        }
    }
}

/// The titles the lists were made from: not a measure of what new titles get, but of a list that broke.
#[test]
fn titles_of_the_lists_keep_their_codes() {
    for (table, least) in [
        (include_str!("../data/occupations/training/rural.csv"), 0.9),
        (include_str!("../data/occupations/training/posts.csv"), 0.85),
    ] {
        let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split(',').collect()).collect();
        let coded: Vec<_> = rows.iter().filter(|row| !row[1].is_empty()).collect();
        let right = coded.iter().filter(|row| {
            let answer = plain(row[0]);
            answer == row[1] || row.get(3).is_some_and(|also| also.split('|').any(|also| also == answer))
        });
        let share = right.count() as f64 / coded.len() as f64;
        assert!(share >= least, "{share}");
    }
}

#[test]
fn a_table_keeps_its_lines() {
    let table = "title,duties\n放羊,\n\"电工, 持证\",\n普工,在车间踩缝纫机\n";
    let coded = code_titles(table.as_bytes()).unwrap();
    let lines: Vec<&str> = coded.lines().collect();
    assert_eq!(lines[0], "title,code,level,confidence,top3");
    assert!(lines[1].starts_with("放羊,5-03-02-01,4,0."), "{coded}");
    assert!(lines[2].starts_with("\"电工, 持证\",6-31-01-03,"), "{coded}");
    assert_eq!(lines.len(), 4);
    assert!(code_titles("name\n放羊\n".as_bytes()).is_err());
}

#[test]
fn training_separates_what_it_was_shown_and_repeats_itself() {
    let titles = [("羊倌", "5-03-02-01"), ("放羊人", "5-03-02-01"), ("电焊", "6-18-02-04"), ("烧电焊", "6-18-02-04")];
    let samples: Vec<Sample<'_>> =
        titles.iter().map(|&(title, code)| Sample { title, occupation: code.parse().unwrap(), weight: 1.0 }).collect();
    let bytes = train(&samples);
    assert_eq!(bytes, train(&samples));
    let model = Model::from_bytes(&bytes).expect("a whole model");
    for (title, right) in titles {
        assert_eq!(model.rank(title, 1)[0].0.to_string(), right, "{title}");
    }
    assert!(Model::from_bytes(&bytes[..bytes.len() - 1]).is_none());
}

proptest! {
    #[test]
    fn any_text_is_read(title in "\\PC{0,80}") {
        let coded = code(&title, &Hints::default());
        prop_assert!(coded.top.len() <= 3 && coded.confidence <= 100 && coded.level <= 4);
    }
}

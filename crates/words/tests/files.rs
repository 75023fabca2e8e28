//! The message files themselves: both languages say the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use words::{Lang, Words};

/// Key of each text with the variables it takes, and the file it stands in.
type Texts = BTreeMap<String, (String, BTreeSet<String>)>;

fn texts(lang: Lang) -> Texts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages").join(lang.tag());
    let mut texts = Texts::new();
    for entry in folder.read_dir().expect("the folder of messages") {
        let path = entry.expect("a folder entry").path();
        let name = path.file_name().expect("a file name").to_string_lossy().into_owned();
        let source = std::fs::read_to_string(&path).expect("a readable file");
        assert!(source.starts_with("# "), "{name} begins with a comment that says what it is for");
        FluentResource::try_new(source.clone()).unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
        for (key, variables) in messages(&source) {
            let first = texts.insert(key.clone(), (name.clone(), variables));
            assert!(first.is_none(), "{key} stands twice, in {name} and {first:?}");
        }
    }
    follow_references(texts)
}

/// The messages of a file with what each names in braces: a key at the start of a line, its text until the next one.
fn messages(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once('=')
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            found.push((key.trim().to_owned(), BTreeSet::new()));
        }
        if let Some((_, names)) = found.last_mut() {
            names.extend(line.split('$').skip(1).map(|after| format!("${}", name(after))));
            names.extend(line.split('{').skip(1).map(|after| name(after.trim_start()).to_owned()));
            names.remove("");
        }
    }
    found
}

fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// Replaces each reference to another message by the variables that one takes.
fn follow_references(texts: Texts) -> Texts {
    let variables = |names: &BTreeSet<String>| names.iter().filter(|n| n.starts_with('$')).cloned().collect::<Vec<_>>();
    let mut whole = texts.clone();
    for (_, names) in whole.values_mut() {
        let referred =
            names.iter().filter_map(|n| texts.get(n)).flat_map(|(_, names)| variables(names)).collect::<Vec<_>>();
        *names = variables(names).into_iter().chain(referred).collect();
    }
    whole
}

#[test]
fn every_file_is_embedded_without_faults() {
    for lang in Lang::ALL {
        assert_eq!(Words::get(lang).faults(), &[] as &[String]);
        for key in texts(lang).keys() {
            assert!(Words::get(lang).has(key), "{key} in {lang} is not embedded");
        }
    }
}

#[test]
fn both_languages_have_the_same_keys_files_and_variables() {
    let (zh, en) = (texts(Lang::Zh), texts(Lang::En));
    let only = |a: &Texts, b: &Texts| a.keys().filter(|k| !b.contains_key(*k)).cloned().collect::<Vec<_>>();
    assert_eq!(only(&zh, &en), Vec::<String>::new(), "missing in English");
    assert_eq!(only(&en, &zh), Vec::<String>::new(), "missing in Chinese");
    for (key, here) in &zh {
        assert_eq!(here, &en[key], "file and variables of {key}");
    }
}

#[test]
fn no_text_is_empty_or_has_marks_that_do_not_belong() {
    for lang in Lang::ALL {
        for key in texts(lang).keys() {
            let text = Words::get(lang).text(key);
            assert!(!text.trim().is_empty(), "{key} in {lang}");
            assert!(!text.contains(['\u{2068}', '\u{2069}', '\u{feff}']), "{key} in {lang}");
        }
    }
}

//! One word for one thing: names in code use the trade's words as `domain`
//! chose them, never a second word for the same.

use std::collections::BTreeSet;

use super::super::{Finding, Tree};

/// A word that is not ours, and ours.
const INSTEAD: &[(&str, &str)] = &[
    ("company", "employer"),
    ("hukou", "household register"),
    ("recruiter", "employer"),
    ("salary", "pay"),
    ("stint", "spell"),
    ("tenant", "county"),
];

/// Reports names that contain such a word, once a file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust().filter(|file| file.is_product()) {
        let lower = file.code().text.to_lowercase();
        let stems = INSTEAD.iter().map(|(word, _)| word.strip_suffix('y').unwrap_or(word));
        if !stems.into_iter().any(|stem| lower.contains(stem)) {
            continue;
        }
        let mut seen = BTreeSet::new();
        for (at, name) in names(&file.code().text) {
            let snake = snake(name);
            let foreign = INSTEAD.iter().find(|(word, _)| contains_word(&snake, word));
            if let Some((word, ours)) = foreign.filter(|(word, _)| seen.insert(*word)) {
                let what = format!("{name}: we say {ours}, not {word}");
                findings.push(Finding::new(file, file.code().line(at), what));
            }
        }
    }
    findings
}

/// The identifiers of a source, each with its place.
fn names(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    code.split(move |c| !part_of_name(c))
        .filter(|name| !name.is_empty())
        .map(move |name| (name.as_ptr() as usize - code.as_ptr() as usize, name))
}

/// `ZeroEmployment` and `ZERO_EMPLOYMENT` as `zero_employment`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut before = '_';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
        before = c;
    }
    out
}

/// Whether `word` (or its plain plural) stands in a snake-case name as a whole.
fn contains_word(name: &str, word: &str) -> bool {
    let plural = word.strip_suffix('y').map_or_else(|| format!("{word}s"), |stem| format!("{stem}ies"));
    let padded = format!("_{name}_");
    [word, &plural].iter().any(|word| padded.contains(&format!("_{word}_")))
}

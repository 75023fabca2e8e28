//! Every numbered error has a page in `docs/errors`, a line in its index and
//! its two sentences, and code gives those the values they take; and no page
//! or sentence is left of an error that is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::super::texts::texts;
use super::super::{Code, Finding, Tree};

/// Code before the number of an error.
const MAKERS: &[&str] = &["Refusal::new(", "Self::new(", "Number("];
/// Code before a number that `error.rs` gives a name.
const NAMED: &str = ": u16 = ";
const PAGES: &str = "docs/errors/";
const INDEX: &str = "docs/errors/README.md";

/// Compares numbers used in code with pages, index and texts.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let uses = uses(tree);
    let used: BTreeMap<&str, &Use> = uses.iter().rev().map(|u| (u.number.as_str(), u)).collect();
    let texts: BTreeMap<_, _> = texts(tree).into_iter().filter(|(key, _)| number_of(key).is_some()).collect();
    let pages: BTreeSet<&str> = pages(tree).collect();
    let mut findings = Vec::new();
    for (number, first) in &used {
        if !pages.contains(number) {
            findings.push(first.finding(format!("Q-{number} has no page {PAGES}Q-{number}.md")));
        }
        for key in
            [format!("q-{number}"), format!("q-{number}-do")].iter().filter(|key| !texts.contains_key(key.as_str()))
        {
            findings.push(first.finding(format!("Q-{number} has no text {key} in the message files")));
        }
    }
    for place in uses.iter().filter(|place| place.made) {
        let keys = [format!("q-{}", place.number), format!("q-{}-do", place.number)];
        let taken = keys.iter().filter_map(|key| texts.get(key.as_str())).flat_map(|text| &text.values);
        for value in taken.filter(|value| !place.values.contains(**value)) {
            findings
                .push(place.finding(format!("the text of Q-{} takes ${value}, which is not given here", place.number)));
        }
    }
    let index = tree.get(INDEX).map_or("", |file| file.text());
    for number in &pages {
        let page = |what: String| Finding { path: format!("{PAGES}Q-{number}.md"), line: 0, what };
        if !used.contains_key(number) {
            findings.push(page("no code uses this number".into()));
        }
        if !index.contains(&format!("(Q-{number}.md)")) {
            findings.push(page(format!("not listed in {INDEX}")));
        }
    }
    for (key, text) in texts.iter().filter(|(key, _)| number_of(key).is_none_or(|number| !used.contains_key(number))) {
        findings.push(Finding::new(text.file, text.line, format!("{key}: no code uses this number")));
    }
    findings
}

/// A place in product code that names an error.
struct Use {
    number: String,
    path: String,
    line: usize,
    /// Whether a refusal is made here, with these values.
    made: bool,
    values: BTreeSet<String>,
}

impl Use {
    fn finding(&self, what: String) -> Finding {
        Finding { path: self.path.clone(), line: self.line, what }
    }
}

fn uses(tree: &Tree) -> Vec<Use> {
    let mut uses = Vec::new();
    for file in tree.rust().filter(|file| file.is_product()) {
        let code = file.code();
        let mut note = |number: &str, at: usize, made: bool| {
            if let Some(number) = four_digits(number) {
                let values = if made { values(code, at) } else { BTreeSet::new() };
                uses.push(Use { number: number.into(), path: file.path.clone(), line: code.line(at), made, values });
            }
        };
        for maker in MAKERS {
            code.uses(maker).for_each(|at| note(&code.text[at + maker.len()..], at, maker.ends_with("new(")));
        }
        if file.path.ends_with("/error.rs") {
            code.uses(NAMED).for_each(|at| note(&code.text[at + NAMED.len()..], at, false));
        }
        for (literal, _) in code.product_literals() {
            let number = literal.text.strip_prefix("Q-").or_else(|| literal.text.strip_prefix("q-"));
            note(number.unwrap_or_default(), literal.at, false);
        }
    }
    uses
}

/// The names given by `.with("name", …)` in the expression that begins at `at`.
fn values(code: &Code, at: usize) -> BTreeSet<String> {
    let after = at + "Self::new(".len();
    let rest = &code.text[after..];
    let ends = [";", "=>", "Refusal::new(", "Self::new("].into_iter().filter_map(|end| rest.find(end));
    let end = after + ends.min().unwrap_or(rest.len());
    let inside = code.literals.iter().filter(|literal| (at..end).contains(&literal.at));
    inside.filter(|l| code.text[..l.at].trim_end().ends_with(".with(")).map(|l| l.text.clone()).collect()
}

/// The number of an error if `text` begins with exactly four digits.
fn four_digits(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then(|| &text[..4])
}

/// The number in a key such as `q-1203-do`.
fn number_of(key: &str) -> Option<&str> {
    key.strip_prefix("q-").and_then(four_digits)
}

fn pages(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.files.iter().filter_map(|file| file.path.strip_prefix(PAGES)?.strip_prefix("Q-")?.strip_suffix(".md"))
}

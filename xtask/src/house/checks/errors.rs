//! Every numbered error has a page in `docs/errors`, a line in its index and
//! its two sentences; and no page or sentence is left of an error that is gone.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Finding, Tree};

/// Code before the number of an error.
const MAKERS: &[&str] = &["Refusal::new(", "Number("];
const PAGES: &str = "docs/errors/";
const INDEX: &str = "docs/errors/README.md";

/// Compares numbers used in code with pages, index and texts.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let used = used(tree);
    let pages: BTreeSet<&str> = pages(tree).collect();
    let index = tree.get(INDEX).map_or("", |file| file.text());
    let texts = texts(tree);
    let mut findings = Vec::new();
    for (number, (path, line)) in &used {
        let mut lacks = |what: String| findings.push(Finding { path: path.clone(), line: *line, what });
        if !pages.contains(number.as_str()) {
            lacks(format!("Q-{number} has no page {PAGES}Q-{number}.md"));
        }
        for key in [format!("q-{number}"), format!("q-{number}-do")] {
            if !texts.contains_key(key.as_str()) {
                lacks(format!("Q-{number} has no text {key} in the message files"));
            }
        }
    }
    for number in &pages {
        let path = format!("{PAGES}Q-{number}.md");
        if !used.contains_key(*number) {
            findings.push(Finding { path: path.clone(), line: 0, what: "no code uses this number".into() });
        }
        if !index.contains(&format!("(Q-{number}.md)")) {
            findings.push(Finding { path, line: 0, what: format!("not listed in {INDEX}") });
        }
    }
    for (key, (path, line)) in texts {
        if !used.contains_key(&key[2..6]) {
            findings.push(Finding { path, line, what: format!("{key}: no code uses this number") });
        }
    }
    findings
}

/// The numbers product code refuses with, each with one place.
fn used(tree: &Tree) -> BTreeMap<String, (String, usize)> {
    let mut used = BTreeMap::new();
    for file in tree.rust().filter(|file| file.is_product()) {
        let code = file.code();
        let mut note = |number: &str, at: usize| {
            if let Some(number) = four_digits(number) {
                used.entry(number.to_owned()).or_insert_with(|| (file.path.clone(), code.line(at)));
            }
        };
        for maker in MAKERS {
            code.uses(maker).for_each(|at| note(&code.text[at + maker.len()..], at));
        }
        for (literal, _) in code.product_literals() {
            let number = literal.text.strip_prefix("Q-").or_else(|| literal.text.strip_prefix("q-"));
            note(number.unwrap_or_default(), literal.at);
        }
    }
    used
}

/// The number of an error if `text` begins with exactly four digits.
fn four_digits(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then(|| &text[..4])
}

fn pages(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.files.iter().filter_map(|file| file.path.strip_prefix(PAGES)?.strip_prefix("Q-")?.strip_suffix(".md"))
}

fn texts(tree: &Tree) -> BTreeMap<String, (String, usize)> {
    let mut texts = BTreeMap::new();
    for file in tree.with_extension("ftl").filter(|file| file.path.contains("/messages/zh-CN/")) {
        for (index, line) in file.text().lines().enumerate() {
            let key = line.split('=').next().unwrap_or_default().trim_end();
            if key.strip_prefix("q-").and_then(four_digits).is_some() {
                texts.insert(key.to_owned(), (file.path.clone(), index + 1));
            }
        }
    }
    texts
}

//! Every text that code or a template asks for exists, and every text that
//! exists is asked for. (That both languages agree is a test of `words`.)

use std::collections::BTreeSet;

use super::super::texts::{is_key, texts};
use super::super::{File, Finding, Tree};

/// Calls that take a key as their first argument; the short ones are what templates use.
const CALLS: &[&str] = &[".text(", ".format(", "Message::new(", "Arg::Key(", ".t(", ".n(", ".of2(", ".w("];
/// Calls that take the beginning of a key, to be completed by a code.
const LISTS: &[&str] = &[".code(", ".vocabulary("];

/// Reports keys without a text and texts without a use.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let texts = texts(tree);
    // A key that begins with the name of a message file, as `web-nav`, is one, whatever it is passed to.
    let name_of =
        |file: &'_ File| file.path.rsplit('/').next().and_then(|name| name.strip_suffix(".ftl").map(str::to_owned));
    let files: BTreeSet<String> = texts.values().filter_map(|text| name_of(text.file)).collect();
    let known = |key: &str| texts.contains_key(key);
    let begins =
        |start: &str| texts.keys().any(|key| key.strip_prefix(start).is_some_and(|rest| rest.starts_with('-')));
    let mut asked = Asked { files: &files, keys: BTreeSet::new(), beginnings: BTreeSet::new() };
    let mut findings = Vec::new();
    for file in tree.rust().filter(|file| file.is_product()) {
        for (literal, before) in file.code().product_literals() {
            let key = literal.text.as_str();
            asked.note(key, before);
            let default = before.ends_with("default_value =");
            let of_a_file = !default && key.split_once('-').is_some_and(|(first, _)| files.contains(first));
            let asks = of_a_file || CALLS.iter().any(|call| before.ends_with(call));
            if is_key(key) && asks && !known(key) && !(of_a_file && begins(key.trim_end_matches('-'))) {
                findings.push(missing(file, file.code().line(literal.at), key));
            }
        }
    }
    for file in tree.files.iter().filter(|f| matches!(f.extension(), "html" | "js" | "txt" | "svg") && !f.is_test()) {
        for (index, line) in file.text().lines().enumerate() {
            for (before, key) in quoted(line) {
                asked.note(key, before);
                if is_key(key) && CALLS.iter().any(|call| before.ends_with(call)) && !known(key) {
                    findings.push(missing(file, index + 1, key));
                }
            }
        }
    }
    let referred: BTreeSet<&str> = texts.values().flat_map(|text| text.refers.iter().copied()).collect();
    for (key, text) in texts.iter().filter(|(key, _)| !asked.for_key(key) && !referred.contains(*key)) {
        findings.push(Finding::new(text.file, text.line, format!("{key}: nothing asks for this text")));
    }
    findings
}

fn missing(file: &File, line: usize, key: &str) -> Finding {
    Finding::new(file, line, format!("{key}: no such text in crates/words/messages/zh-CN"))
}

/// The strings in double quotes of a line, each with what stands before it.
fn quoted(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    // Template code nests quotes inside attributes, so any two neighbours may be a pair.
    quotes.windows(2).map(|w| (&line[..w[0]], &line[w[0] + 1..w[1]])).collect::<Vec<_>>().into_iter()
}

/// What product code mentions: whole keys, and beginnings of keys that it completes at run time.
struct Asked<'a> {
    files: &'a BTreeSet<String>,
    keys: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Asked<'_> {
    /// Notes a literal and the code before it.
    fn note(&mut self, literal: &str, before: &str) {
        if LISTS.iter().any(|call| before.ends_with(call)) || self.files.contains(literal) {
            self.beginnings.insert(format!("{literal}-"));
        }
        if is_key(literal) && !literal.ends_with('-') {
            self.keys.insert(literal.to_owned());
        }
        let beginning = literal.split('{').next().unwrap_or_default();
        if is_key(beginning) && beginning.ends_with('-') && beginning.len() > 2 {
            self.beginnings.insert(beginning.to_owned());
        }
    }

    fn for_key(&self, key: &str) -> bool {
        // A numbered error is looked for by the check `errors`.
        key.starts_with("q-")
            || self.keys.contains(key)
            || self.beginnings.iter().any(|beginning| key.starts_with(beginning.as_str()))
    }
}

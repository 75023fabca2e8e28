//! Every text that code or a template asks for exists, and every text that
//! exists is asked for. (That both languages agree is a test of `words`.)

use std::collections::{BTreeMap, BTreeSet};

use super::super::{File, Finding, Tree};

/// Calls that take a key as their first argument; the short ones are what templates use.
const CALLS: &[&str] = &[".text(", ".format(", "Message::new(", "Arg::Key(", ".t(", ".n(", ".of2(", ".w("];
/// Calls that take the beginning of a key, to be completed by a code.
const LISTS: &[&str] = &[".code("];

/// Reports keys without a text and texts without a use.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let texts = texts(tree);
    // A key that begins with the name of a message file, as `web-nav`, is one, whatever it is passed to.
    let files: BTreeSet<&str> =
        texts.values().filter_map(|(file, ..)| file.path.rsplit('/').next()?.strip_suffix(".ftl")).collect();
    let mut asked = Asked::default();
    let mut findings = Vec::new();
    for file in tree.rust().filter(|file| file.is_product()) {
        for (literal, before) in file.code().product_literals() {
            asked.note(&literal.text, before);
            let of_a_file = literal.text.split_once('-').is_some_and(|(first, _)| files.contains(first));
            let asks = of_a_file || CALLS.iter().any(|call| before.ends_with(call));
            let known = || texts.keys().any(|key| key.strip_prefix(literal.text.as_str()).is_some_and(ends_or_goes_on));
            if is_key(&literal.text) && asks && !known() {
                findings.push(missing(file, file.code().line(literal.at), &literal.text));
            }
        }
    }
    for file in tree.files.iter().filter(|f| matches!(f.extension(), "html" | "js" | "txt" | "svg") && !f.is_test()) {
        for (index, line) in file.text().lines().enumerate() {
            for (before, quoted) in quoted(line) {
                asked.note(quoted, before);
                let key = is_key(quoted) && CALLS.iter().any(|call| before.ends_with(call));
                if key && !texts.contains_key(quoted) {
                    findings.push(missing(file, index + 1, quoted));
                }
            }
        }
    }
    for (key, (file, line, _)) in &texts {
        let referred = || texts.values().any(|(_, _, refers)| refers.contains(*key));
        if !asked.for_key(key) && !referred() {
            findings.push(Finding::new(file, *line, format!("{key}: nothing asks for this text")));
        }
    }
    findings
}

/// A literal may be a whole key or the first words of keys.
fn ends_or_goes_on(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('-')
}

fn missing(file: &File, line: usize, key: &str) -> Finding {
    Finding::new(file, line, format!("{key}: no such text in crates/words/messages/zh-CN"))
}

/// Lower-case words and codes joined by hyphens.
fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

/// The strings in double quotes of a line, each with what stands before it.
fn quoted(line: &str) -> impl Iterator<Item = (&str, &str)> {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    // Template code nests quotes inside attributes, so any two neighbours may be a pair.
    quotes.windows(2).map(|w| (&line[..w[0]], &line[w[0] + 1..w[1]])).collect::<Vec<_>>().into_iter()
}

/// A text: its file and line, and the other texts it refers to.
type Text<'a> = (&'a File, usize, BTreeSet<String>);

/// The Chinese texts by key.
fn texts(tree: &Tree) -> BTreeMap<&str, Text<'_>> {
    let mut texts: BTreeMap<&str, Text<'_>> = BTreeMap::new();
    for file in tree.with_extension("ftl").filter(|file| file.path.contains("/messages/zh-CN/")) {
        let mut current = None;
        for (index, line) in file.text().lines().enumerate() {
            if let Some((key, _)) = line.split_once('=')
                && is_key(key.trim_end())
            {
                current = Some(key.trim_end());
                texts.insert(key.trim_end(), (file, index + 1, BTreeSet::new()));
            }
            let refers = line.split('{').skip(1).filter_map(|part| part.split('}').next()).map(str::trim);
            if let Some((_, _, all)) = current.and_then(|key| texts.get_mut(key)) {
                all.extend(refers.filter(|name| is_key(name)).map(str::to_owned));
            }
        }
    }
    texts
}

/// What product code mentions: whole keys, and beginnings of keys that it completes at run time.
#[derive(Default)]
struct Asked {
    keys: BTreeSet<String>,
    beginnings: BTreeSet<String>,
}

impl Asked {
    /// Notes a literal and the code before it.
    fn note(&mut self, literal: &str, before: &str) {
        if LISTS.iter().any(|call| before.ends_with(call)) {
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

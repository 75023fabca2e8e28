//! The message files, taken apart as far as checks need it.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Tree};

/// One text of a message file.
#[derive(Debug)]
pub(super) struct Text<'a> {
    /// The file it stands in.
    pub(super) file: &'a File,
    /// The line of its key.
    pub(super) line: usize,
    /// The values it takes, without the `$`.
    pub(super) values: BTreeSet<&'a str>,
    /// The other texts it refers to.
    pub(super) refers: BTreeSet<&'a str>,
}

/// The Chinese texts by key; that the English ones are the same is a test of `words`.
pub(super) fn texts(tree: &Tree) -> BTreeMap<&str, Text<'_>> {
    let mut texts: BTreeMap<&str, Text<'_>> = BTreeMap::new();
    for file in tree.with_extension("ftl").filter(|file| file.path.contains("/messages/zh-CN/")) {
        let mut current = None;
        for (index, line) in file.text().lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            if let Some(key) = line.split_once('=').map(|(key, _)| key.trim_end()).filter(|key| is_key(key)) {
                let text = Text { file, line: index + 1, values: BTreeSet::new(), refers: BTreeSet::new() };
                texts.insert(key, text);
                current = Some(key);
            }
            if let Some(text) = current.and_then(|key| texts.get_mut(key)) {
                text.values.extend(line.split('$').skip(1).map(name));
                text.refers.extend(line.split('{').skip(1).map(|part| name(part.trim_start())).filter(|n| is_key(n)));
            }
        }
    }
    texts
}

/// Whether this can be the key of a text: lower-case words and codes joined by hyphens.
pub(super) fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
}

/// The name at the start of `text`.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len());
    &text[..end]
}

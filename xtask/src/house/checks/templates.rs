//! Templates hold structure, not words: what people read in them comes from
//! `{{ … }}`. A letter in a text node or in a spoken attribute is a finding.

use super::super::{Finding, Tree};
use super::hard_text::has_chinese;

/// Attributes that people see or hear.
const SPOKEN: &[&str] =
    &["title", "placeholder", "alt", "label", "aria-label", "aria-description", "aria-roledescription"];

/// Reports hard-coded words in the templates of the product.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension("html").filter(|f| f.path.starts_with("crates/") && !f.is_test()) {
        for (at, words) in spoken(&blank_code(file.text())) {
            let line = file.text()[..at].matches('\n').count() + 1;
            findings.push(Finding::new(file, line, format!("{words:?}: take it from the message files by key")));
        }
    }
    findings
}

/// Everything between these marks, marks included, is code or comment.
const CODE: &[(&str, &str)] = &[
    ("{#", "#}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<!DOCTYPE", ">"),
    ("<!doctype", ">"),
];

/// The template with template code, comments, scripts and styles blanked in place.
fn blank_code(source: &str) -> String {
    let mut out = source.to_owned();
    for (open, close) in CODE {
        let mut from = 0;
        while let Some(start) = out[from..].find(open).map(|at| from + at) {
            let inside = start + open.len();
            let end = out[inside..].find(close).map_or(out.len(), |at| inside + at + close.len());
            let blank: String = out[start..end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
            out.replace_range(start..end, &blank);
            from = end;
        }
    }
    out
}

/// Each piece of hard-coded words: where it begins and what it says.
fn spoken(html: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        if rest.starts_with('<') {
            let end = tag_end(rest);
            found.extend(spoken_attributes(&rest[..end]).map(|(offset, words)| (at + offset, words)));
            at += end;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            if without_entities(&rest[..end]).chars().any(char::is_alphabetic) {
                let lead = rest.len() - rest.trim_start().len();
                found.push((at + lead, rest[..end].trim().to_owned()));
            }
            at += end;
        }
    }
    found
}

/// The length of the tag at the start of `rest`, honouring quotes.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (i, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return i + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    rest.len()
}

fn spoken_attributes(tag: &str) -> impl Iterator<Item = (usize, String)> {
    tag.match_indices("=\"").filter_map(|(at, _)| {
        let name = tag[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let value = tag[at + 2..].split('"').next().unwrap_or_default();
        let words = SPOKEN.contains(&name) && without_entities(value).chars().any(char::is_alphabetic);
        (words || has_chinese(value)).then(|| (at, value.trim().to_owned()))
    })
}

/// `&nbsp;` and its like are signs, not words.
fn without_entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest =
            after.split_once(';').filter(|(name, _)| name.len() < 10 && !name.contains(' ')).map_or(after, |(_, r)| r);
    }
    out + rest
}

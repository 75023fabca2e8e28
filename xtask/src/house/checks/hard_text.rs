//! No text that people read is written into code; it comes from the message
//! files by key. A Chinese character in a literal gives such a text away.

use super::super::{Finding, Tree};

/// The crates that speak to people. `domain`, `reading` and `demo` hold Chinese as data:
/// vocabularies, synonyms of column heads and sample names.
const SPEAKING: &[&str] = &["matching", "office", "printing", "qiao", "store", "web"];

/// Reports Chinese in the literals of those crates and in their scripts.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust().filter(|file| file.is_product() && SPEAKING.contains(&file.member())) {
        for (literal, _) in file.code().product_literals().filter(|(literal, _)| has_chinese(&literal.text)) {
            findings.push(Finding::new(file, file.code().line(literal.at), format!("{:?}: {WHY}", literal.text)));
        }
    }
    for file in tree.with_extension("js").filter(|file| SPEAKING.contains(&file.member()) && !file.is_test()) {
        for (index, line) in without_comments(file.text()).lines().enumerate().filter(|(_, line)| has_chinese(line)) {
            findings.push(Finding::new(file, index + 1, format!("{}: {WHY}", line.trim())));
        }
    }
    findings
}

const WHY: &str = "take it from the message files by key";

/// Whether there is a Chinese character or Chinese punctuation in `text`.
pub fn has_chinese(text: &str) -> bool {
    let ideograph =
        |c: char| matches!(c, '\u{3001}'..='\u{3011}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    text.chars().any(|c| ideograph(c) || "，：；！？（）".contains(c))
}

/// A script with its comments blanked, roughly: `//` counts as one only after a space or at the start of a line.
fn without_comments(script: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in script.lines() {
        let mut rest = line;
        while !rest.is_empty() {
            if inside {
                inside = !rest.contains("*/");
                rest = rest.split_once("*/").map_or("", |(_, after)| after);
            } else if let Some((before, after)) = rest.split_once("/*") {
                out.push_str(before);
                inside = true;
                rest = after;
            } else {
                let end = if rest.trim_start().starts_with("//") { Some(0) } else { rest.find(" //") };
                out.push_str(&rest[..end.unwrap_or(rest.len())]);
                rest = "";
            }
        }
        out.push('\n');
    }
    out
}

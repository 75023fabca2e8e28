//! Every Rust file begins by saying what it is for.

use super::super::{Finding, Tree};

/// Reports Rust files that do not begin with a `//!` comment.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let headed = |text: &str| {
        let attribute = |line: &str| line.starts_with("#![") && !line.starts_with("#![doc");
        let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !attribute(line));
        first.is_some_and(|line| {
            line.starts_with("#![doc = include_str!")
                || line.strip_prefix("//!").is_some_and(|rest| rest.trim().len() > 10)
        })
    };
    tree.rust()
        .filter(|file| !headed(file.text()))
        .map(|file| Finding::new(file, 1, "begin with a `//!` comment that says what the file is for"))
        .collect()
}

//! Links between documents lead somewhere.

use super::super::{Finding, Tree};

/// Reports relative links in documents to files that are not there.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension("md").filter(|file| !file.is_test()) {
        for (index, line) in file.text().lines().enumerate() {
            for target in line.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
                if !target.is_empty() && !target.contains(':') && !exists(tree, &resolve(&file.path, target)) {
                    findings.push(Finding::new(file, index + 1, format!("{target}: no such file")));
                }
            }
        }
    }
    findings
}

/// The path from the root of what `from` calls `target`.
fn resolve(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn exists(tree: &Tree, path: &str) -> bool {
    tree.files
        .iter()
        .any(|file| file.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

//! Every outside crate of the root manifest is used by a member and explained
//! in `docs/dependencies.md`, and that page explains no other. A member names
//! only what its sources use.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{File, Finding, Tree};
use super::edges::dependencies;

const PAGE: &str = "docs/dependencies.md";

/// Compares the root manifest with the page and with the manifests of the members.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = idle(tree);
    let (Some(root), Some(page)) = (tree.get("Cargo.toml"), tree.get(PAGE)) else {
        return findings;
    };
    let members = tree.files.iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    let used: BTreeSet<String> = members.flat_map(|file| dependencies(file).into_iter().map(|e| e.name)).collect();
    let ours = |line: usize| root.text().lines().nth(line - 1).is_some_and(|text| text.contains("path = "));
    let mut explained = explained(page.text());
    for edge in dependencies(root).into_iter().filter(|edge| !ours(edge.line)) {
        if !used.contains(&edge.name) {
            findings.push(Finding::new(root, edge.line, format!("{}: no member uses it", edge.name)));
        }
        if explained.remove(edge.name.as_str()).is_none() {
            findings.push(Finding::new(root, edge.line, format!("{}: explain it in {PAGE}", edge.name)));
        }
    }
    let gone = explained.into_iter().map(|(name, line)| Finding::new(page, line, format!("{name}: not a dependency")));
    findings.extend(gone);
    findings
}

/// The dependencies of members that none of their sources names.
fn idle(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for manifest in tree.files.iter().filter(|file| file.path.ends_with("/Cargo.toml")) {
        // What the fuzz targets do stands beside the tests of the crate they are about.
        let fuzzes = |file: &File| manifest.member() == "fuzz" && file.path.contains("/tests/targets/");
        let sources: Vec<_> = tree.rust().filter(|file| file.member() == manifest.member() || fuzzes(file)).collect();
        for edge in dependencies(manifest) {
            let name = edge.name.replace('-', "_");
            if !sources.iter().any(|file| file.code().places(&name).next().is_some()) {
                findings.push(Finding::new(
                    manifest,
                    edge.line,
                    format!("{}: no source of this crate uses it", edge.name),
                ));
            }
        }
    }
    findings
}

/// The crates in the first column of the page's tables, each with its line.
fn explained(page: &str) -> BTreeMap<&str, usize> {
    let rows =
        page.lines().enumerate().filter_map(|(i, line)| Some((i + 1, line.strip_prefix("| ")?.split(" |").next()?)));
    rows.filter(|(_, first)| *first != "crate" && !first.starts_with('-'))
        .flat_map(|(line, names)| names.split(", ").map(move |name| (name, line)))
        .collect()
}

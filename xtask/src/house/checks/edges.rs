//! Imports run downwards only: every crate may use just the crates listed for
//! it here, and none of the outside crates that would break its floor.

use super::super::{File, Finding, Tree};

/// What each crate may depend on among our own, floor by floor (ARCHITECTURE.md).
const MAY_USE: &[(&str, &[&str])] = &[
    ("assign", &[]),
    ("domain", &[]),
    ("words", &["domain"]),
    ("reading", &["domain"]),
    ("matching", &["assign", "domain"]),
    ("planning", &["domain"]),
    ("printing", &["domain", "words"]),
    ("store", &["domain"]),
    ("office", &["assign", "domain", "matching", "printing", "reading", "store", "words"]),
    ("demo", &["domain", "printing"]),
    ("web", &["domain", "office", "words"]),
    ("qiao", &["assign", "demo", "domain", "office", "planning", "web", "words"]),
    ("xtask", &[]),
    ("fuzz", &["assign", "domain", "reading"]),
];

/// Outside crates that reach the network, a disk, a clock or chance; no pure floor may have them.
const IMPURE: &[&str] =
    &["axum", "getrandom", "hyper", "rand", "reqwest", "rusqlite", "sqlx", "tokio", "tower", "tower-http", "ureq"];
const PURE: &[&str] = &["assign", "domain", "matching", "planning", "reading"];
/// Crates that speak to a database; only `store` may.
const DATABASE: &[&str] = &["sqlx", "rusqlite", "postgres", "tokio-postgres", "diesel", "sea-orm"];

/// Reads every manifest and reports each edge that is not allowed.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| file.path.ends_with("/Cargo.toml")) {
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == file.member()) else {
            findings.push(Finding::new(file, 0, "a crate without a floor: give it one in xtask's edges.rs"));
            continue;
        };
        for edge in dependencies(file) {
            if let Some(why) = fault(file.member(), may_use, &edge) {
                findings.push(Finding::new(file, edge.line, format!("{}: {why}", edge.name)));
            }
        }
    }
    findings
}

fn fault(member: &str, may_use: &[&str], edge: &Edge) -> Option<&'static str> {
    let ours = MAY_USE.iter().any(|(name, _)| *name == edge.name);
    let pure = PURE.contains(&member);
    if ours && !may_use.contains(&edge.name.as_str()) {
        let alone = may_use.is_empty();
        // Tests may look down from anywhere, but floor 0 stands alone even there.
        return (!edge.dev || alone).then_some("not below this crate (imports only run downwards)");
    }
    if pure && !edge.dev && IMPURE.contains(&edge.name.as_str()) {
        return Some("a pure floor does no I/O and reads no clock");
    }
    let database = DATABASE.contains(&edge.name.as_str()) && member != "store";
    database.then_some("only store speaks to a database")
}

/// A line of a manifest that names a dependency.
pub(super) struct Edge {
    pub(super) name: String,
    pub(super) line: usize,
    dev: bool,
}

/// The entries of all dependency sections of a manifest.
pub(super) fn dependencies(file: &File) -> Vec<Edge> {
    let mut section = "";
    let mut edges = Vec::new();
    for (index, line) in file.text().lines().enumerate() {
        let line = line.trim();
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']');
        } else if section.ends_with("dependencies") && !line.is_empty() && !line.starts_with('#') {
            let end = line.find(['.', '=', ' ']).unwrap_or(line.len());
            let dev = section.ends_with("dev-dependencies");
            edges.push(Edge { name: line[..end].to_owned(), line: index + 1, dev });
        }
    }
    edges
}

//! Product code has no `unwrap`, nothing left to do and no debugging left behind.

use super::super::{Finding, Tree};

const FORBIDDEN: &[(&str, &str)] = &[
    (".unwrap()", "return an error, or `expect` with the reason it cannot fail"),
    ("todo!", "build it or leave it out"),
    ("unimplemented!", "build it or leave it out"),
    ("dbg!", "take it out"),
];

/// Words that mark unfinished work in comments; spelt so that this file passes its own check.
const UNFINISHED: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];

/// Reports panics waiting to happen in product code and marks of unfinished work anywhere in Rust.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust() {
        if !file.is_test() {
            for (what, instead) in FORBIDDEN {
                let code = file.code();
                let places = code.text.match_indices(what).map(|(at, _)| at).filter(|&at| !code.in_test(at));
                findings.extend(places.map(|at| Finding::new(file, code.line(at), format!("{what}: {instead}"))));
            }
        }
        for (index, line) in file.text().lines().enumerate() {
            if let Some(mark) = UNFINISHED.iter().find(|mark| line.contains(**mark)) {
                findings.push(Finding::new(file, index + 1, format!("{mark}: finish it or open an issue")));
            }
        }
    }
    findings
}

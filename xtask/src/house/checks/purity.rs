//! The pure floors do no I/O and read no clock: dates and bytes come in as arguments.

use super::super::{Finding, Tree};

const PURE: &[&str] = &["assign", "domain", "matching", "planning", "reading"];

/// Names of the standard library and of common crates that break purity.
const IMPURE: &[&str] = &[
    "std::fs",
    "fs::",
    "std::net",
    "std::env",
    "env::var",
    "std::process",
    "File::open",
    "File::create",
    "stdin",
    "println!",
    "eprintln!",
    "tokio",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "now_v7",
    "new_v4",
    "thread::sleep",
];

/// Reports every use of such a name in the pure floors, tests apart.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust().filter(|file| file.is_product() && PURE.contains(&file.member())) {
        for name in IMPURE {
            for at in file.code().uses(name) {
                findings.push(Finding::new(file, file.code().line(at), format!("{name}: {WHY}")));
            }
        }
    }
    findings
}

const WHY: &str = "a pure floor takes it as an argument";

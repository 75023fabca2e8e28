//! The rules of the house that the compiler cannot see, one check a file.
//!
//! A check is a function from the [`Tree`] of files to [`Finding`]s. It needs
//! no compiled code, so all of them together run in about a second.

pub mod checks;
mod code;
mod finding;
mod inflate;
mod texts;
mod tree;
mod workbook;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

pub use code::{Code, Literal};
pub use finding::Finding;
pub use tree::{File, Tree};

/// One rule: its name as findings show it and the function that looks for breaches.
pub type Check = (&'static str, fn(&Tree) -> Vec<Finding>);

/// Every rule, in the order they run.
pub const CHECKS: &[Check] = &[
    ("edges", checks::edges::check),
    ("dependencies", checks::dependencies::check),
    ("purity", checks::purity::check),
    ("sql", checks::sql::check),
    ("lengths", checks::lengths::check),
    ("names", checks::names::check),
    ("headers", checks::headers::check),
    ("panics", checks::panics::check),
    ("hard-text", checks::hard_text::check),
    ("templates", checks::templates::check),
    ("messages", checks::messages::check),
    ("errors", checks::errors::check),
    ("links", checks::links::check),
    ("persons", checks::persons::check),
    ("leaks", checks::leaks::check),
];

/// Runs every check on the repository at `root` and prints what it finds.
///
/// # Errors
/// When git or a file cannot be read.
pub fn run(root: &Path) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let tree = Tree::read(root)?;
    let mut count = 0;
    for (name, check) in CHECKS {
        for finding in check(&tree) {
            eprintln!("{name}: {finding}");
            count += 1;
        }
    }
    eprintln!("house: {} files, {count} findings, {:.1} s", tree.files.len(), started.elapsed().as_secs_f64());
    Ok(if count == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

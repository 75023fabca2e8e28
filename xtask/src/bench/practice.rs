//! What offices do without an exact engine, on the same instances.

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;

use super::figures::lines;
use super::tools::Tools;

/// What a rule comes to.
pub(super) struct Rule {
    /// Its name, as the example `practice` has it.
    pub(super) name: String,
    /// Priority households without anybody placed.
    pub(super) uncovered: u64,
    /// Those of them without a single pair.
    pub(super) without_list: u64,
    /// Workers placed.
    pub(super) placed: u64,
}

/// Follows every rule.
pub(super) fn follow(tools: &Tools, file: &Path) -> anyhow::Result<Vec<Rule>> {
    let lines = lines(tools.example("practice").arg(file), Duration::from_secs(3600))?.context("stopped")?;
    let rule = |line: &super::Line| Rule {
        name: line.text("rule").to_owned(),
        uncovered: line.number("uncovered") as u64,
        without_list: line.number("without_list") as u64,
        placed: line.number("placed") as u64,
    };
    Ok(lines.iter().map(rule).collect())
}

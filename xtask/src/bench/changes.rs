//! How long one change of a solved instance takes until the answer is optimal again.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, bail};

use super::child::{Ended, run};
use super::tools::Tools;

/// A kind of change.
pub(super) struct Change {
    /// What changes.
    pub(super) name: String,
    /// Times as the example `live` prints them.
    pub(super) median: String,
    /// 99 of 100 take at most this.
    pub(super) p99: String,
    /// None takes more.
    pub(super) most: String,
}

/// Times every kind of change.
pub(super) fn time(tools: &Tools, file: &Path) -> anyhow::Result<Vec<Change>> {
    let Ended::Well(text) = run(tools.example("live").arg(file), Duration::from_secs(3600))? else {
        bail!("live was stopped")
    };
    let changes: Vec<Change> = text.lines().filter_map(change).collect();
    (!changes.is_empty()).then_some(changes).context("live printed no times")
}

/// `seat closes   p50 1.0µs  p99 2.0µs  max 3.0µs`
fn change(line: &str) -> Option<Change> {
    let (name, rest) = line.split_once(" p50 ")?;
    let (median, rest) = rest.split_once(" p99 ")?;
    let (p99, most) = rest.split_once(" max ")?;
    let text = |part: &str| part.trim().to_owned();
    Some(Change { name: text(name), median: text(median), p99: text(p99), most: text(most) })
}

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
    /// 999 of 1000 take at most this.
    pub(super) worst: String,
}

/// Times every kind of change.
pub(super) fn time(tools: &Tools, file: &Path) -> anyhow::Result<Vec<Change>> {
    let Ended::Well(text) = run(tools.example("live").arg(file), Duration::from_secs(3600))? else {
        bail!("live was stopped")
    };
    let mut changes: Vec<Change> = text.lines().filter_map(change).collect();
    // A change and the way back come one after the other, under one name: "seat closes / opens".
    for pair in changes.chunks_exact_mut(2).filter(|pair| pair[0].name == pair[1].name) {
        if let Some((there, back)) = pair[0].name.clone().split_once(" / ") {
            let what = there.rsplit_once(' ').map_or("", |(what, _)| what);
            pair[0].name = format!("{there} (then {back})");
            pair[1].name = format!("{what} {back} again").trim().to_owned();
        }
    }
    (!changes.is_empty()).then_some(changes).context("live printed no times")
}

/// `seat closes / opens: median 1.0µs p99 2.0µs worst 3.0µs`
fn change(line: &str) -> Option<Change> {
    let (name, rest) = line.split_once(": median ")?;
    let (median, rest) = rest.split_once(" p99 ")?;
    let (p99, worst) = rest.split_once(" worst ")?;
    let text = |part: &str| part.trim().to_owned();
    Some(Change { name: text(name), median: text(median), p99: text(p99), worst: text(worst) })
}

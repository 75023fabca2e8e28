//! What is measured, and how.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use super::child::{Ended, Line, run};
use super::tools::{Peer, Tools};

/// Ours is never stopped.
const FOREVER: Duration = Duration::from_secs(24 * 3600);
/// Another solver is run again for a median only within this.
const PATIENCE: Duration = Duration::from_secs(60);

/// A generated instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// Number of workers.
    pub(super) workers: u64,
    /// Seats in percent of workers.
    pub(super) ratio: u64,
    /// Seed of the generator.
    pub(super) seed: u64,
    /// The rule of the scores, as the example `generate` knows it.
    pub(super) scores: &'static str,
}

/// Medians of some runs.
#[derive(Clone, Debug)]
pub(super) struct Median {
    /// Covered;fallback;placed;score.
    pub(super) goals: String,
    /// Fingerprint of the placement (ours only).
    pub(super) placement: String,
    /// Whether the certificate held (ours only).
    pub(super) certified: bool,
    /// Edges of the instance (ours only).
    pub(super) edges: f64,
    /// Households with priority (ours only).
    pub(super) priority: f64,
    /// Seconds: ours from edges in memory to the certificate, others the call of the solver alone.
    pub(super) seconds: f64,
    /// CPU seconds of the same.
    pub(super) cpu: f64,
    /// Most memory of the process.
    pub(super) megabytes: f64,
}

/// How another solver did.
pub(super) enum Outcome {
    /// It found an optimum.
    Solved(Median),
    /// It was stopped.
    TimedOut(Duration),
    /// It could not.
    Failed,
}

impl Case {
    /// The instance file, made if it is not there yet.
    ///
    /// # Errors
    /// When it cannot be generated.
    pub(super) fn file(&self, tools: &Tools) -> anyhow::Result<PathBuf> {
        let Self { workers, ratio, seed, scores } = self;
        let file = tools.folder.join(format!("{scores}-{workers}-{ratio}-{seed}.hf"));
        if !file.exists() {
            let part = file.with_extension("part");
            let mut command = tools.example("generate");
            for (name, value) in [("--workers", workers), ("--ratio", ratio), ("--seed", seed)] {
                command.arg(name).arg(value.to_string());
            }
            lines(command.args(["--scores", scores, "--out"]).arg(&part), FOREVER)?.context("generated")?;
            std::fs::rename(part, &file)?;
        }
        Ok(file)
    }
}

/// Our figures on a file.
///
/// # Errors
/// When the program fails.
pub(super) fn ours(tools: &Tools, file: &PathBuf, threads: usize, runs: usize) -> anyhow::Result<Median> {
    let mut found = vec![];
    for _ in 0..runs {
        let mut command = tools.example("measure");
        command.args(["--threads", &threads.to_string()]).arg(file);
        found.extend(lines(&mut command, FOREVER)?.context("not stopped")?);
    }
    median(found)
}

/// The figures of another solver on a file.
pub(super) fn theirs(peer: &Peer, file: &PathBuf, runs: usize, limit: Duration) -> Outcome {
    let (begin, mut found) = (Instant::now(), vec![]);
    while found.len() < runs && (found.is_empty() || begin.elapsed() < PATIENCE) {
        match lines(peer.command().arg(file), limit) {
            Ok(Some(more)) => found.extend(more),
            Ok(None) => return Outcome::TimedOut(limit),
            Err(why) => {
                eprintln!("  {}: {why:#}", peer.name);
                return Outcome::Failed;
            }
        }
    }
    median(found).map_or(Outcome::Failed, Outcome::Solved)
}

/// The lines a child printed; none if it was stopped.
pub(super) fn lines(command: &mut Command, limit: Duration) -> anyhow::Result<Option<Vec<Line>>> {
    match run(command, limit)? {
        Ended::Well(text) => Ok(Some(text.lines().map(Line::read).collect())),
        Ended::TimedOut => Ok(None),
    }
}

fn median(runs: Vec<Line>) -> anyhow::Result<Median> {
    let Some(one) = runs.first() else { bail!("nothing was printed") };
    let middle = |value: &dyn Fn(&Line) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let ours = !one.text("certified").is_empty();
    let seconds = |line: &Line| {
        let rest = if ours { line.number("build") + line.number("check") } else { 0.0 };
        line.number("solve") + rest
    };
    let same = |key: &str| runs.iter().all(|line| line.text(key) == one.text(key));
    anyhow::ensure!(same("goals") && same("placement"), "the runs differ from each other");
    Ok(Median {
        goals: one.text("goals").to_owned(),
        placement: one.text("placement").to_owned(),
        certified: runs.iter().all(|line| line.text("certified") == "true"),
        edges: one.number("edges"),
        priority: one.number("priority"),
        seconds: middle(&seconds),
        cpu: middle(&|line| line.number("cpu")),
        megabytes: middle(&|line| line.number("rss_kb") / 1024.0),
    })
}

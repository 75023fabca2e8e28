//! Comparison with LEMON on many small random instances, classes, fallback jobs and demanded pairs included.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, ensure};

use super::child::Line;
use super::figures::lines;
use super::tools::Tools;

const LIMIT: Duration = Duration::from_secs(3600);
/// Instances for one call of a program.
const BATCH: u64 = 500;

/// Compares on `count` instances.
pub(super) fn run(tools: &Tools, count: u64, seed: u64) -> anyhow::Result<ExitCode> {
    let lemon = tools.peers.iter().filter(|peer| peer.name.starts_with("LEMON")).collect::<Vec<_>>();
    ensure!(!lemon.is_empty(), "LEMON is needed for this");
    let folder = tools.folder.join(format!("random-{seed}"));
    std::fs::create_dir_all(&folder)?;
    let mut make = tools.example("random");
    lines(make.args([count.to_string(), seed.to_string()]).arg(&folder), LIMIT)?.context("generated")?;
    let mut wrong = 0;
    for from in (0..count).step_by(BATCH as usize) {
        let files = || (from..count.min(from + BATCH)).map(|number| folder.join(format!("{number}.hf")));
        let ours = lines(tools.example("measure").args(files()), LIMIT)?.context("ours was stopped")?;
        ensure!(ours.len() == files().count(), "a file is missing");
        wrong += ours.iter().filter(|line| line.text("certified") != "true").map(report).count();
        for peer in &lemon {
            let theirs = lines(peer.command().args(files()), LIMIT)?.context("LEMON was stopped")?;
            let differ = |(ours, theirs): &(&Line, &Line)| {
                ours.text("file") != theirs.text("file") || ours.text("goals") != theirs.text("goals")
            };
            wrong += ours.iter().zip(&theirs).filter(differ).map(|(line, _)| report(line)).count();
            ensure!(theirs.len() == ours.len(), "{} did not answer everything", peer.name);
        }
        eprintln!("{} of {count} instances", count.min(from + BATCH));
    }
    eprintln!("{count} instances, {} other algorithms, {wrong} differences", lemon.len());
    if wrong == 0 {
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn report(line: &Line) {
    let name = PathBuf::from(line.text("file"));
    eprintln!("WRONG: {}: {}", name.file_name().unwrap_or_default().display(), line.text("goals"));
}

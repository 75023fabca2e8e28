//! What to measure, from the command line.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, bail};

/// How `cargo xtask bench assign` is used.
pub const USAGE: &str = "\
usage: cargo xtask bench assign [options]   ours beside other solvers; writes docs/benchmarks.md
  --workers N,..     sizes (10000,100000)
  --ratios N,..      seats in percent of workers (60,130)
  --seeds N,..       seeds of the generator (1)
  --runs N           runs of each, of which the median counts (5; others stop after a minute)
  --limit SECONDS    most time for one run of another solver (600)
  --peers            it is an error if OR-Tools or LEMON is missing
  --no-peers         ours alone
  --python PATH      a Python that has OR-Tools (or QIAO_BENCH_PYTHON; python3)
  --page FILE        where the page goes, `-` for nowhere (docs/benchmarks.md)
  --differential N   instead: compare with LEMON on N small random instances (seeds: the first of --seeds)";

/// Which other solvers run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peers {
    /// Those that are installed.
    Installed,
    /// All; a missing one is an error.
    Required,
    /// None.
    None,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Numbers of workers.
    pub workers: Vec<u64>,
    /// Seats in percent of workers.
    pub ratios: Vec<u64>,
    /// Seeds of the generator.
    pub seeds: Vec<u64>,
    /// Runs of each measurement.
    pub runs: usize,
    /// Most time for one run of another solver.
    pub limit: Duration,
    /// Which other solvers run.
    pub peers: Peers,
    /// The Python that may have OR-Tools.
    pub python: PathBuf,
    /// Where the page goes.
    pub page: Option<PathBuf>,
    /// Random instances to compare instead of measuring.
    pub differential: Option<u64>,
}

impl Options {
    /// Reads the arguments after `bench assign`.
    ///
    /// # Errors
    /// An unknown option or a value that is missing or no number.
    pub fn parse(arguments: &[&str]) -> anyhow::Result<Self> {
        let python = std::env::var_os("QIAO_BENCH_PYTHON").unwrap_or_else(|| "python3".into());
        let mut options = Self {
            workers: vec![10_000, 100_000],
            ratios: vec![60, 130],
            seeds: vec![1],
            runs: 5,
            limit: Duration::from_secs(600),
            peers: Peers::Installed,
            python: python.into(),
            page: Some("docs/benchmarks.md".into()),
            differential: None,
        };
        let mut rest = arguments.iter();
        while let Some(&name) = rest.next() {
            let mut value = || rest.next().copied().with_context(|| format!("{name} needs a value\n{USAGE}"));
            match name {
                "--workers" => options.workers = numbers(value()?)?,
                "--ratios" => options.ratios = numbers(value()?)?,
                "--seeds" => options.seeds = numbers(value()?)?,
                "--runs" => options.runs = value()?.parse::<usize>()?.max(1),
                "--limit" => options.limit = Duration::from_secs(value()?.parse()?),
                "--peers" => options.peers = Peers::Required,
                "--no-peers" => options.peers = Peers::None,
                "--python" => options.python = value()?.into(),
                "--page" => options.page = Some(value()?).filter(|&page| page != "-").map(Into::into),
                "--differential" => options.differential = Some(value()?.parse()?),
                _ => bail!("{name}: no such option\n{USAGE}"),
            }
        }
        Ok(options)
    }
}

fn numbers(list: &str) -> anyhow::Result<Vec<u64>> {
    let number = |text: &str| text.replace('_', "").parse().with_context(|| format!("{text}: not a number"));
    list.split(',').map(number).collect()
}

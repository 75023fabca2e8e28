//! `cargo xtask bench assign`: our engine beside other solvers on the same instances, in one run.
//!
//! Every program that measures is a child of its own; the answers must agree, or the run fails.

mod changes;
mod child;
mod differential;
mod figures;
mod machine;
mod options;
mod page;
mod practice;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use child::Line;
pub use options::{Options, Peers, USAGE};
pub use page::thousands;

use changes::Change;
use figures::{Case, Median, Outcome, ours, theirs};
use practice::Rule;
use tools::Tools;

/// Tied scores are measured, changes timed and rules of practice followed up to this many workers.
const SMALL: u64 = 100_000;
/// Rules of practice are followed up to this many workers.
const MIDDLE: u64 = 1_000_000;
/// Rules of scores with many ties, as the example `generate` knows them.
const TIES: [&str; 3] = ["two", "steps", "equal"];

/// Everything about one instance.
struct Row {
    case: Case,
    /// With one thread and with two.
    ours: [Median; 2],
    /// In the order of the peers that run.
    peers: Vec<Outcome>,
    /// The rules of practice, if they were followed.
    practice: Vec<Rule>,
    /// Changes of the solved instance, if they were timed.
    changes: Vec<Change>,
}

impl Row {
    /// What is wrong with the answers.
    fn faults(&self) -> Vec<String> {
        let [one, two] = &self.ours;
        let mut faults = vec![];
        if !one.certified || !two.certified {
            faults.push("the certificate does not hold".to_owned());
        }
        if one.placement != two.placement {
            faults.push("one and two threads place differently".to_owned());
        }
        for outcome in &self.peers {
            if let Outcome::Solved(peer) = outcome
                && peer.goals != one.goals
            {
                faults.push(format!("{} here, {} by another solver", one.goals, peer.goals));
            }
        }
        faults
    }
}

/// Measures, prints and writes the page, or compares.
///
/// # Errors
/// When a program cannot be built or run, or an option is wrong.
pub fn run(root: &Path, arguments: &[&str]) -> anyhow::Result<ExitCode> {
    let options = Options::parse(arguments)?;
    let tools = Tools::new(root, &options)?;
    if let Some(count) = options.differential {
        return differential::run(&tools, count, options.seeds[0]);
    }
    let mut rows = vec![];
    for case in cases(&options) {
        rows.push(measure(&tools, &options, case)?);
    }
    let faults: Vec<String> = rows.iter().flat_map(Row::faults).collect();
    faults.iter().for_each(|fault| eprintln!("WRONG: {fault}"));
    let text = page::page(root, &tools, &options, &rows)?;
    print(&text);
    if let Some(page) = &options.page {
        std::fs::write(root.join(page), &text)?;
        eprintln!("written: {}", page.display());
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Generic scores in every size, ties in the smaller ones.
fn cases(options: &Options) -> Vec<Case> {
    let mut cases = vec![];
    for scores in std::iter::once("generic").chain(TIES) {
        for &workers in options.workers.iter().filter(|&&workers| scores == "generic" || workers <= SMALL) {
            for &ratio in &options.ratios {
                cases.extend(options.seeds.iter().map(|&seed| Case { workers, ratio, seed, scores }));
            }
        }
    }
    cases
}

fn measure(tools: &Tools, options: &Options, case: Case) -> anyhow::Result<Row> {
    let Case { workers, ratio, seed, scores } = case;
    eprintln!("{workers} workers, {ratio} % seats, seed {seed}, {scores} scores");
    let file = case.file(tools)?;
    let runs = if workers > MIDDLE { 1 } else { options.runs };
    let generic = scores == "generic";
    let ours = [ours(tools, &file, 1, runs)?, ours(tools, &file, 2, runs)?];
    eprintln!("  ours: {:.3} s and {:.3} s, {:.0} MB", ours[0].seconds, ours[1].seconds, ours[1].megabytes);
    let mut peers = vec![];
    // Among ties one other solver is enough to agree with.
    for peer in tools.peers.iter().take(if generic { usize::MAX } else { 1 }) {
        let outcome = if workers > MIDDLE { Outcome::Failed } else { theirs(peer, &file, runs, options.limit) };
        if let Outcome::Solved(found) = &outcome {
            eprintln!("  {}: {:.3} s, {:.0} MB", peer.name, found.seconds, found.megabytes);
        }
        peers.push(outcome);
    }
    let practice = if generic && workers <= MIDDLE { practice::follow(tools, &file)? } else { vec![] };
    let timed = workers <= SMALL && Some(&workers) == options.workers.iter().filter(|&&n| n <= SMALL).max();
    let timed = timed && seed == options.seeds[0] && (generic || scores == "steps");
    let changes = if timed { changes::time(tools, &file)? } else { vec![] };
    Ok(Row { case, ours, peers, practice, changes })
}

#[allow(clippy::print_stdout, reason = "the tables are the answer")]
fn print(text: &str) {
    println!("{text}");
}

//! `docs/benchmarks.md`, written from the figures of one run.

use std::fmt::Write as _;
use std::path::Path;

use super::figures::{Median, Outcome};
use super::options::Options;
use super::tools::Tools;
use super::{Row, TIES, machine};

const INTRODUCTION: &str = "\
Written by `cargo xtask bench assign`; do not edit. Instances come from the project's own generator
(`assign::generate`): 20 % of the households have priority, about 35 scored pairs a worker. Every program runs as a
process of its own. **Ours is from edges in memory to the checked certificate**, the others' is the call of the solver
alone, without the making of their model. Medians of several runs; what takes a minute ran once. In brackets: CPU
seconds of all threads. \"27x\" is a figure divided by ours with two threads.";

/// The whole page.
///
/// # Errors
/// None but those of formatting.
pub(super) fn page(root: &Path, tools: &Tools, options: &Options, rows: &[Row]) -> anyhow::Result<String> {
    let mut out = String::from("# Benchmarks\n\n");
    writeln!(out, "{INTRODUCTION}\n")?;
    writeln!(out, "Machine: {}.  ", machine::describe())?;
    let solvers: Vec<String> = tools.peers.iter().map(|peer| format!(", {} {}", peer.name, peer.version)).collect();
    writeln!(out, "Measured: {}{}.  ", machine::versions(root), solvers.concat())?;
    writeln!(out, "Answers: {}\n", agreement(rows))?;
    let generic: Vec<&Row> = rows.iter().filter(|row| row.case.scores == "generic").collect();
    times(&mut out, tools, &generic)?;
    memory(&mut out, tools, &generic)?;
    ties(&mut out, rows)?;
    changes(&mut out, rows)?;
    practice(&mut out, &generic)?;
    let list = |numbers: &[u64]| numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
    writeln!(
        out,
        "## Again\n\n```\ncargo xtask bench assign --workers {} --ratios {} --seeds {} --runs {} --limit {}\n```\n",
        list(&options.workers),
        list(&options.ratios),
        list(&options.seeds),
        options.runs,
        options.limit.as_secs()
    )?;
    writeln!(
        out,
        "OR-Tools is used if the Python given with `--python` has it (`pip install ortools`), LEMON if it can be \
         compiled (Debian: `liblemon-dev`).\nAgainst LEMON on many small instances: \
         `cargo xtask bench assign --differential 10000`. Steps of the engine: `cargo bench -p assign`."
    )?;
    Ok(out)
}

fn agreement(rows: &[Row]) -> String {
    let wrong: usize = rows.iter().map(|row| row.faults().len()).sum();
    let compared = rows.iter().flat_map(|row| &row.peers).filter(|p| matches!(p, Outcome::Solved(_))).count();
    if wrong > 0 {
        return format!("**{wrong} are wrong.**");
    }
    format!(
        "{} instances, every certificate verified, the same placement with one and two threads, \
         the same goals as {compared} answers of other solvers.",
        rows.len()
    )
}

/// A row of a table.
fn cells(out: &mut String, cells: &[String]) -> std::fmt::Result {
    writeln!(out, "| {} |", cells.join(" | "))
}

fn head(out: &mut String, titles: &[&str]) -> std::fmt::Result {
    writeln!(out, "| {} |\n|{}", titles.join(" | "), " --- |".repeat(titles.len()))
}

fn name(row: &Row) -> String {
    format!("{} / {} % / {}", thousands(row.case.workers), row.case.ratio, row.case.seed)
}

const INSTANCE: &str = "workers / seats / seed";

fn seconds(median: &Median) -> String {
    let digits = if median.seconds < 10.0 { 3 } else { 1 };
    format!("{:.digits$} ({:.2})", median.seconds, median.cpu)
}

fn times(out: &mut String, tools: &Tools, rows: &[&Row]) -> std::fmt::Result {
    writeln!(out, "## Seconds to the optimum\n")?;
    let mut titles = vec![INSTANCE, "pairs", "1 thread", "2 threads"];
    titles.extend(tools.peers.iter().map(|peer| peer.name));
    head(out, &titles)?;
    for row in rows {
        let mut line = vec![name(row), thousands(row.ours[0].edges as u64)];
        line.extend(row.ours.iter().map(seconds));
        line.extend(row.peers.iter().map(|outcome| match outcome {
            Outcome::Solved(median) => format!("{}, {:.1}x", seconds(median), median.seconds / row.ours[1].seconds),
            Outcome::TimedOut(limit) => format!("over {}", limit.as_secs()),
            Outcome::Failed => "-".to_owned(),
        }));
        cells(out, &line)?;
    }
    writeln!(out)
}

fn memory(out: &mut String, tools: &Tools, rows: &[&Row]) -> std::fmt::Result {
    writeln!(out, "## Memory\n\nMost memory of the whole process in MB, and what that is a pair in bytes.\n")?;
    let mut titles = vec![INSTANCE, "2 threads", "bytes a pair"];
    titles.extend(tools.peers.iter().map(|peer| peer.name));
    head(out, &titles)?;
    for row in rows {
        let ours = &row.ours[1];
        let per_pair = ours.megabytes * 1_048_576.0 / ours.edges.max(1.0);
        let mut line = vec![name(row), format!("{:.0}", ours.megabytes), format!("{per_pair:.1}")];
        line.extend(row.peers.iter().map(|outcome| match outcome {
            Outcome::Solved(median) => {
                format!("{:.0}, {:.1}x", median.megabytes, median.megabytes / ours.megabytes)
            }
            _ => "-".to_owned(),
        }));
        cells(out, &line)?;
    }
    writeln!(out)
}

fn ties(out: &mut String, rows: &[Row]) -> std::fmt::Result {
    writeln!(
        out,
        "## Tied scores\n\nSeconds with two threads. \"Worst\" is the worst tie divided by generic scores.\n"
    )?;
    head(out, &[INSTANCE, "generic", "0 or 1", "whole thousands", "all equal", "worst"])?;
    for row in rows.iter().filter(|row| row.case.scores == "generic") {
        let tied = TIES.map(|scores| {
            let case = super::Case { scores, ..row.case };
            rows.iter().find(|other| other.case == case).map(|other| &other.ours[1])
        });
        let Some(worst) = tied.iter().flatten().map(|tied| tied.seconds).max_by(f64::total_cmp) else { continue };
        let mut line = vec![name(row), seconds(&row.ours[1])];
        line.extend(tied.iter().map(|tied| tied.map_or("-".to_owned(), seconds)));
        line.push(format!("{:.2}", worst / row.ours[1].seconds));
        cells(out, &line)?;
    }
    writeln!(out)
}

fn changes(out: &mut String, rows: &[Row]) -> std::fmt::Result {
    writeln!(
        out,
        "## One change\n\nFrom a change of a solved instance to the next optimum, verified wherever it was touched; one \
         thread. Of 1,000 changes of\neach kind, each made three times, of which the quickest counts.\n"
    )?;
    head(out, &[INSTANCE, "scores", "change", "median", "99 of 100", "all"])?;
    for row in rows {
        for change in &row.changes {
            let scores = if row.case.scores == "generic" { "generic" } else { "whole thousands" };
            let times = [&change.name, &change.median, &change.p99, &change.most].map(Clone::clone);
            cells(out, &[&[name(row), scores.to_owned()][..], &times].concat())?;
        }
    }
    writeln!(out)
}

fn practice(out: &mut String, rows: &[&Row]) -> std::fmt::Result {
    writeln!(
        out,
        "## Beside what offices do\n\nPriority households without work / people placed. *Queue*: first come, first \
         served. *Best score*: the best pair of all first.\n*Priority*: best score, but first for one member of each \
         priority household. *Fewest*: the same, those with the fewest\nseats to choose from first. *No list*: \
         households for whom there is no seat at all.\n"
    )?;
    head(out, &[INSTANCE, "queue", "best score", "priority", "fewest", "**optimum**", "no list"])?;
    for row in rows.iter().filter(|row| !row.practice.is_empty()) {
        let mut line = vec![name(row)];
        let rule = |name: &str| row.practice.iter().find(|rule| rule.name == name);
        for found in ["queue", "score", "priority", "fewest"].map(rule) {
            line.push(
                found.map_or("-".to_owned(), |r| format!("{} / {}", thousands(r.uncovered), thousands(r.placed))),
            );
        }
        let parts: Vec<u64> = row.ours[0].goals.split(';').map(|part| part.parse().unwrap_or(0)).collect();
        let uncovered = (row.ours[0].priority as u64).saturating_sub(parts.first().copied().unwrap_or(0));
        let placed = parts.get(2).copied().unwrap_or(0);
        line.push(format!("**{} / {}**", thousands(uncovered), thousands(placed)));
        line.push(row.practice.first().map_or("-".to_owned(), |rule| thousands(rule.without_list)));
        cells(out, &line)?;
    }
    writeln!(out)
}

/// 1234567 as 1,234,567.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

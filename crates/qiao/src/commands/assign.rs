//! The bare engine on an instance file: solve and certify, or check an answer that is there already.

use crate::cli::Assign;
use crate::say::{Failure, Say};
use assign::{Instance, Options, Solution};
use domain::error::Refusal;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

pub(super) fn run(args: &Assign, say: &Say) -> Result<ExitCode, Failure> {
    let before = resident_kb("VmRSS:");
    let instance = read(&args.instance, |bytes| assign::read_instance(bytes).map_err(|error| error.to_string()))?;
    let (solution, seconds) = match &args.check {
        Some(file) => (read(file, |bytes| assign::read_solution(bytes).map_err(|error| error.to_string()))?, None),
        None => {
            let started = Instant::now();
            let threads =
                args.threads.or_else(|| std::thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
            let solution = assign::solve(&instance, &Options { threads });
            (solution, Some(started.elapsed().as_secs_f64()))
        }
    };
    let verdict = assign::check(&instance, &solution);
    if let Some(out) = &args.out {
        let mut bytes = Vec::new();
        assign::write_solution(&solution, &mut bytes)?;
        std::fs::write(out, bytes).map_err(|error| Failure::file(out, &error))?;
    }
    let (covered, placed, score) = solution.triple();
    if args.json {
        report(&instance, &solution, verdict.is_ok(), seconds, before, say);
    } else {
        say.line(
            "cli-assign-triple",
            &[("covered", number(covered)), ("placed", number(placed)), ("score", number(score))],
        );
    }
    match verdict {
        Ok(_) if args.json => Ok(ExitCode::SUCCESS),
        Ok(_) => {
            say.line("cli-assign-certified", &[]);
            Ok(ExitCode::SUCCESS)
        }
        Err(violation) => Err(Refusal::new(4011).with("found", violation.to_string()).into()),
    }
}

fn number(n: u64) -> domain::say::Arg {
    domain::say::Arg::Int(i64::try_from(n).unwrap_or(i64::MAX))
}

fn read<T>(file: &Path, parse: impl FnOnce(&[u8]) -> Result<T, String>) -> Result<T, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    parse(&bytes)
        .map_err(|found| Refusal::new(4010).with("file", file.display().to_string()).with("found", found).into())
}

fn report(instance: &Instance, solution: &Solution, certified: bool, seconds: Option<f64>, before: u64, say: &Say) {
    let peak = resident_kb("VmHWM:");
    let (covered, placed, score) = solution.triple();
    let per_edge = (peak.saturating_sub(before) * 1024) as f64 / instance.edges().max(1) as f64;
    let json = serde_json::json!({
        "triple": [covered, placed, score],
        "covered_by_class": solution.totals().covered,
        "fallback": solution.totals().fallback,
        "certified": certified,
        "solve_seconds": seconds,
        "peak_rss_mb": peak as f64 / 1024.0,
        "bytes_per_edge": per_edge,
    });
    say.out(&json.to_string());
}

/// A line of the kernel's account of this process, in kilobytes; 0 where there is none.
fn resident_kb(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let value = status.lines().find_map(|found| found.strip_prefix(line));
    value.and_then(|value| value.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

//! Plans of routes: the bare planner on a published instance, or the check of a plan that is there already.

use crate::cli::{Orienteering, Plan};
use crate::say::{Failure, Say};
use domain::error::Refusal;
use domain::say::Arg;
use planning::orienteering::{Effort, Instance, Published, Verdict, bound, check, read, search};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Prices tried for the bound.
const PRICES: u32 = 60;

pub(super) fn run(plan: &Plan, say: &Say) -> Result<ExitCode, Failure> {
    let Plan::Orienteering(args) = plan;
    let text = text(&args.file)?;
    let published = read(&text, args.vehicles).map_err(|error| malformed(&args.file, error.to_string()))?;
    let instance = &published.instance;
    let started = Instant::now();
    let routes = match &args.solution {
        Some(file) => routes(instance, file)?,
        None => solve(instance, args, started),
    };
    let seconds = started.elapsed().as_secs_f64();
    let verdict =
        check(instance, &routes).map_err(|violation| Refusal::new(4011).with("found", violation.to_string()))?;
    let most = bound(instance, verdict.profit, PRICES);
    if args.json {
        report(&published, &routes, &verdict, most, seconds, say);
    } else {
        tell(&published, &routes, &verdict, most, say);
    }
    Ok(ExitCode::SUCCESS)
}

fn text(file: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::file(file, &error))?;
    String::from_utf8(bytes).map_err(|error| malformed(file, error.to_string()))
}

fn malformed(file: &Path, found: String) -> Failure {
    Refusal::new(4010).with("file", file.display().to_string()).with("found", found).into()
}

fn solve(instance: &Instance, args: &Orienteering, started: Instant) -> Vec<Vec<usize>> {
    let threads = args.threads.or_else(|| std::thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let limit = args.seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(Duration::ZERO));
    let rounds = if limit.is_some() { u32::MAX } else { args.budget };
    // Whoever reaches every place that can be reached need not search on.
    let enough = bound(instance, 0, 0);
    let stop = || limit.is_some_and(|limit| started.elapsed() >= limit);
    search(instance, &Effort { rounds, seed: args.seed, threads }, Some(enough), &stop)
}

/// Routes of a file as printed with `--json`; start and end may be left out.
fn routes(instance: &Instance, file: &Path) -> Result<Vec<Vec<usize>>, Failure> {
    let answer: serde_json::Value =
        serde_json::from_str(&text(file)?).map_err(|error| malformed(file, error.to_string()))?;
    let routes: Vec<Vec<usize>> =
        serde_json::from_value(answer["routes"].clone()).map_err(|error| malformed(file, error.to_string()))?;
    let shifts = instance.shifts().iter();
    let whole = |(route, shift): (&Vec<usize>, &planning::orienteering::Shift)| {
        if route.len() > 1 && route.first() == Some(&shift.start) && route.last() == Some(&shift.end) {
            return route.clone();
        }
        std::iter::once(shift.start).chain(route.iter().copied()).chain([shift.end]).collect()
    };
    if routes.len() != instance.shifts().len() {
        return Ok(routes);
    }
    Ok(routes.iter().zip(shifts).map(whole).collect())
}

/// Percent of the bound that the plan stays below it.
fn gap(profit: i64, most: i64) -> f64 {
    if most == 0 { 0.0 } else { 100.0 * (most - profit) as f64 / most as f64 }
}

fn report(published: &Published, routes: &[Vec<usize>], verdict: &Verdict, most: i64, seconds: f64, say: &Say) {
    let ends: Vec<Option<&f64>> = verdict.times.iter().map(|times| times.last()).collect();
    let json = serde_json::json!({
        "score": score(verdict.profit, published.scale),
        "routes": routes,
        "seconds": seconds,
        "bound": score(most, published.scale),
        "gap_percent": gap(verdict.profit, most),
        "ends": ends,
        "checked": true,
    });
    say.out(&json.to_string());
}

/// The figure as the file has it: whole where it was whole.
fn score(profit: i64, scale: i64) -> serde_json::Value {
    if profit % scale == 0 { (profit / scale).into() } else { (profit as f64 / scale as f64).into() }
}

fn tell(published: &Published, routes: &[Vec<usize>], verdict: &Verdict, most: i64, say: &Say) {
    for (index, (route, times)) in routes.iter().zip(&verdict.times).enumerate() {
        let stops: Vec<String> = route.iter().map(ToString::to_string).collect();
        say.line(
            "cli-plan-route",
            &[
                ("n", Arg::Int(index as i64 + 1)),
                ("stops", Arg::Text(stops.join(" "))),
                ("end", Arg::Text(format!("{:.2}", times.last().copied().unwrap_or_default()))),
            ],
        );
    }
    let shown = |profit| Arg::Text(score(profit, published.scale).to_string());
    let gap = Arg::Text(format!("{:.2}", gap(verdict.profit, most)));
    say.line("cli-plan-total", &[("score", shown(verdict.profit)), ("bound", shown(most)), ("gap", gap)]);
    say.line("cli-plan-checked", &[]);
}

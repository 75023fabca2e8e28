//! Gaps to best known values on a folder of published instances, or the checker on random problems:
//! `gaps DIR [ROUNDS] [PREFIX]`, `gaps random N`. `DIR` may hold `best-known.csv` (`instance,best`).

#[path = "../tests/common/mod.rs"]
mod common;

use planning::orienteering::{Effort, bound, check, read, search};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["random", n] => random(n.parse()?),
        [dir] => folder(Path::new(dir), 10, ""),
        [dir, rounds] => folder(Path::new(dir), rounds.parse()?, ""),
        [dir, rounds, prefix] => folder(Path::new(dir), rounds.parse()?, prefix),
        _ => Err("usage: gaps DIR [ROUNDS] [PREFIX] | gaps random N".into()),
    }
}

/// Plans random problems; a broken rule or bound is an error.
#[allow(clippy::print_stdout, reason = "the figures are the answer")]
fn random(count: u64) -> Result<(), Box<dyn Error>> {
    for seed in 0..count {
        let instance = common::random(seed, 40, 6);
        let routes = search(&instance, &Effort { rounds: 1, seed, threads: 1 }, None, &|| false);
        match check(&instance, &routes) {
            Ok(verdict) if verdict.profit <= bound(&instance, 0, 10) => {}
            found => return Err(format!("seed {seed}: {found:?}").into()),
        }
    }
    println!("{count} random problems: no violation, no plan above its bound");
    Ok(())
}

#[allow(clippy::print_stdout, reason = "the table is the answer")]
fn folder(dir: &Path, rounds: u32, prefix: &str) -> Result<(), Box<dyn Error>> {
    let known = std::fs::read_to_string(dir.join("best-known.csv")).unwrap_or_default();
    let known: BTreeMap<&str, f64> = known
        .lines()
        .filter_map(|line| line.split_once(','))
        .filter_map(|(name, best)| Some((name, best.trim().parse().ok()?)))
        .collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut files: Vec<_> =
        std::fs::read_dir(dir)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    println!("| instance | score | best known | gap % | bound | seconds |\n|---|---|---|---|---|---|");
    let mut gaps: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with(prefix) {
            continue;
        }
        let instance = read(&std::fs::read_to_string(&file)?, None)?.instance;
        let started = Instant::now();
        let routes = search(&instance, &Effort { rounds, seed: 1, threads }, Some(bound(&instance, 0, 0)), &|| false);
        let seconds = started.elapsed().as_secs_f64();
        let profit = check(&instance, &routes)?.profit;
        let most = bound(&instance, profit, 40);
        let gap = known.get(name.as_str()).map(|best| 100.0 * (best - profit as f64) / best);
        let best = known.get(name.as_str()).map_or(String::new(), ToString::to_string);
        println!(
            "| {name} | {profit} | {best} | {} | {most} | {seconds:.2} |",
            gap.map_or(String::new(), |gap| format!("{gap:.2}"))
        );
        if let Some(gap) = gap {
            gaps.entry(name.split('.').next().unwrap_or_default().to_owned()).or_default().push(gap);
            gaps.entry("all".to_owned()).or_default().push(gap);
        }
    }
    println!("\n| set | instances | mean gap % | worst gap % |\n|---|---|---|---|");
    for (set, gaps) in gaps {
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        let worst = gaps.iter().copied().fold(f64::MIN, f64::max);
        println!("| {set} | {} | {mean:.3} | {worst:.2} |", gaps.len());
    }
    Ok(())
}

//! Measures the engine on instance files, from edges in memory to the certificate: `measure [--threads N] FILE...`
//!
//! One line a file, `key=value` apart by spaces. Times are seconds; `cpu` counts all threads in hundredths; `rss_kb` is the
//! most memory the process has had so far, so give one file to a process if memory matters.
#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::time::Instant;

use assign::{Options, Solution, check, read_instance, solve};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut threads = 1;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--threads" {
            threads = arguments.next().ok_or("how many threads?")?.parse()?;
        } else {
            measure(&argument, threads)?;
        }
    }
    Ok(())
}

fn measure(file: &str, threads: usize) -> Result<(), Box<dyn std::error::Error>> {
    let bytes = std::fs::read(file)?;
    let (cpu, begin) = (cpu_seconds(), Instant::now());
    let instance = read_instance(&bytes)?;
    drop(bytes);
    let built = begin.elapsed().as_secs_f64();
    let solution = solve(&instance, &Options { threads });
    let solved = begin.elapsed().as_secs_f64();
    let certified = check(&instance, &solution).is_ok();
    let checked = begin.elapsed().as_secs_f64();
    let priority = (0..instance.households()).filter(|&household| instance.class(household) > 0).count();
    println!(
        "file={file} workers={} households={} priority={priority} jobs={} edges={} goals={} placement={:016x} \
         certified={certified} build={built:.6} solve={:.6} check={:.6} cpu={:.2} rss_kb={}",
        instance.workers(),
        instance.households(),
        instance.jobs(),
        instance.edges(),
        goals(&solution),
        fingerprint(&solution),
        solved - built,
        checked - solved,
        cpu_seconds() - cpu,
        peak_kb(),
    );
    Ok(())
}

/// Covered households by class, workers in fallback jobs, workers in real jobs, score.
fn goals(solution: &Solution) -> String {
    let totals = solution.totals();
    let covered: Vec<String> = totals.covered.iter().map(u64::to_string).collect();
    format!("{};{};{};{}", covered.join(","), totals.fallback, totals.placed, totals.score)
}

/// FNV-1a of the placement, to see whether two answers are the same.
fn fingerprint(solution: &Solution) -> u64 {
    let bytes = solution.placement().iter().flat_map(|job| job.to_le_bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

/// User and system time of this process, from the kernel's account in ticks of 10 ms; 0 where there is none.
fn cpu_seconds() -> f64 {
    let account = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = account.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn peak_kb() -> u64 {
    let account = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = account.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

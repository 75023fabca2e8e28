//! Solves instance files and prints the triple, the certificate and seconds: `cargo run --release --example solve -- FILE...`; environment `THREADS`
#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let threads = std::env::var("THREADS").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file)?;
        let begin = Instant::now();
        let instance = assign::read_instance(&bytes)?;
        drop(bytes);
        let read = begin.elapsed();
        let solution = assign::solve(&instance, &assign::Options { threads });
        let solved = begin.elapsed();
        let verdict = assign::check(&instance, &solution).map(|_| "certified");
        let (covered, placed, score) = solution.triple();
        println!(
            "{file}: triple={covered},{placed},{score} {verdict:?} read={read:.3?} solved={:.3?} checked={:.3?}",
            solved - read,
            begin.elapsed() - solved
        );
    }
    Ok(())
}

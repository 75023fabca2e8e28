//! Writes the workbooks of a synthetic county: `cargo run -p demo --example write -- DIR [households] [seed] [county]`.

#![expect(clippy::print_stdout, reason = "the result of the example is what it prints")]

use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("give a folder")?;
    let mut plan = demo::Plan::default();
    if let Some(households) = args.next() {
        plan.households = households.parse()?;
    }
    if let Some(seed) = args.next() {
        plan.seed = seed.parse()?;
    }
    if let Some(county) = args.next() {
        plan.county = county.parse()?;
    }
    let start = Instant::now();
    let county = demo::generate(&plan)?;
    let generated = start.elapsed();
    let written = demo::write(&county, Path::new(&folder))?;
    println!("{}", serde_json::to_string_pretty(&written.truth)?);
    println!("generated in {generated:?}, all in {:?}", start.elapsed());
    Ok(())
}

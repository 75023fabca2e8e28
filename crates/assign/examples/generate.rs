//! Writes a synthetic instance file: `--workers N --ratio SEATS_PERCENT --seed N --skew 0|1 --out FILE`.

use assign::generate::{Recipe, generate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Vec<String> = std::env::args().collect();
    let option = |name: &str| given.windows(2).find(|pair| pair[0] == name).map(|pair| pair[1].as_str());
    let number = |name: &str, default| option(name).map_or(Ok(default), str::parse);
    let recipe = Recipe {
        workers: number("--workers", 1_000)?,
        ratio: number("--ratio", 60)?,
        seed: number("--seed", 1)?,
        skew: number("--skew", 1)? == 1,
    };
    let file = std::fs::File::create(option("--out").unwrap_or("instance.hf"))?;
    assign::write_instance(&generate(&recipe), file)?;
    Ok(())
}

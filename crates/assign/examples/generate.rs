//! Writes a synthetic instance file: `--workers N --ratio SEATS_PERCENT --seed N --skew 0|1 --scores RULE --limits PERCENT --out FILE`.
//!
//! RULE: `generic` (as generated), or with many ties: `two` (0 or 1), `steps` (whole thousands), `equal` (all 5000). In PERCENT of the households of two or more somebody has to stay at home.

use assign::generate::{Recipe, generate};
use assign::{Instance, InstanceBuilder};

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
    let instance = generate(&recipe);
    let limits = number("--limits", 0)? as usize;
    let instance = match option("--scores").unwrap_or("generic") {
        "generic" if limits == 0 => instance,
        "generic" => changed(&instance, limits, |score| score),
        "two" => changed(&instance, limits, |score| u16::from(score >= 7_000)),
        "steps" => changed(&instance, limits, |score| score / 1_000 * 1_000),
        "equal" => changed(&instance, limits, |_| 5_000),
        other => return Err(format!("no such scores: {other}").into()),
    };
    let file = std::fs::File::create(option("--out").unwrap_or("instance.hf"))?;
    assign::write_instance(&instance, file)?;
    Ok(())
}

/// The same problem with other scores and with limits in so many percent of the households.
fn changed(instance: &Instance, limits: usize, rule: impl Fn(u16) -> u16) -> Instance {
    let mut builder = InstanceBuilder::new();
    builder.reserve(instance.workers(), instance.edges());
    (0..instance.jobs()).for_each(|job| {
        builder.job(instance.seats(job));
    });
    for household in 0..instance.households() {
        let number = builder.household(instance.class(household));
        let members = instance.members(household).len() as u32;
        if members > 1 && household * 37 % 100 < limits {
            builder.limit(number, members - 1);
        }
        for worker in instance.members(household) {
            builder.worker(instance.list(worker).map(|(job, score)| (job, rule(score))));
        }
    }
    builder.build().expect("scores stay within their range")
}

//! A campaign of full size beside what a clerk and a greedy planner would do: `caravan [STOPS] [VANS] [DAYS] [ROUNDS] [SEED]`.

#[path = "../tests/common/mod.rs"]
mod common;

use planning::caravan::{Plan, Search, by_county, check, greedy, plan};
use planning::orienteering::Effort;
use std::error::Error;
use std::time::Instant;

#[allow(clippy::print_stdout, reason = "the figures are the answer")]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<u64> = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
    let at = |index: usize, usual| arguments.get(index).copied().unwrap_or(usual);
    let campaign = common::campaign::campaign(at(4, 1), at(0, 300), at(1, 3) as usize, at(2, 14) as u32);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let effort = Effort { rounds: at(3, 10) as u32, seed: 1, threads };
    let tell = |name: &str, plan: &Plan, seconds: f64| {
        let visits: usize = plan.days.iter().map(|day| day.visits.len()).sum();
        let short: i64 = plan.short.iter().map(|(_, by)| by).sum();
        println!(
            "{name}: help {:.1}, visits {visits}, missed {}, short {short} min, {seconds:.2} s",
            plan.help as f64 / 1e3,
            plan.missed.len()
        );
    };
    for (name, make) in [("greedy", greedy as fn(&_) -> _), ("by county", by_county)] {
        let started = Instant::now();
        let simple: Plan = make(&campaign)?;
        tell(name, &simple, started.elapsed().as_secs_f64());
    }
    let started = Instant::now();
    let found = plan(&campaign, &Search { effort, prices: 10, stop: &|| false })?;
    tell("plan", &found, started.elapsed().as_secs_f64());
    println!("bound {:.1}; checked: {:?}", found.most as f64 / 1e3, check(&campaign, &found)?);
    Ok(())
}

//! Measures changes to a solved instance: `cargo run --release --example live -- FILE`.
#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::time::{Duration, Instant};

use assign::{Live, Move, Options, Refusal, check, read_instance, solve};

type Change = fn(&mut Live, u32) -> Result<Vec<Move>, Refusal>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let instance = read_instance(&std::fs::read(file)?)?;
    let solution = solve(&instance, &Options::default());
    let (workers, jobs) = (instance.workers() as u64, instance.jobs() as u64);
    let begin = Instant::now();
    let mut live = Live::new(instance, &solution);
    println!("begin {:.1?}", begin.elapsed());
    let pairs: [(&str, u64, Change, Change); 4] = [
        ("seat closes / opens", jobs, Live::close_seat, Live::open_seat),
        ("seat opens / closes", jobs, Live::open_seat, Live::close_seat),
        ("worker leaves / comes", workers, Live::leave, Live::come),
        ("pair demanded / released", workers, |l, w| l.pin(w, l.job(w as usize).unwrap_or(0)), Live::unpin),
    ];
    for (name, count, there, back) in pairs {
        let mut times = [vec![], vec![]];
        let mut number = 1u64;
        while times[0].len() < 2_000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let which = ((number >> 33) % count) as u32;
            let begin = Instant::now();
            if there(&mut live, which).is_err() {
                continue;
            }
            times[0].push(begin.elapsed());
            let begin = Instant::now();
            back(&mut live, which)?;
            times[1].push(begin.elapsed());
        }
        for mut times in times {
            times.sort_unstable();
            let at = |share: usize| -> Duration { times[times.len() * share / 1000] };
            println!("{name}: median {:.3?} p99 {:.3?} worst {:.3?}", at(500), at(990), at(999));
        }
    }
    let changed = live.instance();
    check(&changed, &live.solution())?;
    Ok(())
}

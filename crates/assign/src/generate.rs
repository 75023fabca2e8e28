//! Deterministic synthetic instances for tests and benchmarks.
//!
//! Townships of about 2,500 workers on a plane; households of one to four, a fifth of them with priority; half of the
//! seats in townships (unevenly: local famine and glut), a quarter in county seats, a quarter far away; the same
//! well-paid jobs on very many lists. Only integer arithmetic and IEEE `+ - * / sqrt` are used and every worker has a
//! random stream of its own, so [`write_instance`](crate::write_instance) gives the same bytes on every machine.

mod place;
mod random;

use place::{Job, Land};
use random::Rng;

use crate::{Instance, InstanceBuilder};

/// What to generate.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Number of workers.
    pub workers: u64,
    /// Seats as a percentage of workers: 60 is scarce, 130 ample.
    pub ratio: u64,
    /// Seed of all randomness.
    pub seed: u64,
    /// Whether members of priority households have lower skill, shorter lists and stay nearer home.
    pub skew: bool,
}

/// Makes the instance of a recipe.
pub fn generate(recipe: &Recipe) -> Instance {
    let land = Land::new(recipe);
    let mut builder = InstanceBuilder::new();
    builder.reserve(recipe.workers as usize, recipe.workers as usize * 36);
    for job in &land.jobs {
        builder.job(job.seats);
    }
    let mut list = vec![];
    let (mut household, mut worker) = (0, 0);
    for (town, people) in land.people.iter().enumerate() {
        let end = worker + people;
        while worker < end {
            household += 1;
            let mut r = Rng::keyed(recipe.seed, 3, household);
            let size = match r.below(100) {
                0..35 => 1,
                35..75 => 2,
                75..92 => 3,
                _ => 4,
            };
            let size = size.min(end - worker);
            let priority = r.percent(20);
            let (x, y) = land.towns[town];
            let home = (x + (r.unit() + r.unit() - 1.0) * 5000.0, y + (r.unit() + r.unit() - 1.0) * 5000.0);
            builder.household(u8::from(priority));
            for _ in 0..size {
                let mut r = Rng::keyed(recipe.seed, 4, worker);
                list_of(&land, &mut r, town, home, recipe.skew && priority, &mut list);
                builder.worker(list.iter().copied());
                worker += 1;
            }
        }
    }
    builder.build().expect("generated lists name existing jobs and valid scores")
}

/// Draws one worker's list.
fn list_of(land: &Land, r: &mut Rng, town: usize, home: (f64, f64), weak: bool, list: &mut Vec<(u32, u16)>) {
    let mut skill = ((r.unit() + r.unit() + r.unit()) * 100.0 / 3.0) as i32;
    if weak {
        skill = skill * 6 / 10;
    }
    let local = r.percent(if weak { 50 } else { 30 });
    let mut trades = 0u32;
    for _ in 0..1 + r.below(3) {
        trades |= 1 << r.below(16);
    }
    let short = r.percent(if weak { 16 } else { 8 });
    let want = if short { 1 + r.below(6) } else { 20 + r.below(41) } as usize;
    list.clear();
    for _ in 0..4 * want {
        if list.len() == want {
            break;
        }
        let pool = &land.pools[land.draw_pool(r, town, local)];
        if pool.by_wage.is_empty() {
            continue;
        }
        let number = pool.draw(r);
        let job = &land.jobs[number as usize];
        let knows = job.trade == Job::ANY_TRADE || trades >> job.trade & 1 == 1;
        if !knows || job.skill > skill + 15 || list.iter().any(|&(j, _)| j == number) {
            continue;
        }
        list.push((number, score(job, skill, home, r)));
    }
}

/// Wage, skill, distance and chance make the score.
fn score(job: &Job, skill: i32, home: (f64, f64), r: &mut Rng) -> u16 {
    let km = if job.far {
        50
    } else {
        let (dx, dy) = (job.x - home.0, job.y - home.1);
        ((dx * dx + dy * dy).sqrt() / 1000.0) as i32
    };
    let fit = 100 - 3 * (job.skill - skill).max(0);
    let near = (100 - 2 * km).max(0);
    let sum = 35 * job.wage + 30 * fit + 20 * near + 10 * skill + r.below(501) as i32;
    sum.clamp(0, 10_000) as u16
}

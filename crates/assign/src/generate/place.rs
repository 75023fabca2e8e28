//! Where the jobs of a generated county are and what they ask and pay.

use super::Recipe;
use super::random::Rng;

type Point = (f64, f64);

pub(super) struct Job {
    pub(super) seats: u32,
    pub(super) trade: u8,
    pub(super) skill: i32,
    pub(super) wage: i32,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) far: bool,
}

impl Job {
    pub(super) const ANY_TRADE: u8 = 255;
}

/// Jobs of a township, a county seat or a far-away pool.
#[derive(Default, Clone)]
pub(super) struct Pool {
    pub(super) by_wage: Vec<u32>,
    by_seat: Vec<u32>,
}

impl Pool {
    /// Half by seats, half with a strong pull to high wages.
    pub(super) fn draw(&self, r: &mut Rng) -> u32 {
        if r.percent(50) {
            self.by_seat[r.below(self.by_seat.len() as u64) as usize]
        } else {
            let u = r.unit();
            self.by_wage[(u * u * self.by_wage.len() as f64) as usize]
        }
    }
}

/// Where people live and where the jobs are.
pub(super) struct Land {
    pub(super) towns: Vec<Point>,
    pub(super) people: Vec<u64>,
    pub(super) jobs: Vec<Job>,
    /// Townships, then county seats, then far-away pools.
    pub(super) pools: Vec<Pool>,
    neighbours: Vec<Vec<usize>>,
    hub: Vec<usize>,
    export: Vec<usize>,
    hubs: Vec<Point>,
}

impl Land {
    pub(super) fn new(recipe: &Recipe) -> Self {
        let mut g = Rng::keyed(recipe.seed, 1, 0);
        let count = ((recipe.workers + 1250) / 2500).max(3) as usize;
        let side = (count as f64).sqrt() * 10_000.0;
        let towns: Vec<Point> = (0..count).map(|_| (g.unit() * side, g.unit() * side)).collect();
        let hubs: Vec<Point> = (0..count.div_ceil(8)).map(|_| towns[g.below(count as u64) as usize]).collect();
        let exports: Vec<Point> = hubs.iter().step_by(5).copied().collect();
        let neighbours = towns.iter().map(|&p| nearest(p, &towns, 5)).collect();
        let hub: Vec<usize> = towns.iter().map(|&p| nearest(p, &hubs, 1)[0]).collect();
        let export: Vec<usize> = hub.iter().map(|&h| nearest(hubs[h], &exports, 1)[0]).collect();
        let weight: Vec<f64> = (0..count).map(|_| 0.4 + 1.2 * g.unit()).collect();
        let people = shares(&weight, recipe.workers);
        let seats = recipe.workers * recipe.ratio / 100;
        let town_weight: Vec<f64> = (0..count).map(|t| weight[t] * (0.3 + 1.6 * g.unit())).collect();
        let (mut hub_weight, mut export_weight) = (vec![0.0; hubs.len()], vec![0.0; exports.len()]);
        for t in 0..count {
            hub_weight[hub[t]] += weight[t];
            export_weight[export[t]] += weight[t];
        }
        let mut totals = shares(&town_weight, seats / 2);
        totals.extend(shares(&hub_weight, seats / 4));
        totals.extend(shares(&export_weight, seats - seats / 2 - seats / 4));
        let pools = vec![Pool::default(); totals.len()];
        let mut land = Self { towns, people, jobs: vec![], pools, neighbours, hub, export, hubs };
        for (pool, &total) in totals.iter().enumerate() {
            land.fill_pool(recipe.seed, pool, total);
        }
        land
    }

    fn fill_pool(&mut self, seed: u64, pool: usize, total: u64) {
        let (towns, hubs) = (self.towns.len(), self.hubs.len());
        let (centre, spread, premium, far) = if pool < towns {
            (self.towns[pool], 4000.0, 0, false)
        } else if pool < towns + hubs {
            (self.hubs[pool - towns], 3000.0, 8, false)
        } else {
            ((0.0, 0.0), 0.0, 20, true)
        };
        let mut r = Rng::keyed(seed, 2, pool as u64);
        let mut left = total;
        while left > 0 {
            // P(seats >= k) = 1/k, cut at 300: heavy tailed, mean about 6.3
            let seats = ((1.0 / (1.0 - r.unit())) as u64).min(300).min(left);
            left -= seats;
            let trade = if r.percent(45) { Job::ANY_TRADE } else { r.below(16) as u8 };
            let skill = (r.unit() * r.unit() * 100.0) as i32;
            let wage = ((r.unit() + r.unit()) * 50.0) as i32 + premium;
            let x = centre.0 + (r.unit() - 0.5) * spread;
            let y = centre.1 + (r.unit() - 0.5) * spread;
            let number = self.jobs.len() as u32;
            self.jobs.push(Job { seats: seats as u32, trade, skill, wage, x, y, far });
            self.pools[pool].by_wage.push(number);
            self.pools[pool].by_seat.extend((0..seats).map(|_| number));
        }
        let jobs = &self.jobs;
        self.pools[pool].by_wage.sort_by_key(|&j| (-jobs[j as usize].wage, j));
    }

    pub(super) fn draw_pool(&self, r: &mut Rng, town: usize, local: bool) -> usize {
        let near = &self.neighbours[town];
        let u = r.below(100);
        if u < if local { 80 } else { 35 } {
            town
        } else if local || u < 55 {
            near[r.below(near.len() as u64) as usize]
        } else if u < 80 {
            self.towns.len() + self.hub[town]
        } else {
            self.towns.len() + self.hubs.len() + self.export[town]
        }
    }
}

fn nearest(from: Point, points: &[Point], count: usize) -> Vec<usize> {
    let square = |p: &Point| (p.0 - from.0) * (p.0 - from.0) + (p.1 - from.1) * (p.1 - from.1);
    let mut by: Vec<(f64, usize)> = points.iter().enumerate().map(|(i, p)| (square(p), i)).collect();
    by.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    by.truncate(count);
    by.into_iter().map(|(_, i)| i).collect()
}

/// Splits `total` in proportion to the weights.
fn shares(weights: &[f64], total: u64) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    let (mut so_far, mut done) = (0.0, 0);
    let last = weights.len() - 1;
    let share = |(i, w): (usize, &f64)| {
        so_far += w;
        let upto = if i == last { total } else { (so_far / sum * total as f64) as u64 };
        let share = upto - done;
        done = upto;
        share
    };
    weights.iter().enumerate().map(share).collect()
}

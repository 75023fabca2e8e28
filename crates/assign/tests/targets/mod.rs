//! What the fuzz targets of `fuzz/` do with their bytes; `tests/seeds.rs` does the same with the seeds, so that nothing rots.
#![allow(dead_code, unreachable_pub, reason = "every fuzz target uses its own part")]

#[path = "../common/mod.rs"]
mod common;

use assign::{
    Instance, InstanceBuilder, Live, Options, Refusal, Site, Solution, check, extra_seats, read_instance,
    read_solution, solve, witnesses, write_instance, write_solution,
};
use common::{Rank, best, rank};

/// Bytes read as small numbers; zeros when they are used up.
struct Bytes<'a>(std::slice::Iter<'a, u8>);

impl<'a> Bytes<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self(bytes.iter())
    }

    fn is_empty(&self) -> bool {
        self.0.as_slice().is_empty()
    }

    fn byte(&mut self) -> u8 {
        self.0.next().copied().unwrap_or(0)
    }

    /// A number below `n`, at most 256.
    fn below(&mut self, n: usize) -> usize {
        usize::from(self.byte()) % n.max(1)
    }

    /// Few different scores as well as all of them: ties are where solvers break.
    fn score(&mut self, style: u8) -> u16 {
        let byte = u16::from(self.byte());
        match style % 5 {
            0 => byte % 2,
            1 => 1_000 * (byte % 11),
            2 => 10_000 - byte % 3,
            3 => 5_000,
            _ => (byte << 8 | u16::from(self.byte())) % 10_001,
        }
    }
}

/// A problem of at most `most` workers with classes, limits, fallback jobs, demanded and forbidden pairs.
fn instance(bytes: &mut Bytes, most: usize) -> Instance {
    let mut builder = InstanceBuilder::new();
    let style = bytes.byte();
    let jobs = 1 + bytes.below(if most < 10 { 4 } else { 20 });
    for _ in 0..jobs {
        let kind = bytes.byte();
        let seats = u32::from(kind & 0x3F) % 5;
        if kind & 0xC0 == 0xC0 {
            builder.fallback_job(seats)
        } else {
            builder.job(seats)
        };
    }
    let (mut workers, mut pairs) = (0, vec![]);
    while workers < most && !bytes.is_empty() {
        let kind = bytes.byte();
        let household = builder.household(kind & 3);
        if kind >= 0xC0 {
            builder.limit(household, bytes.below(4) as u32);
        }
        for _ in 0..(usize::from(kind >> 2) % 5).min(most - workers) {
            let length = bytes.below(6);
            let list: Vec<(u32, u16)> = (0..length).map(|_| (bytes.below(jobs) as u32, bytes.score(style))).collect();
            let worker = builder.worker(list.iter().copied());
            pairs.extend(list.iter().map(|&(job, _)| (worker, job)));
            workers += 1;
        }
    }
    if style & 0x80 != 0 {
        decide(bytes, &mut builder, &pairs);
    }
    builder.build().expect("only possible decisions are kept")
}

fn decide(bytes: &mut Bytes, builder: &mut InstanceBuilder, pairs: &[(u32, u32)]) {
    for _ in 0..bytes.below(4) {
        let Some(&(worker, job)) = pairs.get(bytes.below(pairs.len())) else { return };
        let mut trial = builder.clone();
        if bytes.below(2) == 0 {
            trial.must(worker, job)
        } else {
            trial.must_not(worker, job)
        };
        if trial.clone().build().is_ok() {
            *builder = trial;
        }
    }
}

fn optimum(instance: &Instance) -> (Solution, Rank) {
    let solution = solve(instance, &Options::default());
    check(instance, &solution).expect("every answer is proved");
    let rank = rank(solution.totals());
    (solution, rank)
}

/// Solves a problem; the certificate, enumeration, a second thread and the witnesses must agree.
pub fn solving(bytes: &[u8]) {
    let mut bytes = Bytes::new(bytes);
    let tiny = bytes.byte() < 128;
    let instance = instance(&mut bytes, if tiny { 6 } else { 60 });
    let (solution, rank) = optimum(&instance);
    if tiny {
        assert_eq!(rank, best(&instance));
    } else {
        assert_eq!(solution, solve(&instance, &Options { threads: 2 }));
    }
    let uncovered =
        |&h: &usize| instance.class(h) > 0 && instance.members(h).all(|worker| solution.job(worker).is_none());
    let uncovered = (0..instance.households()).filter(uncovered).count();
    let found = witnesses(&instance, &solution);
    assert_eq!(found.len(), uncovered);
    assert!(found.iter().all(|(_, witness)| witness.proves(&instance)));
    let sites: Vec<Site> = (0..instance.jobs() as u32).map(|job| Site { job, most: 2, cost: job % 3 }).collect();
    assert!(extra_seats(&instance, &solution, &sites).len() <= uncovered);
}

/// Changes a solved problem; after each change the answer must be that of solving anew.
pub fn changing(bytes: &[u8]) {
    let mut bytes = Bytes::new(bytes);
    let most = if bytes.byte() < 128 { 6 } else { 20 };
    // The first half of the bytes is the problem, the second the changes.
    let (problem, changes) = bytes.0.as_slice().split_at(bytes.0.len() / 2);
    let start = instance(&mut Bytes::new(problem), most);
    let (solution, _) = optimum(&start);
    let (workers, jobs) = (start.workers().max(1), start.jobs());
    let mut live = Live::new(start, &solution);
    let mut changes = Bytes::new(&changes[..changes.len().min(60)]);
    while !changes.is_empty() {
        let (kind, score) = (changes.byte(), changes.score(4));
        // Jobs and pairs may be added: numbers beyond those there were at first are possible too.
        let (worker, job) = (changes.below(workers) as u32, changes.below(jobs + 2) as u32);
        let before = (live.instance(), live.totals().clone());
        let seen = live.preview(|live| change(live, kind, worker, job, score));
        assert_eq!((live.instance(), live.totals().clone()), before, "a preview leaves no trace");
        if change(&mut live, kind, worker, job, score).is_ok() {
            assert!(seen.is_ok(), "what can be done can be previewed");
            let instance = live.instance();
            check(&instance, &live.solution()).expect("every answer is proved");
            assert_eq!(rank(live.totals()), optimum(&instance).1);
        }
    }
}

fn change(live: &mut Live, kind: u8, worker: u32, job: u32, score: u16) -> Result<(), Refusal> {
    match kind % 12 {
        0 => live.open_seat(job).map(drop),
        1 => live.close_seat(job).map(drop),
        2 => live.leave(worker).map(drop),
        3 => live.come(worker).map(drop),
        4 => live.pin(worker, job).map(drop),
        5 => live.unpin(worker).map(drop),
        6 => live.forbid(worker, job).map(drop),
        7 => live.allow(worker, job).map(drop),
        8 => live.add_job(score.into(), &[(worker, score)]).map(drop),
        9 => live.add_fallback_job(1, &[(worker, score), (worker / 2, score / 2)]).map(drop),
        _ => live.add_pairs(&[(worker, job, score), (worker / 2, job / 2, 5_000)]).map(drop),
    }
}

/// Judges wrong and forged answers: what `check` lets pass is an optimum.
pub fn checking(bytes: &[u8]) {
    let mut bytes = Bytes::new(bytes);
    let forged = bytes.byte();
    let (problem, forgery) = bytes.0.as_slice().split_at(bytes.0.len() / 2);
    let instance = instance(&mut Bytes::new(problem), 6);
    let mut forgery = Bytes::new(forgery);
    let (right, rank_of_right) = optimum(&instance);
    let mut placement = right.placement().to_vec();
    let mut prices = right.prices().to_vec();
    let mut tiers = right.tiers().to_vec();
    let weight = if forged & 1 == 0 { right.weight() } else { i64::from(forgery.byte()) << forgery.below(50) };
    for _ in 0..forgery.below(8) {
        let jobs = instance.jobs() + 1;
        match forgery.below(3) {
            0 if !placement.is_empty() => {
                let worker = forgery.below(placement.len());
                placement[worker] = (forgery.below(jobs) as u32).checked_sub(1).unwrap_or(Solution::NONE);
            }
            1 => prices[forgery.below(jobs - 1)] += i64::from(forgery.byte() as i8) << forgery.below(50),
            _ => tiers[forgery.below(jobs - 1)] = u16::from(forgery.byte()) << forgery.below(9),
        }
    }
    let place: Vec<Option<u32>> = placement.iter().map(|&job| (job != Solution::NONE).then_some(job)).collect();
    let listed = |(worker, job): (usize, &Option<u32>)| job.is_none_or(|job| instance.score(worker, job).is_some());
    if !place.iter().enumerate().all(listed) {
        let lie = Solution::from_parts(right.totals().clone(), placement, weight, prices, tiers);
        assert!(check(&instance, &lie).is_err());
        return;
    }
    let totals = common::totals(&instance, &place);
    let answer = Solution::from_parts(totals, placement, weight, prices, tiers);
    if let Ok(certificate) = check(&instance, &answer) {
        assert_eq!(rank(&certificate.totals), rank_of_right);
    }
}

/// Reads the bytes as files: what is read can be written, read again, solved and checked.
pub fn files(bytes: &[u8]) {
    if let Ok(instance) = read_instance(bytes) {
        let mut again = vec![];
        write_instance(&instance, &mut again).expect("writing to memory");
        assert_eq!(read_instance(&again).as_ref(), Ok(&instance));
        optimum(&instance);
    }
    if let Ok(solution) = read_solution(bytes) {
        let mut again = vec![];
        write_solution(&solution, &mut again).expect("writing to memory");
        assert_eq!(again, bytes);
    }
    // A problem and an answer in one: u16 length of the first, then both.
    let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return };
    let Some((problem, answer)) = rest.split_at_checked(u16::from_le_bytes(*length).into()) else { return };
    if let (Ok(instance), Ok(solution)) = (read_instance(problem), read_solution(answer))
        && check(&instance, &solution).is_ok()
    {
        assert_eq!(rank(solution.totals()), optimum(&instance).1);
    }
}

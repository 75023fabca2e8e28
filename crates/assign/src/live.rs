//! A solved instance that can be changed and stays optimal.

mod add;
mod change;
mod couples;
mod lists;
mod path;
mod prefer;
mod proof;
mod refusal;
mod start;
mod step;
mod value;

use std::collections::BTreeMap;

pub use couples::{Couple, Coupled};
pub use refusal::Refusal;
pub use value::{Gain, Preview};

use crate::solve::market::Homes;
use crate::{Instance, InstanceBuilder, Totals};
use lists::Lists;
use path::Search;
use step::Step;

/// A solved instance that can be changed. After every change it is optimal again, by a few shortest paths instead of a new solve, and
/// whatever the change touched has been verified.
///
/// Of the shortest paths it takes one that moves the fewest people. So when a seat opens or closes, or when somebody without priority
/// leaves or comes, no optimal placement is nearer to the one before.
///
/// It works at the safe weight (README, "Weights"), under which optimal prices alone prove all goals.
#[derive(Clone)]
pub struct Live {
    /// First worker of each household, and the number of workers at the end.
    first: Vec<u32>,
    class: Vec<u8>,
    /// Most members of each household who may be placed, as in the instance.
    limits: Vec<u8>,
    fallback: Vec<bool>,
    /// Seats of each job as they are now, those of demanded pairs included.
    open: Vec<u32>,
    /// How many of them are taken by demanded pairs.
    pinned: Vec<u32>,
    pins: BTreeMap<u32, u32>,
    /// Forbidden pairs and their scores.
    withheld: BTreeMap<(u32, u32), u16>,
    /// Jobs of each worker, best score first, and workers of each job.
    lists: Lists,
    back: Lists,
    totals: Totals,
    /// How many members of each household are placed, by demand or not.
    placed: Vec<u8>,

    /// The transportation problem, see [`Market`](crate::solve::market::Market). Its *nodes* are the idle jobs, then the real ones.
    /// Place of each worker: a node, `OUT`, or one of the following; and position among those seated there.
    place: Vec<u32>,
    at: Vec<u32>,
    /// Value of the best place of each worker.
    profit: Vec<i64>,
    /// What the place of each seated worker is worth before the price is paid.
    worth: Vec<i64>,
    /// A lower bound of what each seated worker would lose in any other place.
    slack: Vec<i64>,
    /// The job preferred among equals, or `OUT`.
    liked: Vec<u32>,
    /// Value of being `OUT`, in units of minus the weight, and idle nodes of each worker: those of a household with a limit have two, the
    /// second one for those who have to stay.
    rank: Vec<u8>,
    home: Vec<Homes>,
    /// More jobs than this would need a greater weight.
    most_jobs: u32,
    /// The rank of priority households, and their class, add up to this.
    top_rank: u8,
    /// Household of each idle node.
    idle: Vec<u32>,
    price: Vec<i64>,
    floor: Vec<i64>,
    limit: Vec<u32>,
    seated: Vec<Vec<u32>>,
    /// Scores are shifted by so many bits; below them is room to count preferences.
    shift: u32,
    weight: i64,

    search: Search,
    /// Whether nobody has been seen who could gain at a lowered price.
    sound: bool,
    /// What undoes the latest changes, first to last.
    log: Vec<Step>,
    /// Whether the log is kept because a preview will need it.
    keep_log: bool,
}

/// Idle, at the value of being idle.
const OUT: u32 = u32::MAX;
/// No place yet.
const FREE: u32 = u32::MAX - 1;
/// Placed by demand; takes no part.
const PINNED: u32 = u32::MAX - 2;
/// Not available; takes no part.
const AWAY: u32 = u32::MAX - 3;

/// A worker who changed places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The worker.
    pub worker: u32,
    /// The job before, if any.
    pub from: Option<u32>,
    /// The job now, if any.
    pub to: Option<u32>,
}

impl Live {
    /// The job of a worker, if any.
    pub fn job(&self, worker: usize) -> Option<u32> {
        match self.place[worker] {
            PINNED => self.pins.get(&(worker as u32)).copied(),
            place => self.real(place),
        }
    }

    /// What the present placement amounts to.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The changed instance: those who left have empty lists.
    pub fn instance(&self) -> Instance {
        let here = |worker: usize| self.place[worker] != AWAY;
        self.rebuilt([], |worker| self.lists.of(worker).filter(|_| here(worker)).collect())
    }

    /// An instance with more jobs (seats, fallback) and these lists.
    fn rebuilt(
        &self,
        more: impl IntoIterator<Item = (u32, bool)>,
        list: impl Fn(usize) -> Vec<(u32, u16)>,
    ) -> Instance {
        let mut builder = InstanceBuilder::new();
        for (seats, fallback) in self.open.iter().copied().zip(self.fallback.iter().copied()).chain(more) {
            if fallback {
                builder.fallback_job(seats)
            } else {
                builder.job(seats)
            };
        }
        for (household, &class) in self.class.iter().enumerate() {
            builder.household(class);
            for worker in self.members(household) {
                builder.worker(list(worker));
            }
            builder.limit(household as u32, self.limit_of(household) as u32);
        }
        self.pins.iter().for_each(|(&worker, &job)| builder.must(worker, job));
        builder.build().expect("changes keep the instance valid")
    }

    fn members(&self, household: usize) -> std::ops::Range<usize> {
        self.first[household] as usize..self.first[household + 1] as usize
    }

    /// Most members of a household who may be placed.
    fn limit_of(&self, household: usize) -> usize {
        let members = self.members(household).len();
        self.limits.get(household).map_or(members, |&most| members.min(most.into()))
    }

    fn household_of(&self, worker: usize) -> usize {
        self.first.partition_point(|&first| first as usize <= worker) - 1
    }

    fn node(&self, job: u32) -> u32 {
        self.idle.len() as u32 + job
    }

    /// The job of the instance that a place is, if any.
    fn real(&self, place: u32) -> Option<u32> {
        let is_real = (self.idle.len()..self.price.len()).contains(&(place as usize));
        is_real.then(|| place - self.idle.len() as u32)
    }

    fn is_full(&self, node: usize) -> bool {
        self.seated[node].len() >= self.limit[node] as usize
    }

    fn out(&self, worker: usize) -> i64 {
        -self.weight * i64::from(self.rank[worker])
    }

    /// What a pair is worth before the price is paid.
    fn worth_of(&self, liked: u32, job: u32, score: u16) -> i64 {
        (i64::from(score) << self.shift) + i64::from(liked == job)
    }

    /// Every node a worker could take, with its worth.
    fn each(&self, worker: usize) -> impl Iterator<Item = (usize, i64)> + '_ {
        let liked = self.liked[worker];
        let idle = self.home[worker].jobs().map(|home| (home as usize, 0));
        let list = self.lists.of(worker);
        idle.chain(list.map(move |(job, score)| (self.node(job) as usize, self.worth_of(liked, job, score))))
    }

    /// Value of the best place at present prices.
    fn best(&self, worker: usize) -> i64 {
        self.each(worker).map(|(node, worth)| worth - self.price[node]).fold(self.out(worker), i64::max)
    }
}

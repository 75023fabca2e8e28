//! Shortest paths that restore the optimum, of equally short ones one that moves the fewest people.
//!
//! Between the steps of a change: nobody could gain at these prices, whoever is placed has a best place, and what is not optimal yet is only
//! that workers are `FREE`, that nodes above their floor have empty seats, or that nodes have more workers than seats.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::step::Step;
use super::{AWAY, FREE, Live, OUT, PINNED};

/// How far: loss of value, then workers who move from job to job, out of or into a job.
type Length = (i64, u32);

const FAR: Length = (i64::MAX, u32::MAX);

/// What a search knows of a node.
#[derive(Clone, Copy)]
struct Mark {
    length: Length,
    /// The worker through whom it was reached.
    via: u32,
    /// Where that worker goes (towards the beginning), in `fill`.
    to: u32,
}

const UNSEEN: Mark = Mark { length: FAR, via: 0, to: 0 };

/// Where a search ends.
#[derive(Clone, Copy)]
enum End {
    /// This worker goes (or was) idle; in `fill` he comes to the node.
    Out { worker: u32, node: u32 },
    /// At this node: a seat is empty; in `fill` the price reaches the floor.
    Node(u32),
    /// Not found within the horizon.
    Beyond,
}

/// How far searches look, in units of score: most ends are near, and little is looked at then. Backwards a whole list is looked at in any
/// case, so fewer attempts are better.
const FORWARD: [i64; 5] = [0, 32, 512, 8_192, i64::MAX];
const BACK: [i64; 3] = [64, 2_048, i64::MAX];

/// A search over nodes, with memory that is used again.
#[derive(Clone)]
pub(super) struct Search {
    marks: Vec<Mark>,
    seen: Vec<u32>,
    heap: BinaryHeap<Reverse<(Length, u32)>>,
    /// What has been found out about workers' slack.
    slack: Vec<(u32, i64)>,
    /// The nearest end found so far. Nothing farther matters.
    limit: Length,
    /// The least loss that was too far.
    beyond: i64,
    end: End,
}

impl Search {
    pub(super) fn new() -> Self {
        Self {
            marks: vec![],
            seen: vec![],
            heap: BinaryHeap::new(),
            slack: vec![],
            limit: FAR,
            beyond: 0,
            end: End::Beyond,
        }
    }

    fn begin(&mut self, nodes: usize, horizon: i64) {
        self.seen.drain(..).for_each(|node| self.marks[node as usize] = UNSEEN);
        self.marks.resize(nodes, UNSEEN);
        self.heap.clear();
        (self.limit, self.end, self.beyond) = ((horizon, u32::MAX), End::Beyond, i64::MAX);
    }

    /// Whether the node has not been reached by a way as short.
    fn reach(&mut self, node: u32, length: Length, via: u32, to: u32) -> bool {
        let mark = &mut self.marks[node as usize];
        if length >= self.limit {
            self.beyond = self.beyond.min(length.0);
            return false;
        }
        if length >= mark.length {
            return false;
        }
        if mark.length == FAR {
            self.seen.push(node);
        }
        *mark = Mark { length, via, to };
        true
    }

    fn go_on(&mut self, node: u32, length: Length) {
        if length < self.limit {
            self.heap.push(Reverse((length, node)));
        }
    }

    fn end(&mut self, length: Length, end: End) {
        if length < self.limit {
            (self.limit, self.end) = (length, end);
        } else {
            self.beyond = self.beyond.min(length.0);
        }
    }

    /// Whether one move more would be as far as the nearest end.
    fn is_too_far(&self, length: Length) -> bool {
        (length.0, length.1 + 1) >= self.limit
    }

    /// The nearest node not yet visited that is nearer than the limit.
    fn pop(&mut self) -> Option<(Length, u32)> {
        while let Some(Reverse((length, node))) = self.heap.pop() {
            if length >= self.limit {
                return None;
            }
            if length == self.marks[node as usize].length {
                return Some((length, node));
            }
        }
        None
    }
}

impl Live {
    /// Fills the empty seats of a node, as long as its price is above the floor.
    pub(super) fn settle(&mut self, node: u32) {
        let n = node as usize;
        while n < self.price.len() && !self.is_full(n) && self.price[n] > self.floor[n] {
            self.fill(node);
        }
    }

    /// Sends away who is too many in a node.
    pub(super) fn relieve(&mut self, node: u32) {
        let n = node as usize;
        while self.seated[n].len() > self.limit[n] as usize {
            self.push(None, node);
        }
    }

    /// Finds a place for a free worker, whose profit is the best there is.
    pub(super) fn enter(&mut self, newcomer: u32) {
        self.push(Some(newcomer), OUT);
    }

    fn push(&mut self, newcomer: Option<u32>, crowded: u32) {
        let mut search = std::mem::replace(&mut self.search, Search::new());
        self.look_farther(&mut search, &FORWARD, |live, search| live.search_forward(search, newcomer, crowded));
        self.reprice(&search, 1);
        if let Some(worker) = newcomer {
            self.set_profit(worker, self.profit[worker as usize] - search.limit.0);
        }
        let mut hole = match search.end {
            End::Node(node) => node,
            End::Out { worker, node } => {
                self.put(worker, OUT);
                node
            }
            End::Beyond => OUT,
        };
        while hole != OUT && hole != crowded {
            let worker = search.marks[hole as usize].via;
            let left = self.place[worker as usize];
            self.put(worker, hole);
            hole = if newcomer == Some(worker) { OUT } else { left };
        }
        self.search = search;
    }

    /// Searches within one horizon after the other until an end is found.
    fn look_farther(&mut self, search: &mut Search, horizons: &[i64], look: impl Fn(&Self, &mut Search)) {
        search.beyond = 0;
        for horizon in horizons {
            let horizon = horizon.checked_add(1).map_or(i64::MAX, |beyond| (beyond << self.shift) - 1);
            if horizon < search.beyond {
                continue;
            }
            search.begin(self.price.len(), horizon);
            look(self, search);
            for (worker, slack) in search.slack.drain(..) {
                self.slack[worker as usize] = slack;
            }
            if !matches!(search.end, End::Beyond) {
                return;
            }
        }
    }

    fn search_forward(&self, search: &mut Search, newcomer: Option<u32>, crowded: u32) {
        if let Some(worker) = newcomer {
            let loss = self.profit[worker as usize] - self.out(worker as usize);
            search.end((loss, 0), End::Out { worker, node: OUT });
            self.look_forward(search, worker, (0, 0), OUT);
        } else {
            search.reach(crowded, (0, 0), FREE, OUT);
            search.go_on(crowded, (0, 0));
        }
        while let Some((length, node)) = search.pop() {
            if self.real(node).is_some() && search.is_too_far(length) {
                continue;
            }
            for &worker in &self.seated[node as usize] {
                let least = length.0 + self.slack[worker as usize];
                if least > search.limit.0 {
                    search.beyond = search.beyond.min(least);
                } else {
                    let slack = self.look_forward(search, worker, length, node);
                    search.slack.push((worker, slack));
                }
            }
        }
    }

    /// Every place that a worker who is so far away could have instead of the own one; what the best of them would lose at least.
    fn look_forward(&self, search: &mut Search, worker: u32, (loss, moves): Length, own: u32) -> i64 {
        let w = worker as usize;
        let (profit, liked) = (self.profit[w], self.liked[w]);
        // From being idle to being idle nobody moves.
        let to_idle = moves + u32::from(self.real(own).is_some());
        let mut slack = profit - self.out(w);
        search.end((loss + slack, to_idle), End::Out { worker, node: own });
        let mut look = |search: &mut Search, node: u32, worth: i64, moves: u32| {
            let more = profit + self.price[node as usize] - worth;
            if node != own {
                slack = slack.min(more);
                let length = (loss + more, moves);
                if search.reach(node, length, worker, OUT) {
                    if self.is_full(node as usize) {
                        search.go_on(node, length);
                    } else {
                        search.end(length, End::Node(node));
                    }
                }
            }
        };
        self.home[w].jobs().for_each(|home| look(search, home, 0, to_idle));
        let mut beyond = i64::MAX;
        for (job, score) in self.lists.of(w) {
            // Prices of jobs are not negative and the list goes down: nothing nearer follows. (A preference adds at most 1.)
            let least = profit - (i64::from(score) << self.shift) - 1;
            if loss + least > search.limit.0 {
                beyond = least;
                search.beyond = search.beyond.min(loss + least);
                break;
            }
            look(search, self.node(job), self.worth_of(liked, job, score), moves + 1);
        }
        slack.min(beyond)
    }

    /// Fills an empty seat of a node above its floor, or lowers its price to the floor.
    fn fill(&mut self, wanting: u32) {
        let mut search = std::mem::replace(&mut self.search, Search::new());
        self.look_farther(&mut search, &BACK, |live, search| live.search_back(search, wanting));
        self.reprice(&search, -1);
        let mut moves = vec![];
        let mut hole = match search.end {
            End::Node(node) => node,
            End::Out { worker, node } => {
                moves.push((worker, node));
                node
            }
            End::Beyond => wanting,
        };
        while hole != wanting {
            let mark = search.marks[hole as usize];
            moves.push((mark.via, mark.to));
            hole = mark.to;
        }
        for &(worker, node) in moves.iter().rev() {
            self.put(worker, node);
        }
        self.search = search;
    }

    fn search_back(&self, search: &mut Search, wanting: u32) {
        self.reach_back(search, wanting, (0, 0), FREE, OUT);
        while let Some((length, node)) = search.pop() {
            if self.real(node).is_none() || !search.is_too_far(length) {
                self.look_back(search, node, length);
            }
        }
    }

    /// Every worker who could come to a node that is so far away.
    fn look_back(&self, search: &mut Search, node: u32, (loss, moves): Length) {
        let (base, to_job) = (loss + self.price[node as usize], self.real(node).is_some());
        self.each_back(node, |worker, worth| {
            let least = base + self.profit[worker as usize] - worth;
            if least > search.limit.0 {
                search.beyond = search.beyond.min(least);
                return;
            }
            let place = self.place[worker as usize];
            let moves = moves + u32::from(to_job || self.real(place).is_some());
            let length = (least + 1 - self.preference(worker, node), moves);
            match place {
                PINNED | AWAY | FREE => {}
                OUT => search.end(length, End::Out { worker, node }),
                place => self.reach_back(search, place, length, worker, node),
            }
        });
    }

    /// Every worker who could take a node, with the worth or 1 more.
    pub(super) fn each_back(&self, node: u32, mut f: impl FnMut(u32, i64)) {
        match self.real(node) {
            None => self.members(self.idle[node as usize] as usize).for_each(|worker| f(worker as u32, 1)),
            Some(job) => {
                let worth = |score: u16| (i64::from(score) << self.shift) + 1;
                self.back.of(job as usize).for_each(|(worker, score)| f(worker, worth(score)));
            }
        }
    }

    /// 1 if the worker prefers this node, else 0.
    pub(super) fn preference(&self, worker: u32, node: u32) -> i64 {
        self.real(node).map_or(0, |job| i64::from(self.liked[worker as usize] == job))
    }

    fn reach_back(&self, search: &mut Search, node: u32, length: Length, via: u32, to: u32) {
        if search.reach(node, length, via, to) {
            let above = self.price[node as usize] - self.floor[node as usize];
            search.end((length.0 + above, length.1), End::Node(node));
            search.go_on(node, length);
        }
    }

    /// Moves the prices of all nodes nearer than the end, so that the path becomes free.
    fn reprice(&mut self, search: &Search, sign: i64) {
        let gap = |node: u32| search.limit.0 - search.marks[node as usize].length.0;
        let near = || search.seen.iter().copied().filter(|&node| gap(node) > 0);
        for node in near() {
            self.take(Step::Price { node, price: self.price[node as usize] + sign * gap(node) });
        }
        if sign < 0 {
            near().for_each(|node| self.tighten(node));
        }
    }

    /// Brings the slack of everybody who could take this node in line with its lowered price, and verifies that nobody gains by it.
    pub(super) fn tighten(&mut self, node: u32) {
        let mut slack = std::mem::take(&mut self.slack);
        let (price, mut gains) = (self.price[node as usize], false);
        self.each_back(node, |worker, worth| {
            let w = worker as usize;
            let least = self.profit[w] + price - worth;
            if least < slack[w] && self.place[w] != node {
                slack[w] = least.max(0);
                let out_of_play = || matches!(self.place[w], PINNED | AWAY | FREE);
                gains |= least + 1 < self.preference(worker, node) && !out_of_play();
            }
        });
        self.slack = slack;
        self.sound &= !gains;
    }

    /// Lowers all prices as far as the optimum allows: to the smallest optimal prices, which are unique.
    pub(super) fn lower_prices(&mut self) {
        let mut search = std::mem::replace(&mut self.search, Search::new());
        search.begin(self.price.len(), i64::MAX);
        for node in 0..self.price.len() as u32 {
            let length = (self.price[node as usize] - self.floor[node as usize], 0);
            search.reach(node, length, FREE, OUT);
            search.go_on(node, length);
        }
        for worker in 0..self.place.len() as u32 {
            if self.place[worker as usize] == OUT {
                self.look_past(&mut search, worker, (0, 0));
            }
        }
        while let Some((length, node)) = search.pop() {
            for &worker in &self.seated[node as usize] {
                self.look_past(&mut search, worker, length);
            }
        }
        for node in 0..self.price.len() as u32 {
            let price = self.price[node as usize] - search.marks[node as usize].length.0;
            if price < self.price[node as usize] {
                self.take(Step::Price { node, price });
            }
        }
        (0..self.price.len() as u32).for_each(|node| self.tighten(node));
        self.search = search;
    }

    /// As [`look_forward`](Self::look_forward), whether seats are empty or not.
    fn look_past(&self, search: &mut Search, worker: u32, (loss, _): Length) {
        let base = loss + self.profit[worker as usize];
        for (node, worth) in self.each(worker as usize) {
            let length = (base + self.price[node] - worth, 0);
            if search.reach(node as u32, length, worker, OUT) {
                search.go_on(node as u32, length);
            }
        }
    }
}

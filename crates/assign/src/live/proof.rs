//! That the answer is optimal: verification after every change, and the proof for others to check.

use super::step::Step;
use super::{AWAY, FREE, Live, Move, OUT, PINNED};
use crate::Solution;

impl Live {
    /// Verifies everything that the steps since this length of the log could have made wrong: profits are best values, placements have
    /// them, nobody could gain at a lowered price, nodes with empty seats are at their floor, none has more workers than seats.
    fn holds(&self, since: usize) -> bool {
        let mut priced = vec![];
        let others = self.log[since..].iter().all(|step| match *step {
            Step::Put { worker, place, .. } => self.is_best(worker) && self.is_settled(place),
            Step::Price { node, price } => {
                priced.push((node, price));
                true
            }
            Step::Limit { node, .. } => self.is_settled(node),
            Step::Rank { worker, .. } | Step::Like { worker, .. } | Step::Unlist { worker, .. } => self.is_best(worker),
            Step::AddJob { .. } | Step::DropJob => self.is_settled(self.price.len() as u32 - 1),
            Step::List { .. } | Step::Profit { .. } => true,
            Step::TopRank { .. } | Step::Open { .. } | Step::Pin { .. } | Step::Withhold { .. } => true,
        });
        // The first entry of a node tells the price before them all.
        priced.sort_by_key(|&(node, _)| node);
        priced.dedup_by_key(|&mut (node, _)| node);
        others && priced.into_iter().all(|(node, before)| self.is_priced_right(node, before))
    }

    fn is_best(&self, worker: u32) -> bool {
        let (w, profit) = (worker as usize, self.profit[worker as usize]);
        let own = match self.place[w] {
            PINNED | AWAY => return true,
            FREE => return false,
            OUT => self.out(w),
            node => self.worth[w] - self.price[node as usize],
        };
        // Prices of jobs are not negative: what is worth no more than the profit cannot be better. (A preference adds at most 1.)
        let mut near = self.lists.of(w).take_while(|&(_, score)| (i64::from(score) << self.shift) + 1 > profit);
        let better =
            |(job, score)| self.worth_of(self.liked[w], job, score) - self.price[self.node(job) as usize] > profit;
        let at_home = self.home[w].jobs().any(|home| -self.price[home as usize] > profit);
        own == profit && self.out(w) <= profit && !at_home && !near.any(better)
    }

    fn is_settled(&self, node: u32) -> bool {
        let Some(seated) = self.seated.get(node as usize) else { return true };
        let (n, limit) = (node as usize, self.limit[node as usize] as usize);
        let above = self.price[n] - self.floor[n];
        seated.len() <= limit && above >= 0 && (above == 0 || seated.len() == limit)
    }

    /// A raised price concerns those who pay it. What a lowered one makes possible has been verified with the slack.
    fn is_priced_right(&self, node: u32, before: i64) -> bool {
        let price = self.price[node as usize];
        let pays = |&worker: &u32| self.profit[worker as usize] == self.worth[worker as usize] - price;
        // Whose slack has lasted is still in the best place; debug builds look all the same.
        let lasts = |&worker: &u32| !cfg!(debug_assertions) && self.slack[worker as usize] > 0;
        let seated = &self.seated[node as usize];
        self.is_settled(node)
            && seated.iter().all(pays)
            && (price <= before || seated.iter().all(|worker| lasts(worker) || self.is_best(*worker)))
    }

    /// Verifies what has changed since this length of the log, and lists who has moved, by worker.
    pub(super) fn done(&mut self, since: usize) -> Vec<Move> {
        let holds = std::mem::replace(&mut self.sound, true) && self.holds(since);
        debug_assert!(holds, "the paths left the optimum");
        if !holds {
            self.begin(&self.place.clone());
        }
        let moves = self.moves(since);
        if !self.keep_log {
            self.log.clear();
        }
        moves
    }

    /// Who has moved since this length of the log, by worker.
    pub(super) fn moves(&self, since: usize) -> Vec<Move> {
        let mut from: Vec<(u32, Option<u32>)> = vec![];
        for step in &self.log[since..] {
            match *step {
                Step::Put { worker, place: PINNED, .. } => from.push((worker, None)),
                Step::Put { worker, place, .. } => from.push((worker, self.real(place))),
                Step::Pin { worker, job } if job != OUT => from.push((worker, Some(job))),
                _ => {}
            }
        }
        from.sort_by_key(|&(worker, _)| worker);
        from.dedup_by_key(|&mut (worker, _)| worker);
        let moves = from.into_iter().map(|(worker, from)| Move { worker, from, to: self.job(worker as usize) });
        moves.filter(|m| m.from != m.to).collect()
    }

    /// The optimum as it is now, with smallest optimal prices, for [`check`](crate::check) with [`instance`](Self::instance).
    pub fn solution(&mut self) -> Solution {
        self.lower_prices();
        if !self.keep_log {
            self.log.clear();
        }
        let above = |node: usize| self.price[node] - self.floor[node];
        let nodes = self.idle.len()..self.price.len();
        // The smallest prices are sums along a path: whole weights (scores) and a remainder that is less than half of one.
        let tier = |node: usize| ((above(node) + self.weight / 2) / self.weight).try_into().unwrap_or(u16::MAX);
        let tiers = nodes.clone().map(tier).collect();
        let half = (1 << self.shift) / 2;
        let prices = nodes.map(|node| (above(node) + half) >> self.shift).collect();
        let placement = (0..self.place.len()).map(|w| self.job(w).unwrap_or(Solution::NONE)).collect();
        Solution::from_parts(self.totals.clone(), placement, self.weight >> self.shift, prices, tiers)
    }
}

//! From a solution to a live instance.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Live;
use crate::solve::flow::Flow;
use crate::solve::market::{Market, OUT, PINNED};
use crate::solve::seats::Seats;
use crate::{Instance, Solution};

impl Live {
    /// Goes on from a solution of this instance. If it is not optimal it is made so.
    pub fn new(mut instance: Instance, solution: &Solution) -> Self {
        // Pins are kept here, so that they can be released: the market knows nothing of them.
        let pins: BTreeMap<u32, u32> = std::mem::take(&mut instance.pins).into_iter().collect();
        let open = instance.seats.clone();
        let mut pinned = vec![0; open.len()];
        pins.values().for_each(|&job| pinned[job as usize] += 1);
        let mut market = Market::new(Cow::Owned(instance), 1);
        let weight = market.weights().last().copied().unwrap_or(1);
        let room: Vec<u32> = (0..market.seats.len()).map(|job| market.listed(job) as u32 + 1).collect();
        for job in 0..open.len() {
            market.seats[job] = (open[job] - pinned[job]).min(room[job]);
        }
        let mut place = solution.placement().to_vec();
        place.resize(market.instance.workers(), OUT);
        pins.keys().for_each(|&worker| place[worker as usize] = PINNED);
        let price = prices(&market, weight, solution);
        let seats = Seats::with_room(&market.seats, room.iter().copied());
        let totals = crate::solve::totals(&market.instance, solution.placement());
        let flow = Flow::with_seats(market, weight, vec![], vec![], seats);
        let (absent, withheld) = (BTreeSet::new(), BTreeMap::new());
        let mut live = Self { flow, open, pinned, pins, absent, withheld, totals };
        live.begin(price, place);
        live
    }

    fn begin(&mut self, price: Vec<i64>, mut place: Vec<u32>) {
        let households = 0..self.flow.market.instance.households();
        households.clone().for_each(|household| self.set_rules(household));
        self.flow.price = price;
        for household in households {
            self.settle_idle(household, &mut place);
        }
        self.flow.begin(&place);
        self.flow.finish();
        self.totals = self.count();
        self.flow.moved.clear();
        self.flow.priced.clear();
    }

    /// Prices an idle job so that its best-placed member is indifferent, and sends the members without a job there.
    fn settle_idle(&mut self, household: usize, place: &mut [u32]) {
        let flow = &mut self.flow;
        let members = flow.market.instance.members(household);
        if members.is_empty() || flow.market.home[members.start] == OUT {
            return;
        }
        let home = flow.market.home[members.start];
        let mut best = i64::MIN;
        for worker in members.clone().filter(|&worker| place[worker] != PINNED) {
            flow.each(worker, |job, score| {
                if job != home {
                    best = best.max(score - flow.price[job as usize]);
                }
            });
        }
        let (floor, most) = (flow.floor(home as usize), -flow.out(members.start));
        flow.price[home as usize] = best.saturating_neg().clamp(floor, most);
        let mut seats = flow.seats.limit[home as usize];
        for worker in members {
            if place[worker] == OUT && seats > 0 {
                place[worker] = home;
                seats -= 1;
            }
        }
    }
}

/// The solution's prices at another weight: tiers are optimal prices of the goals above the score, so any number of times them can be added.
fn prices(market: &Market, weight: i64, solution: &Solution) -> Vec<i64> {
    let real = |job: usize| {
        let price = solution.prices().get(job).copied().unwrap_or(0);
        let tier = solution.tiers().get(job).copied().unwrap_or(0);
        (price + (weight - solution.weight()) * i64::from(tier)).max(0)
    };
    (0..market.seats.len())
        .map(|job| market.floor(job) * weight + if market.is_real(job as u32) { real(job) } else { 0 })
        .collect()
}

//! One stream of the search: ruin a part, put back what pays best, keep it or not.

use super::chance::Chance;
use super::field::Field;
use super::pool::Pool;
use super::route::Slot;
use super::state::{NOWHERE, State};

/// How willingly a worse state is followed at the end of a round, in mean worths of a visit.
const COLD: f64 = 0.005;

/// A worker keeps its own chance, so that the number of threads changes nothing.
pub(super) struct Worker<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) chance: Chance,
    pub(super) best: State,
    pub(super) current: State,
    pub(super) pool: Pool,
    trial: State,
    stamp: u64,
    slots: Vec<Slot>,
    versions: Vec<u64>,
    pub(super) touched: Vec<bool>,
    noise: Vec<f64>,
}

impl<'a> Worker<'a> {
    pub(super) fn new(field: &'a Field<'a>, seed: u64) -> Self {
        let empty = State::empty(field);
        let routes = empty.routes.len();
        let mut worker = Self {
            field,
            chance: Chance::new(seed),
            best: empty.clone(),
            current: empty.clone(),
            pool: Pool::default(),
            trial: empty,
            stamp: 0,
            slots: vec![Slot::NONE; field.places() * routes],
            versions: vec![0; field.places() * routes],
            touched: vec![true; routes],
            noise: vec![1.0; field.places()],
        };
        let mut state = worker.current.clone();
        worker.stamp_all(&mut state);
        worker.rebuild(&mut state);
        worker.best.clone_from(&state);
        worker.current = state;
        worker
    }

    /// Goes on from another state.
    pub(super) fn adopt(&mut self, state: &State) {
        let mut own = std::mem::take(&mut self.current);
        own.clone_from(state);
        self.stamp_all(&mut own);
        if own.beats(&self.best) {
            self.best.clone_from(&own);
        }
        self.current = own;
    }

    fn stamp_all(&mut self, state: &mut State) {
        for route in &mut state.routes {
            self.stamp += 1;
            route.version = self.stamp;
        }
    }

    /// A round of so many trials, cooling down from `hot` mean worths of a visit.
    pub(super) fn round(&mut self, trials: u32, hot: f64, stop: &(dyn Fn() -> bool + Sync)) {
        let worth = self.field.instance.worth(|place| self.best.at[place] != NOWHERE).max(1) as f64;
        let visits = self.best.at.iter().filter(|route| **route != NOWHERE).count().max(1) as f64;
        for trial in 0..trials {
            if trial % 64 == 0 && stop() {
                return;
            }
            let part = f64::from(trial) / f64::from(trials);
            self.trial(worth, worth / visits * hot * (COLD / hot).powf(part));
        }
    }

    fn trial(&mut self, worth: f64, heat: f64) {
        let mut state = std::mem::take(&mut self.trial);
        state.clone_from(&self.current);
        self.ruin(&mut state);
        self.rebuild(&mut state);
        let loss = (self.current.value - state.value) as f64;
        let follow = loss <= 0.0 || loss < heat * -self.chance.unit().max(1e-12).ln();
        if (self.best.value - state.value) as f64 <= worth * 0.04 {
            self.pool.note(self.field, &state, &self.touched);
        }
        if state.beats(&self.best) {
            self.best.clone_from(&state);
        }
        if follow {
            std::mem::swap(&mut self.current, &mut state);
        }
        self.trial = state;
    }

    /// Shortens the touched routes and fills all with what pays best.
    fn rebuild(&mut self, state: &mut State) {
        self.shorten(state);
        let power = self.chance.below(4);
        let noise = [0.0, 0.1, 0.1, 0.3, 0.3, 0.6, 0.6, 2.0][self.chance.below(8)];
        for &place in &self.field.useful {
            self.noise[place] = 1.0 + noise * (self.chance.unit() - 0.5);
        }
        for _ in 0..3 {
            let filled = self.fill(state, power);
            if !filled || !self.shorten(state) {
                break;
            }
        }
    }

    /// A route has changed: its times are worked out anew; whether it can be driven.
    pub(super) fn retime(&mut self, state: &mut State, route: usize) -> bool {
        let sound = state.routes[route].time(self.field);
        self.stamp += 1;
        state.routes[route].version = self.stamp;
        state.routes[route].shortest = false;
        self.touched[route] = true;
        sound
    }

    fn slot(&mut self, state: &State, place: usize, route: usize) -> Slot {
        let at = place * state.routes.len() + route;
        let version = state.routes[route].version;
        if self.versions[at] != version {
            self.versions[at] = version;
            self.slots[at] = state.routes[route].slot(self.field, place);
        }
        self.slots[at]
    }

    fn cheapest(&mut self, state: &State, place: usize) -> (Slot, usize) {
        let mut best = (Slot::NONE, 0);
        for route in 0..state.routes.len() {
            let slot = self.slot(state, place, route);
            if slot.cost < best.0.cost {
                best = (slot, route);
            }
        }
        best
    }

    /// Puts in one place after another, most worth for the time first; whether anything went in.
    fn fill(&mut self, state: &mut State, power: usize) -> bool {
        let field = self.field;
        let mut open: Vec<Open> = vec![];
        for &place in field.useful.iter().filter(|&&place| state.at[place] == NOWHERE) {
            let (slot, route) = self.cheapest(state, place);
            if slot.cost.is_finite() {
                open.push(Open { place, slot, route, worth: self.worth(state, place, power) });
            }
        }
        let mut filled = false;
        while let Some(pick) = best_of(&open) {
            let Open { place, slot, route, .. } = open.swap_remove(pick);
            state.enter(field, place, route, usize::from(slot.before));
            self.retime(state, route);
            filled = true;
            for entry in &mut open {
                let fresh = self.slot(state, entry.place, route);
                if entry.route == route {
                    (entry.slot, entry.route) = self.cheapest(state, entry.place);
                } else if fresh.cost < entry.slot.cost {
                    (entry.slot, entry.route) = (fresh, route);
                }
                if field.share_a_group(place, entry.place) {
                    entry.worth = self.worth(state, entry.place, power);
                }
            }
            open.retain(|entry| entry.slot.cost.is_finite());
        }
        filled
    }

    /// What a visit adds, as the rule of this trial weighs it, with its noise.
    fn worth(&self, state: &State, place: usize, power: usize) -> f64 {
        let gain = state.gain(self.field, place) as f64;
        let worth = match power {
            0 => gain.sqrt(),
            1 => gain,
            2 => gain * gain.sqrt(),
            _ => gain * gain,
        };
        worth * self.noise[place]
    }
}

/// A place that could go in: where it is cheapest and what it would add.
#[derive(Debug, Clone, Copy)]
struct Open {
    place: usize,
    slot: Slot,
    route: usize,
    worth: f64,
}

/// The one that adds most for what it costs; none if nothing adds anything.
fn best_of(open: &[Open]) -> Option<usize> {
    let mut best = (0.0, None);
    for (at, entry) in open.iter().enumerate() {
        let score = entry.worth / f64::from(entry.slot.cost);
        if score > best.0 {
            best = (score, Some(at));
        }
    }
    best.1
}

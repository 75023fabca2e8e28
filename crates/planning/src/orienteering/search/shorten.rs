//! Shorter orders of the stops of a route: reversed pieces (2-opt) and moved pieces (or-opt).

use super::state::State;
use super::worker::Worker;

/// A saving below this is rounding.
const WORTHWHILE: f64 = 1e-7;
/// Longest piece that is moved.
const PIECE: usize = 3;

/// A change of the order of stops.
enum Step {
    /// Reverses the stops from the first to the second.
    Reverse(usize, usize),
    /// Moves the stops from the first to the second before the third, turned round or not.
    Move(usize, usize, usize, bool),
}

impl Worker<'_> {
    /// Shortens every touched route until no step helps; whether any did.
    pub(super) fn shorten(&mut self, state: &mut State) -> bool {
        let mut any = false;
        for route in 0..state.routes.len() {
            if self.touched[route] && !state.routes[route].shortest {
                while self.pass(state, route) {
                    any = true;
                }
                state.routes[route].shortest = true;
            }
        }
        any
    }

    /// One pass over all pieces of a route, taking every step that saves time on the road and can be driven.
    fn pass(&mut self, state: &mut State, route: usize) -> bool {
        let mut any = false;
        let last = state.routes[route].stops.len() - 1;
        for from in 1..last {
            for to in from..last {
                let stops = &state.routes[route].stops;
                let turned = to > from && self.reversal(stops, from, to) < -WORTHWHILE;
                let reverse = Step::Reverse(from, to);
                if turned && self.sound(state, route, &reverse) {
                    self.apply(state, route, &reverse);
                    any = true;
                }
                if to < from + PIECE
                    && let Some(step) = self.moved(state, route, from, to)
                {
                    self.apply(state, route, &step);
                    any = true;
                }
            }
        }
        any
    }

    fn reversal(&self, stops: &[usize], from: usize, to: usize) -> f64 {
        let way = |a: usize, b: usize| self.field.way(stops[a], stops[b]);
        let ends = way(from - 1, to) + way(from, to + 1) - way(from - 1, from) - way(to, to + 1);
        ends + self.turned(stops, from, to)
    }

    /// What driving a piece the other way adds; nothing where distances are the same both ways.
    fn turned(&self, stops: &[usize], from: usize, to: usize) -> f64 {
        if self.field.symmetric {
            return 0.0;
        }
        (from..to).map(|at| self.field.way(stops[at + 1], stops[at]) - self.field.way(stops[at], stops[at + 1])).sum()
    }

    fn moved(&self, state: &State, route: usize, from: usize, to: usize) -> Option<Step> {
        let stops = &state.routes[route].stops;
        let way = |a: usize, b: usize| self.field.way(stops[a], stops[b]);
        let saved = way(from - 1, from) + way(to, to + 1) - way(from - 1, to + 1);
        if saved < WORTHWHILE {
            return None;
        }
        let turned = self.turned(stops, from, to);
        for before in (1..from).chain(to + 2..stops.len()) {
            let gap = state.routes[route].legs[before - 1];
            let straight = way(before - 1, from) + way(to, before) - gap;
            let round = way(before - 1, to) + way(from, before) - gap + turned;
            for (added, turn) in [(straight, false), (round, true)] {
                let step = Step::Move(from, to, before, turn);
                if added < saved - WORTHWHILE && self.sound(state, route, &step) {
                    return Some(step);
                }
            }
        }
        None
    }

    /// Whether the new order can be driven; without hours a shorter one always can.
    fn sound(&self, state: &State, route: usize, step: &Step) -> bool {
        if self.field.instance.always_open() {
            return true;
        }
        let mut trial = state.routes[route].clone();
        reorder(&mut trial.stops, step);
        trial.time(self.field)
    }

    fn apply(&mut self, state: &mut State, route: usize, step: &Step) {
        reorder(&mut state.routes[route].stops, step);
        self.retime(state, route);
    }
}

fn reorder(stops: &mut [usize], step: &Step) {
    match *step {
        Step::Reverse(from, to) => stops[from..=to].reverse(),
        Step::Move(from, to, before, turn) => {
            if turn {
                stops[from..=to].reverse();
            }
            let length = to + 1 - from;
            if before < from {
                stops[before..=to].rotate_right(length);
            } else {
                stops[from..before].rotate_left(length);
            }
        }
    }
}

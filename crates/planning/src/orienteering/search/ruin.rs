//! What is taken out before it is rebuilt.

use super::state::{NOWHERE, State};
use super::worker::Worker;

impl Worker<'_> {
    /// Takes a part out by one of several rules.
    pub(super) fn ruin(&mut self, state: &mut State) {
        self.touched.iter_mut().for_each(|touched| *touched = false);
        let visited: Vec<usize> =
            self.field.useful.iter().copied().filter(|&place| state.at[place] != NOWHERE).collect();
        if visited.is_empty() {
            return;
        }
        let most = (visited.len() * 2 / 5).clamp(1, 30).max(8.min(visited.len()));
        let count = 1 + self.chance.below(most);
        match self.chance.below(10) {
            0 => self.ruin_any(state, visited, count),
            1 | 2 => self.ruin_poor(state, &visited, count),
            3..=5 => self.ruin_near(state, count),
            6 => self.ruin_route(state),
            _ => self.ruin_strings(state, count),
        }
        for route in 0..state.routes.len() {
            if self.touched[route] {
                self.close_up(state, route);
            }
        }
    }

    /// Takes the places just left out of the stops. Where ways through another place are shorter, the rest may not be drivable: then
    /// all goes.
    fn close_up(&mut self, state: &mut State, route: usize) {
        let at = &state.at;
        let ends = state.routes[route].stops.len() - 1;
        let mut index = 0;
        state.routes[route].stops.retain(|&place| {
            index += 1;
            index == 1 || index == ends + 1 || at[place] != NOWHERE
        });
        if !self.retime(state, route) {
            state.replace(self.field, route, &[]);
            self.retime(state, route);
        }
    }

    fn take(&mut self, state: &mut State, place: usize) {
        self.touched[state.at[place] as usize] = true;
        state.leave(self.field, place);
    }

    fn ruin_any(&mut self, state: &mut State, mut visited: Vec<usize>, count: usize) {
        for _ in 0..count {
            let place = visited.swap_remove(self.chance.below(visited.len()));
            self.take(state, place);
            if visited.is_empty() {
                return;
            }
        }
    }

    /// Those that bring least for the time they cost, with some chance.
    fn ruin_poor(&mut self, state: &mut State, visited: &[usize], count: usize) {
        let mut ranked: Vec<(f64, usize)> = vec![];
        for route in &state.routes {
            for trio in route.stops.windows(3) {
                let field = self.field;
                let spent = field.way(trio[0], trio[1]) + field.way(trio[1], trio[2]) - field.way(trio[0], trio[2]);
                let worth = state.loss(field, trio[1]) as f64;
                let noise = 0.5 + self.chance.unit();
                ranked.push((noise * worth / (spent + field.service(trio[1])).max(1e-6), trio[1]));
            }
        }
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        debug_assert_eq!(ranked.len(), visited.len());
        ranked.into_iter().take(count).for_each(|(_, place)| self.take(state, place));
    }

    /// Those around a place, visited or not.
    fn ruin_near(&mut self, state: &mut State, count: usize) {
        let field = self.field;
        let centre = field.useful[self.chance.below(field.useful.len())];
        let mut left = count;
        if state.at[centre] != NOWHERE {
            self.take(state, centre);
            left -= 1;
        }
        for &place in &field.near[centre] {
            if left == 0 {
                return;
            }
            if state.at[place] != NOWHERE && self.chance.below(8) != 0 {
                self.take(state, place);
                left -= 1;
            }
        }
    }

    fn ruin_route(&mut self, state: &mut State) {
        let route = self.chance.below(state.routes.len());
        let stops = state.routes[route].stops.clone();
        stops[1..stops.len() - 1].iter().for_each(|&place| self.take(state, place));
    }

    /// Strings of stops in the routes that pass near a place (Christiaens and Vanden Berghe 2020).
    fn ruin_strings(&mut self, state: &mut State, count: usize) {
        let field = self.field;
        let centre = field.useful[self.chance.below(field.useful.len())];
        let routes = 1 + self.chance.below(3.min(state.routes.len()));
        let each = count.div_ceil(routes);
        let mut cut = vec![];
        for place in std::iter::once(&centre).chain(&field.near[centre]) {
            let route = state.at[*place];
            if route == NOWHERE || cut.contains(&route) {
                continue;
            }
            cut.push(route);
            let stops = state.routes[route as usize].stops.clone();
            let inner = &stops[1..stops.len() - 1];
            let at = inner.iter().position(|stop| stop == place).unwrap_or(0);
            let length = (1 + self.chance.below(each)).min(inner.len());
            let first = at.saturating_sub(self.chance.below(length)).min(inner.len() - length);
            inner[first..first + length].iter().for_each(|&stop| self.take(state, stop));
            if cut.len() == routes {
                return;
            }
        }
    }
}

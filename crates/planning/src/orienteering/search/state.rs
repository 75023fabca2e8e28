//! Where a search stands: routes, who is visited, what it is worth.

use super::field::Field;
use super::route::Route;

/// In no route.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A set of routes, one a shift that can be driven at all.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) routes: Vec<Route>,
    /// Which route visits a place.
    pub(super) at: Vec<u32>,
    weights: Vec<i64>,
    /// Worth of all visits, bonuses among them.
    pub(super) value: i64,
}

impl Clone for State {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.clone_from(self);
        copy
    }

    fn clone_from(&mut self, source: &Self) {
        self.routes.clone_from(&source.routes);
        self.at.clone_from(&source.at);
        self.weights.clone_from(&source.weights);
        self.value = source.value;
    }
}

impl State {
    pub(super) fn empty(field: &Field<'_>) -> Self {
        let routes: Vec<Route> =
            (0..field.instance.shifts().len()).filter_map(|shift| Route::empty(field, shift)).collect();
        Self { routes, at: vec![NOWHERE; field.places()], weights: field.no_weights(), value: 0 }
    }

    /// Time on the road of all routes.
    pub(super) fn driven(&self) -> f64 {
        self.routes.iter().map(|route| route.driven).sum()
    }

    /// Whether this one is to be preferred: worth more, or as much with less driving.
    pub(super) fn beats(&self, other: &Self) -> bool {
        self.value > other.value || (self.value == other.value && self.driven() < other.driven() - 1e-6)
    }

    pub(super) fn gain(&self, field: &Field<'_>, place: usize) -> i64 {
        field.gain(place, &self.weights)
    }

    /// What the visit of a place adds to all others.
    pub(super) fn loss(&self, field: &Field<'_>, place: usize) -> i64 {
        field.loss(place, &self.weights)
    }

    /// Puts a place into a route; times are to be worked out by the caller.
    pub(super) fn enter(&mut self, field: &Field<'_>, place: usize, route: usize, before: usize) {
        self.value += self.gain(field, place);
        field.weigh(place, &mut self.weights, 1);
        self.routes[route].stops.insert(before, place);
        self.at[place] = route as u32;
    }

    /// Marks a place as not visited; its stop is to be taken out by the caller.
    pub(super) fn leave(&mut self, field: &Field<'_>, place: usize) {
        field.weigh(place, &mut self.weights, -1);
        self.value -= self.gain(field, place);
        self.at[place] = NOWHERE;
    }

    /// Gives a route other stops.
    pub(super) fn replace(&mut self, field: &Field<'_>, route: usize, stops: &[usize]) {
        let old = std::mem::take(&mut self.routes[route].stops);
        old[1..old.len() - 1].iter().for_each(|&place| self.leave(field, place));
        self.routes[route].stops = old;
        self.routes[route].stops.truncate(1);
        let end = field.instance.shifts()[self.routes[route].shift].end;
        self.routes[route].stops.push(end);
        stops.iter().enumerate().for_each(|(at, &place)| self.enter(field, place, route, at + 1));
    }
}

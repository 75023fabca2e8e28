//! One route while it is being searched for: times kept so that an insertion is judged without driving it.

use super::field::Field;
use crate::orienteering::instance::EPSILON;

/// The stops of a shift, start and end included.
#[derive(Debug, Default)]
pub(super) struct Route {
    pub(super) shift: usize,
    pub(super) stops: Vec<usize>,
    /// When each visit begins.
    pub(super) begin: Vec<f64>,
    /// Latest begin at which the rest can still be kept.
    pub(super) latest: Vec<f64>,
    /// Travel time to each stop but the first.
    pub(super) legs: Vec<f64>,
    /// Time on the road.
    pub(super) driven: f64,
    /// Known by no other content of any route, so that what was found out about it can be kept.
    pub(super) version: u64,
    /// Whether no step shortens it.
    pub(super) shortest: bool,
}

impl Clone for Route {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.clone_from(self);
        copy
    }

    fn clone_from(&mut self, source: &Self) {
        self.shift = source.shift;
        self.stops.clone_from(&source.stops);
        self.begin.clone_from(&source.begin);
        self.latest.clone_from(&source.latest);
        self.legs.clone_from(&source.legs);
        self.driven = source.driven;
        self.version = source.version;
        self.shortest = source.shortest;
    }
}

/// Where a place could go into a route.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// How dear it is: time lost behind it and time driven; infinite if it cannot go in.
    pub(super) cost: f32,
    /// Before which stop.
    pub(super) before: u16,
}

impl Slot {
    pub(super) const NONE: Self = Self { cost: f32::INFINITY, before: 0 };
}

impl Route {
    pub(super) fn empty(field: &Field<'_>, shift: usize) -> Option<Self> {
        let hours = &field.instance.shifts()[shift];
        let mut route = Self { shift, stops: vec![hours.start, hours.end], ..Self::default() };
        route.time(field).then_some(route)
    }

    /// Works out all times; false if the route cannot be driven.
    pub(super) fn time(&mut self, field: &Field<'_>) -> bool {
        let shift = &field.instance.shifts()[self.shift];
        let hours = field.hours(shift.day);
        let last = self.stops.len() - 1;
        self.begin.clear();
        self.begin.push(shift.from);
        self.legs.clear();
        self.driven = 0.0;
        let mut now = shift.from;
        let mut sound = true;
        for at in 1..=last {
            let place = self.stops[at];
            let way = field.way(self.stops[at - 1], place);
            now += way + field.service(self.stops[at - 1]);
            self.legs.push(way);
            self.driven += way;
            if at < last {
                now = now.max(hours[place].0);
                sound &= now <= hours[place].1 + EPSILON;
            }
            self.begin.push(now);
        }
        self.latest.clear();
        self.latest.resize(last + 1, shift.until);
        for at in (1..last).rev() {
            let place = self.stops[at];
            let kept = self.latest[at + 1] - self.legs[at] - field.service(place);
            self.latest[at] = kept.min(hours[place].1);
        }
        sound && now <= shift.until + EPSILON && self.driven <= shift.driving + EPSILON
    }

    /// The cheapest way to visit a place as well.
    pub(super) fn slot(&self, field: &Field<'_>, place: usize) -> Slot {
        if field.plain { self.slot_plain(field, place) } else { self.slot_timed(field, place) }
    }

    /// Without hours and limits of driving, and with distances the same both ways, only the detour counts.
    fn slot_plain(&self, field: &Field<'_>, place: usize) -> Slot {
        let from = field.from(place);
        let shift = &field.instance.shifts()[self.shift];
        let mut least = f64::INFINITY;
        let mut before = 0;
        let mut way = from[self.stops[0]];
        for (at, (&stop, leg)) in self.stops[1..].iter().zip(&self.legs).enumerate() {
            let on = from[stop];
            let detour = way + on - leg;
            if detour < least {
                (least, before) = (detour, at + 1);
            }
            way = on;
        }
        let cost = least + field.service(place);
        if self.begin[self.stops.len() - 1] + cost > shift.until + EPSILON {
            return Slot::NONE;
        }
        Slot { cost: cost.max(1e-6) as f32, before: before as u16 }
    }

    fn slot_timed(&self, field: &Field<'_>, place: usize) -> Slot {
        let shift = &field.instance.shifts()[self.shift];
        let (open, close) = field.hours(shift.day)[place];
        let service = field.service(place);
        let from = field.from(place);
        let mut best = Slot::NONE;
        if open > close {
            return best;
        }
        for at in 1..self.stops.len() {
            let (a, b) = (self.stops[at - 1], self.stops[at]);
            let way = field.way(a, place);
            let begin = (self.begin[at - 1] + field.service(a) + way).max(open);
            if begin > close + EPSILON {
                continue;
            }
            let next = begin + service + from[b];
            if next > self.latest[at] + EPSILON {
                continue;
            }
            let detour = way + from[b] - self.legs[at - 1];
            if self.driven + detour > shift.driving + EPSILON {
                continue;
            }
            let lost = (next - self.begin[at]).max(0.0);
            let cost = (0.7 * lost + 0.3 * (detour + service)).max(1e-6) as f32;
            if cost < best.cost {
                best = Slot { cost, before: at as u16 };
            }
        }
        best
    }
}

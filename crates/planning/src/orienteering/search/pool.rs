//! Good routes met on the way, and the best set of them that visits no place twice.

use super::field::Field;
use super::state::State;
use std::collections::BTreeMap;

/// Routes kept by a worker before the poorer half is dropped.
const ROOM: usize = 6_000;
/// Steps of the search for the best set.
const STEPS: u64 = 3_000_000;

/// A route met, known by the set of its stops.
#[derive(Debug, Clone)]
struct Kept {
    stops: Vec<usize>,
    driven: f64,
    /// Worth of the best state it was part of.
    value: i64,
}

/// Routes by the kind of their shift and the set of their stops.
#[derive(Debug, Clone, Default)]
pub(super) struct Pool {
    kept: BTreeMap<(usize, Vec<u64>), Kept>,
}

/// Shifts that differ in nothing share their routes: the first of them stands for all.
fn kind(field: &Field<'_>, shift: usize) -> usize {
    let shifts = field.instance.shifts();
    shifts.iter().position(|other| *other == shifts[shift]).unwrap_or(shift)
}

fn mask(field: &Field<'_>, stops: &[usize]) -> Vec<u64> {
    let mut mask = vec![0; field.places().div_ceil(64)];
    stops.iter().for_each(|&place| mask[place / 64] |= 1 << (place % 64));
    mask
}

impl Pool {
    /// Notes the touched routes of a state.
    pub(super) fn note(&mut self, field: &Field<'_>, state: &State, touched: &[bool]) {
        if state.routes.len() > 8 {
            return;
        }
        for route in state.routes.iter().zip(touched).filter(|(_, touched)| **touched).map(|(route, _)| route) {
            let stops = &route.stops[1..route.stops.len() - 1];
            let key = (kind(field, route.shift), mask(field, stops));
            let kept = Kept { stops: stops.to_vec(), driven: route.driven, value: state.value };
            self.enter(key, kept);
        }
        if self.kept.len() > ROOM {
            let mut values: Vec<i64> = self.kept.values().map(|kept| kept.value).collect();
            values.sort_unstable();
            let middle = values[values.len() / 2];
            self.kept.retain(|_, kept| kept.value > middle);
        }
    }

    fn enter(&mut self, key: (usize, Vec<u64>), new: Kept) {
        let Some(kept) = self.kept.get_mut(&key) else {
            self.kept.insert(key, new);
            return;
        };
        let value = kept.value.max(new.value);
        if new.driven < kept.driven {
            *kept = new;
        }
        kept.value = value;
    }

    /// Takes over all routes of another pool.
    pub(super) fn join(&mut self, other: &Self) {
        other.kept.iter().for_each(|(key, kept)| self.enter(key.clone(), kept.clone()));
    }

    /// The best state made of pooled routes, if it is worth more than `best`.
    pub(super) fn recombine(&self, field: &Field<'_>, best: &State) -> Option<State> {
        if best.routes.is_empty() || best.routes.len() > 8 {
            return None;
        }
        let kinds: Vec<usize> = best.routes.iter().map(|route| kind(field, route.shift)).collect();
        let mut slots: Vec<usize> = (0..kinds.len()).collect();
        slots.sort_by_key(|&slot| (kinds[slot], slot));
        let lists = slots.iter().map(|&slot| self.ranked(field, kinds[slot])).collect();
        let mut packing = Packing::new(field, lists, slots.iter().map(|&slot| kinds[slot]).collect(), best.value);
        packing.search(0, 0, 0);
        let picked = packing.best?;
        let mut state = best.clone();
        (0..slots.len()).for_each(|slot| state.replace(field, slot, &[]));
        for (&slot, stops) in slots.iter().zip(picked) {
            state.replace(field, slot, stops);
            let sound = state.routes[slot].time(field);
            debug_assert!(sound, "a pooled route cannot be driven");
        }
        Some(state)
    }

    fn ranked(&self, field: &Field<'_>, kind: usize) -> Vec<Ranked<'_>> {
        let none = field.no_weights();
        let worth = |kept: &Kept| kept.stops.iter().map(|&place| field.gain(place, &none)).sum();
        let of_kind = self.kept.iter().filter(|(key, _)| key.0 == kind);
        let mut ranked: Vec<Ranked<'_>> =
            of_kind.map(|(key, kept)| Ranked { mask: &key.1, stops: &kept.stops, worth: worth(kept) }).collect();
        ranked.sort_by(|a, b| b.worth.cmp(&a.worth).then_with(|| a.mask.cmp(b.mask)));
        ranked
    }
}

/// A pooled route with the most it can add.
#[derive(Clone, Copy)]
struct Ranked<'p> {
    mask: &'p [u64],
    stops: &'p [usize],
    worth: i64,
}

/// Depth-first search for disjoint routes, one a slot, cut off where the rest cannot make it better.
struct Packing<'p, 'f> {
    field: &'f Field<'f>,
    lists: Vec<Vec<Ranked<'p>>>,
    kinds: Vec<usize>,
    /// The most that the slots from here on can add.
    rest: Vec<i64>,
    used: Vec<u64>,
    picked: Vec<&'p [usize]>,
    value: i64,
    best: Option<Vec<&'p [usize]>>,
    steps: u64,
}

impl<'p, 'f> Packing<'p, 'f> {
    fn new(field: &'f Field<'f>, lists: Vec<Vec<Ranked<'p>>>, kinds: Vec<usize>, value: i64) -> Self {
        let mut rest = vec![0; lists.len() + 1];
        for slot in (0..lists.len()).rev() {
            rest[slot] = rest[slot + 1] + lists[slot].first().map_or(0, |ranked| ranked.worth);
        }
        let used = vec![0; field.places().div_ceil(64)];
        Self { field, lists, kinds, rest, used, picked: vec![], value, best: None, steps: 0 }
    }

    /// Fills the slots from `slot` on, with routes from `first` of its list on; `worth` is a bound of those picked.
    fn search(&mut self, slot: usize, first: usize, worth: i64) {
        if slot == self.lists.len() {
            return self.weigh();
        }
        for at in first..self.lists[slot].len() {
            let next = self.lists[slot][at];
            let same = slot + 1 < self.lists.len() && self.kinds[slot] == self.kinds[slot + 1];
            // Slots of one kind are filled in the order of the list, so none after this is worth more.
            let alike = self.kinds[slot..].iter().take_while(|kind| **kind == self.kinds[slot]).count();
            let most = next.worth * alike as i64 + self.rest[slot + alike];
            if worth + most <= self.value || self.steps > STEPS {
                return;
            }
            self.steps += 1;
            if next.mask.iter().zip(&self.used).any(|(a, b)| a & b != 0) {
                continue;
            }
            self.used.iter_mut().zip(next.mask).for_each(|(used, bits)| *used |= bits);
            self.picked.push(next.stops);
            self.search(slot + 1, if same { at + 1 } else { 0 }, worth + next.worth);
            self.picked.pop();
            self.used.iter_mut().zip(next.mask).for_each(|(used, bits)| *used &= !bits);
        }
    }

    /// All slots are filled: what is it really worth?
    fn weigh(&mut self) {
        let mut weights = self.field.no_weights();
        let mut value = 0;
        for &place in self.picked.iter().copied().flatten() {
            value += self.field.gain(place, &weights);
            self.field.weigh(place, &mut weights, 1);
        }
        if value > self.value {
            self.value = value;
            self.best = Some(self.picked.clone());
        }
    }
}

//! The best walk of a shift for given worths of places: over rounded times, a place may come again, only not at once.

use crate::orienteering::instance::{EPSILON, Instance, Shift};

/// Work a price may cost, in steps of the program.
const WORK: usize = 5_000_000;
const NOBODY: u32 = u32::MAX;

/// A way to stand at a place at a time: what it brought, from which place, from which of its two labels, at what time.
#[derive(Debug, Clone, Copy)]
struct Label {
    worth: f64,
    from: u32,
    second: bool,
    time: u32,
}

const NO_LABEL: Label = Label { worth: f64::NEG_INFINITY, from: NOBODY, second: false, time: 0 };

/// Shifts alike in everything, and how many of them there are.
struct Kind {
    shift: Shift,
    count: f64,
    /// Length of a step of time and number of steps.
    step: f64,
    horizon: usize,
    /// Steps granted for ways too short for a step, each of which is counted as one.
    grace: usize,
}

/// Everything about the walks that does not depend on worths.
pub(super) struct Walks<'a> {
    instance: &'a Instance,
    kinds: Vec<Kind>,
    places: Vec<usize>,
    labels: Vec<[Label; 2]>,
}

impl<'a> Walks<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let mut shifts: Vec<(Shift, f64)> = vec![];
        for shift in instance.shifts() {
            match shifts.iter_mut().find(|(other, _)| other == shift) {
                Some(known) => known.1 += 1.0,
                None => shifts.push((*shift, 1.0)),
            }
        }
        let mut walks = Self { instance, kinds: vec![], places: vec![], labels: vec![] };
        walks.places = (0..instance.places().len())
            .filter(|&place| !instance.is_endpoint(place) && shifts.iter().any(|(shift, _)| walks.fits(shift, place)))
            .collect();
        let room = WORK / (shifts.len() * walks.places.len() * walks.places.len()).max(1);
        let steps = room.clamp(40, 600);
        walks.kinds = shifts.into_iter().map(|(shift, count)| walks.kind(shift, count, steps)).collect();
        walks
    }

    /// Whether some shift can visit the place at all.
    pub(super) fn reachable(&self, place: usize) -> bool {
        self.places.binary_search(&place).is_ok()
    }

    fn fits(&self, shift: &Shift, place: usize) -> bool {
        let Some((open, close)) = self.instance.window(shift.day, place) else { return false };
        let ahead = self.instance.travel(shift.start, place);
        let back = self.instance.travel(place, shift.end);
        let begin = (shift.from + ahead).max(open);
        let home = begin + self.instance.places()[place].service + back;
        // Ways through other places may be shorter in a table that people typed; only hours rule a place out then.
        begin <= close + EPSILON && home <= shift.until + EPSILON || !self.instance.is_metric()
    }

    fn kind(&self, shift: Shift, count: f64, steps: usize) -> Kind {
        let step = ((shift.until - shift.from) / steps as f64).max(1e-9);
        let short = |a: usize| {
            let takes = |b: usize| self.instance.places()[a].service + self.instance.travel(a, b);
            self.places.iter().any(|&b| a != b && takes(b) < step)
        };
        let grace = self.places.iter().filter(|&&place| short(place)).count();
        Kind { shift, count, step, horizon: steps + grace + 1, grace }
    }

    /// The worth of the best walks of all shifts together; adds their visits.
    pub(super) fn best(&mut self, worth: &[f64], visits: &mut [f64]) -> f64 {
        let kinds = std::mem::take(&mut self.kinds);
        let sum = kinds.iter().map(|kind| kind.count * self.walk(kind, worth, visits)).sum();
        self.kinds = kinds;
        sum
    }

    fn walk(&mut self, kind: &Kind, worth: &[f64], visits: &mut [f64]) -> f64 {
        let width = self.places.len();
        self.labels.clear();
        self.labels.resize(width * kind.horizon, [NO_LABEL; 2]);
        let hours = self.hours(kind);
        for (at, &(open, close)) in hours.iter().enumerate() {
            let place = self.places[at];
            let way = self.instance.travel(kind.shift.start, place);
            let time = steps(way, kind.step, false).max(open);
            if time <= close {
                self.enter(time * width + at, Label { worth: worth[place], ..NO_LABEL });
            }
        }
        let (ahead, back) = self.ways(kind);
        let mut best = (0.0, 0, false);
        for time in 0..kind.horizon {
            for at in 0..width {
                let labels = self.labels[time * width + at];
                if labels[0].worth == f64::NEG_INFINITY {
                    continue;
                }
                if labels[0].worth > best.0 && time + back[at] < kind.horizon {
                    best = (labels[0].worth, time * width + at, false);
                }
                self.go_on(time, at, &ahead[at * width..(at + 1) * width], &hours, worth);
            }
        }
        self.trace(best, kind.count, visits);
        best.0
    }

    /// From a place at a time to all others.
    fn go_on(&mut self, time: usize, at: usize, ahead: &[usize], hours: &[(usize, usize)], worth: &[f64]) {
        let width = self.places.len();
        let labels = self.labels[time * width + at];
        for next in 0..width {
            let then = (time + ahead[next]).max(hours[next].0);
            if next == at || then > hours[next].1 {
                continue;
            }
            // Not back to where it came from.
            let second = labels[0].from as usize == next;
            let label = labels[usize::from(second)];
            if label.worth > f64::NEG_INFINITY {
                let worth = label.worth + worth[self.places[next]];
                self.enter(then * width + next, Label { worth, from: at as u32, second, time: time as u32 });
            }
        }
    }

    /// Keeps the two best labels that come from different places.
    fn enter(&mut self, cell: usize, new: Label) {
        let [first, second] = &mut self.labels[cell];
        if new.worth > first.worth {
            if new.from != first.from {
                *second = *first;
            }
            *first = new;
        } else if new.from != first.from && new.worth > second.worth {
            *second = new;
        }
    }

    fn trace(&self, best: (f64, usize, bool), count: f64, visits: &mut [f64]) {
        if best.0 <= 0.0 {
            return;
        }
        let width = self.places.len();
        let (mut cell, mut second) = (best.1, best.2);
        loop {
            visits[self.places[cell % width]] += count;
            let label = self.labels[cell][usize::from(second)];
            if label.from == NOBODY {
                return;
            }
            cell = label.time as usize * width + label.from as usize;
            second = label.second;
        }
    }

    /// First and last step at which a visit may begin; none for a place that is closed or cannot be left in time.
    fn hours(&self, kind: &Kind) -> Vec<(usize, usize)> {
        let last = kind.horizon - 1;
        let hours = |&place: &usize| {
            let Some((open, close)) = self.instance.window(kind.shift.day, place) else { return (1, 0) };
            let close = close + EPSILON - kind.shift.from;
            if close < 0.0 {
                return (1, 0);
            }
            let open = if open <= kind.shift.from {
                0
            } else {
                steps(open - kind.shift.from, kind.step, false).min(kind.horizon)
            };
            let close =
                if close.is_finite() { steps(close, kind.step, false).saturating_add(kind.grace) } else { last };
            (open, close.min(last))
        };
        self.places.iter().map(hours).collect()
    }

    /// Steps from place to place, visit included, and from each to the end of the shift.
    fn ways(&self, kind: &Kind) -> (Vec<usize>, Vec<usize>) {
        let takes = |a: usize, b: usize| self.instance.places()[a].service + self.instance.travel(a, b);
        let pairs = self.places.iter().flat_map(|&a| self.places.iter().map(move |&b| (a, b)));
        let ahead = pairs.map(|(a, b)| steps(takes(a, b), kind.step, true)).collect();
        let back = self.places.iter().map(|&a| steps(takes(a, kind.shift.end), kind.step, false)).collect();
        (ahead, back)
    }
}

/// Whole steps in a time, rounded down so that whatever can be driven can be walked; at least one where a walk would else stand still.
fn steps(time: f64, step: f64, moving: bool) -> usize {
    let steps = ((time - EPSILON) / step).clamp(0.0, 1e9) as usize;
    if moving { steps.max(1) } else { steps }
}

//! The problem as the search wants it: flat tables, and one concave worth for everything that counts.

use crate::orienteering::instance::{Group, Instance};

/// Worth of a mandatory visit and of a unit of a fair share, far above any profit.
struct Weights {
    must: i64,
    share: i64,
}

/// Tables made once for a search.
pub(super) struct Field<'a> {
    pub(super) instance: &'a Instance,
    n: usize,
    travel: Vec<f64>,
    service: Vec<f64>,
    hours: Vec<Vec<(f64, f64)>>,
    /// Worth of a visit by itself, mandatory ones with their bonus.
    profit: Vec<i64>,
    /// Diminishing returns, fair shares among them.
    groups: Vec<Group>,
    /// Of each place: which groups, with which weight.
    member: Vec<Vec<(usize, i64)>>,
    /// Places that can be worth a visit.
    pub(super) useful: Vec<usize>,
    /// Near places of each, nearest first.
    pub(super) near: Vec<Vec<usize>>,
    /// Whether distances are the same both ways.
    pub(super) symmetric: bool,
    /// Whether nothing but the length of a route limits it.
    pub(super) plain: bool,
}

impl<'a> Field<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let n = instance.places().len();
        let travel: Vec<f64> = (0..n * n).map(|at| instance.travel(at / n, at % n)).collect();
        let days = instance.shifts().iter().map(|shift| shift.day + 1).max().unwrap_or(1);
        let hours = (0..days).map(|day| (0..n).map(|place| hours(instance, day, place)).collect()).collect();
        let weights = weights(instance);
        let profit = instance.places().iter().map(|place| place.profit + if place.must { weights.must } else { 0 });
        let mut groups = instance.groups().to_vec();
        groups.extend(
            instance
                .quotas()
                .iter()
                .map(|quota| Group { steps: vec![(quota.need, weights.share)], members: quota.members.clone() }),
        );
        let mut member = vec![vec![]; n];
        for (index, group) in groups.iter().enumerate() {
            group.members.iter().for_each(|&(place, weight)| member[place].push((index, weight)));
        }
        let symmetric = (0..n).all(|a| (0..a).all(|b| travel[a * n + b].to_bits() == travel[b * n + a].to_bits()));
        let mut field = Self {
            instance,
            n,
            service: (0..n)
                .map(|place| if instance.is_endpoint(place) { 0.0 } else { instance.places()[place].service })
                .collect(),
            hours,
            profit: profit.collect(),
            groups,
            member,
            useful: vec![],
            near: vec![],
            symmetric,
            plain: symmetric
                && instance.always_open()
                && instance.shifts().iter().all(|shift| shift.driving.is_infinite()),
            travel,
        };
        field.useful = (0..n).filter(|&place| field.is_useful(place)).collect();
        field.near = (0..n).map(|place| field.nearest(place)).collect();
        field
    }

    pub(super) fn way(&self, from: usize, to: usize) -> f64 {
        self.travel[from * self.n + to]
    }

    /// Travel times from a place to all others.
    pub(super) fn from(&self, place: usize) -> &[f64] {
        &self.travel[place * self.n..(place + 1) * self.n]
    }

    pub(super) fn service(&self, place: usize) -> f64 {
        self.service[place]
    }

    pub(super) fn hours(&self, day: usize) -> &[(f64, f64)] {
        &self.hours[day]
    }

    pub(super) const fn places(&self) -> usize {
        self.n
    }

    /// The weights of all groups when nothing is visited.
    pub(super) fn no_weights(&self) -> Vec<i64> {
        vec![0; self.groups.len()]
    }

    /// What one more visit adds, given the weights so far.
    pub(super) fn gain(&self, place: usize, weights: &[i64]) -> i64 {
        let mut gain = self.profit[place];
        for &(group, weight) in &self.member[place] {
            gain += self.groups[group].worth(weights[group] + weight) - self.groups[group].worth(weights[group]);
        }
        gain
    }

    /// Whether a visit of one can change what the other adds.
    pub(super) fn share_a_group(&self, one: usize, other: usize) -> bool {
        self.member[one].iter().any(|(group, _)| self.member[other].iter().any(|(same, _)| same == group))
    }

    /// What a visit adds that is among the weights already.
    pub(super) fn loss(&self, place: usize, weights: &[i64]) -> i64 {
        let mut loss = self.profit[place];
        for &(group, weight) in &self.member[place] {
            loss += self.groups[group].worth(weights[group]) - self.groups[group].worth(weights[group] - weight);
        }
        loss
    }

    /// Enters a visit into the weights (`sign` 1) or takes it out (-1).
    pub(super) fn weigh(&self, place: usize, weights: &mut [i64], sign: i64) {
        self.member[place].iter().for_each(|&(group, weight)| weights[group] += sign * weight);
    }

    fn is_useful(&self, place: usize) -> bool {
        let instance = self.instance;
        let reached = |shift: &crate::orienteering::Shift| {
            let (open, close) = self.hours[shift.day][place];
            let begin = (shift.from + self.way(shift.start, place)).max(open);
            begin <= close + 1e-7 && begin + self.service[place] + self.way(place, shift.end) <= shift.until + 1e-7
        };
        !instance.is_endpoint(place)
            && self.gain(place, &self.no_weights()) > 0
            && instance.shifts().iter().any(reached)
    }

    fn nearest(&self, place: usize) -> Vec<usize> {
        let mut near: Vec<usize> = self.useful.iter().copied().filter(|&other| other != place).collect();
        near.sort_by(|&a, &b| self.way(place, a).total_cmp(&self.way(place, b)).then(a.cmp(&b)));
        near.truncate(60);
        near
    }
}

/// Closed is a window that no arrival can meet.
fn hours(instance: &Instance, day: usize, place: usize) -> (f64, f64) {
    instance.window(day, place).unwrap_or((0.0, f64::NEG_INFINITY))
}

fn weights(instance: &Instance) -> Weights {
    let share = instance.worth(|_| true) + 1;
    let units: i64 = instance.quotas().iter().map(|quota| quota.need).sum();
    // Bounded so that the sum over all places cannot overflow.
    Weights { share, must: share.saturating_mul(units.saturating_add(1)).min(1 << 46) }
}

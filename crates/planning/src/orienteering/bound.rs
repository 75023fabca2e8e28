//! An upper bound of what any plan can be worth.
//!
//! The rule "each place once" is relaxed with a price a place (Lagrange), each diminishing return by a line above it whose slope is a
//! price too. Then every shift is on its own, and its best route is bounded by a dynamic program over rounded times in which a place may
//! come again, only not at once after its successor (Christofides, Mingozzi, Toth 1981). Any prices give a valid bound; a subgradient
//! method looks for good ones.

mod walks;

use super::instance::{Group, Instance};
use walks::Walks;

/// An upper bound of the worth of any plan; at most `steps` prices are tried. `lower` is the worth of a plan, if one is known.
/// Mandatory visits and fair shares are left out of account, which can only raise the bound.
#[must_use]
pub fn bound(instance: &Instance, lower: i64, steps: u32) -> i64 {
    let mut walks = Walks::new(instance);
    let most = instance.worth(|place| walks.reachable(place));
    let mut prices = Prices::new(instance);
    let mut best = most as f64;
    let mut pace = 1.0;
    let mut idle = 0;
    for _ in 0..steps {
        let (found, slope) = prices.evaluate(instance, &mut walks);
        if found < best - 1e-6 {
            idle = if found < best * 0.9995 { 0 } else { idle + 1 };
            best = found;
        } else {
            idle += 1;
        }
        if idle > 4 {
            pace *= 0.6;
            idle = 0;
        }
        let norm: f64 = slope.0.iter().chain(&slope.1).map(|part| part * part).sum();
        if norm < 1e-12 || best < (lower + 1) as f64 || pace < 0.01 {
            break;
        }
        prices.move_on(&slope, pace * (found - lower as f64).max(1.0) / norm);
    }
    // A hair for rounding; the worth of a plan is whole.
    ((best * (1.0 + 1e-12) + 1e-6).floor() as i64).clamp(lower, most)
}

/// Prices of places, and slopes of groups in units of their mean weight.
struct Prices {
    place: Vec<f64>,
    group: Vec<f64>,
    mean: Vec<f64>,
}

/// Where the bound rises: for places and for groups.
type Slope = (Vec<f64>, Vec<f64>);

impl Prices {
    fn new(instance: &Instance) -> Self {
        let mean = |group: &Group| {
            let sum: i64 = group.members.iter().map(|(_, weight)| weight).sum();
            (sum as f64 / group.members.len().max(1) as f64).max(1.0)
        };
        let mean: Vec<f64> = instance.groups().iter().map(mean).collect();
        let steepest = |group: &Group| group.steps.first().map_or(0.0, |step| step.1 as f64);
        let group = instance.groups().iter().zip(&mean).map(|(group, mean)| steepest(group) * mean).collect();
        Self { place: vec![0.0; instance.places().len()], group, mean }
    }

    fn evaluate(&self, instance: &Instance, walks: &mut Walks<'_>) -> (f64, Slope) {
        let mut worth: Vec<f64> = instance.places().iter().map(|place| place.profit as f64).collect();
        let mut found: f64 = self.place.iter().sum();
        let mut slope_of_group = vec![0.0; self.group.len()];
        for (index, group) in instance.groups().iter().enumerate() {
            let slope = self.group[index] / self.mean[index];
            group.members.iter().for_each(|&(place, weight)| worth[place] += slope * weight as f64);
            let (touching, height) = conjugate(group, slope);
            found += height;
            slope_of_group[index] = -touching / self.mean[index];
        }
        let reduced: Vec<f64> = worth.iter().zip(&self.place).map(|(worth, price)| worth - price).collect();
        let mut visits = vec![0.0; reduced.len()];
        found += walks.best(&reduced, &mut visits);
        for (index, group) in instance.groups().iter().enumerate() {
            let weight: f64 = group.members.iter().map(|&(place, weight)| visits[place] * weight as f64).sum();
            slope_of_group[index] += weight / self.mean[index];
        }
        // A price of 0 is not lowered further: that part of the slope leads nowhere.
        let of_place = visits.iter().zip(&self.place);
        let slope = of_place.map(|(visits, price)| if *price <= 0.0 && *visits < 1.0 { 0.0 } else { 1.0 - visits });
        (found, (slope.collect(), slope_of_group))
    }

    fn move_on(&mut self, slope: &Slope, by: f64) {
        self.place.iter_mut().zip(&slope.0).for_each(|(price, slope)| *price = (*price - by * slope).max(0.0));
        self.group.iter_mut().zip(&slope.1).for_each(|(price, slope)| *price = (*price - by * slope).max(0.0));
    }
}

/// The weight at which a line of this slope touches the group from above, and its height over the origin.
fn conjugate(group: &Group, slope: f64) -> (f64, f64) {
    let all: i64 = group.members.iter().map(|(_, weight)| weight).sum();
    let mut left = all as f64;
    let (mut at, mut height) = (0.0, 0.0);
    for &(width, rate) in &group.steps {
        let gain = rate as f64 - slope;
        if gain <= 0.0 || left <= 0.0 {
            break;
        }
        let width = left.min(width as f64);
        at += width;
        height += width * gain;
        left -= width;
    }
    (at, height)
}

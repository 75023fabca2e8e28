//! Parts of the score: each gives 0..=10000 points; the score is their mean by weight.

mod channel;
mod distance;
mod history;
mod hours;
mod lodging;
pub(crate) mod occupation;
mod pay;
mod villagers;

use super::Pair;
use crate::context::Context;
use crate::geo::Way;
use crate::inputs::{Demand, Firm, Jobseeker, Kind, Stay, Tether, Wage};
use domain::places::Region;
use domain::say::Message;

/// How points are given, by what a part looks at.
#[derive(Debug, Clone, Copy)]
pub enum Points {
    /// The person's job words and the kind of job. The index spreads job words over kinds by the affinity of `occupation.rs`, so
    /// there is one such part.
    Kind(fn(&Jobseeker<'_>, &Kind) -> u16),
    /// The wished pay and what is paid.
    Wage(fn(Option<u32>, &Wage) -> u16),
    /// Home and place alone, whoever lives there.
    Place(fn(Region, Option<Region>, &Context) -> u16),
    /// Home and the place of work.
    Stay(fn(&Tether, &Stay, Way, &Context) -> u16),
    /// The person and what the work demands.
    Demand(fn(&Jobseeker<'_>, &Demand, &Context) -> u16),
    /// The person and the employer. 0 for employers at whom neither they nor fellow villagers ever worked; on this the index relies.
    Firm(fn(&Jobseeker<'_>, &Firm, &Context) -> u16),
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A reason for.
    For,
    /// A reason against.
    Against,
}

/// A part of the score.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Name of the part.
    pub key: &'static str,
    /// Weight; all weights together are [`WEIGHTS`].
    pub weight: u32,
    /// The points.
    pub points: Points,
    /// What there is to say for or against the pair, if anything.
    pub says: fn(&Pair<'_>) -> Option<(Side, Message)>,
}

impl Part {
    /// Points of a pair, 0..=10000.
    pub fn of(&self, pair: &Pair<'_>) -> u16 {
        let (jobseeker, vacancy) = (&pair.jobseeker, &pair.vacancy);
        match self.points {
            Points::Kind(points) => points(jobseeker, vacancy.kind),
            Points::Wage(points) => points(jobseeker.pay_wish, vacancy.wage),
            Points::Place(points) => points(jobseeker.tether.home, vacancy.stay.place, pair.context),
            Points::Stay(points) => points(jobseeker.tether, vacancy.stay, pair.way, pair.context),
            Points::Demand(points) => points(jobseeker, vacancy.demand, pair.context),
            Points::Firm(points) => points(jobseeker, vacancy.firm, pair.context),
        }
    }
}

/// Sum of all weights.
pub const WEIGHTS: u32 = 100;

/// Every part of the score.
pub const PARTS: &[Part] = &[
    occupation::PART,
    pay::PART,
    distance::PART,
    channel::PART,
    lodging::PART,
    hours::PART,
    history::PART,
    villagers::AT_FIRM,
    villagers::AT_PLACE,
];

const _: () = {
    let (mut sum, mut at) = (0, 0);
    while at < PARTS.len() {
        sum += PARTS[at].weight;
        at += 1;
    }
    assert!(sum == WEIGHTS);
};

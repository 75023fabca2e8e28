//! The rules, one a file, and the two tables that register them: [`HARD`] filters and [`PARTS`] of the score.
//!
//! Each rule declares by its type what it looks at. Rules that look at a facet of the vacancy are asked once a jobseeker and
//! facet when candidates are generated, and once a pair when something is explained; it is the same function both times.

pub mod hard;
pub mod score;

pub use hard::{HARD, Hard, Test};
pub use score::{PARTS, Part, Points, Side};

use crate::context::Context;
use crate::geo::Way;
use crate::inputs::{Jobseeker, Vacancy};

/// A jobseeker and a vacancy with what holds for both.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The jobseeker.
    pub jobseeker: Jobseeker<'a>,
    /// The vacancy.
    pub vacancy: Vacancy<'a>,
    /// The way between home and work.
    pub way: Way,
    /// Settings, decisions, links.
    pub context: &'a Context,
}

impl<'a> Pair<'a> {
    /// Puts a pair together.
    pub fn new(jobseeker: Jobseeker<'a>, vacancy: Vacancy<'a>, context: &'a Context) -> Self {
        let (tether, stay) = (jobseeker.tether, vacancy.stay);
        let way = Way::new((tether.home, tether.point), (stay.place, stay.point), context.settings.terrain);
        Self { jobseeker, vacancy, way, context }
    }

    /// The first hard rule the pair breaks, in the order of [`HARD`].
    pub fn broken(&self) -> Option<&'static Hard> {
        HARD.iter().find(|rule| !rule.holds(self))
    }

    /// Score 0..=10000: the weighted mean of the parts, rounded down.
    pub fn score(&self) -> u16 {
        let sum: u32 = PARTS.iter().map(|part| part.weight * u32::from(part.of(self))).sum();
        (sum / score::WEIGHTS) as u16
    }
}

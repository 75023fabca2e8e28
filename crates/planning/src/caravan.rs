//! The caravan 大篷车 (domain notes S23-S34): vans go round the villages and markets of some counties for some days. Which van goes where on which
//! day, so that the expected help is greatest, no county is forgotten, and everybody is home in time.

mod calendar;
mod campaign;
mod check;
mod clerk;
mod plan;
mod problem;
mod roads;

pub use calendar::Market;
pub use campaign::{Campaign, County, Done, Faulty, Point, Stop, Van};
pub use check::{Broken, Sums, check};
pub use clerk::{by_county, greedy};
pub use plan::{Day, Leg, Plan, Search, Visit, plan};
pub use roads::{Roads, Source};

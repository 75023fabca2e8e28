//! Team orienteering with time windows over many days: which places to visit, on which day, with which vehicle, in which order, so
//! that the visits are worth most.

mod bound;
mod check;
mod instance;
mod read;
mod search;

pub use bound::bound;
pub use check::{Verdict, Violation, check};
pub use instance::{EPSILON, Group, Instance, Malformed, Parts, Place, Quota, Shift, Window};
pub use read::{Format, Published, ReadError, read};
pub use search::{Effort, search};

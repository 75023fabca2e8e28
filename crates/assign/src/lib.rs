#![doc = include_str!("../README.md")]

mod builder;
mod check;
mod extra;
mod format;
pub mod generate;
mod instance;
mod list;
mod live;
mod solution;
mod solve;
mod witness;

pub use builder::{BuildError, InstanceBuilder};
pub use check::{Certificate, Violation, check};
pub use extra::{Extra, Site, extra_seats};
pub use format::{FormatError, read_instance, read_solution, write_instance, write_solution};
pub use instance::{Instance, MAX_CLASS, MAX_HOUSEHOLD, MAX_SCORE};
pub use list::List;
pub use live::{Couple, Coupled, Gain, Live, Move, Preview, Refusal};
pub use solution::{Solution, Totals};
pub use solve::{Options, solve, solve_at_smallest_prices};
pub use witness::{Shortage, Witness, shortages, witness, witnesses};

//! Words, facts and rules of rural employment work: pure, without I/O, async or a clock.
//!
//! One module a slice of the house (see `ARCHITECTURE.md`); [`record`], [`facts`], [`dates`], [`money`],
//! [`say`] and [`error`] are what all slices share. Dates always come in as arguments.

pub mod access;
pub mod bridge;
pub mod clean;
pub mod codes;
pub mod dates;
pub mod door;
pub mod error;
pub mod facts;
pub mod ids;
pub mod ledger;
pub mod money;
pub mod places;
pub mod profile;
pub mod record;
pub mod say;
pub mod vacancies;

//! The ledger 台账: households, persons, spells of work, and the rules that read them.

pub mod clearing;
mod household;
pub mod id_card;
mod label;
pub mod names;
pub mod now;
mod person;
pub mod phone;
mod spell;
pub mod zero_employment;

pub use household::Household;
pub use id_card::IdNumber;
pub use label::{Label, LabelKind, labels_at, merge_labels};
pub use person::{Constraints, Person, Standing, Wish};
pub use phone::Phone;
pub use spell::{Evidence, Spell};

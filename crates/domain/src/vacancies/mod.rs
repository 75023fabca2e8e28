//! Employers 用人单位 and vacancies 岗位.

pub mod credit_code;
mod derive;
mod employer;
mod origin;
mod vacancy;

pub use credit_code::CreditCode;
pub use derive::HEAVY_WORDS;
pub use employer::{Employer, Verification};
pub use origin::{Coding, Noted, Origin, Span};
pub use vacancy::{OPEN_HEADCOUNT, PlacementChannel, Quarantine, State, Vacancy, Weight};

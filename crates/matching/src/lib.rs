//! Who could do which job, how well it suits both, and why: the step before the assignment.
//!
//! [`Jobseekers`] and [`Vacancies`] are columns built from the records of the ledger; a [`Market`] joins them with what holds for all
//! pairs ([`Context`]). It generates [`Candidates`], turns them into an [`assign::Instance`] ([`Problem`]) and explains any pair.
//! Rules stand one a file under [`rules`]. Nothing here does I/O or reads a clock, and the same input gives the same answer on
//! any number of threads.
//!
//! ```
//! use matching::{Context, Jobseekers, Limits, Market, Vacancies};
//!
//! let day = "2020-03-31".parse().expect("a day");
//! let market = Market::new(Jobseekers::new([], day), Vacancies::new([], day), Context::default());
//! let candidates = market.candidates(Limits::default());
//! let problem = market.problem(&candidates).expect("a sound problem");
//! assert_eq!(problem.instance.workers(), 0);
//! ```

mod candidates;
mod context;
mod explain;
mod geo;
mod hash;
mod inputs;
mod market;
mod optimum;
mod practice;
mod problem;
pub mod rules;
mod text;

pub use candidates::{Candidates, Limits, Listed, Search};
pub use context::{Context, Decisions, Line, Settings};
pub use explain::{Binding, Explanation};
pub use geo::{Band, Way};
pub use inputs::{
    Applicant, Ask, AskSource, Demand, Firm, Hours, Jobseeker, Jobseekers, Kind, Licences, Links, Stay, Tether,
    Vacancies, Vacancy, Wage, employer_keys,
};
pub use market::Market;
pub use optimum::{Optimum, Round, Unproved};
pub use practice::Practice;
pub use problem::Problem;
pub use text::Phrase;

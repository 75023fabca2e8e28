//! A synthetic county, as its offices would have it: real places, invented people, and workbooks as messy as real ones.
//!
//! [`generate`] makes the true state of a county, [`write`](fn@write) files it as an office would: several workbooks and tables of different shapes
//! with the usual faults in them, and a [`Truth`] beside them that says what was put in. Same [`Plan`], same bytes.
//!
//! Nobody here is real: ID numbers have the sequence codes 980-999, phones count up from 19900000000, names are put together at
//! random, firms are invented. The distributions are those of D§9.4. Two of its figures, 38 % of labourers in work and only 3-6 % of
//! households with labour without an earner, agree only when most working households have just one earner and labour is concentrated
//! in half of the households; so it is built here.

mod error;
mod faults;
mod files;
mod model;
mod people;
mod places;
mod plan;
mod rng;
mod truth;
mod work;

pub use error::DemoError;
pub use faults::{FaultKind, FaultRates};
pub use files::{Written, write};
pub use model::{County, Employer, Gone, Household, Person, Post, PostBank, Site, Spell, Township, Village, Wish};
pub use plan::Plan;
pub use truth::Truth;

/// Makes the true state of a county.
///
/// # Errors
/// [`DemoError::NoCounty`] when the plan names no county of the place lists, [`DemoError::TooMany`] when there are more people than
/// synthetic ID numbers.
pub fn generate(plan: &Plan) -> Result<County, DemoError> {
    let places = places::of_county(plan.county, plan.edition)?;
    if plan.households > plan::MOST_HOUSEHOLDS {
        return Err(DemoError::TooMany { most: plan::MOST_HOUSEHOLDS });
    }
    let sites = places::sites(plan, &places);
    let mut county = people::settle(plan, places, sites);
    work::employ(&mut county);
    work::offer(&mut county);
    Ok(county)
}

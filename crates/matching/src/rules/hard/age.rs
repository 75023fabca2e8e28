//! 16 and over (Labour Law art. 15); 18 for heavy or dangerous work (art. 64). There is no upper age (D§6.1). Because the law demands
//! that the age is known before anybody is employed (ban on child labour, art. 4), an unknown birth date excludes.

use super::{Hard, Test};
use crate::inputs::Demand;
use domain::say::Message;
use domain::vacancies::Weight;

/// Least age for any work.
const WORK: u8 = 16;
/// Least age for heavy or dangerous work.
const HEAVY: u8 = 18;

pub(super) const RULE: Hard = Hard {
    key: "age",
    none: "none-age",
    test: Test::Demand(|jobseeker, demand, _| jobseeker.age.is_some_and(|age| age >= least(demand))),
    says: |pair| match pair.jobseeker.age {
        None => Message::new("why-age-unknown"),
        Some(age) if age < WORK => Message::new("why-age").with("age", u32::from(age)),
        Some(age) => Message::new("why-age-heavy").with("age", u32::from(age)),
    },
};

fn least(demand: &Demand) -> u8 {
    if demand.hazard || demand.weight == Some(Weight::Heavy) { HEAVY } else { WORK }
}

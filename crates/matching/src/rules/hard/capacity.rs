//! Labour capacity against the weight of the work (D§3.1): lost or no capacity is never placed; weak capacity only in light work or
//! where the employer says it fits. An unknown class counts as ordinary, an unknown weight does not exclude.

use super::{Hard, Test};
use crate::inputs::{Demand, Jobseeker};
use domain::codes::Labour;
use domain::say::Message;
use domain::vacancies::{PlacementChannel, Weight};

pub(super) const RULE: Hard = Hard {
    key: "capacity",
    none: "none-capacity",
    test: Test::Demand(|jobseeker, demand, _| able(jobseeker, demand)),
    says: |pair| match (pair.jobseeker.labour, pair.vacancy.demand.weight) {
        (Some(Labour::Weak), Some(Weight::Heavy)) => Message::new("why-capacity-heavy"),
        (Some(Labour::Weak), _) => Message::new("why-capacity-medium"),
        _ => Message::new("why-capacity-none"),
    },
};

fn able(jobseeker: &Jobseeker<'_>, demand: &Demand) -> bool {
    match jobseeker.labour {
        Some(Labour::Lost | Labour::None) => false,
        // Public-welfare posts are made for weak labour (D§4.3).
        Some(Labour::Weak) => {
            demand.weak_ok
                || demand.channel == Some(PlacementChannel::PublicWelfare)
                || !matches!(demand.weight, Some(Weight::Medium | Weight::Heavy))
        }
        _ => true,
    }
}

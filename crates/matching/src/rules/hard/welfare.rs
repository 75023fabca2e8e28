//! Public-welfare posts are the last resort: for members of priority households of the ages of D§4.3, known to be able to work.

use super::{Hard, Test};
use crate::context::Context;
use crate::inputs::Jobseeker;
use domain::say::Message;
use domain::vacancies::PlacementChannel;

pub(super) const RULE: Hard = Hard {
    key: "welfare",
    none: "none-welfare",
    test: Test::Demand(|jobseeker, demand, context| {
        demand.channel != Some(PlacementChannel::PublicWelfare) || (jobseeker.class > 0 && of_age(jobseeker, context))
    }),
    says: |pair| {
        let (least, most) = pair.context.settings.welfare_ages;
        if pair.jobseeker.class == 0 {
            Message::new("why-welfare-household")
        } else {
            Message::new("why-welfare-age").with("least", u32::from(least)).with("most", u32::from(most))
        }
    },
};

fn of_age(jobseeker: &Jobseeker<'_>, context: &Context) -> bool {
    let (least, most) = context.settings.welfare_ages;
    jobseeker.age.is_some_and(|age| (least..=most).contains(&age))
}

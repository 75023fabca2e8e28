//! Licences the law demands for the work (Work Safety Law art. 30 and others, see `data/licences.csv`). A skill or former job of the
//! same trade admits: the office looks at the paper before it refers anybody. Other certificates are the employer's wish, no rule.

use super::{Hard, Test};
use domain::say::{Arg, Message};

pub(super) const RULE: Hard = Hard {
    key: "licences",
    none: "none-licences",
    test: Test::Demand(|jobseeker, demand, _| {
        demand.licences.without(jobseeker.held).without(jobseeker.claimed).is_empty()
    }),
    says: |pair| {
        let (jobseeker, demand) = (&pair.jobseeker, pair.vacancy.demand);
        let missing = demand.licences.without(jobseeker.held).without(jobseeker.claimed);
        let key = missing.first_key().unwrap_or("licence-driver");
        Message::new("why-licences").with("licence", Arg::Key(key.into()))
    },
};

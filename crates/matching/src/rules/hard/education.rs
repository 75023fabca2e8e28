//! The least education an employer asks, a lawful condition. Where either side is unknown nobody is excluded.

use super::{Hard, Test};
use domain::codes::Education;
use domain::say::{Arg, Message};

pub(super) const RULE: Hard = Hard {
    key: "education",
    none: "none-education",
    test: Test::Demand(|jobseeker, demand, _| {
        jobseeker.education.zip(demand.education).is_none_or(|(has, least)| has.at_least(least))
    }),
    says: |pair| {
        let named = |education: Option<Education>| Arg::Key(schooling(education.unwrap_or(Education::None)).into());
        Message::new("why-education")
            .with("has", named(pair.jobseeker.education))
            .with("least", named(pair.vacancy.demand.education))
    },
};

/// Message key of a level of education.
const fn schooling(education: Education) -> &'static str {
    match education {
        Education::None => "schooling-none",
        Education::Primary => "schooling-primary",
        Education::Junior => "schooling-junior",
        Education::Senior => "schooling-senior",
        Education::Vocational => "schooling-vocational",
        Education::College => "schooling-college",
        Education::Bachelor => "schooling-bachelor",
        Education::Master => "schooling-master",
    }
}

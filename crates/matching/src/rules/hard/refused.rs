//! A pair that a person refused is not proposed again until the refusal is taken back.

use super::{Hard, Test};
use domain::say::Message;

pub(super) const RULE: Hard = Hard {
    key: "refused",
    none: "none-refused",
    test: Test::Decided(|jobseeker, vacancy, context| !context.decisions.refused(jobseeker.person, vacancy.id)),
    says: |_| Message::new("why-refused"),
};

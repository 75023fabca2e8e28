//! Who is dead, has moved away, serves, is in the army or at school is not proposed.

use super::{Hard, Test};
use domain::say::Message;

pub(super) const RULE: Hard = Hard {
    key: "presence",
    none: "none-presence",
    test: Test::Person(|jobseeker| !jobseeker.away),
    says: |_| Message::new("why-presence"),
};

//! Nobody is proposed against their word. Who was not asked is.

use super::{Hard, Test};
use domain::say::Message;

pub(super) const RULE: Hard = Hard {
    key: "willingness",
    none: "none-willingness",
    test: Test::Person(|jobseeker| jobseeker.willing != Some(false)),
    says: |_| Message::new("why-willingness"),
};

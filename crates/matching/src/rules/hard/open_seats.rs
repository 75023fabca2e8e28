//! Only vacancies that were screened, hold on the day and have a seat.

use super::{Hard, Test};
use domain::say::Message;

pub(super) const RULE: Hard = Hard {
    key: "open-seats",
    none: "none-open-seats",
    test: Test::Vacancy(|vacancy| vacancy.open && vacancy.seats > 0),
    says: |_| Message::new("why-open-seats"),
};

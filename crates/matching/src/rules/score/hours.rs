//! Hours, weight 5, mainly against care duty. Unknown hours count 5000.

use super::{Part, Points, Side};
use crate::inputs::Hours;
use crate::rules::Pair;
use domain::say::Message;

pub(super) const PART: Part = Part {
    key: "hours",
    weight: 5,
    points: Points::Demand(|jobseeker, demand, _| points(jobseeker.tether.care_duty, demand.hours)),
    says,
};

const fn points(care_duty: bool, hours: Option<Hours>) -> u16 {
    match (hours, care_duty) {
        (None, _) => 5_000,
        (Some(Hours::Flexible), true) => 10_000,
        (Some(Hours::Day), true) => 9_000,
        (Some(Hours::Long), true) => 2_000,
        (Some(Hours::Night), true) => 0,
        (Some(Hours::Flexible | Hours::Day), false) => 8_000,
        (Some(Hours::Long), false) => 4_500,
        (Some(Hours::Night), false) => 4_000,
    }
}

fn says(pair: &Pair<'_>) -> Option<(Side, Message)> {
    match (pair.vacancy.demand.hours?, pair.jobseeker.tether.care_duty) {
        (Hours::Flexible, true) => Some((Side::For, Message::new("reason-hours-flexible"))),
        (Hours::Day, true) => Some((Side::For, Message::new("reason-hours-day"))),
        (Hours::Night, true) => Some((Side::Against, Message::new("against-hours-night-care"))),
        (Hours::Long, true) => Some((Side::Against, Message::new("against-hours-long-care"))),
        (Hours::Night, false) => Some((Side::Against, Message::new("against-hours-night"))),
        (Hours::Long, false) => Some((Side::Against, Message::new("against-hours-long"))),
        (Hours::Flexible | Hours::Day, false) => None,
    }
}

//! Fellow villagers, weight 3 at the same employer and 3 in the same county away from home: somebody to go with and to ask.

use super::{Part, Points, Side};
use crate::context::Context;
use domain::places::Region;
use domain::say::Message;

pub(super) const AT_FIRM: Part = Part {
    key: "villagers-firm",
    weight: 3,
    points: Points::Firm(|jobseeker, firm, context| points(context.links.at_firm(jobseeker.tether.home, firm.keys))),
    says: |pair| {
        let count = pair.context.links.at_firm(pair.jobseeker.tether.home, pair.vacancy.firm.keys);
        (count > 0).then(|| (Side::For, Message::new("reason-villagers-firm").with("count", count)))
    },
};

pub(super) const AT_PLACE: Part = Part {
    key: "villagers-place",
    weight: 3,
    points: Points::Place(|home, place, context| points(at_place(home, place, context))),
    says: |pair| {
        let place = pair.vacancy.stay.place?;
        let count = at_place(pair.jobseeker.tether.home, Some(place), pair.context);
        let place = place.county_region();
        let said = Message::new("reason-villagers-place").with("count", count).with("place", place);
        (count > 0).then_some((Side::For, said))
    },
};

/// 6000 points for the first, 1000 for each further one.
fn points(count: u32) -> u16 {
    if count == 0 { 0 } else { (5_000 + 1_000 * count.min(5)) as u16 }
}

fn at_place(home: Region, place: Option<Region>, context: &Context) -> u32 {
    place.map_or(0, |place| context.links.at_place(home, place))
}

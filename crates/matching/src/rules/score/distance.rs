//! Distance, weight 20. Home every day: 10000 points at the door, 5000 at the farthest daily way. Living at work: by border crossed
//! and lodging. The wished place gives all, the wished band at least 8000. Unknown places count 4000.

use super::{Part, Points, Side};
use crate::context::Context;
use crate::geo::{Band, Way};
use crate::inputs::{Stay, Tether};
use crate::rules::Pair;
use crate::rules::hard::daily_limit;
use domain::say::{Arg, Message};

pub(super) const PART: Part = Part { key: "distance", weight: 20, points: Points::Stay(points), says };

/// Nearer than this many metres is next door; most points of villages are no better.
const DOOR: u32 = 500;

fn points(tether: &Tether, stay: &Stay, way: Way, context: &Context) -> u16 {
    if wished_place(tether, stay) {
        return 10_000;
    }
    let limit = daily_limit(tether, context);
    let base = match (way.daily(limit), way.metres) {
        (Some(true), Some(metres)) => 10_000 - (5 * u64::from(metres) / u64::from(limit.max(1))).min(5_000) as u16,
        (Some(true), None) => 8_000,
        (None, _) => 4_000,
        (Some(false), _) => away(stay, way),
    };
    let wished = tether.farthest.is_some_and(|farthest| way.band == Some(farthest));
    if wished { base.max(8_000) } else { base }
}

/// Points for living at work.
fn away(stay: &Stay, way: Way) -> u16 {
    let by_band = match way.band {
        Some(Band::Township | Band::County | Band::City) => 5_000,
        Some(Band::Province) => 4_500,
        _ => 4_000,
    };
    match stay.lodging() {
        Some(true) => by_band,
        None => by_band - 1_500,
        Some(false) => by_band - 3_000,
    }
}

/// Whether the place of work lies in the wished place.
fn wished_place(tether: &Tether, stay: &Stay) -> bool {
    tether.wish_place.zip(stay.place).is_some_and(|(wish, place)| wish.area().contains(place))
}

fn says(pair: &Pair<'_>) -> Option<(Side, Message)> {
    let (tether, stay, way) = (pair.jobseeker.tether, pair.vacancy.stay, pair.way);
    let daily = way.daily(daily_limit(tether, pair.context));
    let wished = wished_place(tether, stay);
    match (daily, way.metres) {
        (Some(true), Some(0..DOOR)) => Some((Side::For, Message::new("reason-door"))),
        (Some(true), Some(metres)) => {
            Some((Side::For, Message::new("reason-near").with("way", Arg::Metres(metres.into()))))
        }
        (Some(true), None) => Some((Side::For, Message::new("reason-near-township"))),
        _ if wished => Some((Side::For, Message::new("reason-wished-place"))),
        (None, _) => None,
        (Some(false), _) if stay.lodging().is_none() => Some((Side::Against, Message::new("against-lodging-unstated"))),
        (Some(false), _) if stay.lodging() == Some(false) => Some((Side::Against, Message::new("against-no-lodging"))),
        (Some(false), Some(metres)) => {
            Some((Side::Against, Message::new("against-far").with("way", Arg::Metres(metres.into()))))
        }
        (Some(false), None) => Some((Side::Against, Message::new("against-away"))),
    }
}

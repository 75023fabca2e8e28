//! How far from home. Somebody with care duty must be home every day, by a line that carries them where the way is too far. Anybody
//! else may live at work, if lodging is given or not refused, or if they asked to work that far away; and never farther than the band
//! they named. Unknown places exclude nobody.

use super::{Hard, Test};
use crate::context::Context;
use crate::geo::Way;
use crate::inputs::{Stay, Tether};
use crate::rules::Pair;
use domain::say::{Arg, Message};

pub(super) const RULE: Hard = Hard { key: "reach", none: "none-reach", test: Test::Stay(reaches), says };

/// Farthest daily way of a person in kilometres: their own word, else the setting.
pub fn daily_limit(tether: &Tether, context: &Context) -> u32 {
    let settings = &context.settings;
    tether.max_km.unwrap_or(if tether.care_duty { settings.care_km } else { settings.daily_km })
}

fn reaches(tether: &Tether, stay: &Stay, way: Way, context: &Context) -> bool {
    let near = way.daily(daily_limit(tether, context)) != Some(false);
    let daily = near || context.carried(tether.home, stay.place);
    within_wish(tether, way, context) && (daily || (!tether.care_duty && lives_there(tether, stay, way)))
}

fn within_wish(tether: &Tether, way: Way, context: &Context) -> bool {
    !context.settings.wish_band_binds || tether.farthest.zip(way.band).is_none_or(|(farthest, band)| band <= farthest)
}

/// Whether one can live at the place of work: lodging is given or nothing is said of it, or the person asked for work that far.
fn lives_there(tether: &Tether, stay: &Stay, way: Way) -> bool {
    stay.lodging() != Some(false) || tether.farthest.zip(way.band).is_some_and(|(farthest, band)| band <= farthest)
}

fn says(pair: &Pair<'_>) -> Message {
    let (tether, way) = (pair.jobseeker.tether, pair.way);
    let limit = i64::from(daily_limit(tether, pair.context)) * 1000;
    let message = match (way.band, tether.farthest) {
        (Some(band), Some(farthest)) if !within_wish(tether, way, pair.context) => {
            return Message::new("why-reach-wish")
                .with("band", Arg::Key(band.key().into()))
                .with("farthest", Arg::Key(farthest.key().into()));
        }
        _ if tether.care_duty => ("why-reach-care", "why-reach-care-away"),
        _ => ("why-reach-lodging", "why-reach-lodging-away"),
    };
    match way.metres {
        Some(metres) => {
            Message::new(message.0).with("way", Arg::Metres(metres.into())).with("limit", Arg::Metres(limit))
        }
        None => Message::new(message.1),
    }
}

//! Placement order, weight 10: outside first, then local, public-welfare last (S11), by points an office may set. Unknown counts as local.

use super::{Part, Points, Side};
use domain::say::Message;
use domain::vacancies::PlacementChannel;

pub(super) const PART: Part = Part {
    key: "channel",
    weight: 10,
    points: Points::Demand(|_, demand, context| {
        context.settings.points_of(demand.channel.unwrap_or(PlacementChannel::Local))
    }),
    says: |pair| match pair.vacancy.demand.channel? {
        PlacementChannel::Outside => None,
        PlacementChannel::Local => Some((Side::For, Message::new("reason-local"))),
        PlacementChannel::PublicWelfare => Some((Side::For, Message::new("reason-welfare"))),
    },
};

//! What pages about proposals share: signs for banks and decisions.

use askama::filters::Safe;
use domain::bridge::Verdict;
use domain::vacancies::PlacementChannel;
use office::queries::bridge::Offer;

use crate::frame::Frame;

/// The word of a bank of the placement order, for message keys (`channel-<code>`).
pub(crate) const fn channel_code(channel: PlacementChannel) -> &'static str {
    match channel {
        PlacementChannel::Outside => "outside",
        PlacementChannel::Local => "local",
        PlacementChannel::PublicWelfare => "public_welfare",
    }
}

/// The bank with this code.
pub(crate) fn channel_from(code: &str) -> Option<PlacementChannel> {
    use PlacementChannel as P;
    [P::Outside, P::Local, P::PublicWelfare].into_iter().find(|channel| channel_code(*channel) == code)
}

impl Frame {
    /// Tag of a bank of the placement order.
    pub(crate) fn channel(&self, channel: &PlacementChannel) -> Safe<String> {
        let class = if *channel == PlacementChannel::PublicWelfare { "warm" } else { "info" };
        Safe(format!(r#"<span class="tag {class}">{}</span>"#, self.code("placement", channel_code(*channel))))
    }

    /// Nobody decided, or it was taken back.
    pub(crate) fn undecided(&self, offer: &Offer) -> bool {
        offer.decision.is_none()
    }

    /// Tag of a decision; what nobody decided is a ring.
    pub(crate) fn decided(&self, offer: &Offer) -> Safe<String> {
        match offer.decision {
            Some(Verdict::Accepted) => self.tag("ok", "check", "verdict-accepted"),
            Some(Verdict::Pinned) => self.tag("info", "tack", "verdict-pinned"),
            Some(Verdict::Refused) => self.tag("bad", "x", "verdict-refused"),
            Some(Verdict::Open) | None => self.tag("", "ring", "web-undecided"),
        }
    }
}

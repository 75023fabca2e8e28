//! What follows from a vacancy's own words: how heavy the work is, which bank of the placement order it belongs to.

use super::{PlacementChannel, Vacancy, Weight};
use crate::codes::PubpostKind;
use crate::places::Region;

/// Heavy trades, from the audit rule Q28 (D§2.13).
pub const HEAVY_WORDS: [&str; 12] =
    ["搬运", "装卸", "架子工", "钢筋工", "混凝土工", "瓦工", "砌筑", "建筑小工", "采煤", "井下", "爆破", "矿工"];

/// Words by which a public-welfare post is told.
const WELFARE_WORDS: [&str; 3] = ["公益性岗位", "公益岗", "公益性"];

impl Vacancy {
    /// How heavy the work is: as stated, else by the words of the title; posts fit for weak labour are light.
    pub fn effective_weight(&self) -> Weight {
        self.weight.unwrap_or_else(|| {
            if HEAVY_WORDS.iter().any(|word| self.title.contains(word)) {
                Weight::Heavy
            } else if self.weak_ok || self.is_public_welfare() {
                Weight::Light
            } else {
                Weight::Medium
            }
        })
    }

    /// Whether it is a public-welfare post: as stated, else by its words or by a title that is one of the listed kinds (护林员 …).
    pub fn is_public_welfare(&self) -> bool {
        if let Some(channel) = self.channel {
            return channel == PlacementChannel::PublicWelfare;
        }
        let told = |text: &Option<String>| {
            text.as_ref().is_some_and(|text| WELFARE_WORDS.iter().any(|word| text.contains(word)))
        };
        WELFARE_WORDS.iter().any(|word| self.title.contains(word))
            || told(&self.requirements)
            || told(&self.note)
            || PubpostKind::from_label(&self.title)
                .is_some_and(|kind| kind != PubpostKind::Cleaner && kind != PubpostKind::Other)
    }

    /// Its bank of the placement order 外找、内挖、公益补 (S11): as stated, else by place and words.
    pub fn effective_channel(&self, home: Region) -> PlacementChannel {
        if let Some(channel) = self.channel {
            channel
        } else if self.is_public_welfare() {
            PlacementChannel::PublicWelfare
        } else if self.place_region.is_some_and(|place| !home.county_region().contains(place)) {
            PlacementChannel::Outside
        } else {
            PlacementChannel::Local
        }
    }
}

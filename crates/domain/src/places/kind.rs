//! Kinds of places as the lists name them.

use crate::codes::vocabulary;

vocabulary! {
    /// Kind of a place.
    PlaceKind "place_kind" {
        Province "province" "省级",
        City "city" "地级市",
        District "district" "市辖区",
        County "county" "县",
        Zone "zone" "开发区",
        Street "street" "街道",
        Town "town" "镇",
        Township "township" "乡",
        ZoneUnit "zone_unit" "开发区乡级单位",
        VillageCommittee "village_committee" "村委会",
        Residents "residents" "居委会",
        LikeResidents "like_residents" "类似居委会",
        LikeVillage "like_village" "类似村委会",
    }
}

impl PlaceKind {
    /// A village rather than an urban community.
    pub const fn is_village(self) -> bool {
        matches!(self, Self::VillageCommittee | Self::LikeVillage)
    }
}

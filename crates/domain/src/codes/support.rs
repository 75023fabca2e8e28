//! Vocabularies about public-welfare posts.

use super::vocabulary;

vocabulary! {
    /// Kind of public-welfare post 公益性岗位类型.
    PubpostKind "pubpost_kind" {
        Cleaner "cleaner" "保洁员",
        Ranger "ranger" "护林员",
        RoadKeeper "road" "护路员",
        WaterGuard "water" "护水员",
        Security "security" "治安巡逻员",
        Carer "carer" "照料护理员",
        Solar "pv" "光伏管护员",
        EpidemicControl "epidemic" "防疫消杀员",
        Checkpoint "checkpoint" "卡点值守员",
        Traffic "traffic" "交通协管员",
        Other "other" "其他",
    }
}

vocabulary! {
    /// Fund that pays public-welfare posts 资金来源.
    FundSource "fund_source" {
        Employment "employment" "就业补助资金",
        Solar "pv" "光伏收益",
        Forestry "forestry" "林业资金",
        Fiscal "fiscal" "财政资金",
        Collective "collective" "村集体",
    }
}

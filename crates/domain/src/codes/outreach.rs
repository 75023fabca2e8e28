//! Vocabularies about helpers, stops and fairs.

use super::vocabulary;

vocabulary! {
    /// Where a caravan stop or fair takes place 地点类型.
    EventPlace "event_place" {
        Market "market" "集市",
        Square "square" "广场",
        HomeVisit "home" "入户",
        Village "village" "村口摆点",
        Online "online" "线上",
    }
}

vocabulary! {
    /// Type of helping organisation 帮扶单位类型.
    HelperOrgType "helper_org_type" {
        StateOrgan "state_organ" "国家机关",
        SocialGroup "social_group" "社会团体",
        University "university" "高等院校",
        StateEnterprise "soe" "国有企业",
        EastPartner "east_partner" "东部对口帮扶省市",
        Designated "designated" "定点机构",
        Village "village" "村民自治组织",
    }
}

vocabulary! {
    /// Level an organisation belongs to 隶属关系.
    OrgLevel "org_level" {
        Central "central" "中央",
        Province "province" "省",
        City "city" "市、地区",
        District "district" "区",
        County "county" "县",
        Street "street" "街道",
        Town "town" "镇",
        Township "township" "乡",
        Residents "residents" "居委",
        Village "village" "村委",
        Army "army" "军队",
        Other "other" "其他",
    }
}

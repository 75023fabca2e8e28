//! Vocabularies about a household.

use super::vocabulary;

vocabulary! {
    /// Class of a household 户类型.
    HouseholdClass "household_class" {
        Poor "poor" "贫困户(建档立卡,未脱贫)",
        Lifted "lifted" "脱贫户",
        LiftedPolicy "lifted_policy" "已脱贫(享受政策)",
        LiftedNoPolicy "lifted_no_policy" "已脱贫(不享受政策)",
        General "general" "一般农户",
    }
}

vocabulary! {
    /// Class of a monitored household 监测对象类别, the "three classes" 三类户.
    RiskClass "risk_class" {
        Unstable "unstable" "脱贫不稳定户",
        Marginal "marginal" "边缘易致贫户",
        Sudden "sudden" "突发严重困难户",
    }
}

vocabulary! {
    /// How a risk was removed 风险消除方式.
    RemovalMode "removal_mode" {
        Help "help" "帮扶消除",
        Natural "natural" "自然消除",
    }
}

vocabulary! {
    /// Cause of poverty or risk of falling back 致贫(返贫)原因.
    Cause "cause" {
        Illness "illness" "因病",
        Disability "disability" "因残",
        Education "education" "因学",
        Disaster "disaster" "因灾",
        Accident "accident" "因意外事故",
        NoLabour "no_labour" "缺劳动力",
        NoSkill "no_skill" "缺技术",
        NoCapital "no_capital" "缺资金",
        NoLand "no_land" "缺土地",
        NoWater "no_water" "缺水",
        Traffic "traffic" "交通条件落后",
        Motivation "motivation" "自身发展动力不足",
        JobLoss "job_loss" "因务工就业不稳",
        Other "other" "其他",
    }
}

vocabulary! {
    /// Kind of relocated household 卡户/随迁户.
    RelocType "reloc_type" {
        Registered "registered" "卡户",
        Companion "companion" "随迁户",
    }
}

vocabulary! {
    /// How relocated households are settled 安置方式.
    RelocMode "reloc_mode" {
        Concentrated "concentrated" "集中安置",
        Scattered "scattered" "分散安置",
    }
}

vocabulary! {
    /// Help a household receives 帮扶措施.
    Measure "measure" {
        Industry "industry" "产业帮扶",
        Employment "employment" "就业帮扶",
        SkillTraining "skill_training" "技能培训",
        LabourExport "labour_export" "劳务输出",
        TravelSubsidy "travel_subsidy" "外出务工补贴",
        PublicPost "public_post" "公益岗位",
        Finance "finance" "金融帮扶",
        Health "health" "健康帮扶",
        Education "education" "教育帮扶",
        Housing "housing" "住房安全",
        SocialSecurity "social_security" "综合保障",
        Relocation "relocation" "易地搬迁",
        Other "other" "其他",
    }
}

vocabulary! {
    /// Help to work a person receives 就业帮扶.
    JobHelp "job_help" {
        SkillTraining "skill_training" "技能培训",
        LabourExport "labour_export" "劳务输出",
        TravelSubsidy "travel_subsidy" "外出务工补贴",
        PublicPost "public_post" "公益岗位",
        Other "other" "其他",
    }
}

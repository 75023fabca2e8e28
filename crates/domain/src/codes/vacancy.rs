//! Vocabularies about employers and vacancies.

use super::vocabulary;

vocabulary! {
    /// Unit a wage is quoted in 计薪单位.
    PayUnit "pay_unit" {
        Month "month" "月",
        Day "day" "天",
        Hour "hour" "小时",
        Piece "piece" "件",
        Year "year" "年",
    }
}

vocabulary! {
    /// How pay is worked out 计薪方式.
    PayMode "pay_mode" {
        Time "time" "计时/固定",
        Piece "piece" "计件",
        Day "day" "日结",
        Commission "commission" "底薪加提成",
    }
}

vocabulary! {
    /// Meals and lodging 食宿.
    Board "board" {
        Both "both" "包吃住",
        Meals "meals" "包吃",
        Lodging "lodging" "包住",
        None "none" "不包食宿",
    }
}

vocabulary! {
    /// Where a vacancy came from 来源.
    VacancySource "vacancy_source" {
        Phone "phone" "电话",
        Wechat "wechat" "微信",
        Online "online" "网络",
        Federation "federation" "工商联",
        WorkTeam "work_team" "帮扶工作队",
        Fair "fair" "招聘会",
    }
}

vocabulary! {
    /// Type of employer 企业类型.
    EmployerType "employer_type" {
        LeadingEnterprise "leading" "龙头企业",
        Workshop "workshop" "扶贫车间",
        Cooperative "coop" "合作社",
        Project "project" "重大项目",
        Enterprise "enterprise" "企业",
    }
}

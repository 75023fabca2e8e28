//! Vocabularies about training.

use super::vocabulary;

vocabulary! {
    /// Type of training 培训类型.
    TrainingType "training_type" {
        Employment "employment" "就业技能培训",
        Upgrade "upgrade" "岗位技能提升培训",
        Startup "startup" "创业培训",
        Practical "practical" "农村实用技术培训",
        Brand "brand" "劳务品牌培训",
    }
}

vocabulary! {
    /// Level of a skill certificate 技能等级.
    SkillLevel "skill_level" {
        Special "special" "专项职业能力",
        Junior "l5" "初级工(五级)",
        Intermediate "l4" "中级工(四级)",
        Senior "l3" "高级工(三级)",
        Technician "l2" "技师(二级)",
        SeniorTechnician "l1" "高级技师(一级)",
    }
}

vocabulary! {
    /// Who gets the training subsidy 补贴方式.
    SubsidyMode "subsidy_mode" {
        School "school" "补贴培训机构",
        Person "person" "补贴个人",
        Enterprise "enterprise" "补贴企业",
    }
}

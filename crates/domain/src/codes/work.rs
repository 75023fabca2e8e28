//! Vocabularies about work and wishes.

use super::vocabulary;

vocabulary! {
    /// Form of employment 就业形式.
    WorkForm "work_form" {
        Employer "employer" "企业(单位)就业",
        Institution "institution" "机关事业单位",
        Individual "individual" "个体工商",
        Flexible "flexible" "灵活就业",
        SelfEmployed "self_employed" "自主创业",
        PublicPost "public_post" "公益性岗位",
        Workshop "workshop" "扶贫(帮扶)车间",
        Farming "farming" "务农",
        HomeBased "home_based" "居家加工",
        Other "other" "其他",
    }
}

vocabulary! {
    /// Channel by which the work was found 就业渠道.
    Channel "channel" {
        Government "gov" "政府组织",
        SelfArranged "self" "自发外出",
        Enterprise "enterprise" "企业组织",
        Agency "agency" "人力资源机构",
        Relatives "relatives" "亲友介绍",
        Workshop "workshop" "扶贫(帮扶)车间",
        PublicPost "public_post" "公益性岗位",
        Cooperation "cooperation" "劳务协作",
        Broker "broker" "劳务经纪人",
        Online "online" "网络招聘",
        Fair "fair" "招聘会",
        Other "other" "其他形式就业",
    }
}

vocabulary! {
    /// Class of the region of work 务工区域; the printed schemes share this list.
    RegionClass "region_class" {
        Township "township" "乡内",
        County "county" "县内",
        CountyOutTownship "county_out_township" "乡外县内",
        City "city" "县外市内",
        Province "province" "市外省内",
        ProvinceOutCounty "province_out_county" "省内县外",
        OtherProvince "other_province" "省外",
        Overseas "overseas" "境外",
    }
}

vocabulary! {
    /// Section 门类 of GB/T 4754-2017.
    Industry "industry" {
        Agriculture "A" "农、林、牧、渔业",
        Mining "B" "采矿业",
        Manufacturing "C" "制造业",
        Utilities "D" "电力、热力、燃气及水生产和供应业",
        Construction "E" "建筑业",
        Trade "F" "批发和零售业",
        Transport "G" "交通运输、仓储和邮政业",
        Hospitality "H" "住宿和餐饮业",
        Information "I" "信息传输、软件和信息技术服务业",
        Finance "J" "金融业",
        RealEstate "K" "房地产业",
        BusinessServices "L" "租赁和商务服务业",
        Research "M" "科学研究和技术服务业",
        PublicFacilities "N" "水利、环境和公共设施管理业",
        ResidentServices "O" "居民服务、修理和其他服务业",
        Education "P" "教育",
        Health "Q" "卫生和社会工作",
        Culture "R" "文化、体育和娱乐业",
        PublicAdministration "S" "公共管理、社会保障和社会组织",
        International "T" "国际组织",
    }
}

vocabulary! {
    /// Kinds of insurance 参保险种.
    Insurance "insurance" {
        EmployeePension "employee_pension" "职工养老保险",
        ResidentPension "resident_pension" "城乡居民养老保险",
        EmployeeMedical "employee_medical" "职工医疗保险",
        ResidentMedical "resident_medical" "城乡居民医疗保险",
        Injury "injury" "工伤保险",
        Unemployment "unemployment" "失业保险",
        Maternity "maternity" "生育保险",
        Accident "accident" "意外伤害险",
    }
}

vocabulary! {
    /// Employment services wished for 就业服务需求.
    ServiceNeed "service_need" {
        JobInfo "job_info" "岗位信息",
        Guidance "guidance" "职业指导",
        Introduction "introduction" "职业介绍",
        Training "training" "技能培训",
        Startup "startup" "创业服务",
        Policy "policy" "政策咨询",
        Transport "transport" "组织输出",
    }
}

vocabulary! {
    /// Reason for not working 未就业原因.
    NoWorkReason "no_work_reason" {
        Illness "illness" "身体原因",
        Care "care" "照顾家人",
        Epidemic "epidemic" "疫情影响",
        NoFit "no_fit" "没有合适岗位",
        NoSkill "no_skill" "缺乏技能",
        Farming "farming" "务农",
        Unwilling "unwilling" "无就业意愿",
        Age "age" "年龄偏大",
        LaidOff "laid_off" "单位裁员",
        Other "other" "其他",
    }
}

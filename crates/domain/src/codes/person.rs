//! Vocabularies about a person.

use super::vocabulary;

vocabulary! {
    /// Sex 性别, GB/T 2261.1. Never a criterion of hiring.
    Sex "sex" {
        Male "male" "男",
        Female "female" "女",
    }
}

vocabulary! {
    /// Education 文化程度 of a person, or the least a vacancy asks for.
    Education "education" {
        None "none" "文盲或半文盲",
        Primary "primary" "小学",
        Junior "junior" "初中",
        Senior "senior" "高中",
        Vocational "vocational" "中专/职高/技校",
        College "college" "大专",
        Bachelor "bachelor" "本科及以上",
        Master "master" "硕士研究生及以上",
    }
}

vocabulary! {
    /// Status of one still at school 在校生状况; absent for everybody else.
    StudentStatus "student_status" {
        PreschoolChild "preschool_child" "学龄前儿童",
        Kindergarten "kindergarten" "学前教育",
        Primary "primary" "小学",
        Grade7 "grade7" "七年级",
        Grade8 "grade8" "八年级",
        Grade9 "grade9" "九年级",
        Senior1 "senior1" "普通高中一年级",
        Senior2 "senior2" "普通高中二年级",
        Senior3 "senior3" "普通高中三年级",
        Vocational1 "vocational1" "中职一年级",
        Vocational2 "vocational2" "中职二年级",
        Vocational3 "vocational3" "中职三年级",
        College1 "college1" "高职高专一年级",
        College2 "college2" "高职高专二年级",
        College3 "college3" "高职高专三年级",
        Technician1 "technician1" "技师学院一年级",
        Technician2 "technician2" "技师学院二年级",
        Technician3 "technician3" "技师学院三年级",
        Technician4 "technician4" "技师学院四年级",
        Bachelor1 "bachelor1" "本科一年级",
        Bachelor2 "bachelor2" "本科二年级",
        Bachelor3 "bachelor3" "本科三年级",
        Bachelor4 "bachelor4" "本科四年级",
        Bachelor5 "bachelor5" "本科五年级",
        Master "master" "硕士研究生及以上",
    }
}

vocabulary! {
    /// Health 健康状况.
    Health "health" {
        Healthy "healthy" "健康",
        Chronic "chronic" "长期慢性病",
        Serious "serious" "患有大病",
        Disabled "disabled" "残疾",
    }
}

vocabulary! {
    /// Labour capacity 劳动能力, the column the national system heads 劳动技能 (D§3.1).
    Labour "labour" {
        Ordinary "ordinary" "普通劳动力",
        Skilled "skilled" "技能劳动力",
        Weak "weak" "弱劳动力或半劳动力",
        Lost "lost" "丧失劳动力",
        None "none" "无劳动力",
    }
}

vocabulary! {
    /// Political status 政治面貌.
    Politics "politics" {
        PartyMember "party" "中共党员",
        Probationary "probationary" "中共预备党员",
        YouthLeague "league" "共青团员",
        Masses "masses" "群众",
    }
}

vocabulary! {
    /// Marital status 婚姻状况. Never a criterion of hiring.
    Marriage "marriage" {
        Unmarried "unmarried" "未婚",
        Married "married" "已婚",
        Widowed "widowed" "丧偶",
        Divorced "divorced" "离婚",
    }
}

vocabulary! {
    /// Kind of certificate 证件类型.
    IdType "id_type" {
        Resident "resident" "居民身份证",
        Disability "disability" "残疾人证",
    }
}

vocabulary! {
    /// Type of disability 残疾类别, in the order of the certificate digit.
    DisabilityType "disability_type" {
        Visual "visual" "视力",
        Hearing "hearing" "听力",
        Speech "speech" "言语",
        Limb "limb" "肢体",
        Intellectual "intellectual" "智力",
        Mental "mental" "精神",
        Multiple "multiple" "多重",
    }
}

vocabulary! {
    /// Special groups 特殊人群标识.
    SpecialGroup "special_group" {
        Veteran "veteran" "退役军人",
        Graduate "graduate" "高校毕业生",
        Returnee "returnee" "返乡农民工",
        HardToEmploy "hard_to_employ" "就业困难人员",
        ZeroEmployment "zero_employment" "零就业家庭成员",
        Disabled "disabled" "残疾人",
        FemaleHead "female_head" "单亲母亲",
        Released "released" "刑满释放人员",
    }
}

vocabulary! {
    /// Identity 人员身份 as county ledgers write it.
    Identity "identity" {
        Farmer "farmer" "纯农户农民",
        Returnee "returnee" "返乡农民工",
        Graduate "graduate" "高校毕业生",
        Veteran "veteran" "复员军人",
        Jobless "jobless" "待业失业人员",
        Other "other" "其他",
    }
}

impl Education {
    /// Rank for "at least" comparisons, 1 (none) to 7 (master), after GB/T 4658-2006; senior and vocational are equals.
    pub const fn rank(self) -> u8 {
        match self {
            Self::None => 1,
            Self::Primary => 2,
            Self::Junior => 3,
            Self::Senior | Self::Vocational => 4,
            Self::College => 5,
            Self::Bachelor => 6,
            Self::Master => 7,
        }
    }

    /// Whether one with this education meets a demand for `least`.
    pub const fn at_least(self, least: Self) -> bool {
        self.rank() >= least.rank()
    }

    /// Value for a two-digit code of GB/T 4658-2006 (graduate, completed and unfinished alike).
    pub fn from_gb(code: &str) -> Option<Self> {
        let [tens @ b'1'..=b'9', b'0'..=b'9'] = code.as_bytes() else {
            return None;
        };
        match tens {
            b'1' => Some(Self::Master),
            b'2' => Some(Self::Bachelor),
            b'3' => Some(Self::College),
            b'4' => Some(Self::Vocational),
            b'6' => Some(Self::Senior),
            b'7' => Some(Self::Junior),
            b'8' => Some(Self::Primary),
            b'9' => Some(Self::None),
            _ => None,
        }
    }
}

impl Labour {
    /// Able to work at all (D§3.1): ordinary and skilled must be placed, weak ones in light or near work.
    pub const fn can_work(self) -> bool {
        matches!(self, Self::Ordinary | Self::Skilled | Self::Weak)
    }
}

impl DisabilityType {
    /// Type for the digit of a disability certificate, 1 to 7.
    pub fn from_digit(digit: u8) -> Option<Self> {
        Self::ALL.get(usize::from(digit.checked_sub(1)?)).copied()
    }
}

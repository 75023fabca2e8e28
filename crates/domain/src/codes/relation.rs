//! Relation to the head of the household.

use super::vocabulary;

vocabulary! {
    /// Relation to the head of the household 与户主关系, the word list of the national system.
    Relation "relation" {
        Head "head" "户主",
        Spouse "spouse" "配偶",
        Son "son" "之子",
        Daughter "daughter" "之女",
        DaughterInLaw "daughter_in_law" "之儿媳",
        SonInLaw "son_in_law" "之女婿",
        Grandson "grandson" "之孙子",
        Granddaughter "granddaughter" "之孙女",
        DaughtersSon "grandson_d" "之外孙子",
        DaughtersDaughter "granddaughter_d" "之外孙女",
        Father "father" "之父",
        Mother "mother" "之母",
        WifesFather "wifes_father" "之岳父",
        WifesMother "wifes_mother" "之岳母",
        HusbandsFather "husbands_father" "之公公",
        HusbandsMother "husbands_mother" "之婆婆",
        Grandfather "grandfather" "之祖父",
        Grandmother "grandmother" "之祖母",
        MothersFather "grandfather_m" "之外祖父",
        MothersMother "grandmother_m" "之外祖母",
        Sibling "sibling" "之兄弟姐妹",
        GreatGrandson "great_grandson" "之曾孙子",
        GreatGranddaughter "great_granddaughter" "之曾孙女",
        Nephew "nephew" "之侄儿",
        Niece "niece" "之侄女",
        BrothersWife "brothers_wife" "之兄弟媳妇",
        Uncle "uncle" "之叔伯",
        Other "other" "其他",
    }
}

impl Relation {
    /// Sex the word implies, if it does.
    pub const fn sex(self) -> Option<super::Sex> {
        use super::Sex::{Female, Male};
        match self {
            Self::Son
            | Self::SonInLaw
            | Self::Grandson
            | Self::DaughtersSon
            | Self::Father
            | Self::WifesFather
            | Self::HusbandsFather
            | Self::Grandfather
            | Self::MothersFather
            | Self::GreatGrandson
            | Self::Nephew
            | Self::Uncle => Some(Male),
            Self::Daughter
            | Self::DaughterInLaw
            | Self::Granddaughter
            | Self::DaughtersDaughter
            | Self::Mother
            | Self::WifesMother
            | Self::HusbandsMother
            | Self::Grandmother
            | Self::MothersMother
            | Self::GreatGranddaughter
            | Self::Niece
            | Self::BrothersWife => Some(Female),
            Self::Head | Self::Spouse | Self::Sibling | Self::Other => None,
        }
    }

    /// Generation counted from the head: 0 the same, 1 children, -1 parents; `None` for other relations.
    pub const fn generation(self) -> Option<i8> {
        match self {
            Self::Head | Self::Spouse | Self::Sibling | Self::BrothersWife => Some(0),
            Self::Son | Self::Daughter | Self::DaughterInLaw | Self::SonInLaw | Self::Nephew | Self::Niece => Some(1),
            Self::Grandson | Self::Granddaughter | Self::DaughtersSon | Self::DaughtersDaughter => Some(2),
            Self::GreatGrandson | Self::GreatGranddaughter => Some(3),
            Self::Father
            | Self::Mother
            | Self::WifesFather
            | Self::WifesMother
            | Self::HusbandsFather
            | Self::HusbandsMother
            | Self::Uncle => Some(-1),
            Self::Grandfather | Self::Grandmother | Self::MothersFather | Self::MothersMother => Some(-2),
            Self::Other => None,
        }
    }
}

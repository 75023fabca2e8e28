//! A vacancy as a text states it.

use std::ops::Range;

/// A value and the bytes of the original text it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Sex the words of a post admit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Both, said in so many words.
    Any,
    /// Men only.
    Male,
    /// Women only.
    Female,
}

impl Gender {
    /// The word of the posts schema.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

/// Least education admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Education {
    /// Said not to matter.
    Any,
    /// 小学
    Primary,
    /// 初中
    Junior,
    /// 高中
    Senior,
    /// 中专, 技校, 职高
    Vocational,
    /// 大专
    College,
    /// 本科
    Bachelor,
}

impl Education {
    /// The word of the posts schema.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Any => "不限",
            Self::Primary => "小学",
            Self::Junior => "初中",
            Self::Senior => "高中",
            Self::Vocational => "中专",
            Self::College => "大专",
            Self::Bachelor => "本科",
        }
    }
}

/// Experience asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Experience {
    /// None needed.
    Any,
    /// Preferred.
    Preferred,
    /// Needed.
    Needed,
    /// Needed, this many years.
    Years(u32),
}

impl Experience {
    /// The word of the posts schema.
    pub fn code(self) -> String {
        match self {
            Self::Any => "不限".to_owned(),
            Self::Preferred => "优先".to_owned(),
            Self::Needed => "需要".to_owned(),
            Self::Years(years) => format!("{years}年以上"),
        }
    }
}

/// Unit a wage is stated in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A month.
    Month,
    /// A day, night, shift or half day.
    Day,
    /// An hour.
    Hour,
    /// A piece of any measure.
    Piece,
    /// A year.
    Year,
    /// To be agreed 面议.
    Negotiable,
}

impl Unit {
    /// The word of the posts schema.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Piece => "piece",
            Self::Year => "year",
            Self::Negotiable => "negotiable",
        }
    }
}

/// One vacancy of a post. What the text does not say is empty; nothing is inferred.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Job words as written.
    pub title: Option<Found<String>>,
    /// Code of the national occupation classification, where the title decides it.
    pub occupation: Option<String>,
    /// Seats; of a range the smallest.
    pub headcount: Option<Found<u32>>,
    /// The words about seats.
    pub headcount_text: Option<Found<String>>,
    /// Least pay in yuan per unit.
    pub wage_min: Option<Found<f64>>,
    /// Highest pay in yuan per unit.
    pub wage_max: Option<Found<f64>>,
    /// Unit of the pay.
    pub wage_unit: Option<Found<Unit>>,
    /// The words about pay.
    pub wage_text: Option<Found<String>>,
    /// Least age. Quarantined: never published, never a criterion (D§6.1).
    pub age_min: Option<Found<u32>>,
    /// Highest age. Quarantined as well.
    pub age_max: Option<Found<u32>>,
    /// Sex admitted. Quarantined as well.
    pub gender: Option<Found<Gender>>,
    /// Least education.
    pub education: Option<Found<Education>>,
    /// Experience.
    pub experience: Option<Found<Experience>>,
    /// Meals provided or not.
    pub board: Option<Found<bool>>,
    /// Lodging provided or not.
    pub lodging: Option<Found<bool>>,
    /// Insurance by its usual words.
    pub insurance: Vec<Found<&'static str>>,
    /// Shifts, hours and rest days by the words of the posts schema.
    pub schedule: Vec<Found<String>>,
    /// Place of work, else address of the employer.
    pub workplace: Option<Found<String>>,
    /// Six-digit code of the county of work.
    pub region: Option<u32>,
    /// Employing entity.
    pub employer: Option<Found<String>>,
    /// Contacts.
    pub contacts: Vec<Found<String>>,
    /// Phone numbers, digits only.
    pub phones: Vec<Found<String>>,
    /// Last day of registration: `YYYY-MM-DD`, `MM-DD`, 长期 or 招满为止.
    pub deadline: Option<Found<String>>,
    /// Other conditions as written.
    pub requirements: Vec<Found<String>>,
    /// Bytes of the text that are about this vacancy alone.
    pub own: Vec<Range<usize>>,
}

impl Draft {
    /// As many as come: 人数不限, 大量招聘.
    pub fn headcount_open(&self) -> bool {
        let open = |found: &Found<String>| ["不限", "大量"].iter().any(|word| found.value.contains(word));
        self.headcount.is_none() && self.headcount_text.as_ref().is_some_and(open)
    }
}

/// Several values of one field in one line; `None` of nothing.
pub fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> Option<String> {
    let parts: Vec<&str> = parts.collect();
    (!parts.is_empty()).then(|| parts.join("、"))
}

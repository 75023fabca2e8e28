//! Screening of vacancies before they are shown to anybody (S72, D§6.1): what blocks, what only warns. The wider reader of
//! texts belongs to `reading`; here are the rules that every vacancy must pass, whatever way it came.

use super::Vacancy;
use chrono::NaiveDate;

/// A screening rule by its number in the ledger schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Sex limit in the words of the post.
    V1,
    /// Other discriminatory condition.
    V3,
    /// Fee, deposit, withheld papers.
    V5,
    /// Past its validity.
    V6,
    /// Neither pay nor contact.
    V7,
}

impl Rule {
    /// The word used in message keys (`rule-<code>-title`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V3 => "v3",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
        }
    }

    /// Whether the vacancy must not be shown until somebody mends it.
    pub const fn blocks(self) -> bool {
        matches!(self, Self::V1 | Self::V3 | Self::V5 | Self::V6)
    }
}

/// What a rule found: the quoted words, empty for rules about missing data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The words found.
    pub quote: String,
}

const SEX_WORDS: [&str; 12] = [
    "限男",
    "限女",
    "只招男",
    "只招女",
    "仅限男",
    "仅限女",
    "男士优先",
    "女士优先",
    "男性优先",
    "女性优先",
    "男士勿扰",
    "女士勿扰",
];
const OTHER_WORDS: [&str; 6] = ["已婚已育", "限本地户口", "本地户籍优先", "形象气质佳", "五官端正", "无乙肝"];
const FEE_WORDS: [&str; 6] = ["押金", "保证金", "服装费", "培训费", "扣押身份证", "中介费"];

/// Applies the rules to a vacancy on a day, in the order of their numbers.
pub fn screen(vacancy: &Vacancy, day: NaiveDate) -> Vec<Finding> {
    let optional = [&vacancy.requirements, &vacancy.skills, &vacancy.experience, &vacancy.note, &vacancy.hours];
    let texts: Vec<&str> =
        std::iter::once(vacancy.title.as_str()).chain(optional.into_iter().flatten().map(String::as_str)).collect();
    let words = |rule, list: &'static [&'static str]| {
        let hit = list.iter().find(|word| texts.iter().any(|text| text.contains(**word)));
        hit.map(|word| Finding { rule, quote: (*word).to_owned() })
    };
    let bare = |rule, fires: bool| fires.then(|| Finding { rule, quote: String::new() });
    let expired = vacancy.valid_until.is_some_and(|last| last < day);
    let unanswerable = vacancy.pay_min.is_none() && !vacancy.pay_negotiable && vacancy.contact_phone.is_none();
    [
        words(Rule::V1, &SEX_WORDS),
        words(Rule::V3, &OTHER_WORDS),
        words(Rule::V5, &FEE_WORDS),
        bare(Rule::V6, expired),
        bare(Rule::V7, unanswerable),
    ]
    .into_iter()
    .flatten()
    .collect()
}

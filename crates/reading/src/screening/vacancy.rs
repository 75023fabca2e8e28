//! A vacancy of the ledger, held against every rule that its columns, its words and the text it came from can break.

use chrono::NaiveDate;
use domain::vacancies::{CreditCode, Vacancy};

use super::minimum_wage::{Shortfall, below_minimum};
use super::{Finding, Flag, screen_words};
use crate::posts::{pattern::patterns, text::Text};

/// What a rule found in a vacancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// The rule.
    pub flag: Flag,
    /// The words that gave the reason; empty where something is missing or a figure is too low.
    pub quote: String,
    /// Pay and floor, for pay below the minimum wage.
    pub shortfall: Option<Shortfall>,
}

impl Noticed {
    /// A finding by its words.
    pub fn new(flag: Flag, quote: impl Into<String>) -> Self {
        Self { flag, quote: quote.into(), shortfall: None }
    }
}

patterns! {
    CODE = r"(?:信用代码|执照|税号|代码)[^0-9A-Z]{0,12}([0-9A-Z]{15,20})";
}

/// Wrong credit codes in a text.
pub(super) fn credit_codes(text: &Text) -> impl Iterator<Item = Finding> + '_ {
    CODE.captures_iter(text.folded()).filter_map(|hit| hit.get(1)).filter_map(|code| {
        let wrong = CreditCode::new(code.as_str()).check().is_err();
        wrong.then(|| Finding { flag: Flag::CreditCode, span: text.original(&code.range()) })
    })
}

/// Screens a vacancy on a day: its own words and columns, and what was found in the text it was read from and is not settled. One
/// finding a rule, in the order of the rules. What needs other vacancies, duplicates and serial posters, is not looked at.
pub fn screen_vacancy(vacancy: &Vacancy, code: Option<&CreditCode>, day: NaiveDate) -> Vec<Noticed> {
    let mut found: Vec<Noticed> = told(vacancy).chain(written(vacancy)).chain(columns(vacancy, code, day)).collect();
    found.sort_by_key(|found| found.flag);
    found.dedup_by_key(|found| found.flag);
    found
}

/// What was found in the text it came from.
fn told(vacancy: &Vacancy) -> impl Iterator<Item = Noticed> + '_ {
    vacancy.origin.iter().flat_map(|origin| {
        let open = origin.noted.iter().filter(|noted| !origin.settled.contains_key(&noted.rule));
        open.filter_map(|noted| Some(Noticed::new(Flag::from_code(&noted.rule)?, origin.words(noted.range()))))
    })
}

/// What its own words say, which would be published. The words of a text it came from are settled with the text.
fn written(vacancy: &Vacancy) -> impl Iterator<Item = Noticed> + '_ {
    let texts = [
        Some(&vacancy.title),
        vacancy.employer_name.as_ref(),
        vacancy.requirements.as_ref(),
        vacancy.skills.as_ref(),
        vacancy.experience.as_ref(),
        vacancy.hours.as_ref(),
        vacancy.insurance.as_ref(),
        vacancy.note.as_ref(),
    ];
    texts.into_iter().flatten().flat_map(|text| {
        let found = screen_words(text).into_iter().map(|found| Noticed::new(found.flag, found.quote(text)));
        found.collect::<Vec<_>>()
    })
}

fn columns(vacancy: &Vacancy, code: Option<&CreditCode>, day: NaiveDate) -> impl Iterator<Item = Noticed> {
    let bare = |flag, fires: bool| fires.then(|| Noticed::new(flag, ""));
    // What is kept apart is not quoted either.
    let apart = vacancy.quarantine.as_ref().map(|_| Noticed::new(Flag::KeptApart, ""));
    let wrong = code.filter(|code| code.check().is_err());
    let unanswerable = vacancy.pay_min.is_none() && !vacancy.pay_negotiable && vacancy.contact_phone.is_none();
    [
        below(vacancy, day),
        apart,
        wrong.map(|code| Noticed::new(Flag::CreditCode, code.as_str())),
        bare(Flag::Expired, vacancy.valid_until.is_some_and(|last| last < day)),
        bare(Flag::Incomplete, unanswerable),
    ]
    .into_iter()
    .flatten()
}

/// Pay below the minimum wage of the place of work, else of the office. A public-welfare post may be part-time; it is looked at all
/// the same, because a person settles it in a moment.
fn below(vacancy: &Vacancy, day: NaiveDate) -> Option<Noticed> {
    let unit = vacancy.pay_unit.unwrap_or(domain::codes::PayUnit::Month);
    let most = vacancy.pay_max.or(vacancy.pay_min)?;
    let short = below_minimum(most, unit, vacancy.place_region.unwrap_or(vacancy.region), day)?;
    Some(Noticed { shortfall: Some(short), ..Noticed::new(Flag::BelowMinimum, "") })
}

//! From one cell to canonical values, by the type of its field.

pub(super) mod boolean;
mod composite;
pub(super) mod date;
mod ident;
pub(super) mod lookup;
pub(super) mod number;
pub(super) mod pay;
mod single;

use super::clean::{says_nothing, trim, unprotect};
use super::field::{FieldId, Type};
use super::fields as f;
use super::grid::{Raw, Texts};
use super::mapping::Unit;
use super::places::DivisionBook;
use super::value::Value;
use chrono::NaiveDate;

pub(super) use ident::plain_number;
pub(super) use single::clock;

/// Reads a text that stood outside the table as if it stood in a cell.
pub(super) fn read_text(text: &str, plan: Plan, around: &Surroundings<'_>) -> Outcome {
    of_text(text, plan, around)
}

/// Why a filled cell gave no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Not of the field's type (X1).
    Type,
    /// Not a word of the vocabulary (X2).
    Word,
    /// Not a known place (X5).
    Place,
    /// A long number stored as a number has lost its last digits (Q1 where it is an ID).
    Digits,
}

/// What a cell gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outcome {
    /// Fields and values; empty for an empty cell.
    pub(super) values: Vec<(FieldId, Value)>,
    /// Set when the cell is filled and could not be read.
    pub(super) trouble: Option<Trouble>,
}

impl Outcome {
    fn one(field: FieldId, value: Value) -> Self {
        Self { values: vec![(field, value)], trouble: None }
    }

    fn many(values: Vec<(FieldId, Value)>) -> Self {
        Self { values, trouble: None }
    }

    fn trouble(trouble: Trouble) -> Self {
        Self { values: Vec::new(), trouble: Some(trouble) }
    }

    fn of(field: FieldId, value: Option<Value>, trouble: Trouble) -> Self {
        value.map_or_else(|| Self::trouble(trouble), |value| Self::one(field, value))
    }
}

/// What the reading of a cell depends on besides the cell.
pub(super) struct Surroundings<'a> {
    pub(super) as_of: NaiveDate,
    /// Twelve-digit code of the office's county or city.
    pub(super) home: u64,
    pub(super) book: &'a DivisionBook,
}

/// What is known of a column when its cells are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) field: FieldId,
    pub(super) unit: Option<Unit>,
}

/// Reads one cell. Blank cells give an empty outcome.
pub(super) fn read(raw: Raw, plan: Plan, texts: &Texts, around: &Surroundings<'_>) -> Outcome {
    let field = plan.field;
    match raw {
        Raw::Error => Outcome::default(),
        Raw::Number(n) => of_number(n, plan, around),
        Raw::Date(year, month, day, hour, minute) => {
            single::of_date_cell(field, (year, month, day), (hour, minute), around)
        }
        Raw::Bool(yes) => match field.ty() {
            Type::Bool => Outcome::one(field, Value::Bool(yes)),
            _ => of_text(if yes { "是" } else { "否" }, plan, around),
        },
        Raw::Text(number) => of_text(texts.get(number), plan, around),
    }
}

fn of_number(n: f64, plan: Plan, around: &Surroundings<'_>) -> Outcome {
    let field = plan.field;
    match field.ty() {
        Type::Int if n.fract().abs() < 1e-9 => Outcome::one(field, Value::Int(n.round() as i64)),
        Type::Num => Outcome::one(field, Value::Num(single::share(field, n))),
        Type::Money => Outcome::one(field, single::money(n, plan.unit)),
        Type::Date => Outcome::of(field, date::of_number(n, around.as_of).map(Value::Date), Trouble::Type),
        Type::Ident if n.abs() >= 1e15 => Outcome::trouble(Trouble::Digits),
        _ => of_text(&plain_number(n), plan, around),
    }
}

/// Lists and yes/no fields understand 无 as an answer; elsewhere it means nothing was said.
fn of_text(text: &str, plan: Plan, around: &Surroundings<'_>) -> Outcome {
    let field = plan.field;
    let bare = unprotect(text);
    if bare.is_empty() {
        return Outcome::default();
    }
    if field.ty() == Type::Bool {
        return match boolean::of_field(bare, field) {
            Some(yes) => Outcome::one(field, Value::Bool(yes)),
            None if says_nothing(bare) => Outcome::default(),
            None => Outcome::trouble(Trouble::Type),
        };
    }
    if is_facility(field)
        && let Some(yes) = boolean::word(bare)
        && bare.parse::<f64>().is_err()
    {
        return Outcome::one(field, Value::Int(i64::from(yes)));
    }
    if says_nothing(bare) || demands_nothing(field, bare) {
        return Outcome::default();
    }
    match field.ty() {
        Type::Composite => composite::read(field, bare, around),
        Type::Ident => ident::read(field, bare),
        Type::Phone | Type::Phones => ident::phones(field, bare),
        Type::Codes(vocabulary) => codes(field, vocabulary, bare),
        Type::Texts => {
            let items: Vec<Box<str>> = split(bare).filter(|item| !says_nothing(item)).map(Into::into).collect();
            Outcome::one(field, Value::Texts(items.into()))
        }
        _ => single::read(plan, trim(text), bare, around),
    }
}

/// Counts of facilities: any notation of yes is 1, of no is 0 (schema `site.*`).
pub(super) fn is_facility(field: FieldId) -> bool {
    matches!(
        field,
        f::SITE_WORKSHOPS | f::SITE_ECOMMERCE | f::SITE_INDUSTRIAL_BUILDINGS | f::SITE_AGRI_OPERATORS | f::SITE_PARKS
    )
}

/// 不限 and 无要求 in what a vacancy demands are no demand.
fn demands_nothing(field: FieldId, text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "不限",
        "无要求",
        "男女不限",
        "不限男女",
        "无限制",
        "学历不限",
        "性别不限",
        "均可",
        "男女均可",
        "不要求",
        "没有要求",
        "无特殊要求",
        "经验不限",
        "不限学历",
    ];
    let demand = matches!(
        field,
        f::VACANCY_SEX_LIMIT
            | f::VACANCY_EDUCATION
            | f::VACANCY_SKILLS
            | f::VACANCY_EXPERIENCE
            | f::VACANCY_REQUIREMENTS
    );
    demand && WORDS.contains(&super::clean::fold(text).as_str())
}

/// Entries of a list cell.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ';', '；', '/', '\n', '\r']).map(trim).filter(|item| !item.is_empty())
}

fn codes(field: FieldId, vocabulary: &str, text: &str) -> Outcome {
    let mut found: Vec<&'static str> = Vec::new();
    match lookup::code(vocabulary, text) {
        Some(code) if split(text).count() < 2 => found.push(code),
        _ => {
            for item in split(text) {
                if let Some(code) = lookup::code(vocabulary, item)
                    && !found.contains(&code)
                {
                    found.push(code);
                }
            }
        }
    }
    if found.is_empty() {
        return Outcome::trouble(Trouble::Word);
    }
    Outcome::one(field, Value::Codes(found.into()))
}

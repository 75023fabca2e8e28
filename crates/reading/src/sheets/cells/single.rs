//! Cells that give one value: texts, names, counts, money, dates, words of a vocabulary.

use super::super::clean::{fold, is_han, is_space};
use super::super::dates;
use super::super::field::{FieldId, Type};
use super::super::fields as f;
use super::super::mapping::Unit;
use super::super::value::Value;
use super::{Outcome, Plan, Surroundings, Trouble, date, lookup, number, pay};
use domain::dates::PartialDate;

/// Reads a filled text cell of a single-valued type.
pub(super) fn read(plan: Plan, text: &str, bare: &str, around: &Surroundings<'_>) -> Outcome {
    let field = plan.field;
    match field.ty() {
        Type::Name => Outcome::one(field, Value::text(name(bare))),
        Type::Int => int(field, bare, around),
        Type::Num => Outcome::of(field, number::parse(bare).map(|n| Value::Num(share(field, n.value))), Trouble::Type),
        Type::Money => {
            let own = fold(bare).contains('元');
            let found = number::parse(bare);
            let unit = plan.unit.filter(|_| !own && found.is_none_or(|n| !n.scaled));
            Outcome::of(field, found.map(|n| money(n.value, unit)), Trouble::Type)
        }
        Type::Date if date::is_open(bare) => Outcome::default(),
        Type::Date => Outcome::of(field, date::parse(bare, around.as_of).map(Value::Date), Trouble::Type),
        Type::Enum(vocabulary) => word(field, vocabulary, bare),
        _ => Outcome::one(field, Value::text(free_text(field, text, bare))),
    }
}

/// Rates are 0 to 1; 85 in a column of rates is 85 %.
pub(super) fn share(field: FieldId, n: f64) -> f64 {
    let rate = matches!(field, f::WORKSHOP_OPEN_RATE | f::RESUME_RATE);
    if rate && n > 2.0 { n / 100.0 } else { n }
}

/// Yuan of a column's unit as fen.
pub(super) fn money(value: f64, unit: Option<Unit>) -> Value {
    let yuan = if unit == Some(Unit::TenThousand) { value * 10_000.0 } else { value };
    Value::Fen((yuan * 100.0).round() as i64)
}

fn int(field: FieldId, text: &str, around: &Surroundings<'_>) -> Outcome {
    if matches!(field, f::HOUSEHOLD_LIFTED_YEAR | f::TRAINING_YEAR) {
        let year = date::parse(text, around.as_of).map(|d| Value::Int(i64::from(dates::year(d))));
        return Outcome::of(field, year, Trouble::Type);
    }
    if field == f::VACANCY_HEADCOUNT && is_open_headcount(text) {
        return Outcome::one(f::VACANCY_HEADCOUNT_OPEN, Value::Bool(true));
    }
    if matches!(field, f::VACANCY_AGE_MIN | f::VACANCY_AGE_MAX) && pay::ages(text) == Some((None, None)) {
        return Outcome::default();
    }
    if field == f::PERSON_DISABILITY_GRADE
        && let Some(grade) = grade(text)
    {
        return Outcome::one(field, Value::Int(grade));
    }
    let found = number::parse(text).map(|n| n.value).or_else(|| spoken(text));
    let whole = found.filter(|n| n.fract().abs() < 1e-9).map(|n| Value::Int(n.round() as i64));
    Outcome::of(field, whole, Trouble::Type)
}

fn is_open_headcount(text: &str) -> bool {
    let folded = fold(text);
    !folded.chars().any(|c| c.is_ascii_digit())
        && ["若干", "不限", "多名", "长期", "数名", "多人", "大量", "不等", "批量", "常年"]
            .iter()
            .any(|word| folded.contains(word))
}

/// Small numbers in words: 三人, 十二.
fn spoken(text: &str) -> Option<f64> {
    let folded = fold(text);
    let digits: String = folded.trim_end_matches(['人', '口', '个', '名', '户', '次', '岁', '年']).to_owned();
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).or((c == '两').then_some(2));
    let mut signs = digits.chars();
    let value = match (signs.next()?, signs.next(), signs.next(), signs.next()) {
        ('十', None, ..) => 10,
        ('十', Some(one), None, _) => 10 + digit(one)?,
        (ten, Some('十'), None, _) => digit(ten)? * 10,
        (ten, Some('十'), Some(one), None) => digit(ten)? * 10 + digit(one)?,
        (one, None, ..) => digit(one)?,
        _ => return None,
    };
    Some(value as f64)
}

/// Grade of a disability: 一级 … 四级, or the digit.
pub(super) fn grade(text: &str) -> Option<i64> {
    let folded = fold(text);
    let grade = folded.trim_end_matches('级').chars().last()?;
    let at = "一二三四".chars().position(|c| c == grade).or_else(|| "1234".chars().position(|c| c == grade))?;
    i64::try_from(at + 1).ok()
}

fn word(field: FieldId, vocabulary: &'static str, text: &str) -> Outcome {
    let folded = fold(text);
    if field == f::PERSON_STUDENT_STATUS {
        const NOT: [&str; 11] =
            ["非在校", "否", "未在校", "不在校", "非在校生", "已毕业", "毕业", "未就读", "非学生", "未在读", "不在读"];
        if NOT.contains(&folded.as_str()) {
            return Outcome::default();
        }
    }
    Outcome::of(field, lookup::code(vocabulary, text).map(Value::Code), Trouble::Word)
}

/// A person's name: no white space, one kind of dot inside minority names.
pub(super) fn name(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !is_space(*c)).collect();
    let dotted = clean.chars().filter(|c| is_han(*c)).count() >= 4;
    if !dotted {
        return clean;
    }
    clean.chars().map(|c| if matches!(c, '•' | '.' | '．' | '・' | '‧' | '∙') { '·' } else { c }).collect()
}

fn free_text(field: FieldId, text: &str, bare: &str) -> String {
    match field {
        f::PERSON_ETHNIC => ethnic(bare),
        f::TRIP_DEPART_TIME => clock(bare).unwrap_or_else(|| bare.to_owned()),
        _ if bare.len() < text.len() => bare.to_owned(),
        _ => text.to_owned(),
    }
}

/// A people's name with 族; the commonest codes of GB/T 3304 occur too.
fn ethnic(text: &str) -> String {
    let folded: String = fold(text);
    let name = match folded.as_str() {
        "1" | "01" => "汉",
        "2" | "02" => "蒙古",
        "3" | "03" => "回",
        "4" | "04" => "藏",
        "5" | "05" => "维吾尔",
        "6" | "06" => "苗",
        "7" | "07" => "彝",
        "8" | "08" => "壮",
        "11" => "满",
        other => other.strip_suffix('族').unwrap_or(other),
    };
    format!("{name}族")
}

/// A time of day as HH:MM.
pub(in super::super) fn clock(text: &str) -> Option<String> {
    let folded = fold(text);
    let at = folded.find([':', '点', '时'])?;
    let hour: u32 = folded[..at]
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<String>()
        .chars()
        .rev()
        .collect::<String>()
        .parse()
        .ok()?;
    let after: String = folded[at..].chars().skip(1).take_while(char::is_ascii_digit).collect();
    let minute: u32 = if folded[at..].chars().nth(1) == Some('半') { 30 } else { after.parse().unwrap_or(0) };
    let hour = if folded[..at].contains("下午") && hour < 12 { hour + 12 } else { hour };
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// A cell with a date format, in whatever field it stands.
pub(super) fn of_date_cell(
    field: FieldId,
    (year, month, day): (u16, u8, u8),
    (hour, minute): (u8, u8),
    around: &Surroundings<'_>,
) -> Outcome {
    let Some(date) = PartialDate::day(i32::from(year), u32::from(month), u32::from(day)) else {
        return Outcome::trouble(Trouble::Type);
    };
    match field.ty() {
        Type::Date => Outcome::one(field, Value::Date(date)),
        Type::Int if matches!(field, f::HOUSEHOLD_LIFTED_YEAR | f::TRAINING_YEAR) => {
            Outcome::one(field, Value::Int(i64::from(year)))
        }
        Type::Text if field == f::TRIP_DEPART_TIME => {
            Outcome::one(field, Value::text(format!("{hour:02}:{minute:02}")))
        }
        Type::Composite | Type::Text => super::of_text(&date.to_string(), Plan { field, unit: None }, around),
        _ => Outcome::trouble(Trouble::Type),
    }
}

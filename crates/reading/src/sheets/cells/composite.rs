//! Cells that hold several fields at once (schema: type "composite").

use super::super::clean::{fold, is_space, says_nothing, trim};
use super::super::field::FieldId;
use super::super::fields as f;
use super::super::places::{self, Level};
use super::super::value::Value;
use super::date::{self, End};
use super::{Outcome, Surroundings, Trouble, ident, lookup, pay, single};

/// Reads a filled composite cell.
pub(super) fn read(field: FieldId, text: &str, around: &Surroundings<'_>) -> Outcome {
    match field.base() {
        f::WORK_PERIOD => period(text, [f::WORK_START, f::WORK_END].map(|part| part.with_spell(field.spell())), around),
        f::TRAINING_PERIOD => period(text, [f::TRAINING_START, f::TRAINING_END], around),
        f::PUBPOST_PERIOD => period(text, [f::PUBPOST_START, f::PUBPOST_END], around),
        f::WORK_PLACE => place(text, field, f::WORK_CODE.with_spell(field.spell()), around),
        f::WISH_PLACE => place(text, field, f::WISH_CODE, around),
        f::VACANCY_PLACE => place(text, field, f::VACANCY_CODE, around),
        f::TRIP_PLACE => place(text, field, f::TRIP_CODE, around),
        f::PLACE_FULL => full_place(text, around),
        f::PERSON_DISABILITY => disability(text),
        f::WISH_PAY => wished_pay(text),
        f::VACANCY_PAY => offered_pay(text),
        f::VACANCY_AGE_LIMIT => ages(text),
        f::VACANCY_CONTACT => contact(text),
        _ => Outcome::default(),
    }
}

fn period(text: &str, [start, end]: [FieldId; 2], around: &Surroundings<'_>) -> Outcome {
    let Some((from, until)) = date::period(text, around.as_of) else { return Outcome::trouble(Trouble::Type) };
    let mut values = vec![(start, Value::Date(from))];
    if let End::At(until) = until {
        values.push((end, Value::Date(until)));
    }
    Outcome::many(values)
}

/// The text as typed, and the code if the place is known.
fn place(text: &str, field: FieldId, code: FieldId, around: &Surroundings<'_>) -> Outcome {
    let mut values = vec![(field, Value::text(trim(text)))];
    let found = places::work_place(text, around.home, around.book);
    if let Some(found) = found {
        values.push((code, Value::text(format!("{found:06}"))));
    }
    Outcome { values, trouble: found.is_none().then_some(Trouble::Place) }
}

/// A joined home: county, township and village by the division list, the rest is the group.
fn full_place(text: &str, around: &Surroundings<'_>) -> Outcome {
    let Some(parsed) = places::parse(text, around.home, around.book) else {
        return Outcome::trouble(Trouble::Place);
    };
    let mut values = Vec::new();
    let depth = places::level(parsed.code);
    let parts =
        [(Level::County, f::PLACE_COUNTY), (Level::Township, f::PLACE_TOWNSHIP), (Level::Village, f::PLACE_VILLAGE)];
    for (level, field) in parts.into_iter().filter(|(level, _)| *level <= depth) {
        let code = places::above(parsed.code, level);
        let name = if level == Level::Village { around.book.short(code) } else { around.book.name(code) };
        values.extend(name.map(|name| (field, Value::text(name))));
    }
    values.push((f::PLACE_CODE, Value::text(format!("{:012}", parsed.code))));
    let rest = parsed.rest.trim_start_matches(['村', '委', '会']);
    if depth == Level::Village && !rest.is_empty() && !says_nothing(rest) {
        values.push((f::PLACE_GROUP, Value::text(rest)));
    }
    let trouble = (depth < Level::Village && !rest.is_empty()).then_some(Trouble::Place);
    Outcome { values, trouble }
}

/// 肢体三级.
fn disability(text: &str) -> Outcome {
    let folded = fold(text);
    let kind = folded.trim_end_matches('级').trim_end_matches(['一', '二', '三', '四', '1', '2', '3', '4']);
    let mut values = Vec::new();
    if let Some(code) = lookup::code("disability_type", kind) {
        values.push((f::PERSON_DISABILITY_TYPE, Value::Code(code)));
    }
    if let Some(grade) = single::grade(&folded) {
        values.push((f::PERSON_DISABILITY_GRADE, Value::Int(grade)));
    }
    if values.is_empty() { Outcome::trouble(Trouble::Word) } else { Outcome::many(values) }
}

fn yuan(value: f64) -> Value {
    single::money(value, None)
}

fn wished_pay(text: &str) -> Outcome {
    let Some(wish) = pay::parse(text) else { return Outcome::trouble(Trouble::Type) };
    let ends = [(f::WISH_PAY_MIN, wish.min), (f::WISH_PAY_MAX, wish.max)];
    Outcome::many(ends.into_iter().filter_map(|(field, sum)| Some((field, yuan(sum?)))).collect())
}

fn offered_pay(text: &str) -> Outcome {
    let Some(pay) = pay::parse(text) else { return Outcome::trouble(Trouble::Type) };
    let ends = [(f::VACANCY_PAY_MIN, pay.min), (f::VACANCY_PAY_MAX, pay.max)];
    let mut values: Vec<(FieldId, Value)> =
        ends.into_iter().filter_map(|(field, sum)| Some((field, yuan(sum?)))).collect();
    values.extend(pay.unit.map(|unit| (f::VACANCY_PAY_UNIT, Value::Code(unit))));
    values.extend(pay.mode.map(|mode| (f::VACANCY_PAY_MODE, Value::Code(mode))));
    if pay.negotiable {
        values.push((f::VACANCY_PAY_NEGOTIABLE, Value::Bool(true)));
    }
    Outcome::many(values)
}

fn ages(text: &str) -> Outcome {
    let Some((low, high)) = pay::ages(text) else { return Outcome::trouble(Trouble::Type) };
    let ends = [(f::VACANCY_AGE_MIN, low), (f::VACANCY_AGE_MAX, high)];
    Outcome::many(ends.into_iter().filter_map(|(field, age)| Some((field, Value::Int(age?)))).collect())
}

/// 张三19900000000, 张三：…, 张三/…
fn contact(text: &str) -> Outcome {
    let mut values = Vec::new();
    let words: String = text
        .chars()
        .map(|c| if super::super::clean::is_han(c) || c.is_alphabetic() || c == '·' { c } else { ' ' })
        .collect();
    let name = words
        .split(is_space)
        .map(|word| {
            ["联系电话", "联系人", "手机号", "电话", "手机"].iter().fold(word.to_owned(), |w, cut| w.replace(cut, ""))
        })
        .find(|word| !word.is_empty());
    values.extend(name.map(|name| (f::VACANCY_CONTACT_NAME, Value::text(single::name(&name)))));
    if ident::digit_count(text) >= 5
        && let Some(number) = ident::numbers(text).into_iter().find(|n| n.len() >= 5)
    {
        values.push((f::VACANCY_CONTACT_PHONE, Value::text(number)));
    }
    Outcome::many(values)
}

//! Fields of a vacancy as somebody types them.

use crate::import::place_of_work;
use chrono::NaiveDate;
use domain::codes::{Board, Education, Occupation, PayUnit};
use domain::door::Edit;
use domain::error::Refusal;
use domain::ledger::phone::normalise;
use domain::money::Fen;
use domain::places::Edition;
use domain::record::Fields;
use domain::vacancies::Vacancy;
use serde_json::{Value, json};

/// The edit that the typed fields come to: those that differ from what stands there.
///
/// # Errors
/// Q-1003 for a field that cannot be typed, Q-1004 for a value that cannot be read.
pub(super) fn edit(vacancy: &Vacancy, seen: i64, typed: &[(String, String)], day: NaiveDate) -> Result<Edit, Refusal> {
    let mut fields = Vec::new();
    for (field, text) in typed {
        let text = text.trim();
        let now = vacancy.get(field).ok_or_else(|| Refusal::new(1003).with("field", field.as_str()))?;
        let value = value(field, text).ok_or_else(|| Refusal::new(1004).with("field", field.as_str()))?;
        if value == now {
            continue;
        }
        if field == "place" {
            let place = place_of_work(value.as_str(), vacancy.place_region, vacancy.region, Edition::at(day));
            if place != vacancy.place_region {
                fields.push(("place_region".to_owned(), json!(place)));
            }
        }
        fields.push((field.clone(), value));
    }
    Ok(Edit { seen, fields })
}

/// The value of a field; `None` when it cannot be read.
fn value(field: &str, text: &str) -> Option<Value> {
    let required = field == "title";
    if text.is_empty() {
        return (!required).then_some(Value::Null);
    }
    let known = |found: Option<Value>| found;
    match field {
        "title" | "employer_name" | "place" | "hours" | "experience" | "requirements" | "insurance"
        | "contact_name" | "skills" | "note" => Some(json!(text)),
        "headcount" => text.parse::<u32>().ok().filter(|n| *n > 0).map(|n| json!(n)),
        "pay_min" | "pay_max" => yuan(text).map(|fen| json!(fen)),
        "pay_unit" => known(PayUnit::from_code(text).map(|unit| json!(unit))),
        "board" => known(Board::from_code(text).map(|board| json!(board))),
        "education" => known(Education::from_code(text).map(|education| json!(education))),
        "contact_phone" => Some(json!(normalise(text))),
        "valid_until" => text.parse::<NaiveDate>().ok().map(|day| json!(day)),
        "occupation" => occupation(text).map(|occupation| json!(occupation.to_string())),
        _ => None,
    }
}

/// Yuan as typed, 2600 or 2,600.50.
fn yuan(text: &str) -> Option<Fen> {
    let plain: String = text.chars().map(domain::clean::half_width).filter(|c| *c != ',').collect();
    let yuan: f64 = plain.parse().ok()?;
    (0.0..1e9).contains(&yuan).then(|| Fen((yuan * 100.0).round() as i64))
}

/// An occupation by its code, with or without its name behind it, or by its name.
fn occupation(text: &str) -> Option<Occupation> {
    let first = text.split_whitespace().next()?;
    first.parse().ok().or_else(|| Occupation::find(text))
}

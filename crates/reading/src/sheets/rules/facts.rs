//! What the rules ask of every line (schema §8): age, student, works, outside the county, household.

use super::super::cells::Surroundings;
use super::super::dates::months;
use super::super::field::FieldId;
use super::super::fields as f;
use super::super::rows::Row;
use super::super::value::Value;
use super::super::{Kind, Sheet};
use super::view::covers;
use chrono::{Datelike, NaiveDate};
use domain::dates::{PartialDate, age_at};
use domain::ledger::id_card::check_character;
use std::collections::HashMap;

/// What holds for one line.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    /// Birth date of a valid ID number.
    pub(super) id_birth: Option<NaiveDate>,
    /// Sex by digit 17 of a valid ID number.
    pub(super) id_sex: Option<&'static str>,
    /// Full years at the report date.
    pub(super) age: Option<i32>,
    pub(super) student: bool,
    pub(super) works: bool,
    /// Works outside the home county; nothing when that cannot be told.
    pub(super) outside: Option<bool>,
    /// Key of the household.
    pub(super) household: Option<Box<str>>,
}

/// Facts of a sheet by row, and its households.
pub(super) struct Facts {
    pub(super) list: Vec<Fact>,
    /// Rows of each household, in order of appearance.
    pub(super) households: Vec<Vec<usize>>,
    /// Number of the household of each key.
    by_key: HashMap<Box<str>, usize>,
    /// Full roster: all members are listed, not only workers.
    pub(super) full_roster: bool,
}

impl Facts {
    pub(super) fn of(sheet: &Sheet, around: &Surroundings<'_>) -> Self {
        let list: Vec<Fact> = sheet.rows.iter().map(|row| fact(sheet, row, around)).collect();
        let mut by_key: HashMap<Box<str>, usize> = HashMap::new();
        let mut households: Vec<Vec<usize>> = Vec::new();
        for (at, fact) in list.iter().enumerate() {
            let Some(key) = &fact.household else { continue };
            let number = *by_key.entry(key.clone()).or_insert_with(|| {
                households.push(Vec::new());
                households.len() - 1
            });
            households[number].push(at);
        }
        let full_roster = full_roster(sheet, &list, &households);
        Self { list, households, by_key, full_roster }
    }

    /// Rows of the household with this key.
    pub(super) fn household(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map_or(&[], |number| &self.households[*number])
    }
}

fn full_roster(sheet: &Sheet, list: &[Fact], households: &[Vec<usize>]) -> bool {
    if sheet.kind != Kind::Persons || !covers(sheet, f::PERSON_RELATION) || households.is_empty() {
        return false;
    }
    let head = |at: &usize| sheet.rows[*at].code(f::PERSON_RELATION) == Some("head");
    let headed = households.iter().filter(|lines| lines.iter().any(head)).count();
    let idle = |(at, fact): &(usize, &Fact)| {
        fact.age.is_some_and(|age| age < 16) || sheet.rows[*at].code(f::PERSON_LABOUR) == Some("none")
    };
    let idle = list.iter().enumerate().filter(idle).count();
    headed * 10 >= households.len() * 8 && idle * 10 >= list.len()
}

fn fact(sheet: &Sheet, row: &Row, around: &Surroundings<'_>) -> Fact {
    let id = row.text(f::PERSON_ID_NO).filter(|id| id_trouble(id, around.as_of).is_none());
    let id_birth = id.and_then(birth_of);
    let id_sex = id.and_then(|id| id.as_bytes().get(16)).map(|b| if b % 2 == 1 { "male" } else { "female" });
    let born = id_birth.map(PartialDate::from).or_else(|| row.get(f::PERSON_BIRTH_DATE).and_then(Value::as_date));
    let stated = row.get(f::PERSON_AGE).and_then(Value::as_number).map(|age| age as i32);
    Fact {
        id_birth,
        id_sex,
        age: born.map(|born| age_at(born, around.as_of)).or(stated),
        student: row.get(f::PERSON_STUDENT_STATUS).is_some(),
        works: works(sheet, row, around.as_of),
        outside: outside(row, f::WORK_CODE, f::WORK_REGION_CLASS, around.home),
        household: household_key(row),
    }
}

/// What is wrong with an ID number, as a word for the message; nothing if it is valid.
pub(super) fn id_trouble(id: &str, as_of: NaiveDate) -> Option<&'static str> {
    if id.chars().count() != 18 || !id.is_ascii() {
        return Some("length");
    }
    let (first, last) = id.split_at(17);
    if !first.bytes().all(|b| b.is_ascii_digit()) || !last.starts_with(|c: char| c.is_ascii_digit() || c == 'X') {
        return Some("character");
    }
    match birth_of(id) {
        Some(birth) if birth.year() >= 1900 && birth <= as_of => {}
        _ => return Some("birth"),
    }
    (check_character(first).map(|c| c.to_string()).as_deref() != Some(last)).then_some("check")
}

fn birth_of(id: &str) -> Option<NaiveDate> {
    let part = |range: std::ops::Range<usize>| id.get(range).and_then(|digits| digits.parse::<u32>().ok());
    NaiveDate::from_ymd_opt(i32::try_from(part(6..10)?).ok()?, part(10..12)?, part(12..14)?)
}

/// Months since year 0 of a day.
pub(super) fn month_of(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

/// Whether an end lies before the month of the report date.
fn is_over(end: Option<&Value>, as_of: NaiveDate) -> bool {
    let end = end.and_then(Value::as_date);
    end.is_some_and(|end| match months(end) {
        Some(month) => month < month_of(as_of),
        None => end.parts().0 < as_of.year(),
    })
}

fn works(sheet: &Sheet, row: &Row, as_of: NaiveDate) -> bool {
    if let Some(works) = row.get(f::WORK_IS_WORKING).and_then(Value::as_bool) {
        return works;
    }
    let over = is_over(row.get(f::WORK_END), as_of);
    match sheet.kind {
        Kind::Spells => row.is_filled(f::WORK_START) && !over,
        Kind::Persons => {
            let said = [f::WORK_START, f::WORK_EMPLOYER, f::WORK_PLACE, f::WORK_CODE];
            said.iter().any(|field| row.is_filled(*field)) && !over
        }
        _ => false,
    }
}

/// Whether a work place lies outside the home county, by its code, else by the class of region.
pub(super) fn outside(row: &Row, code: FieldId, class: FieldId, home: u64) -> Option<bool> {
    let place = row.text(f::PLACE_CODE).and_then(|code| code.parse::<u64>().ok()).unwrap_or(home);
    let county = place / 1_000_000;
    if let Some(work) = row.text(code).and_then(|code| code.parse::<u64>().ok()) {
        return match work {
            w if w % 10_000 == 0 => (w / 10_000 != county / 10_000).then_some(true),
            w if w % 100 == 0 => (w / 100 != county / 100).then_some(true),
            w => Some(w != county),
        };
    }
    match row.code(class)? {
        "city" | "province" | "province_out_county" | "other_province" | "overseas" => Some(true),
        "township" | "county" | "county_out_township" => Some(false),
        _ => None,
    }
}

fn household_key(row: &Row) -> Option<Box<str>> {
    if let Some(no) = row.text(f::HOUSEHOLD_NO) {
        return Some(no.into());
    }
    if let Some(head) = row.text(f::HOUSEHOLD_HEAD_ID) {
        return Some(head.into());
    }
    let (village, head) = (row.text(f::PLACE_VILLAGE)?, row.text(f::HOUSEHOLD_HEAD_NAME)?);
    Some(format!("{village} {head}").into())
}

//! Identifiers and telephone numbers: digits that are no numbers.

use super::super::clean::{fold, is_space, narrow};
use super::super::field::{FieldId, Type};
use super::super::fields as f;
use super::super::value::Value;
use super::{Outcome, Trouble};

/// A number as a spreadsheet would show it in full: no exponent, no `.0`.
pub(in super::super) fn plain_number(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e15 { format!("{}", n as i64) } else { format!("{n}") }
}

/// Kinds of disability by their digit on the certificate (order of the vocabulary).
const KINDS: [&str; 7] = ["visual", "hearing", "speech", "limb", "intellectual", "mental", "multiple"];

/// Reads an identifier: no white space, half width, upper case.
pub(super) fn read(field: FieldId, text: &str) -> Outcome {
    let clean: String = text
        .chars()
        .filter(|c| !is_space(*c))
        .map(narrow)
        .flat_map(char::to_uppercase)
        .filter(|c| *c != '\'')
        .collect();
    if is_scientific(&clean) {
        return Outcome::trouble(Trouble::Digits);
    }
    match field {
        f::PERSON_ID_NO | f::PERSON_ID_FULL => certificate(field, clean),
        f::HOUSEHOLD_HEAD_ID | f::HELPER_ID_NO => Outcome::one(field, Value::text(first_18(&clean))),
        f::TRIP_VEHICLE => Outcome::one(field, Value::text(plate(&clean))),
        f::TRIP_CARRIAGE | f::TRIP_SEAT => {
            let digits: String = clean.chars().filter(char::is_ascii_digit).collect();
            let rest = clean.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '号' | '座' | '车' | '厢' | '第'));
            let value = if digits.is_empty() || rest.count() > 0 { clean.clone() } else { digits };
            Outcome::one(field, Value::text(value))
        }
        _ => Outcome::one(field, Value::text(clean)),
    }
}

/// A number plate without spaces and dots: 晋B·X0001 → 晋BX0001.
pub(in super::super) fn plate(text: &str) -> String {
    let signs = text.chars().filter(|c| !is_space(*c)).map(narrow).flat_map(char::to_uppercase);
    signs.filter(|c| !matches!(c, '·' | '.' | '•' | '-' | '・')).collect()
}

/// `1.40222E+17` and the like.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once("E+") else { return false };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    digits(mantissa) && digits(exponent)
}

fn first_18(text: &str) -> &str {
    match text.len() {
        20 | 22 if text.is_ascii() => &text[..18],
        _ => text,
    }
}

/// An ID number, or a disability certificate that begins with one.
fn certificate(field: FieldId, clean: String) -> Outcome {
    if !(clean.is_ascii() && matches!(clean.len(), 20 | 22)) {
        // The column of full numbers repeats the plain number for people without a certificate.
        return match field {
            f::PERSON_ID_FULL => Outcome::default(),
            _ => Outcome::one(field, Value::text(clean)),
        };
    }
    let mut values =
        vec![(f::PERSON_ID_NO, Value::text(&clean[..18])), (f::PERSON_ID_FULL, Value::text(clean.as_str()))];
    let digit = |at: usize| clean.as_bytes().get(at).filter(|b| b.is_ascii_digit()).map(|b| b - b'0');
    if let Some(kind) = digit(18).and_then(|d| KINDS.get(usize::from(d).wrapping_sub(1))) {
        values.push((f::PERSON_DISABILITY_TYPE, Value::Code(kind)));
    }
    if let Some(grade) = digit(19).filter(|d| (1..=4).contains(d)) {
        values.push((f::PERSON_DISABILITY_GRADE, Value::Int(i64::from(grade))));
    }
    Outcome::many(values)
}

/// Reads telephone numbers; a second number goes to the field for further ones.
pub(super) fn phones(field: FieldId, text: &str) -> Outcome {
    let numbers = numbers(text);
    let Some(first) = numbers.first() else { return Outcome::trouble(Trouble::Type) };
    if field.ty() == Type::Phones {
        return Outcome::one(field, Value::Texts(numbers.iter().map(|n| n.as_str().into()).collect()));
    }
    let mut values = vec![(field, Value::text(first.as_str()))];
    if field == f::PERSON_PHONE && numbers.len() > 1 {
        let further = numbers[1..].iter().map(|n| n.as_str().into()).collect();
        values.push((f::PERSON_PHONE_ALT, Value::Texts(further)));
    }
    Outcome::many(values)
}

/// The telephone numbers of a text, digits only.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let narrow: String = text.chars().map(narrow).collect();
    let mut numbers = Vec::new();
    for piece in narrow.split(['、', ',', ';', '/', '\n', '或', '和', '及', '|', '；']) {
        let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
        let words: Vec<String> = piece
            .split(is_space)
            .map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect();
        if digits.len() >= 14 && words.len() > 1 && words.iter().all(|word| word.len() >= 7) {
            numbers.extend(words);
        } else if digits.len() == 22 && digits.starts_with('1') && digits[11..].starts_with('1') {
            numbers.extend([digits[..11].to_owned(), digits[11..].to_owned()]);
        } else if !digits.is_empty() {
            numbers.push(digits);
        }
    }
    for number in &mut numbers {
        if let Some(cut) = number.strip_prefix("86").filter(|cut| cut.len() == 11) {
            *number = cut.to_owned();
        }
    }
    numbers
}

/// Digits of a folded text, for tests of shape.
pub(super) fn digit_count(text: &str) -> usize {
    fold(text).chars().filter(char::is_ascii_digit).count()
}

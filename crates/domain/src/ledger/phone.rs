//! Phone numbers: mobile numbers of eleven digits, landlines kept as digits.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::clean::{half_width, is_blank};

/// A phone number as cleaned: digits only when valid. `Debug` never prints it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

/// What is wrong with a phone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhoneFault {
    /// Nothing there.
    #[error("empty")]
    Empty,
    /// A character that is no digit.
    #[error("{found:?} at place {place}, expected a digit")]
    Character {
        /// Place counted from 1, after cleaning.
        place: usize,
        /// Character found.
        found: char,
    },
    /// Wrong number of digits.
    #[error("{found} digits, expected 11")]
    Length {
        /// Digits found.
        found: usize,
    },
    /// Eleven digits that do not begin like a mobile number.
    #[error("begins with {found}, expected 13 to 19")]
    Prefix {
        /// First two digits.
        found: String,
    },
}

/// Kind of a phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneKind {
    /// Eleven digits, `1[3-9]…`.
    Mobile,
    /// With area code (ten to twelve digits from 0) or local (seven or eight digits).
    Landline,
    /// 400, 800 and short numbers such as 12333.
    Service,
}

/// Cleans what people type: folds full width, drops blanks, hyphens, dots and brackets, and the country code 86 where a
/// whole number follows. Cleaning twice changes nothing more.
pub fn normalise(text: &str) -> String {
    let dropped =
        |c: &char| is_blank(*c) || matches!(c, '-' | '—' | '–' | '－' | '(' | ')' | '.' | '·' | '\'' | '"' | '=');
    let text: String = text.chars().map(half_width).filter(|c| !dropped(c)).collect();
    let abroad = text.strip_prefix("+86").or_else(|| text.strip_prefix("0086"));
    let rest = abroad.or_else(|| text.strip_prefix("86")).unwrap_or(&text);
    if is_mobile(rest) {
        return rest.to_owned();
    }
    // A landline dialled from abroad lost its leading 0.
    match abroad {
        Some(rest) if (9..=11).contains(&rest.len()) && is_digits(rest) && !rest.starts_with('0') => format!("0{rest}"),
        _ => text,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..]) && digits.len() == 11 && is_digits(digits)
}

impl Phone {
    /// Takes the cleaned digits as they are, right or wrong.
    pub fn new(digits: impl Into<String>) -> Self {
        Self(digits.into())
    }

    /// Cleans and checks a mobile number: eleven digits, the second 3 to 9 (rule Q4).
    ///
    /// # Errors
    /// The first [`PhoneFault`] from the left.
    pub fn parse_mobile(text: &str) -> Result<Self, PhoneFault> {
        let phone = Self(normalise(text));
        phone.check_mobile()?;
        Ok(phone)
    }

    /// Whether this is a mobile number.
    ///
    /// # Errors
    /// The first [`PhoneFault`] from the left.
    pub fn check_mobile(&self) -> Result<(), PhoneFault> {
        if self.0.is_empty() {
            return Err(PhoneFault::Empty);
        }
        if let Some((i, found)) = self.0.chars().enumerate().find(|(_, c)| !c.is_ascii_digit()) {
            return Err(PhoneFault::Character { place: i + 1, found });
        }
        match self.0.len() {
            11 if is_mobile(&self.0) => Ok(()),
            11 => Err(PhoneFault::Prefix { found: self.0[..2].to_owned() }),
            found => Err(PhoneFault::Length { found }),
        }
    }

    /// Kind of the number; `None` when it is none that exists.
    pub fn kind(&self) -> Option<PhoneKind> {
        let digits = self.0.as_str();
        match digits.len() {
            _ if !is_digits(digits) => None,
            11 if is_mobile(digits) => Some(PhoneKind::Mobile),
            10..=12 if digits.starts_with('0') && !digits.starts_with("00") => Some(PhoneKind::Landline),
            7 | 8 if !digits.starts_with(['0', '1']) => Some(PhoneKind::Landline),
            10 if digits.starts_with("400") || digits.starts_with("800") => Some(PhoneKind::Service),
            5 if digits.starts_with("12") => Some(PhoneKind::Service),
            _ => None,
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First three and last four digits, stars between: 199****0001 (D§6.6); all stars when shorter than nine.
    pub fn masked(&self) -> String {
        match (self.0.get(..3), self.0.len().checked_sub(4).and_then(|at| self.0.get(at..))) {
            (Some(head), Some(tail)) if self.0.len() >= 9 => format!("{head}{}{tail}", "*".repeat(self.0.len() - 7)),
            _ => "*".repeat(self.0.chars().count()),
        }
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

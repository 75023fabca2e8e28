//! The ID number (GB 11643).

use crate::codes::Sex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An ID number as cleaned: 18 characters when valid. `Debug` never prints it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdNumber(String);

impl IdNumber {
    /// Takes the cleaned text as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Birth date in digits 7 to 14.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(self.0.get(6..14)?, "%Y%m%d").ok()
    }

    /// Sex by digit 17: odd male, even female.
    pub fn sex(&self) -> Option<Sex> {
        let digit = self.0.as_bytes().get(16).filter(|b| b.is_ascii_digit())?;
        Some(if digit % 2 == 1 { Sex::Male } else { Sex::Female })
    }

    /// 1402**********3018.
    pub fn masked(&self) -> String {
        match (self.0.get(..4), self.0.len().checked_sub(4).and_then(|at| self.0.get(at..))) {
            (Some(head), Some(tail)) if self.0.len() >= 12 => format!("{head}{}{tail}", "*".repeat(self.0.len() - 8)),
            _ => "*".repeat(self.0.chars().count()),
        }
    }
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

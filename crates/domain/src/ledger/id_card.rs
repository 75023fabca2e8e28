//! The ID number 公民身份号码 (GB 11643-1999) and the certificates that carry it.
//!
//! Layout: six digits of the county of first registration, eight of the birth date, three of sequence (odd male, even
//! female), one check character by ISO 7064 MOD 11-2. That check finds every single wrong character and every swap of
//! two neighbours, without exception: the weights are powers of 2 modulo the prime 11, so neither a weight nor the
//! difference of two neighbouring ones vanishes.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::clean::ident;
use crate::codes::{DisabilityType, Sex};

/// An ID number as cleaned; 18 characters when valid. The ledger also keeps what is not valid, as it stands. `Debug`
/// never prints it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdNumber(String);

/// What is wrong with an ID number. The first fault from the left is told; nothing of the number but the wrong part is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdFault {
    /// Nothing there.
    #[error("empty")]
    Empty,
    /// Stored as a number or in scientific notation: the last digits are gone.
    #[error("stored as a number: digits are lost; expected text")]
    DigitsLost,
    /// Wrong number of characters.
    #[error("{found} characters, expected 18")]
    Length {
        /// Characters found after cleaning.
        found: usize,
    },
    /// A character that cannot stand there.
    #[error("{found:?} at place {place}, expected a digit")]
    Character {
        /// Place counted from 1.
        place: usize,
        /// Character found.
        found: char,
    },
    /// The first two digits are no province.
    #[error("no province has the code {found}")]
    Province {
        /// Digits found.
        found: String,
    },
    /// Digits 7 to 14 are no date, or none a living person can have.
    #[error("{found} is not a possible birth date")]
    Birth {
        /// Digits found.
        found: String,
    },
    /// The check character does not fit the rest: some character is wrong or two are swapped.
    #[error("check character {found}, expected {expected}")]
    Check {
        /// Character found.
        found: char,
        /// Character that would fit.
        expected: char,
    },
    /// Characters 19 and on are not those of a disability certificate.
    #[error("{found:?} after the number, expected type 1-7 and grade 1-4")]
    Suffix {
        /// Characters found.
        found: String,
    },
}

/// Province codes of GB/T 2260, with 83 as printed on residence permits of Taiwan residents.
const PROVINCES: [u8; 35] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
];

/// Weights of ISO 7064 MOD 11-2: powers of 2 modulo 11.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The check character of the first 17 digits; `None` unless they are 17 digits.
pub fn check_character(first17: &str) -> Option<char> {
    let digits = first17.as_bytes();
    if digits.len() != 17 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    Some(char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// Cleans what people type or spreadsheets keep: folds full width, drops white space, quotes, apostrophes and `="…"`,
/// makes letters upper case. Cleaning twice changes nothing more.
pub fn normalise(text: &str) -> String {
    ident(text)
}

impl IdNumber {
    /// Takes the cleaned text as it is, right or wrong.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Cleans and checks; a number of the first generation (15 digits) is upgraded to 18 characters.
    ///
    /// # Errors
    /// The first [`IdFault`] from the left.
    pub fn parse(text: &str) -> Result<Self, IdFault> {
        let number = Self(normalise(text));
        if number.0.len() == 15 && number.0.bytes().all(|b| b.is_ascii_digit()) {
            return number.upgrade();
        }
        number.check()?;
        Ok(number)
    }

    /// The 18 characters of a 15-digit number (GB 11643-1989): `19` before the year and a check character at the end.
    fn upgrade(&self) -> Result<Self, IdFault> {
        let first17 = format!("{}19{}", &self.0[..6], &self.0[6..]);
        let check = check_character(&first17).ok_or(IdFault::Length { found: 15 })?;
        let number = Self(format!("{first17}{check}"));
        number.check()?;
        Ok(number)
    }

    /// Checks length, characters, province, birth date and check character.
    ///
    /// # Errors
    /// The first [`IdFault`] from the left.
    pub fn check(&self) -> Result<(), IdFault> {
        let text = self.0.as_str();
        if text.is_empty() {
            return Err(IdFault::Empty);
        }
        if text.contains("E+") || text.contains('.') {
            return Err(IdFault::DigitsLost);
        }
        let characters = text.chars().count();
        if characters != 18 {
            return Err(IdFault::Length { found: characters });
        }
        let wrong = text.chars().enumerate().find(|&(i, c)| !(c.is_ascii_digit() || (i == 17 && c == 'X')));
        if let Some((i, found)) = wrong {
            return Err(IdFault::Character { place: i + 1, found });
        }
        if !text[..2].parse().is_ok_and(|province| PROVINCES.contains(&province)) {
            return Err(IdFault::Province { found: text[..2].to_owned() });
        }
        if self.birth_date().is_none() {
            return Err(IdFault::Birth { found: text[6..14].to_owned() });
        }
        match (text.chars().last(), check_character(&text[..17])) {
            (Some(found), Some(expected)) if found != expected => Err(IdFault::Check { found, expected }),
            _ => Ok(()),
        }
    }

    /// [`check`](Self::check), and the birth date is one of a person alive at `day`: from 1900 to that day (rule Q1).
    ///
    /// # Errors
    /// The first [`IdFault`] from the left.
    pub fn check_at(&self, day: NaiveDate) -> Result<(), IdFault> {
        self.check()?;
        match self.birth_date() {
            Some(birth) if birth.year() >= 1900 && birth <= day => Ok(()),
            _ => Err(IdFault::Birth { found: self.0[6..14].to_owned() }),
        }
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Birth date in digits 7 to 14; `None` when they are no date.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        let digits = self.0.get(6..14).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
        NaiveDate::from_ymd_opt(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
    }

    /// Sex by digit 17: odd male, even female.
    pub fn sex(&self) -> Option<Sex> {
        let digit = self.0.as_bytes().get(16).filter(|b| b.is_ascii_digit())?;
        Some(if digit % 2 == 1 { Sex::Male } else { Sex::Female })
    }

    /// The six-digit county of first registration. It may be an old code: see `places::history`.
    pub fn origin(&self) -> Option<u32> {
        self.0.get(..6).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
    }

    /// First four and last four characters, stars between (D§6.6); all stars when shorter than twelve.
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

/// A number as the certificate carries it: 18 characters; 20 on a disability certificate (type digit, grade digit after
/// the ID number); 22 on a reissued one (`B1`, `B2` … after those).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The ID number: the first 18 characters.
    pub number: IdNumber,
    /// Type and grade (1 the gravest, 4 the slightest) of a disability certificate.
    pub disability: Option<(DisabilityType, u8)>,
    /// How often it was reissued.
    pub reissue: u8,
}

impl Certificate {
    /// Cleans, splits and checks.
    ///
    /// # Errors
    /// [`IdFault`] of the number, or [`IdFault::Suffix`].
    pub fn parse(text: &str) -> Result<Self, IdFault> {
        let full = normalise(text);
        let (number, suffix) = match (full.is_ascii(), full.len()) {
            (true, 20 | 22) => full.split_at(18),
            _ => (full.as_str(), ""),
        };
        let number = IdNumber::parse(number)?;
        let wrong = || IdFault::Suffix { found: suffix.to_owned() };
        let (disability, reissue) = match suffix.as_bytes() {
            [] => (None, 0),
            [kind @ b'1'..=b'7', grade @ b'1'..=b'4', rest @ ..] => {
                let reissue = match rest {
                    [] => 0,
                    [b'B', n @ b'1'..=b'9'] => n - b'0',
                    _ => return Err(wrong()),
                };
                let kind = DisabilityType::from_digit(kind - b'0').ok_or_else(wrong)?;
                (Some((kind, grade - b'0')), reissue)
            }
            _ => return Err(wrong()),
        };
        Ok(Self { number, disability, reissue })
    }
}

//! The unified social credit code 统一社会信用代码 (GB 32100-2015), with the organisation code (GB 11714) inside it.
//!
//! Layout: registering department, category, six digits of the area, nine characters of the organisation code, check
//! character. The check (weights are powers of 3 modulo the prime 31) finds every single wrong character. The check of the
//! organisation code (modulo 11, values up to 35) misses a change by 11, 22 or 33, such as 1 for C.

use serde::{Deserialize, Serialize};

use crate::clean::ident;

/// A credit code as cleaned; 18 characters when valid. The ledger also keeps what is not valid, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CreditCode(String);

/// What is wrong with a credit code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CreditFault {
    /// Nothing there.
    #[error("empty")]
    Empty,
    /// Wrong number of characters.
    #[error("{found} characters, expected 18")]
    Length {
        /// Characters found after cleaning.
        found: usize,
    },
    /// A character outside the set of 31: I, O, S, V, Z are never used, and the area is digits.
    #[error("{found:?} at place {place} is not used in credit codes")]
    Character {
        /// Place counted from 1.
        place: usize,
        /// Character found.
        found: char,
    },
    /// The check character does not fit the rest.
    #[error("check character {found}, expected {expected}")]
    Check {
        /// Character found.
        found: char,
        /// Character that would fit.
        expected: char,
    },
}

const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

fn value(character: u8) -> Option<u32> {
    CHARACTERS.iter().position(|c| *c == character).map(|at| at as u32)
}

/// The check character of the first 17 characters; `None` unless they are 17 of the set.
pub fn check_character(first17: &str) -> Option<char> {
    let characters = first17.as_bytes();
    if characters.len() != 17 {
        return None;
    }
    let sum = characters.iter().zip(WEIGHTS).try_fold(0, |sum, (c, weight)| Some(sum + value(*c)? * weight))?;
    Some(char::from(CHARACTERS[((31 - sum % 31) % 31) as usize]))
}

/// The check character of the first eight characters of an organisation code (GB 11714); `None` unless they are eight
/// digits or capitals.
pub fn organisation_check_character(first8: &str) -> Option<char> {
    let characters = first8.as_bytes();
    if characters.len() != 8 {
        return None;
    }
    let value = |c: u8| char::from(c).to_digit(36).filter(|_| !c.is_ascii_lowercase());
    let sum = characters.iter().zip(ORGANISATION_WEIGHTS).try_fold(0, |sum, (c, w)| Some(sum + value(*c)? * w))?;
    Some(char::from(b"0X987654321"[(sum % 11) as usize]))
}

impl CreditCode {
    /// Takes the cleaned text as it is, right or wrong.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Cleans and checks.
    ///
    /// # Errors
    /// The first [`CreditFault`] from the left.
    pub fn parse(text: &str) -> Result<Self, CreditFault> {
        let code = Self(ident(text).replace('-', ""));
        code.check()?;
        Ok(code)
    }

    /// Checks length, characters and check character (rule V4).
    ///
    /// # Errors
    /// The first [`CreditFault`] from the left.
    pub fn check(&self) -> Result<(), CreditFault> {
        let text = self.0.as_str();
        if text.is_empty() {
            return Err(CreditFault::Empty);
        }
        let length = text.chars().count();
        if length != 18 {
            return Err(CreditFault::Length { found: length });
        }
        let fits = |(i, c): (usize, char)| match i {
            2..8 => c.is_ascii_digit(),
            _ => c.is_ascii() && value(c as u8).is_some(),
        };
        if let Some((i, found)) = text.chars().enumerate().find(|pair| !fits(*pair)) {
            return Err(CreditFault::Character { place: i + 1, found });
        }
        match (text.chars().last(), check_character(&text[..17])) {
            (Some(found), Some(expected)) if found != expected => Err(CreditFault::Check { found, expected }),
            _ => Ok(()),
        }
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Registering department and category: `91` company, `92` individual business, `93` farmers' co-operative, `52` private
    /// non-enterprise unit such as a training school; see the tables of the standard.
    pub fn department(&self) -> Option<&str> {
        self.0.get(..2)
    }

    /// Six digits of the area of registration.
    pub fn area(&self) -> Option<u32> {
        self.0.get(2..8)?.parse().ok()
    }

    /// The organisation code: nine characters.
    pub fn organisation(&self) -> Option<&str> {
        self.0.get(8..17)
    }

    /// Whether the organisation code carries its own right check character. Not part of [`check`](Self::check).
    pub fn organisation_fits(&self) -> bool {
        let code = self.organisation().filter(|code| code.is_ascii());
        code.is_some_and(|code| organisation_check_character(&code[..8]) == code.chars().last())
    }
}

//! Phone numbers.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A phone number, digits only. `Debug` never prints it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Takes the cleaned digits as they are.
    pub fn new(digits: impl Into<String>) -> Self {
        Self(digits.into())
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 199****0001.
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

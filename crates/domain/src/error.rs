//! Numbered errors: what was found, what was expected, what to do. Each number has a page in `docs/errors`.
//!
//! Numbers by floor and slice: 10xx door and access, 11xx ledger, 12xx vacancies, 13xx bridge, 20xx-21xx reading of files,
//! 30xx store and data directory, 40xx command line, 50xx web.

use crate::say::{Arg, Message};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The number of an error, printed `Q-1203`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Number(pub u16);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q-{:04}", self.0)
    }
}

/// A refusal that a person reads: number plus the arguments of its sentences. The message files hold, under `q-1203`, the sentence
/// that says what was found and what was expected, and under `q-1203-do` what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Which error it is.
    pub number: Number,
    /// Arguments of the sentence.
    pub message: Message,
}

impl Refusal {
    /// A refusal by its number; key is `q-NNNN`.
    pub fn new(number: u16) -> Self {
        Self { number: Number(number), message: Message { key: format!("q-{number:04}").into(), args: Vec::new() } }
    }

    /// The same refusal with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.message = self.message.with(name, arg);
        self
    }

    /// The sentence that says what to do.
    pub fn advice(&self) -> Message {
        Message { key: format!("{}-do", self.message.key).into(), args: self.message.args.clone() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number)
    }
}

impl std::error::Error for Refusal {}

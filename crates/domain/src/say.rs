//! What the product says to people, as keys and arguments. The words themselves are in the message files of the
//! crate `words`, so that no rule ever holds a sentence in one language.

use crate::places::Region;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A sentence: the key of a message and what stands in its gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Key in the message files, e.g. `reason-near-home`.
    pub key: Cow<'static, str>,
    /// Named arguments, in the order given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// One argument of a [`Message`]; rendered by the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Text that needs no translation: a name, a title, what somebody typed.
    Text(String),
    /// A count; printed with thousands commas.
    Int(i64),
    /// A distance in metres; printed in kilometres with one decimal.
    Metres(i64),
    /// A day; 2020年3月24日 or 24 March 2020.
    Date(NaiveDate),
    /// Money in fen; printed in yuan.
    Money(i64),
    /// Another message without arguments.
    Key(Cow<'static, str>),
    /// A place, printed by its name.
    Region(Region),
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), arg.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Int(n)
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Arg::Int(i64::from(n))
    }
}
impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Arg::Date(day)
    }
}
impl From<crate::money::Fen> for Arg {
    fn from(fen: crate::money::Fen) -> Self {
        Arg::Money(fen.0)
    }
}
impl From<Region> for Arg {
    fn from(region: Region) -> Self {
        Arg::Region(region)
    }
}

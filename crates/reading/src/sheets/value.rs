//! Canonical values: what a cell means, whatever it looked like.

use super::cells::lookup;
use super::field::Type;
use domain::dates::PartialDate;

/// The meaning of one cell. An empty or unreadable cell has no value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, name, identifier or telephone number, cleaned.
    Text(Box<str>),
    /// A whole number in the unit of its field.
    Int(i64),
    /// A number in the unit of its field; shares are 0 to 1.
    Num(f64),
    /// Money in fen (1/100 yuan).
    Fen(i64),
    /// Yes or no.
    Bool(bool),
    /// A date as precise as the cell was.
    Date(PartialDate),
    /// A word of the field's vocabulary, by its code.
    Code(&'static str),
    /// Several words of the field's vocabulary.
    Codes(Box<[&'static str]>),
    /// Several texts.
    Texts(Box<[Box<str>]>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<Box<str>>) -> Self {
        Self::Text(text.into())
    }

    /// The value as people read it: codes by their first word, money in yuan.
    pub fn shown(&self, ty: Type) -> String {
        let word = |code: &&'static str| match ty {
            Type::Enum(name) | Type::Codes(name) => lookup::label(name, code).unwrap_or(code).to_owned(),
            _ => (*code).to_owned(),
        };
        match self {
            Self::Text(text) => text.to_string(),
            Self::Int(n) => n.to_string(),
            Self::Num(n) => n.to_string(),
            Self::Fen(fen) => (*fen as f64 / 100.0).to_string(),
            Self::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
            Self::Date(date) => date.to_string(),
            Self::Code(code) => word(code),
            Self::Codes(codes) => codes.iter().map(word).collect::<Vec<_>>().join("、"),
            Self::Texts(texts) => texts.join("、"),
        }
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is one; money in yuan.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Int(n) => Some(*n as f64),
            Self::Num(n) => Some(*n),
            Self::Fen(n) => Some(*n as f64 / 100.0),
            _ => None,
        }
    }

    /// The date, if this is one.
    pub fn as_date(&self) -> Option<PartialDate> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// Yes or no, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(yes) => Some(*yes),
            _ => None,
        }
    }

    /// The code, if this is one.
    pub fn as_code(&self) -> Option<&'static str> {
        match self {
            Self::Code(code) => Some(code),
            _ => None,
        }
    }

    /// The codes, if this is a list of them.
    pub fn as_codes(&self) -> &[&'static str] {
        match self {
            Self::Codes(codes) => codes,
            _ => &[],
        }
    }

    /// The texts, if this is a list of them.
    pub fn as_texts(&self) -> &[Box<str>] {
        match self {
            Self::Texts(texts) => texts,
            _ => &[],
        }
    }
}

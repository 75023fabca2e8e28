//! Columns and cells.

use chrono::NaiveDate;
use domain::dates::PartialDate;
use domain::money::Fen;
use std::borrow::Cow;

/// What a column holds; decides alignment and format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words of several lines; wraps.
    LongText,
    /// ID numbers, phones, codes: digits that are no number. Always text.
    Ident,
    /// A whole number with thousands commas.
    Int,
    /// A day.
    Date,
    /// Yuan.
    Money,
}

/// One column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Heading, in the reader's language.
    pub header: String,
    /// Width in characters of the standard digit; a Chinese character takes two.
    pub width: f64,
    /// What it holds.
    pub kind: Kind,
}

impl Column {
    /// A column.
    pub fn new(kind: Kind, header: impl Into<String>, width: f64) -> Self {
        Self { header: header.into(), width, kind }
    }
}

/// One cell. Text is always written as text, never as a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words, ID numbers, codes.
    Text(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// A day, written as a real date.
    Date(NaiveDate),
    /// A date known to the day, month or year: a real date, the first of the month shown as a month, or the number of the year.
    Partial(PartialDate),
    /// Money, written in yuan as a number.
    Money(Fen),
}

impl<'a> Cell<'a> {
    /// Text, or nothing where it is empty.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::text(text.as_str())
    }
}

impl From<i64> for Cell<'_> {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<u32> for Cell<'_> {
    fn from(n: u32) -> Self {
        Self::Int(n.into())
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl From<PartialDate> for Cell<'_> {
    fn from(date: PartialDate) -> Self {
        Self::Partial(date)
    }
}

impl From<Fen> for Cell<'_> {
    fn from(fen: Fen) -> Self {
        Self::Money(fen)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

//! Canonical values: what a cell means, whatever it looked like.

use std::fmt;

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

/// A date of year, month or day precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// Year, for example 2020.
    pub year: u16,
    /// Month 1 to 12, or 0 when the cell gave only a year.
    pub month: u8,
    /// Day 1 to 31, or 0 when the cell gave no day.
    pub day: u8,
}

impl PartialDate {
    /// A date of day precision, if the calendar has it.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        chrono::NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Self { year: u16::try_from(year).ok()?, month: month as u8, day: day as u8 })
    }

    /// A date of month precision.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let year = u16::try_from(year).ok()?;
        (1..=12).contains(&month).then_some(Self { year, month: month as u8, day: 0 })
    }

    /// A date of year precision.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { year: u16::try_from(year).ok()?, month: 0, day: 0 })
    }

    /// Months since year 0, if the month is known: whole months compare with this.
    pub fn months(self) -> Option<i32> {
        (self.month > 0).then(|| i32::from(self.year) * 12 + i32::from(self.month) - 1)
    }

    /// The day meant; a month alone counts as its first day, a year alone as no day.
    pub fn first_day(self) -> Option<chrono::NaiveDate> {
        let (year, month) = (i32::from(self.year), u32::from(self.month));
        chrono::NaiveDate::from_ymd_opt(year, month, u32::from(self.day.max(1)))
    }

    /// Compares at the coarser precision of the two.
    pub fn is_before(self, other: Self) -> bool {
        if self.year != other.year || self.month == 0 || other.month == 0 {
            return self.year < other.year;
        }
        if self.month != other.month || self.day == 0 || other.day == 0 {
            return self.month < other.month;
        }
        self.day < other.day
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

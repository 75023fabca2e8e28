//! Numbers, dates, money and distances as people read them.

use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentArgs;

use crate::Words;

/// A whole number with a comma after every three digits: `1,234,567`.
pub(crate) fn number(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl Words {
    /// A whole number with thousands commas.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        number(n)
    }

    /// A day: 2020年3月24日, 24 March 2020.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        self.dated("common-date", date)
    }

    /// A month: 2020年3月, March 2020.
    #[must_use]
    pub fn month(&self, date: NaiveDate) -> String {
        self.dated("common-month", date)
    }

    /// An amount of money given in fen: 3,500元, 3,500 yuan; the fen show only
    /// when there are any.
    #[must_use]
    pub fn money_yuan(&self, fen: i64) -> String {
        self.united("common-yuan", self.yuan(fen))
    }

    /// The bare yuan figure of an amount in fen, for columns that name the unit in their head.
    #[must_use]
    pub fn yuan(&self, fen: i64) -> String {
        let (whole, rest) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
        let sign = if fen < 0 { "-" } else { "" };
        let whole = number(i64::try_from(whole).unwrap_or(i64::MAX));
        if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:02}") }
    }

    /// `part` of `whole` in per cent with one decimal, rounded half up, a dash
    /// when `whole` is zero. 0.0% and 100.0% mean none and all: a share merely
    /// close to them shows as 0.1% and 99.9%.
    #[must_use]
    pub fn percent(&self, part: u64, whole: u64) -> String {
        if whole == 0 {
            return "–".to_owned();
        }
        let (part_wide, whole_wide) = (u128::from(part), u128::from(whole));
        let mut tenths = (part_wide * 2000 + whole_wide) / (whole_wide * 2);
        if part > 0 && part < whole {
            tenths = tenths.clamp(1, 999);
        }
        format!("{}.{}%", number(i64::try_from(tenths / 10).unwrap_or(i64::MAX)), tenths % 10)
    }

    /// A distance given in metres, in kilometres: one decimal below 10 km, whole above.
    #[must_use]
    pub fn km(&self, metres: u64) -> String {
        let tenths = metres.saturating_add(50) / 100;
        let amount = if tenths < 100 {
            format!("{}.{}", tenths / 10, tenths % 10)
        } else {
            number(i64::try_from(metres.saturating_add(500) / 1000).unwrap_or(i64::MAX))
        };
        self.united("common-km", amount)
    }

    fn dated(&self, key: &str, date: NaiveDate) -> String {
        let mut args = FluentArgs::with_capacity(3);
        // The year is text, or it would read 2,020.
        args.set("year", date.year().to_string());
        args.set("month", date.month());
        args.set("day", date.day());
        self.pattern(key, Some(&args)).into_owned()
    }

    fn united(&self, key: &str, amount: String) -> String {
        let mut args = FluentArgs::with_capacity(1);
        args.set("amount", amount);
        self.pattern(key, Some(&args)).into_owned()
    }
}

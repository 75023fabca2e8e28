//! Dates in every spelling seen in ledgers, keeping the precision of the cell.

use super::super::clean::{fold, trim, unprotect};
use super::super::dates::{has_day, year};
use chrono::{Datelike, Days, NaiveDate};
use domain::dates::PartialDate;

/// Years a ledger can speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;
/// Serial numbers of 1954 to 2064: other plain numbers are no dates.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=60_000;

/// The date of a spreadsheet serial number (days since 1899-12-30).
pub(in super::super) fn serial(days: i64) -> Option<PartialDate> {
    let days = u64::try_from(days).ok().filter(|_| SERIALS.contains(&days))?;
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    PartialDate::day(date.year(), date.month(), date.day())
}

/// A number cell in a date column: 202303, 20230318, 2023, 45003, 2023.3.
pub(in super::super) fn of_number(n: f64, as_of: NaiveDate) -> Option<PartialDate> {
    if n.fract() == 0.0 || (20_000.0..60_001.0).contains(&n) {
        return digits(&format!("{}", n.trunc() as i64)).or_else(|| parse(&format!("{n}"), as_of));
    }
    parse(&format!("{n}"), as_of)
}

/// Whether a text means "still going on".
pub(in super::super) fn is_open(text: &str) -> bool {
    let folded = fold(text);
    ["至今", "现在", "目前", "今", "在岗", "长期", "仍在务工", "务工中", "未结束", "仍在岗"].contains(&folded.as_str())
}

/// Reads a date; a day without year is the last such day not after `as_of`.
pub(in super::super) fn parse(text: &str, as_of: NaiveDate) -> Option<PartialDate> {
    let text = trim(unprotect(text));
    let narrow: String = text.chars().map(super::super::clean::narrow).collect();
    // A time of day after the date says nothing about the date.
    let mut folded = match narrow.split_once([' ', 'T']) {
        Some((date, time)) if time.trim().contains(':') => fold(date),
        _ => fold(&narrow),
    };
    for tail in ["左右", "前后", "开始", "起", "份", "止", "以来", "。", "."] {
        if let Some(cut) = folded.strip_suffix(tail) {
            folded = cut.to_owned();
        }
    }
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return digits(&folded);
    }
    let (numbers, marks) = split(&folded)?;
    match (numbers.as_slice(), marks.as_str()) {
        ([y], "年") => year_of(y),
        ([y, m], "年月" | "年" | "-" | "/" | "." | "、" | "-月" | ".月" | "/月")
            if y.len() == 4 || marks.starts_with('年') =>
        {
            PartialDate::month(full_year(y)?, number(m)?)
        }
        ([y, m, d], _) if date_marks(&marks) => PartialDate::day(full_year(y)?, number(m)?, number(d)?),
        ([m, d], "月日" | "月" | "月号" | "." | "/" | "-") => without_year(number(m)?, number(d)?, as_of),
        _ => None,
    }
}

fn date_marks(marks: &str) -> bool {
    matches!(
        marks,
        "年月日"
            | "年月"
            | "年月号"
            | "--"
            | "//"
            | ".."
            | "、、"
            | "-/"
            | "./"
            | ".-"
            | "年."
            | "年-"
            | "--日"
            | "..日"
            | "年.日"
    )
}

/// Splits into numbers and the marks between and after them.
fn split(text: &str) -> Option<(Vec<String>, String)> {
    let mut numbers: Vec<String> = Vec::new();
    let mut marks = String::new();
    let mut in_number = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            if !in_number {
                numbers.push(String::new());
            }
            numbers.last_mut()?.push(c);
        } else if numbers.is_empty()
            || !matches!(c, '年' | '月' | '日' | '号' | '-' | '/' | '.' | '、' | '—' | '－' | '–')
        {
            return None;
        } else {
            marks.push(if matches!(c, '—' | '－' | '–') { '-' } else { c });
        }
        in_number = c.is_ascii_digit();
    }
    let sane = numbers.iter().all(|n| n.len() <= 4) && numbers.len() <= 3;
    (sane && !numbers.is_empty()).then_some((numbers, marks))
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.len() <= 2)
}

fn full_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year).filter(|y| YEARS.contains(y)),
        2 => Some(if year < 50 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

fn year_of(text: &str) -> Option<PartialDate> {
    PartialDate::year(full_year(text)?)
}

fn without_year(month: u32, day: u32, as_of: NaiveDate) -> Option<PartialDate> {
    let this = NaiveDate::from_ymd_opt(as_of.year(), month, day);
    let year = match this {
        Some(date) if date <= as_of => as_of.year(),
        _ => as_of.year() - 1,
    };
    PartialDate::day(year, month, day)
}

fn digits(text: &str) -> Option<PartialDate> {
    let n: i64 = text.parse().ok()?;
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<u32>().ok());
    match text.len() {
        4 => year_of(text),
        5 => serial(n),
        6 => PartialDate::month(full_year(text.get(..4)?)?, part(4..6)?),
        8 => PartialDate::day(full_year(text.get(..4)?)?, part(4..6)?, part(6..8)?),
        _ => None,
    }
}

/// A quick look: does a folded text look like a date of a ledger?
pub(in super::super) fn looks_like(folded: &str) -> bool {
    NaiveDate::from_ymd_opt(2024, 12, 31).is_some_and(|day| parse(folded, day).is_some())
        || is_range(folded)
        || is_open(folded)
}

/// Whether a folded text is two dates.
pub(in super::super) fn is_range(folded: &str) -> bool {
    NaiveDate::from_ymd_opt(2024, 12, 31)
        .is_some_and(|day| matches!(period(folded, day), Some((_, End::At(_) | End::Open))))
}

/// How a period ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum End {
    /// Nothing was said.
    Unsaid,
    /// 至今.
    Open,
    /// At a date.
    At(PartialDate),
}

/// Reads a period such as 2020年3月至2020年12月, 2019.3-2019.11, 2020.3至今, or a single date.
pub(in super::super) fn period(text: &str, as_of: NaiveDate) -> Option<(PartialDate, End)> {
    let folded = fold(unprotect(text));
    if let Some(date) = parse(&folded, as_of) {
        return Some((date, End::Unsaid));
    }
    for open in ["至今", "到现在", "到今", "-至今", "-今", "至现在"] {
        if let Some(start) = folded.strip_suffix(open) {
            return Some((parse(start.trim_end_matches(['-', '—', '~', '－']), as_of)?, End::Open));
        }
    }
    let joints = folded
        .char_indices()
        .filter(|(_, c)| matches!(c, '至' | '到' | '~' | '—' | '–' | '－' | '-' | '―' | '、' | ','));
    for (at, joint) in joints {
        let end = folded[at + joint.len_utf8()..].trim_start_matches(['—', '-', '至', '－', '–']);
        let Some(start) = parse(folded[..at].trim_end_matches(['—', '-', '－', '–']), as_of) else { continue };
        if let Some(end) = parse_end(end, start, as_of) {
            return Some((start, End::At(end)));
        }
    }
    None
}

/// The end of a period may leave out what it shares with the start (2020年3月-5月, 3月1日-20日).
fn parse_end(text: &str, start: PartialDate, as_of: NaiveDate) -> Option<PartialDate> {
    let (numbers, marks) = split(text).unwrap_or_default();
    let shared = match (numbers.as_slice(), marks.as_str(), has_day(start)) {
        ([m], "月" | "", false) => PartialDate::month(year(start), number(m)?),
        ([d], "日" | "号" | "", true) => PartialDate::day(year(start), start.parts().1?, number(d)?),
        ([m, d], "月日" | "." | "月" | "/", true) => PartialDate::day(year(start), number(m)?, number(d)?),
        _ => None,
    };
    let whole = parse(text, as_of).filter(|end| year(*end) >= year(start) - 30);
    if shared.is_some() && numbers.first().is_some_and(|n| n.len() <= 2) { shared } else { whole.or(shared) }
}

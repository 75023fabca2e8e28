//! Phone numbers: mobile and landline, also spaced, hyphenated, dotted, wrapped over a line end, or dictated in words.

use super::super::mention::{Fact, Mentions};
use super::super::number::spoken_digit;
use super::super::text::Text;

/// Separators allowed between two digits of one number.
const GAP: usize = 3;

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    let mut at = 0;
    let mut previous = ' ';
    while let Some(c) = folded[at..].chars().next() {
        let start = (c.is_ascii_digit() || c == '(' || c == '一' || c == '幺') && !previous.is_ascii_digit();
        if let Some((digits, end)) = start.then(|| number(&folded[at..])).flatten() {
            found.add(at..at + end, Fact::Phone(digits));
            at += end;
            previous = '0';
            continue;
        }
        previous = c;
        at += c.len_utf8();
    }
}

/// The number a text opens with, and the bytes it takes.
fn number(text: &str) -> Option<(String, usize)> {
    if text.starts_with(['一', '幺']) {
        return spoken(text);
    }
    let mut digits = String::new();
    let mut gap = 0;
    let mut end = 0;
    let mut breaks = 0;
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => {
                digits.push(c);
                gap = 0;
                end = at + 1;
                if digits.len() == wanted(&digits)? {
                    break;
                }
            }
            // A capital O typed for zero.
            'O' | 'o' if !digits.is_empty() && gap == 0 => {
                digits.push('0');
                end = at + 1;
            }
            '(' if digits.is_empty() => {}
            ' ' | '-' | '.' | ')' | '\n' if !digits.is_empty() && gap < GAP => {
                gap += 1;
                breaks += usize::from(c == '\n');
            }
            _ => return None,
        }
        if breaks > 1 {
            return None;
        }
    }
    let more = text[end..].starts_with(|c: char| c.is_ascii_digit());
    let full = digits.len() == wanted(&digits)?;
    // A local part of eight digits after a four-digit area code.
    if full && more && digits.starts_with('0') {
        let twelve = text[end..].chars().take_while(char::is_ascii_digit).count() == 1;
        return twelve.then(|| (format!("{digits}{}", &text[end..end + 1]), end + 1));
    }
    (full && !more).then_some((digits, end))
}

/// Digits a number has that begins like this; `None` when none begins so.
fn wanted(digits: &str) -> Option<usize> {
    match digits.as_bytes() {
        [b'1'] | [b'0'] | [b'4'] => Some(usize::MAX),
        [b'4', b'0'] => Some(usize::MAX),
        [b'4', b'0', b'0', ..] => Some(10),
        [b'1', b'3'..=b'9', ..] | [b'0', b'1'..=b'9', ..] => Some(11),
        _ => None,
    }
}

fn spoken(text: &str) -> Option<(String, usize)> {
    let mut digits = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match spoken_digit(c) {
            Some(digit) => {
                digits.push(digit);
                end = at + c.len_utf8();
            }
            None if c == ' ' || c == '-' => {}
            None => break,
        }
    }
    (digits.len() == 11 && wanted(&digits) == Some(11)).then_some((digits, end))
}

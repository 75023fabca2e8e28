//! Words between separators and between mentions: where job words are looked for.

use std::ops::Range;

use super::super::mention::{Fact, Mention, Mentions};
use super::super::text::{BULLET, Text};
use super::super::titles;

/// A word and its neighbourhood.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) at: Range<usize>,
    /// Character before it, a blank at the beginning of a line.
    pub(super) before: char,
    /// Nothing but numbering stands before it in its line.
    pub(super) first: bool,
    pub(super) in_brackets: bool,
}

pub(super) fn is_separator(c: char) -> bool {
    matches!(
        c,
        '\n' | '\t'
            | ','
            | ';'
            | ':'
            | '。'
            | '!'
            | '?'
            | ' '
            | '|'
            | '"'
            | '['
            | ']'
            | '、'
            | '/'
            | '+'
            | '('
            | ')'
            | '~'
            | '*'
            | '#'
            | '='
            | '&'
    ) || c == BULLET
}

pub(super) fn tokens(text: &Text, found: &Mentions) -> Vec<Token> {
    let mut tokens = Vec::new();
    for line in text.lines() {
        let body = text.unnumbered(text.trim(line.clone()));
        let mut start = None;
        let mut depth = 0_u32;
        let part = text.get(&(body.start..line.end));
        for (i, c) in part.char_indices().chain([(part.len(), '\n')]) {
            let at = body.start + i;
            let stop = is_separator(c) || found.is_taken(at) || figure(part, i);
            match (stop, start) {
                (false, None) => start = Some(at),
                (true, Some(from)) => {
                    push(text, &mut tokens, from..at, body.start, depth);
                    start = None;
                }
                _ => {}
            }
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    tokens
}

fn push(text: &Text, tokens: &mut Vec<Token>, at: Range<usize>, line_start: usize, depth: u32) {
    // 保洁员和绿化工 are two.
    for (i, c) in text.get(&at).char_indices().filter(|(_, c)| matches!(c, '和' | '与' | '跟')) {
        let (left, right) = (at.start..at.start + i, at.start + i + c.len_utf8()..at.end);
        let right_word = text.get(&right).trim_end_matches(|c: char| "若干各等".contains(c));
        if titles::ends_in_title(text.get(&left)) && (titles::ends_in_title(right_word)) {
            push(text, tokens, left, line_start, depth);
            push(text, tokens, right, line_start, depth);
            return;
        }
    }
    let trimmed = text.unnumbered(at.clone());
    let numbered = trimmed.start > at.start;
    let before = text.folded()[..at.start].chars().next_back().unwrap_or('\n');
    if !trimmed.is_empty() {
        tokens.push(Token { first: at.start == line_start || numbered, at: trimmed, before, in_brackets: depth > 0 });
    }
}

/// The mention that begins right after a byte, blanks, colons and brackets between.
pub(super) fn next_mention<'a>(text: &Text, found: &'a Mentions, at: usize) -> Option<&'a Mention> {
    let gap = text.after(at, 12);
    let skipped = gap.len() - gap.trim_start_matches([' ', ':', '(', ',', '\t', '|']).len();
    let list = found.list();
    let from = list.partition_point(|m| m.at.start < at);
    list[from..]
        .iter()
        .take_while(|m| m.at.start <= at + skipped)
        .find(|m| !matches!(m.fact, Fact::Nothing | Fact::Requirement(_) | Fact::Place | Fact::Employer(_)))
}

/// Whether a digit of a figure of three or more stands here: 司机8500 is a job and its pay.
fn figure(part: &str, at: usize) -> bool {
    let bytes = part.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    if !digit(at) {
        return false;
    }
    let start = (0..=at).rev().take(6).take_while(|i| digit(*i)).last().unwrap_or(at);
    let end = (at..bytes.len()).take(6).take_while(|i| digit(*i)).last().unwrap_or(at);
    end - start >= 2
}

//! The text of a post with widths, dashes, bullets and emoji folded to one spelling, and the way back to the original.

use std::ops::Range;

use domain::clean::{half_width, is_blank};

/// Stands for bullets and emoji: it separates and says nothing.
pub(crate) const BULLET: char = '▪';

/// Characters read of one post; what follows is not read. Groups post a few hundred characters, notices a few thousand.
pub const MAX_CHARS: usize = 20_000;

/// A folded text. All ranges are bytes of [`Text::folded`] until [`Text::original`] leads them back.
#[derive(Debug)]
pub(crate) struct Text {
    folded: String,
    /// Byte of the original for every byte of the folded text, and its length at the end.
    back: Vec<u32>,
    lines: Vec<Range<usize>>,
}

impl Text {
    pub(crate) fn new(original: &str) -> Self {
        let mut folded = String::with_capacity(original.len());
        let mut back = Vec::with_capacity(original.len() + 1);
        let mut end = 0;
        let mut chars = original.char_indices().take(MAX_CHARS).peekable();
        while let Some((at, c)) = chars.next() {
            end = at + c.len_utf8();
            let keycap = c.is_ascii_digit() && matches!(chars.peek(), Some((_, '\u{FE0F}' | '\u{20E3}')));
            let Some(to) = (if keycap { Some(BULLET) } else { fold(c) }) else { continue };
            folded.push(to);
            back.resize(folded.len(), at as u32);
        }
        back.push(end as u32);
        tighten(&mut folded);
        let mut at = 0;
        let lines = folded.split('\n').map(|line| {
            let start = at;
            at += line.len() + 1;
            start..start + line.len()
        });
        let lines = lines.collect();
        Self { folded, back, lines }
    }

    pub(crate) fn folded(&self) -> &str {
        &self.folded
    }

    pub(crate) fn whole(&self) -> Range<usize> {
        0..self.folded.len()
    }

    pub(crate) fn lines(&self) -> &[Range<usize>] {
        &self.lines
    }

    pub(crate) fn get(&self, at: &Range<usize>) -> &str {
        &self.folded[at.clone()]
    }

    /// Number of the line a byte lies in.
    pub(crate) fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.end < at).min(self.lines.len() - 1)
    }

    /// The text from the beginning of the line to `at`, at most `most` bytes of it.
    pub(crate) fn before(&self, at: usize, most: usize) -> &str {
        let start = self.lines[self.line_of(at)].start.max(at.saturating_sub(most));
        &self.folded[floor(&self.folded, start)..at]
    }

    /// The text from `at` to the end of the line, at most `most` bytes of it.
    pub(crate) fn after(&self, at: usize, most: usize) -> &str {
        let end = self.lines[self.line_of(at)].end.min(at + most);
        &self.folded[at..floor(&self.folded, end).max(at)]
    }

    /// The same range in the original text.
    pub(crate) fn original(&self, at: &Range<usize>) -> Range<usize> {
        let to = |at: usize| self.back[at.min(self.back.len() - 1)] as usize;
        let end = if at.is_empty() { to(at.start) } else { self.end_of(at.end) };
        to(at.start)..end
    }

    /// The end of the original character that the byte before `end` came from.
    fn end_of(&self, end: usize) -> usize {
        self.back[end.min(self.back.len() - 1)] as usize
    }

    /// The range without blanks and separators at its ends.
    pub(crate) fn trim(&self, at: Range<usize>) -> Range<usize> {
        let part = self.get(&at);
        let start = at.start + (part.len() - part.trim_start_matches(is_edge).len());
        let end = start + self.folded[start..at.end].trim_end_matches(is_edge).len();
        start..end
    }
}

/// The greatest character boundary not after `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn is_edge(c: char) -> bool {
    matches!(c, ' ' | ',' | ';' | ':' | '。' | '!' | '?' | '、' | '.' | '\t' | '\n' | '-' | '~' | '"') || c == BULLET
}

/// The one spelling of a character; `None` where it is dropped. Every result is as long in UTF-8 as its purpose needs.
fn fold(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\r' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{FE0F}' | '\u{20E3}' => None,
        '\t' => Some('\t'),
        '～' | '〜' | '∼' | '﹏' | '˜' => Some('~'),
        '—' | '–' | '−' | '―' | '─' | '﹣' | '－' | '‐' | '‑' => Some('-'),
        '“' | '”' | '「' | '」' | '『' | '』' => Some('"'),
        '【' | '〔' | '［' | '〖' => Some('['),
        '】' | '〕' | '］' | '〗' => Some(']'),
        '｜' | '│' | '┃' | '丨' => Some('|'),
        '￥' => Some('¥'),
        '﹢' => Some('+'),
        '〇' => Some('零'),
        _ if is_blank(c) => Some(' '),
        _ if is_symbol(c) => Some(BULLET),
        _ => Some(half_width(c)),
    }
}

/// Bullets, dingbats and emoji.
fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '·' | '•'
            | '●'
            | '○'
            | '◎'
            | '◆'
            | '◇'
            | '■'
            | '□'
            | '▲'
            | '△'
            | '▼'
            | '★'
            | '☆'
            | '※'
            | '→'
            | '⇒'
            | '↓'
            | '➤'
    ) || matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Closes the gap in titles stretched to two blanks for looks (普 工, 钳　工): the blank moves in front, so that no byte moves away.
fn tighten(folded: &mut String) {
    super::pattern::patterns! { STRETCHED = r"(?:^|[\s、,;:。▪|/)\]])(\p{Han} [工员师洁安姆嫂手])(?:$|[\s、,;:。▪|/(\[\d])"; }
    let mut from = 0;
    while let Some(found) = STRETCHED.captures_at(folded, from).and_then(|c| c.get(1)) {
        let (start, end) = (found.start(), found.end());
        let last = folded[..end].chars().next_back().map_or(1, char::len_utf8);
        let head = folded[start..end - last - 1].to_owned();
        let tail = folded[end - last..end].to_owned();
        folded.replace_range(start..end, &format!(" {head}{tail}"));
        from = end;
    }
}

/// What ends a piece.
fn splits(c: char) -> bool {
    matches!(c, '\n' | '\t' | ',' | ';' | ':' | '。' | '!' | '?' | ' ' | '|' | '"' | '[' | ']' | '~') || c == BULLET
}

impl Text {
    /// The stretches between separators, blanks and colons; brackets stay inside, numbering is cut off.
    pub(crate) fn pieces(&self) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut start = 0;
        let mut depth = 0_u32;
        for (at, c) in self.folded.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                '\n' => depth = 0,
                _ => {}
            }
            if splits(c) && (depth == 0 || c == '\n') {
                pieces.push(start..at);
                start = at + c.len_utf8();
            }
        }
        pieces.push(start..self.folded.len());
        pieces.into_iter().map(|at| self.unnumbered(self.trim(at))).filter(|at| !at.is_empty()).collect()
    }

    /// A piece without the number that counts it: 1、 2. (3) ④ 一、 5号岗.
    pub(crate) fn unnumbered(&self, at: Range<usize>) -> Range<usize> {
        super::pattern::patterns! { NUMBERED = r"^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[、.)]|\.\s)\s*|[①-⑳㈠-㈩⑴-⒇❶-❿➀-➉]\s*|\d{1,2}号岗(?:位)?\s*)"; }
        let part = self.get(&at);
        match NUMBERED.find(part) {
            // 1.55m is no number of an item.
            Some(found)
                if !(found.as_str().ends_with('.')
                    && part[found.end()..].starts_with(|c: char| c.is_ascii_digit())) =>
            {
                self.trim(at.start + found.end()..at.end)
            }
            _ => at,
        }
    }
}

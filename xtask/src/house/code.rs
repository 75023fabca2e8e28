//! A Rust source with comments and literals taken apart, without a parser:
//! enough to count braces and to tell code from what it quotes.

use std::ops::Range;

/// A source split into code proper and literals.
#[derive(Debug, Default)]
pub struct Code {
    /// The source with comments and the insides of literals blanked; every line and column stays in place.
    pub text: String,
    /// String and character literals in order.
    pub literals: Vec<Literal>,
    /// The byte ranges of items under `#[cfg(test)]`.
    pub tests: Vec<Range<usize>>,
    lines: Vec<usize>,
}

/// A string or character literal, its escapes left as written.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// Where its opening quote (or prefix) stands.
    pub at: usize,
    /// Between the quotes.
    pub text: String,
}

impl Code {
    /// Takes a source apart. Never fails; an unclosed literal runs to the end.
    pub fn read(source: &str) -> Code {
        let mut reader = Reader { source, out: source.as_bytes().to_vec(), literals: Vec::new(), at: 0 };
        reader.run();
        let text = String::from_utf8(reader.out).unwrap_or_default();
        let lines = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let tests = text.match_indices("#[cfg(test)]").map(|(at, _)| at..item_end(&text, at)).collect();
        Code { text, literals: reader.literals, tests, lines }
    }

    /// The line, from one, of a byte offset.
    pub fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at)
    }

    /// Whether a byte offset lies in an item under `#[cfg(test)]`.
    pub fn in_test(&self, at: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&at))
    }

    /// Where `word` stands as a whole word (or path) outside comments and literals.
    pub fn places(&self, word: &str) -> impl Iterator<Item = usize> {
        let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
        self.text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
            let longer_before = word.starts_with(part_of_name) && self.text[..at].ends_with(part_of_name);
            let longer_after = word.ends_with(part_of_name) && self.text[at + word.len()..].starts_with(part_of_name);
            !longer_before && !longer_after
        })
    }

    /// The same outside tests.
    pub fn uses(&self, word: &str) -> impl Iterator<Item = usize> {
        self.places(word).filter(|&at| !self.in_test(at))
    }

    /// The literals outside tests, each with the code just before it.
    pub fn product_literals(&self) -> impl Iterator<Item = (&Literal, &str)> {
        self.literals.iter().filter(|l| !self.in_test(l.at)).map(|l| (l, self.text[..l.at].trim_end()))
    }
}

/// Where the item that begins at `at` ends: at its closing brace or semicolon.
fn item_end(text: &str, at: usize) -> usize {
    let mut depth = 0_u32;
    for (i, byte) in text.bytes().enumerate().skip(at) {
        match byte {
            b';' if depth == 0 => return i + 1,
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return i + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

struct Reader<'a> {
    source: &'a str,
    out: Vec<u8>,
    literals: Vec<Literal>,
    at: usize,
}

impl Reader<'_> {
    fn run(&mut self) {
        while self.at < self.source.len() {
            let rest = &self.source[self.at..];
            if rest.starts_with("//") {
                self.blank(rest.find('\n').unwrap_or(rest.len()));
            } else if rest.starts_with("/*") {
                self.blank(block_comment(rest));
            } else if let Some((open, close)) = self.string_opening(rest) {
                self.literal(rest, open, &close);
            } else if let Some(length) = character(rest) {
                self.take(1, length);
                self.at += 1;
            } else {
                self.at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
    }

    /// The opening of a string literal here, with the closing that belongs to it.
    fn string_opening(&self, rest: &str) -> Option<(usize, String)> {
        if rest.starts_with('"') {
            return Some((1, "\"".to_owned()));
        }
        if self.source[..self.at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            return None;
        }
        let raw = ["r", "br", "cr"].into_iter().find_map(|prefix| rest.strip_prefix(prefix))?;
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let quote = raw[hashes..].starts_with('"');
        quote.then(|| (rest.len() - raw.len() + hashes + 1, format!("\"{}", "#".repeat(hashes))))
    }

    fn literal(&mut self, rest: &str, open: usize, close: &str) {
        let inner = &rest[open..];
        let plain = open == 1;
        let mut end = 0;
        while end < inner.len() && !inner[end..].starts_with(close) {
            let escape = plain && inner[end..].starts_with('\\');
            end += inner[end..].chars().take(1 + usize::from(escape)).map(char::len_utf8).sum::<usize>();
        }
        self.take(open, end);
        self.at = (self.at + close.len()).min(self.source.len());
    }

    /// Notes a literal of `length` bytes after an opening of `open`, and blanks its inside.
    fn take(&mut self, open: usize, length: usize) {
        let start = self.at + open;
        self.literals.push(Literal { at: self.at, text: self.source[start..start + length].to_owned() });
        self.at = start;
        self.blank(length);
    }

    fn blank(&mut self, length: usize) {
        for byte in &mut self.out[self.at..self.at + length] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        self.at += length;
    }
}

/// The length of the (nested) block comment at the start of `rest`.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_u32, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of what stands between the quotes if a character literal (not a lifetime) starts here.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let first = inner.chars().next()?;
    if first == '\\' {
        let escaped = inner[1..].chars().next()?.len_utf8();
        return inner[1 + escaped..].find('\'').map(|end| 1 + escaped + end);
    }
    inner[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8())
}

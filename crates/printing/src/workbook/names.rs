//! Names of sheets that every spreadsheet program accepts.

use std::collections::HashSet;

/// Longest name, in UTF-16 units.
const LONGEST: usize = 31;

/// Hands out sheet names, each once.
#[derive(Debug, Default)]
pub struct SheetNames {
    given: HashSet<String>,
}

impl SheetNames {
    /// A lawful name close to the wish: forbidden signs become `_`, what is too long is cut, a name already given gets a number.
    pub fn give(&mut self, wish: &str) -> String {
        let clean: String =
            wish.trim().chars().map(|c| if c.is_control() || "[]:*?/\\".contains(c) { '_' } else { c }).collect();
        let clean = clean.trim_matches('\'');
        // "History" is reserved by one widespread program.
        let base = if clean.is_empty() || clean.eq_ignore_ascii_case("history") {
            format!("_{clean}")
        } else {
            clean.to_owned()
        };
        let mut name = cut(&base, LONGEST).to_owned();
        let mut number = 2;
        while !self.given.insert(name.to_lowercase()) {
            let tail = format!("({number})");
            name = format!("{}{tail}", cut(&base, LONGEST - tail.len()));
            number += 1;
        }
        name
    }
}

fn cut(text: &str, longest: usize) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > longest {
            return text[..at].trim_end_matches('\'');
        }
    }
    text
}

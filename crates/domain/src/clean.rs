//! Cleaning of text as it arrives: full width folded, invisible characters dropped. Used by every reader of numbers and names.

/// White space and the characters that look like it: also U+00A0, U+200B to U+200D, U+2060, U+3000 and U+FEFF.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Folds full-width ASCII (！ to ～) and the ideographic space to their half-width twins.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// An identifier as it is kept: half width, upper case, without blanks, quotes, apostrophes and `="…"`.
pub fn ident(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|&c| !is_blank(c) && !matches!(c, '\'' | '"' | '=' | '`' | '‘' | '’' | '“' | '”'))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

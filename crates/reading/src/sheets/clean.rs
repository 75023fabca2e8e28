//! Cleaning of typed text before it is compared: widths, white space, protection marks.

/// White space as offices produce it, with the invisible kinds of web pages and chat programs.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// Full-width letters, digits and signs to their half-width twins.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '￥' => '¥',
        _ => c,
    }
}

/// For comparisons: half width, no white space, lower case.
pub(super) fn fold(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_space(*c)).map(narrow);
    kept.flat_map(char::to_lowercase).collect()
}

/// Without white space at either end, the invisible kinds included.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Removes what spreadsheets put around numbers to keep them text: `="1402…"`, an apostrophe,
/// a tab.
pub(super) fn unprotect(text: &str) -> &str {
    let text = trim(text);
    let inner = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .or_else(|| text.strip_prefix(['\'', '’', '‘', '`']))
        .unwrap_or(text);
    trim(inner)
}

/// Whether a cell says that there is nothing (schema §2 "Null").
pub(super) fn says_nothing(text: &str) -> bool {
    let folded = fold(text);
    let dashes = !folded.is_empty() && folded.chars().all(|c| matches!(c, '/' | '\\' | '-' | '—' | '–' | '－' | '―'));
    const WORDS: [&str; 12] = ["", "无", "暂无", "没有", "不详", "未知", "空", "null", "n/a", "na", "none", "nil"];
    dashes || WORDS.contains(&folded.as_str()) || is_error_text(&folded)
}

/// `#N/A`, `#REF!` … typed as text, as HTML and CSV exports have them.
pub(super) fn is_error_text(folded: &str) -> bool {
    const ERRORS: [&str; 8] = ["#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#data!"];
    ERRORS.contains(&folded)
}

/// Whether a character is a Chinese one (also the rare ones outside the first plane).
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '\u{f900}'..='\u{faff}' | '〇')
}

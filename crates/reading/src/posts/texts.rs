//! What somebody pastes or hands in, in single texts: several posts in one paste, forwarded chats, files of lines.

use super::pattern::patterns;

patterns! {
    RULE = r"^\s*(?:[-=*_~—–─━]\s*){3,}$";
    HEAD = r"^\s*[^\s:：,，。]{1,16}(?:\s+|[:：]\s*)(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s*)?(?:上午|下午|晚上|早上|凌晨|昨天|今天|星期.)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*[:：]?\s*$";
    TIME = r"^\s*(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?:昨|今)天|星期.)?\s*(?:上午|下午|晚上|早上|凌晨)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*$";
}

/// Empty lines between two posts that stand below each other without any other sign.
const GAP: usize = 2;

/// The single texts of a paste: separated by a line of dashes, by two empty lines, or by the name and time above each message of a
/// forwarded chat, which is left out.
pub fn texts(paste: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    let mut empty = 0;
    let mut close = |current: &mut Vec<&str>| {
        let text = current.join("\n").trim_matches(['\n', '\r']).to_owned();
        if text.chars().any(char::is_alphanumeric) {
            texts.push(text);
        }
        current.clear();
    };
    for line in paste.trim_start_matches('\u{FEFF}').lines() {
        let bare = line.trim();
        if bare.is_empty() {
            empty += 1;
            current.push("");
            continue;
        }
        let ends = empty >= GAP || RULE.is_match(bare);
        let head = HEAD.is_match(bare) || TIME.is_match(bare);
        if ends || head {
            close(&mut current);
        }
        empty = 0;
        if !RULE.is_match(bare) && !head {
            current.push(line.trim_end_matches('\r'));
        }
    }
    close(&mut current);
    texts
}

/// The text of a file: UTF-8, with or without a mark, or GB18030; `None` for bytes that are neither.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (!text.contains('\0')).then(|| text.to_owned());
    }
    let (text, _, broken) = encoding_rs::GB18030.decode(bytes);
    (!broken && !text.contains('\0')).then(|| text.into_owned())
}

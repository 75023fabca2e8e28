//! Header texts: normal forms, units in brackets, numbers at the end.

use super::super::clean::{fold, is_han};

/// Unit a header states for its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Unit {
    /// 元.
    Yuan,
    /// 万元: values multiply by 10,000.
    TenThousand,
}

/// Different spellings of the same header word.
const SAME: [(&str, &str); 12] = [
    ("身份证号码", "身份证号"),
    ("证件号码", "证件号"),
    ("手机号码", "手机号"),
    ("电话号码", "电话"),
    ("公益性岗位", "公益岗位"),
    ("公益性", "公益"),
    ("脱贫劳动力", "贫困劳动力"),
    ("脱贫人口", "贫困人口"),
    ("脱贫户", "贫困户"),
    ("帮扶车间", "扶贫车间"),
    ("打工", "务工"),
    ("其中", ""),
];

/// Normal form of a header: half width, lower case, only letters, digits and Chinese
/// characters, one spelling of common words.
pub(in super::super) fn normal(text: &str) -> String {
    let mut text: String =
        fold(text).chars().filter(|c| c.is_alphanumeric() || is_han(*c) || matches!(c, '№' | '℃' | '㎡')).collect();
    for (from, to) in SAME {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text
}

/// A flattened header with what its parts say.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Header {
    /// The parts as typed, upper first.
    pub(in super::super) parts: Vec<String>,
    /// Normal form of each part without what stands in brackets.
    pub(super) plain: Vec<String>,
    /// Normal form of each part with what stands in brackets.
    pub(super) full: Vec<String>,
    /// Number at the end of the last part (工种2, 工种（二）).
    pub(super) number: Option<u8>,
    /// Unit in the brackets of any part.
    pub(super) unit: Option<Unit>,
}

impl Header {
    pub(in super::super) fn new(parts: Vec<String>) -> Self {
        let mut header = Self { parts, ..Self::default() };
        for part in &header.parts {
            let folded = fold(part);
            let (outside, inside) = split_brackets(&folded);
            header.plain.push(normal(&outside));
            header.full.push(normal(&folded));
            header.unit = unit(&folded).or(header.unit);
            header.number = trailing_number(&outside, &inside);
        }
        header
    }

    /// As the user sees it: parts joined by an underscore.
    pub(in super::super) fn flat(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| super::super::clean::trim(part)).collect();
        parts.join("_")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.full.iter().all(String::is_empty)
    }

    /// The last part without a number at its end.
    pub(super) fn unnumbered(&self) -> Option<String> {
        let leaf = self.plain.last()?;
        self.number?;
        let cut = leaf.trim_end_matches(|c: char| c.is_ascii_digit());
        Some(cut.to_owned())
    }
}

/// Text outside and inside of brackets.
fn split_brackets(text: &str) -> (String, String) {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0u32);
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '〔' | '{' | '<' => depth += 1,
            ')' | ']' | '】' | '〕' | '}' | '>' => depth = depth.saturating_sub(1),
            _ if depth > 0 => inside.push(c),
            _ => outside.push(c),
        }
    }
    (outside, inside)
}

/// The unit of money a folded header names; 单位：万元 lines are read with this too.
pub(in super::super) fn unit(folded: &str) -> Option<Unit> {
    if folded.contains("万元") {
        Some(Unit::TenThousand)
    } else if folded.contains('元') {
        Some(Unit::Yuan)
    } else {
        None
    }
}

fn trailing_number(outside: &str, inside: &str) -> Option<u8> {
    let digits: String = outside.chars().rev().take_while(char::is_ascii_digit).collect();
    let number = match digits.len() {
        1 => digits.parse().ok(),
        _ => None,
    };
    number.or(match inside {
        "一" | "1" => Some(1),
        "二" | "2" => Some(2),
        "三" | "3" => Some(3),
        "四" | "4" => Some(4),
        "五" | "5" => Some(5),
        _ => None,
    })
}

impl Header {
    /// Whether the header names somebody who helps a household.
    pub(super) fn speaks_of_help(&self) -> bool {
        const WORDS: [&str; 7] = ["帮扶", "结对", "包户", "驻村", "包联", "联户", "责任人"];
        self.full.iter().any(|part| WORDS.iter().any(|word| part.contains(word)))
    }

    /// The unit of money the header states.
    pub(in super::super) fn unit(&self) -> Option<Unit> {
        self.unit
    }

    /// Whether the header alone, with or without brackets and numbers, is a word of some field.
    pub(in super::super) fn names_field(&self) -> bool {
        let known = super::words::is_header_word;
        self.full.iter().chain(&self.plain).any(|text| known(text))
            || self.unnumbered().is_some_and(|text| known(&text))
    }
}

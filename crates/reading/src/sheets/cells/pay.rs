//! Pay and age as vacancies word them (schema §2 "Pay text", "Age text").

use super::super::clean::{fold, unprotect};

/// What a pay text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Pay {
    /// Lower end in yuan a unit.
    pub(in super::super) min: Option<f64>,
    /// Upper end in yuan a unit.
    pub(in super::super) max: Option<f64>,
    /// Code of `pay_unit`, if a sum was given.
    pub(in super::super) unit: Option<&'static str>,
    /// Code of `pay_mode`.
    pub(in super::super) mode: Option<&'static str>,
    /// 面议.
    pub(in super::super) negotiable: bool,
}

const RANGE: [&str; 9] = ["--", "—", "－", "–", "-", "~", "至", "到", "～"];

/// Reads a pay text; nothing if no word of it is understood.
pub(in super::super) fn parse(text: &str) -> Option<Pay> {
    let text = fold(unprotect(text));
    let mut pay = Pay::default();
    if ["面议", "面谈", "电议", "详谈", "面洽"].iter().any(|word| text.contains(word))
        && !text.chars().any(|c| c.is_ascii_digit())
    {
        pay.negotiable = true;
        return Some(pay);
    }
    let sums = sums(&text);
    let unit = unit(&text);
    pay.mode = if text.contains("提成") || text.contains("绩效") {
        Some("commission")
    } else if text.contains("计件") || text.contains("/件") || text.contains("按件") {
        Some("piece")
    } else if text.contains("日结") || text.contains("天结") {
        Some("day")
    } else {
        None
    };
    if sums.is_empty() {
        return pay.mode.is_some().then_some(pay);
    }
    pay.unit = Some(unit);
    let open = ["以上", "不低于", "起", "+", "不少于", "保底", "最低", "≥"].iter().any(|word| text.contains(word));
    match (sums.as_slice(), pay.mode) {
        ([low, ..], Some("commission")) => pay.min = Some(*low),
        ([low], _) if open => pay.min = Some(*low),
        ([high], _) if ["以内", "以下", "不超过", "最高", "≤"].iter().any(|word| text.contains(word)) => {
            pay.max = Some(*high)
        }
        ([sum], _) => (pay.min, pay.max) = (Some(*sum), Some(*sum)),
        ([low, high, ..], _) => (pay.min, pay.max) = (Some(*low), Some(*high)),
        ([], _) => {}
    }
    Some(pay)
}

fn unit(text: &str) -> &'static str {
    const UNITS: [(&str, &[&str]); 4] = [
        ("hour", &["/小时", "/时", "每小时", "时薪", "小时工", "元小时", "/h", "一小时"]),
        ("day", &["/天", "/日", "日结", "每天", "一天", "日薪", "天结", "每日", "元天"]),
        ("piece", &["/件", "每件", "一件"]),
        ("year", &["/年", "年薪", "每年", "一年"]),
    ];
    UNITS.iter().find(|(_, words)| words.iter().any(|word| text.contains(word))).map_or("month", |(unit, _)| unit)
}

/// The sums of a text, with 千, 万 and K of a range's end applied to both.
fn sums(text: &str) -> Vec<f64> {
    let signs: Vec<char> = text.chars().collect();
    let mut found: Vec<(f64, f64)> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        if !signs[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < signs.len()
            && (signs[at].is_ascii_digit()
                || matches!(signs[at], '.' | ',') && signs.get(at + 1).is_some_and(char::is_ascii_digit))
        {
            at += 1;
        }
        let digits: String = signs[start..at].iter().filter(|c| **c != ',').collect();
        let factor = match signs.get(at) {
            Some('千' | 'k') => 1e3,
            Some('万' | 'w') => 1e4,
            _ => 1.0,
        };
        // Hours of a day, days of a month and years of age are no sums.
        if !matches!(signs.get(at), Some('小' | '天' | '岁' | '号' | '点' | '险' | '休' | '班')) || start == 0 {
            found.extend(digits.parse::<f64>().ok().map(|n| (n, factor)));
        }
    }
    let factor = found.last().map_or(1.0, |last| last.1);
    let shared = found.len() == 2 && found[0].1 == 1.0 && found[0].0 < 1000.0;
    found.iter().map(|(n, own)| n * if shared { factor } else { *own }).collect()
}

/// Lower and upper age of an age text; both nothing when all ages are welcome.
pub(in super::super) fn ages(text: &str) -> Option<(Option<i64>, Option<i64>)> {
    let folded = fold(text);
    if ["不限", "无要求", "无限制", "均可", "年龄不限", "无", "不限制", "没有要求"].contains(&folded.as_str())
    {
        return Some((None, None));
    }
    let numbers: Vec<i64> = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .filter(|n| (10..=90).contains(n))
        .collect();
    let upper =
        ["以下", "以内", "不超过", "内", "≤", "小于", "之内", "不大于", "下"].iter().any(|word| folded.contains(word));
    let lower = ["以上", "满", "不低于", "≥", "大于", "上", "起"].iter().any(|word| folded.contains(word));
    match numbers.as_slice() {
        [low, high] if RANGE.iter().any(|sign| folded.contains(sign)) || (upper && lower) => {
            Some((Some(*low), Some(*high)))
        }
        [low, high] => Some((Some(*low), Some(*high))),
        [age] if upper => Some((None, Some(*age))),
        [age] if lower => Some((Some(*age), None)),
        [age] => Some((None, Some(*age))),
        _ => None,
    }
}

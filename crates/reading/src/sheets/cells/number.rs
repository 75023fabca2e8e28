//! Numbers, money and shares with the words that stand around them.

use super::super::clean::{fold, unprotect};

/// A number found in a text, with what was written around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Found {
    /// The number, multiplied by 千 or 万 if written, divided by 100 if a percentage.
    pub(in super::super) value: f64,
    /// Whether 万 or 千 stood behind it.
    pub(in super::super) scaled: bool,
}

/// Words that may surround a number without changing it.
const AROUND: [&str; 62] = [
    "人民币",
    "月薪",
    "月工资",
    "月收入",
    "年收入",
    "工资",
    "大约",
    "大概",
    "左右",
    "上下",
    "每月",
    "每年",
    "一个月",
    "一年",
    "公里",
    "平方米",
    "人次",
    "小时",
    "学时",
    "课时",
    "约",
    "近",
    "共",
    "超",
    "元",
    "块钱",
    "块",
    "圆",
    "/月",
    "/年",
    "/人",
    "月",
    "年",
    "人",
    "名",
    "个",
    "户",
    "家",
    "份",
    "台",
    "辆",
    "套",
    "次",
    "天",
    "岁",
    "周岁",
    "亩",
    "㎡",
    "平米",
    "km",
    "余",
    "多",
    "来",
    "以上",
    "¥",
    "￥",
    "整",
    "度",
    "℃",
    "件",
    "条",
    "间",
];

/// The one number of a text, or nothing if there is none, or two, or foreign words.
pub(in super::super) fn parse(text: &str) -> Option<Found> {
    let folded = fold(unprotect(text));
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let negative = folded[..start].ends_with('-');
    let (before, rest) = (folded[..start].trim_end_matches('-'), &folded[start..]);
    let length = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let mut value: f64 = grouped(rest[..length].trim_end_matches(['.', ',']))?;
    let mut after = &rest[length..];
    let mut scaled = false;
    for (word, factor) in [("百", 100.0), ("千", 1e3), ("k", 1e3), ("万", 1e4), ("w", 1e4)] {
        if let Some(cut) = after.strip_prefix(word) {
            (value, after, scaled) = (value * factor, cut, true);
            break;
        }
    }
    if let Some(cut) = after.strip_prefix('%') {
        (value, after) = (value / 100.0, cut);
    }
    let value = if negative { -value } else { value };
    (is_around(before) && is_around(after)).then_some(Found { value, scaled })
}

/// Digits with thousands separators; a comma elsewhere is no number.
fn grouped(text: &str) -> Option<f64> {
    if !text.contains(',') {
        return text.parse().ok();
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut groups = whole.split(',');
    let first = groups.next().filter(|g| (1..=3).contains(&g.len()))?;
    let tail: Vec<&str> = groups.collect();
    let sound = tail.iter().all(|g| g.len() == 3);
    if !sound { None } else { format!("{first}{}.{fraction}", tail.concat()).parse().ok() }
}

fn is_around(text: &str) -> bool {
    let mut left = text;
    while !left.is_empty() {
        let signs = left.trim_start_matches(['(', ')', ':', '/', '+', '~', '。', ';']);
        if signs.len() < left.len() {
            left = signs;
            continue;
        }
        match AROUND.iter().filter_map(|word| left.strip_prefix(word)).min_by_key(|rest| rest.len()) {
            Some(rest) => left = rest,
            None => return false,
        }
    }
    true
}

//! What of a title is about the work: pay, benefits, numbers and ornaments are dropped.

use domain::clean::{half_width, is_blank};

/// Words that tell nothing about the work.
const NOISE: &[&str] = &[
    "急招",
    "诚聘",
    "急聘",
    "诚招",
    "招聘",
    "高薪",
    "包吃住",
    "包食宿",
    "包住宿",
    "包吃",
    "包住",
    "管吃住",
    "五险一金",
    "五险",
    "双休",
    "年终奖",
    "底薪",
    "应届生",
    "应届",
    "毕业生",
    "可实习",
    "实习生",
    "实习",
    "无责",
    "月薪",
    "年薪",
    "薪资",
    "周末",
];

/// Words of titles in companies' offices: there the trained model knows better than phrases of villages.
const OFFICE: &[&str] = &[
    "经理",
    "主管",
    "专员",
    "工程师",
    "顾问",
    "助理",
    "代表",
    "总监",
    "运营",
    "销售",
    "实习",
    "项目",
    "设计",
    "策划",
    "市场",
    "研发",
    "技术",
    "客服",
    "教师",
    "老师",
    "主播",
    "行政",
    "人事",
    "财务",
    "会计",
];

/// A title made ready for the readers.
pub(super) struct Title {
    /// Letters, digits dropped, of the whole title.
    pub(super) full: String,
    /// The same without what stands in brackets and without noise.
    pub(super) core: String,
    /// It sounds like a company's office.
    pub(super) office: bool,
}

impl Title {
    pub(super) fn new(title: &str) -> Self {
        let plain: String = title.chars().map(half_width).flat_map(char::to_lowercase).take(200).collect();
        let outside = without_brackets(&plain);
        let core = letters(if outside.chars().any(char::is_alphanumeric) { &outside } else { &plain });
        let office = OFFICE.iter().any(|word| core.contains(word));
        Self { full: letters(&plain), core, office }
    }

    pub(super) fn core_characters(&self) -> usize {
        self.core.chars().count()
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| match c {
            '(' | '[' | '【' | '（' | '〔' => {
                depth += 1;
                false
            }
            ')' | ']' | '】' | '）' | '〕' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// Letters and characters only; numbers go with their units, then words that say nothing about the work.
fn letters(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut number = false;
    for c in text.chars().filter(|c| !is_blank(*c)) {
        if c.is_ascii_digit() || number && matches!(c, '.' | '-' | '~' | '—' | 'k' | 'w' | '千' | '万' | '元' | '起')
        {
            number = true;
        } else {
            number = false;
            if c.is_alphanumeric() || matches!(c, '+' | '#') {
                kept.push(c);
            }
        }
    }
    for word in NOISE {
        if kept.len() > word.len() && kept.contains(word) {
            kept = kept.replace(word, "");
        }
    }
    kept
}

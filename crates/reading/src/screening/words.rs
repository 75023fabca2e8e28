//! Rules that words alone decide: a pattern, and what takes the finding back. The patterns stand in `data/posts/screening.txt`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Finding, Flag};
use crate::posts::{pattern::patterns, text::Text};

struct Rule {
    flag: Flag,
    /// Words that raise the flag.
    raises: Regex,
    /// Words around them (eighteen bytes on both sides, same clause) that take it back.
    unless: Option<Regex>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let compile = |pattern: &str| Regex::new(pattern).expect("a built-in pattern compiles");
    let mut lists: Vec<(String, &str)> = Vec::new();
    let mut drafts: Vec<(Flag, String, String)> = Vec::new();
    for line in include_str!("../../data/posts/screening.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, rest)) = line.split_once(' ') else { continue };
        if let Some(list) = name.strip_prefix('@') {
            lists.push((format!("<{list}>"), rest));
            continue;
        }
        let (Some(flag), Some((sign, pattern))) = (Flag::from_code(name), rest.split_once(' ')) else { continue };
        let pattern = lists.iter().fold(pattern.to_owned(), |pattern, (name, list)| pattern.replace(name, list));
        if drafts.last().is_none_or(|(last, ..)| *last != flag) {
            drafts.push((flag, String::new(), String::new()));
        }
        if let Some((_, raises, unless)) = drafts.last_mut() {
            let whole = if sign == "+" { raises } else { unless };
            if !whole.is_empty() {
                whole.push('|');
            }
            whole.push_str(&pattern);
        }
    }
    let rule = |(flag, raises, unless): (Flag, String, String)| Rule {
        flag,
        raises: compile(&raises),
        unless: (!unless.is_empty()).then(|| compile(&unless)),
    };
    drafts.into_iter().map(rule).collect()
});

/// Every finding of every rule.
pub(super) fn find(text: &Text) -> impl Iterator<Item = Finding> + '_ {
    RULES.iter().flat_map(|rule| {
        let hits = rule.raises.find_iter(text.folded()).filter(|hit| !taken_back(text, rule, hit.start(), hit.end()));
        hits.map(|hit| Finding { flag: rule.flag, span: text.original(&text.trim(hit.range())) })
    })
}

fn taken_back(text: &Text, rule: &Rule, start: usize, end: usize) -> bool {
    let Some(unless) = &rule.unless else { return false };
    let before = text.before(start, 18);
    let before = before.rsplit([',', '。', ';', '\n', '!', ' ']).next().unwrap_or(before);
    let after = text.after(end, 18);
    let after = after.split([',', '。', ';', '\n', '!', ' ']).next().unwrap_or(after);
    unless.is_match(&format!("{before}{}{after}", text.get(&(start..end))))
}

patterns! {
    SEX_LIMIT = r"限(?:男|女)|只(?:招|要|限)(?:男|女)|仅(?:限|招)(?:男|女)|(?:男|女)(?:士|性|生|的|工|员工|同志)?(?:优先|更好|最好|勿扰|免谈|不要|不招)|(?:要求|性别)[::]?(?:男|女)(?:性|士)?(?:$|[\s,。;])";
    LOOKS = r"形象气质佳|五官端正|限本地户口|本地户籍优先";
}

/// Limits and preferences of sex and looks in the words of a vacancy that is to be published; posts as they come are judged by
/// their vacancies instead.
pub(super) fn limits(text: &Text) -> impl Iterator<Item = Finding> + '_ {
    [(&*SEX_LIMIT, Flag::GenderRestriction), (&*LOOKS, Flag::DiscriminationEthnicRegion)].into_iter().filter_map(
        |(pattern, flag)| {
            let hit = pattern.find(text.folded())?;
            Some(Finding { flag, span: text.original(&text.trim(hit.range())) })
        },
    )
}

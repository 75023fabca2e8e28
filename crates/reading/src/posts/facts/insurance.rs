//! Insurance offered, in the words of the posts schema.

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

/// Words and what they are called; the longer stand first. Empty: read, and none offered.
const WORDS: &[(&str, &str)] = &[
    ("五险一金", "五险一金"),
    ("5险1金", "五险一金"),
    ("5险一金", "五险一金"),
    ("五险1金", "五险一金"),
    ("六险一金", "六险一金"),
    ("6险1金", "六险一金"),
    ("六险二金", "六险二金"),
    ("六险两金", "六险二金"),
    ("七险二金", "六险二金"),
    ("五险", "五险"),
    ("5险", "五险"),
    ("三险", "三险"),
    ("3险", "三险"),
    ("雇主责任险", "雇主责任险"),
    ("雇主险", "雇主责任险"),
    ("雇主责任保险", "雇主责任险"),
    ("工伤保险", "工伤险"),
    ("工伤险", "工伤险"),
    ("意外伤害保险", "意外险"),
    ("意外伤害险", "意外险"),
    ("人身意外险", "意外险"),
    ("人身意外保险", "意外险"),
    ("人身保险", "意外险"),
    ("意外保险", "意外险"),
    ("意外险", "意外险"),
    ("人身伤害险", "意外险"),
    ("医疗保险", "医疗险"),
    ("医疗险", "医疗险"),
    ("医保", "医疗险"),
    ("养老保险", "养老险"),
    ("养老险", "养老险"),
    ("住房公积金", "公积金"),
    ("公积金", "公积金"),
    ("商业保险", "商业险"),
    ("商业险", "商业险"),
    ("社会保险", "社保"),
    ("社保", "社保"),
    ("五金", ""),
    ("交金", "社保"),
    ("缴金", "社保"),
];

patterns! {
    PLAIN = r"(?:上|买|有|交|缴|缴纳|购买|入|给上|办|办理|给买|投)保险";
    REFUSED = r"(?:不(?:上|买|交|缴|给|含|用|缴纳|签|办|包|购买|参加|提供)|无|没有?|自愿放弃|放弃|免|可谈|自(?:己)?(?:缴|交|购|买)|可选|折现|不交)[^,。;\n]{0,8}$";
    REFUSED_AFTER = r"^\s*(?:可谈|面谈|可议|自理|自己|自愿放弃|待定|以后|后期|放弃|折现)|^(?:卡|局|代理|公司|业务|内勤|单|销售|补贴后|号|部|办|金)";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for (word, name) in WORDS {
        for (at, _) in folded.match_indices(word) {
            put(text, found, at..at + word.len(), name);
        }
    }
    for hit in PLAIN.find_iter(folded) {
        put(text, found, hit.range(), "保险");
    }
}

fn put(text: &Text, found: &mut Mentions, at: std::ops::Range<usize>, name: &'static str) {
    let before = text.before(at.start, 30);
    let refused = REFUSED.is_match(before) || REFUSED_AFTER.is_match(text.after(at.end, 18));
    if found.taken(&at) {
        return;
    }
    let fact = if refused || name.is_empty() { Fact::Nothing } else { Fact::Insurance(name) };
    found.add(at, fact);
}

//! Ages: 18-45周岁, 50岁以下, 十八到四十五, 35以内. Limits for some only (relaxed, other sex) are mentions of their own; the widest counts.

use std::ops::Range;

use super::super::mention::{Fact, Mentions};
use super::super::number;
use super::super::pattern::patterns;
use super::super::text::Text;

const N: &str = r"(\d{2}|[一二三四五六七]?十[一二三四五六七八九]?)";

patterns! {
    RANGE = &format!(r"{N}\s*(?:周岁|岁)?\s*(?:-|~|到|至|—|--|--)+\s*{N}\s*(周岁|岁|之间)?(?:之间|以内|以下|为宜|都行|都要)?");
    CEILING = &format!(r"(?:不超过?|不大于|最大|小于|低于|放宽到|放宽至|可到|到)\s*{N}\s*(?:周岁|岁)|(?:不超过?|不大于|放宽到|放宽至)\s*{N}\b|{N}\s*(?:周岁|岁)?\s*(?:\(?含\)?)?(?:及以下|以下|以内|往下|之下|之内|内|以里|不到|封顶|下)");
    FLOOR = &format!(r"(?:年满|已满|满|不低于|大于|不小于)\s*{N}\s*(?:周岁|岁)?(?:以上)?|{N}\s*(?:周岁|岁)\s*(?:及以上|以上|往上|起|朝上)");
    ABOUT = &format!(r"(?:年龄在?)?{N}\s*(?:周岁|岁)\s*(?:左右|上下)");
    /// What shows a bare pair of numbers to be something else.
    OTHER_UNIT = r"^\d|^\s*(?:元|块|¥|名|人(?:$|[^群])|位|个|万|千|k|K|天|日|月|小时|时|h|/|斤|度|公里|米|厘米|cm|CM|%|号|路|点|分|亩|桌|对|棵|条|件|层|楼|平|方|公斤|kg|吨|寸|级|班|年|:)";
    /// People to be cared for, and limits on something else than the worker's age.
    NOT_BEFORE = r"(?:宝宝|孩子|小孩|老人|老太太|大爷|奶奶|爷爷|老爷子|照顾|照看|陪护|护理|看护|身高|体重|视力|工龄|驾龄|满勤|电话|女儿|儿子|老伴|老两口|一个)[^,。;\n]{0,6}$";
    NOT_AFTER = r"^\s*(?:的)?(?:宝宝|孩子|小孩|老人|老太|大爷|奶奶|爷爷|男孩|女孩|娃|半自理|能自理|不能自理|卧床)|^(?:以上)?[^,。;\n]{0,6}(?:不让|不要|勿扰|不收|免谈|除外|也能|也可以安排)";
    LABEL = r"(?:年龄|岁数)[^\d\n]{0,6}$";
    BEFORE_BARE = r"(?:^|[\s,。;:、(\[▪|/\t男女]|要求|年龄|限|性|士|生|工|可)$";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for range in RANGE.captures_iter(folded) {
        let at = range.get(0).map_or(0..0, |m| m.range());
        let ends = number::whole(&range[1]).zip(number::whole(&range[2]));
        let Some((least, most)) = ends.filter(|(a, b)| a < b && (14..=70).contains(a) && (18..=80).contains(b)) else {
            continue;
        };
        let said =
            range.get(3).is_some() || at_word(&at, folded).contains('岁') || LABEL.is_match(text.before(at.start, 40));
        let bare = BEFORE_BARE.is_match(text.before(at.start, 20)) && !OTHER_UNIT.is_match(text.after(at.end, 12));
        if (said || bare) && !found.taken(&at) && worker(text, &at) {
            found.add(at, Fact::Age { least: Some(least), most: Some(most) });
        }
    }
    single(text, found, &CEILING, |age| (None, Some(age)));
    single(text, found, &FLOOR, |age| (Some(age), None));
    single(text, found, &ABOUT, |age| (Some(age), Some(age)));
}

fn at_word<'a>(at: &Range<usize>, folded: &'a str) -> &'a str {
    &folded[at.clone()]
}

fn single(text: &Text, found: &mut Mentions, pattern: &regex::Regex, limits: fn(u32) -> (Option<u32>, Option<u32>)) {
    for hit in pattern.captures_iter(text.folded()) {
        let at = hit.get(0).map_or(0..0, |m| m.range());
        let age = hit.iter().skip(1).flatten().next().and_then(|m| number::whole(m.as_str()));
        let Some(age) = age.filter(|age| (14..=80).contains(age)) else { continue };
        let said = text.get(&at).contains('岁') || LABEL.is_match(text.before(at.start, 40));
        let part = text.get(&at);
        let digits_first = part.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七十".contains(c));
        let bare = !digits_first || BEFORE_BARE.is_match(text.before(at.start, 20));
        // 满26天 is no age, nor is 2000以下; 十以内 hardly is.
        let other = !said && OTHER_UNIT.is_match(text.after(at.end, 12));
        let after_digit = text.before(at.start, 4).ends_with(|c: char| c.is_ascii_digit() || c == '.');
        if (said || bare) && !other && !after_digit && !found.taken(&at) && worker(text, &at) {
            let (least, most) = limits(age);
            found.add(at, Fact::Age { least, most });
        }
    }
}

/// Whether the age is the worker's own, and a limit.
fn worker(text: &Text, at: &Range<usize>) -> bool {
    !NOT_BEFORE.is_match(text.before(at.start, 36)) && !NOT_AFTER.is_match(text.after(at.end, 36))
}

//! Rules about what the vacancies of a post say together, or do not say.

use std::ops::Range;

use super::{Finding, Flag};
use crate::posts::{Draft, Gender, Post, pattern::patterns, text::Text};

patterns! {
    UNDERGROUND = r"井下|下井|煤窑|采煤|掘进|矿工";
    RISKY_FOR_MINORS = r"夜班|夜里|夜间|通宵|大夜|矿|井下|煤窑|窑|KTV|ktv|酒吧|夜总会|夜场|会所|网吧|足浴|洗浴|酒店礼仪|舞厅|两班倒|倒班|三班";
    NOON = r"中(?:午|间)[^,。;\n]{0,3}(?:歇|休)[^,。;\n]{0,8}(?:小时|钟头|个点)";
    NO_NIGHT = r"不上夜班|无夜班|不安排夜班|没有夜班|不夜班";
    HOUSEHOLD = r"雇主|我爸|我妈|我家|家里|老人|宝宝|孩子|住家|保姆|老太太|老爷子|钟点工|做饭阿姨|奶奶|爷爷|大爷|护工|阿姨|三口人|家务|月嫂|育儿|瘫痪|做家务|老两口|照顾";
    PUBLIC = r"公益性?岗|公益岗|选聘|村委|镇政府|乡政府|人民政府|街道办|居委|乡村振兴|护林员|护路员|村级|网格员|社区工作|林业|草原|镇里|公示";
    REGISTER = r"(?:报名|面试|应聘|登记|咨询)(?:地点|地址|处|点|方式|邮箱|网址)|到[^,。;\n]{2,20}(?:报名|面试|登记|领表|应聘)|现场(?:报名|面试|招聘|洽谈)|网上报名|邮箱|@|扫码|扫描|二维码|公众号|小程序|微信号|直接(?:来|到|过来|上门)|到[^,。;\n]{0,8}(?:门卫|办公室|前台|店里|厂里|保安室|传达室)|来(?:店|厂|公司)(?:面|谈|看|应聘)|[Qq]{2}|上门|私信|接龙|找(?:村|驻村)|村委会报名|群里|窗口";
}

pub(super) fn find<'a>(text: &'a Text, original: &'a str, post: &'a Post) -> impl Iterator<Item = Finding> + 'a {
    let missing = |flag, fires: bool| fires.then_some(Finding { flag, span: 0..0 });
    [
        gender(text, original, post),
        age(post, |least| least < 16).map(|span| Finding { flag: Flag::Underage, span }),
        minor(text, post),
        hours(text, post),
        pay(post),
        missing(Flag::NoEmployer, no_employer(text, post)),
        missing(
            Flag::NoContact,
            post.vacancies.iter().all(|v| v.phones.is_empty()) && !REGISTER.is_match(text.folded()),
        ),
    ]
    .into_iter()
    .flatten()
}

/// A vacancy for one sex by 男/女 words; work under ground is barred to women by law.
fn gender(text: &Text, original: &str, post: &Post) -> Option<Finding> {
    let limited = |v: &&Draft| {
        let one = v.gender.as_ref().filter(|g| g.value != Gender::Any);
        one.is_some_and(|g| original.get(g.span.clone()).is_some_and(|words| words.contains(['男', '女'])))
    };
    let v = post.vacancies.iter().find(limited)?;
    let male = v.gender.as_ref().is_some_and(|g| g.value == Gender::Male);
    if male && UNDERGROUND.is_match(text.folded()) {
        return None;
    }
    v.gender.as_ref().map(|g| Finding { flag: Flag::GenderRestriction, span: g.span.clone() })
}

/// Where a least age that fits is stated.
fn age(post: &Post, fits: impl Fn(u32) -> bool) -> Option<Range<usize>> {
    post.vacancies.iter().filter_map(|v| v.age_min.as_ref()).find(|age| fits(age.value)).map(|age| age.span.clone())
}

fn minor(text: &Text, post: &Post) -> Option<Finding> {
    let span = age(post, |least| (16..18).contains(&least))?;
    let risky = RISKY_FOR_MINORS.is_match(text.folded()) && !NO_NIGHT.is_match(text.folded());
    risky.then_some(Finding { flag: Flag::MinorRisk, span })
}

fn hours(text: &Text, post: &Post) -> Option<Finding> {
    // With a long break at noon a span of twelve hours is no day of twelve.
    let breaks = NOON.is_match(text.folded());
    let tokens = post.vacancies.iter().flat_map(|v| &v.schedule);
    let hit = tokens.into_iter().find(|token| excessive(&token.value) && !(breaks && token.value.contains(':')))?;
    Some(Finding { flag: Flag::ExcessiveHours, span: hit.span.clone() })
}

/// Twelve hours or more, or no day of rest.
fn excessive(token: &str) -> bool {
    if token == "无休" {
        return true;
    }
    if let Some(hours) = token.strip_suffix("小时") {
        let most = hours.rsplit('-').next().and_then(|n| n.parse::<f64>().ok());
        return most.is_some_and(|n| (12.0..24.0).contains(&n));
    }
    let minutes = |clock: &str| {
        let (h, m) = clock.split_once(':')?;
        Some(h.parse::<u32>().ok()? * 60 + m.parse::<u32>().ok()?)
    };
    let span = token.split_once('-').and_then(|(from, to)| Some((minutes(from)?, minutes(to)?)));
    span.is_some_and(|(from, to)| (to + 24 * 60 - from) % (24 * 60) >= 12 * 60)
}

/// Pay far above what such work brings, where no learning is asked for it.
fn pay(post: &Post) -> Option<Finding> {
    use crate::posts::{Education, Unit};
    let high = |v: &&Draft| {
        let least = v.wage_min.as_ref().map_or(0.0, |w| w.value);
        let learned = v.education.as_ref().is_some_and(|e| e.value >= Education::College);
        let limit = match v.wage_unit.as_ref().map(|u| u.value) {
            Some(Unit::Month) => 18_000.0,
            Some(Unit::Day) => 700.0,
            Some(Unit::Hour) => 90.0,
            _ => f64::INFINITY,
        };
        least >= limit && !learned
    };
    let v = post.vacancies.iter().find(high)?;
    v.wage_text.as_ref().map(|w| Finding { flag: Flag::UnrealisticPay, span: w.span.clone() })
}

fn no_employer(text: &Text, post: &Post) -> bool {
    let unnamed = post.vacancies.iter().all(|v| v.employer.is_none());
    let domestic = post.vacancies.iter().all(|v| {
        v.occupation.as_deref().is_some_and(|code| code.starts_with("4-10-01") || code.starts_with("4-14-01"))
    });
    unnamed && !(domestic && HOUSEHOLD.is_match(text.folded())) && !PUBLIC.is_match(text.folded())
}

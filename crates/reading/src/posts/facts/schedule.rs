//! Shifts, hours and rest days, in the words of the posts schema.

use std::ops::Range;

use regex::Captures;

use super::super::mention::{Fact, Mentions};
use super::super::number;
use super::super::pattern::patterns;
use super::super::text::Text;

const H: &str = r"(\d{1,2}|十[一二]?|[一二两三四五六七八九])";
const DAY_PART: &str = r"(早上?|上午|中午|下午|晚上?|夜里|凌晨|次日|第二天|当天|夜)?\s*";

patterns! {
    /// 8:00-18:00, 上午7点-11点半, 11点来1点走, 下午3-6点.
    SPAN = &format!(r"{DAY_PART}{H}(?:[:：点时](\d{{2}}|半|整)?分?|)\s*(?:-|~|到|至|来|上班|上到|开始|进场|,|、|/)+\s*{DAY_PART}{H}(?:[:点时](\d{{2}}|半|整)?分?)(?:走|下班|止|结束)?");
    /// 早8晚6, 晚八早六.
    EARLY_LATE = &format!(r"(早|晚|上午|下午)(?:上)?{H}(?:点|:)?(半|\d{{2}})?\s*(?:-|~|到|至|,)?\s*(早|晚|上午|下午)(?:上)?{H}(?:点|:)?(半|\d{{2}})?");
    HOURS = r"(?:[每一][天日班]|日|上班|实际上班|上|工作|日均)?(?P<a>\d{1,2}(?:\.\d)?|[一二两三四五六七八九]|十[一二]?)(?:\s*(?:-|~|到|至)\s*(?P<b>\d{1,2}))?\s*(?:个)?(?:小时|钟头|h\b|H\b)";
    HOURS_NOT_BEFORE = r"(?:加班|元/|块/|另加|提前|车程|路程|每天加|满|超过|超|工|日常|面试|前|后|休|休息)\s*[+约]?\s*$|[+]\s*加班$";
    HOURS_NOT_AFTER = r"^\s*(?:内|左右到|车程|以内|到|热水|供|前|后|起租|监控|轮流)|^\s*\d+\s*(?:元|块)|^\s+\d{2,3}(?:$|[\s,。;])";
    /// A span of hours that is not the work: interviews, fairs, registration, calls.
    OTHER_TIME = r"面试|招聘会|集合|报名|直播|咨询|办公|初集|逢集|开会|接站|发车|打电话|来电|联系时间|电话|现场|培训时间|\d[日号]\s*(?:\([^)]*\))?\s*$|活动|举办|开场|地点";
    MONTHLY_REST = r"(?:月休|每月休息?|一个?月休息?|月休息|每月公休|每月带薪休|月带薪休|一个?月歇|月歇|每月歇)\s*(?P<a>\d(?:-\d)?|[一二两三四五六七八])\s*(?:天|日)?|每月\s*(?P<b>\d|[一二两三四五六七八])\s*(?:天|日)(?:公休|休息|休|假期|带薪)|(?:^|[\s,;])休\s*(?P<c>\d|[一二两三四五六七八])\s*(?:天)?(?:$|[\s,。;/])";
    ON_OFF = r"(上|做|干)\s*([一二两三123])\s*(?:天)?休\s*([一二两三123])(?:天)?";
    ON_OFF_HOURS = r"上\s*24\s*(?:小时)?休\s*(24|48)";
    SIX_DAYS = r"上六休一|做六休一|干六休一|6休1|上6休1|做6休1|单休|周日休|周日休息|星期天休|星期日休|周休一[天日]|每周休一?1?[天日]|每周休息[一1]天|一周休[一1]天|周休1[天日]|每周6天|一周6天|每周六天|周六休|星期天不用来|礼拜天休|礼拜天不上|周末休一天|一周上六天|六天工作制|6天工作制|六天制|周天休|星期天歇|周日公休|有星期天|每周休1天|每周1天休息|周休1日|每周一天休息";
    FIVE_DAYS = r"双休|周末休息|做五休二|上五休二|5天8小时|五天工作制|周末双休|朝九晚五|周六日休|周六周日休|5天工作制|五天八小时|周休二日|周休两天|每周休2天|每周休两天";
}

/// Shift words and what they are called in the schema; the longest words stand first.
const SHIFTS: &[(&str, &str)] = &[
    ("四班两倒", "四班两倒"),
    ("四班二倒", "四班两倒"),
    ("四班两运转", "四班两倒"),
    ("四班二运转", "四班两倒"),
    ("4班2倒", "四班两倒"),
    ("四班三运转", "三班倒"),
    ("四班三倒", "三班倒"),
    ("三班两倒", "两班倒"),
    ("三班二倒", "两班倒"),
    ("三班两运转", "两班倒"),
    ("两班倒", "两班倒"),
    ("二班倒", "两班倒"),
    ("2班倒", "两班倒"),
    ("两班制", "两班倒"),
    ("两班轮", "两班倒"),
    ("两班运转", "两班倒"),
    ("两班", "两班倒"),
    ("二班制", "两班倒"),
    ("2班", "两班倒"),
    ("三班倒", "三班倒"),
    ("三八制", "三班倒"),
    ("三班制", "三班倒"),
    ("3班倒", "三班倒"),
    ("三班运转", "三班倒"),
    ("三班轮", "三班倒"),
    ("三班", "三班倒"),
    ("三八班", "三班倒"),
    ("白夜班", "倒班"),
    ("能倒班", "倒班"),
    ("半月一倒", "倒班"),
    ("一周一倒", "倒班"),
    ("半月倒", "倒班"),
    ("月倒", "倒班"),
    ("周倒", "倒班"),
    ("白班夜班倒", "倒班"),
    ("倒班", "倒班"),
    ("黑白班", "倒班"),
    ("黑白倒", "倒班"),
    ("白夜倒", "倒班"),
    ("昼夜班", "倒班"),
    ("白班、夜班", "倒班"),
    ("白班/夜班", "倒班"),
    ("白晚班", "倒班"),
    ("翻班", "倒班"),
    ("早中晚班", "早晚班"),
    ("早晚班", "早晚班"),
    ("早中班", "早晚班"),
    ("早、中、晚班", "早晚班"),
    ("早班晚班", "早晚班"),
    ("早班/晚班", "早晚班"),
    ("轮班", "早晚班"),
    ("早班、晚班", "早晚班"),
    ("两班轮换", "早晚班"),
    ("常日班", "长白班"),
    ("长白班", "长白班"),
    ("常白班", "长白班"),
    ("长日班", "长白班"),
    ("正常白班", "长白班"),
    ("只上白班", "长白班"),
    ("纯白班", "长白班"),
    ("白班", "长白班"),
    ("全白班", "长白班"),
    ("不上夜班", ""),
    ("无夜班", ""),
    ("没夜班", ""),
    ("没有夜班", ""),
    ("不用上夜班", ""),
    ("夜班津贴", ""),
    ("夜班补贴", ""),
    ("夜班补助", ""),
    ("夜班费", ""),
    ("夜班另", ""),
    ("夜班加", ""),
    ("夜班餐", ""),
    ("无需夜班", ""),
    ("不熬夜", ""),
    ("夜班", "夜班"),
    ("夜里干", "夜班"),
    ("晚班", "夜班"),
    ("大夜", "夜班"),
    ("通宵", "夜班"),
    ("半夜上班", "夜班"),
    ("夜间上班", "夜班"),
    ("大小周", "大小周"),
    ("大小休", "大小周"),
    ("单双休", "大小周"),
    ("不双休", ""),
    ("无双休", ""),
    ("全月无休", "无休"),
    ("没有休息", "无休"),
    ("没休息", "无休"),
    ("无休息", "无休"),
    ("无休", "无休"),
    ("不休息", "无休"),
    ("全勤无休", "无休"),
    ("全年无休", ""),
    ("没有假", "无休"),
    ("不放假", "无休"),
    ("没有公休", "无休"),
    ("不住家", ""),
    ("非住家", ""),
    ("住家", "住家"),
    ("弹性", "弹性"),
    ("时间灵活", "弹性"),
    ("时间自由", "弹性"),
    ("灵活安排时间", "弹性"),
    ("时间随意", "弹性"),
    ("上班自由", "弹性"),
    ("来去自由", ""),
    ("时间自己定", "弹性"),
    ("时间不固定", "弹性"),
    ("灵活上班", "弹性"),
    ("自由安排时间", "弹性"),
];

pub(super) fn find(text: &Text, found: &mut Mentions) {
    for pattern in [&*SPAN, &*EARLY_LATE] {
        let early = std::ptr::eq(pattern, &*EARLY_LATE);
        for hit in pattern.captures_iter(text.folded()) {
            let at = text.trim(hit.get(0).map_or(0..0, |m| m.range()));
            let clock = if early { early_late(&hit) } else { span(&hit) };
            let Some((from, to)) = clock.filter(|_| !found.taken(&at) && may_be_hours(text, &at)) else { continue };
            let line = text.get(&text.lines()[text.line_of(at.start)]);
            let work = line.contains("上班") || line.contains("班次") || line.contains("工作时间");
            if OTHER_TIME.is_match(text.before(at.start, 90)) && !work {
                found.add(at, Fact::Nothing);
            } else {
                found.add(at, Fact::Schedule(format!("{from}-{to}")));
            }
        }
    }
    hours(text, found);
    rests(text, found);
    shifts(text, found);
}

/// Bare numbers need something of a clock about them: 下午3-6点 yes, 3-6名 no, 18-45岁 no.
fn may_be_hours(text: &Text, at: &Range<usize>) -> bool {
    let part = text.get(at);
    let clock = part.contains(['点', ':', '时']) || part.starts_with(['早', '晚', '上', '下']);
    let before = text.before(at.start, 4);
    clock
        && !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '月' | '.' | ':'))
        && !text.after(at.end, 6).starts_with(['岁', '元', '名', '人', '薪'])
}

fn hour(word: &str, part: &str, after: Option<f64>, minutes: &str) -> Option<f64> {
    let mut hour = f64::from(number::whole(word)?);
    if matches!(part, "下午" | "晚" | "晚上" | "夜" | "夜里" | "中午")
        && hour < 12.0
        && !(part == "中午" && hour > 10.0)
    {
        hour += 12.0;
    }
    hour += match minutes {
        "" | "整" => 0.0,
        "半" => 0.5,
        minutes => minutes.parse::<f64>().ok().filter(|m| *m < 60.0)? / 60.0,
    };
    let morning = matches!(part, "早" | "早上" | "上午" | "凌晨" | "次日" | "第二天");
    if after.is_some_and(|after| hour <= after && hour < 12.0) && !morning {
        hour += 12.0;
    }
    (hour <= 24.0).then_some(hour)
}

fn clock(hour: f64) -> String {
    let minutes = (hour * 60.0).round() as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn span(hit: &Captures) -> Option<(String, String)> {
    let part = |i: usize| hit.get(i).map_or("", |m| m.as_str());
    // 下午3-6点: the second hour goes on in the same part of the day.
    let later = if part(4).is_empty() && matches!(part(1), "下午" | "晚上" | "晚") { part(1) } else { part(4) };
    let from = hour(part(2), part(1), None, part(3))?;
    let to = hour(part(5), later, Some(from), part(6))?;
    Some((clock(from), clock(to)))
}

fn early_late(hit: &Captures) -> Option<(String, String)> {
    let part = |i: usize| hit.get(i).map_or("", |m| m.as_str());
    let from = hour(part(2), part(1), None, part(3))?;
    let to = hour(part(5), part(4), None, part(6))?;
    Some((clock(from), clock(to)))
}

fn hours(text: &Text, found: &mut Mentions) {
    for hit in HOURS.captures_iter(text.folded()) {
        let (Some(all), Some(a)) = (hit.get(0), hit.name("a")) else { continue };
        let at = all.range();
        let before = text.before(a.start(), 20);
        let paid = before.ends_with(['/', '元', '块', '每', '¥', '.'])
            || text.before(a.start(), 6).ends_with(['/', '每', '.', '+']);
        if found.taken(&at)
            || paid
            || HOURS_NOT_BEFORE.is_match(before)
            || HOURS_NOT_AFTER.is_match(text.after(at.end, 20))
        {
            continue;
        }
        let Some((least, _)) = number::read(a.as_str()).filter(|(n, _)| (2.0..=24.0).contains(n)) else { continue };
        let value = match hit.name("b") {
            Some(b) => format!("{least}-{}小时", b.as_str()),
            None => format!("{least}小时"),
        };
        found.add(at, Fact::Schedule(value));
    }
}

fn rests(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for hit in MONTHLY_REST.captures_iter(folded) {
        let days = hit.name("a").or(hit.name("b")).or(hit.name("c"));
        let (Some(all), Some(days)) = (hit.get(0), days) else { continue };
        let value = if days.as_str().contains('-') {
            days.as_str().to_owned()
        } else {
            number::whole(days.as_str()).unwrap_or(0).to_string()
        };
        let at = text.trim(all.range());
        if !found.taken(&at) {
            found.add(at, Fact::Schedule(format!("月休{value}天")));
        }
    }
    for hit in ON_OFF_HOURS.captures_iter(folded) {
        let value = if &hit[1] == "24" { "上一休一" } else { "上一休二" };
        found.add(hit.get(0).map_or(0..0, |m| m.range()), Fact::Schedule(value.to_owned()));
    }
    for hit in ON_OFF.captures_iter(folded) {
        let at = hit.get(0).map_or(0..0, |m| m.range());
        let han = |word: &str| match word {
            "1" | "一" => '一',
            "2" | "二" | "两" => '二',
            _ => '三',
        };
        let verb = if &hit[1] == "做" { '做' } else { '上' };
        if !found.taken(&at) && !SIX_DAYS.is_match(text.get(&at)) {
            found.add(at, Fact::Schedule(format!("{verb}{}休{}", han(&hit[2]), han(&hit[3]))));
        }
    }
    for (pattern, value) in [(&*SIX_DAYS, "单休"), (&*FIVE_DAYS, "双休")] {
        for hit in pattern.find_iter(folded) {
            let refused = text.before(hit.start(), 3).ends_with(['不', '无', '没', '非']);
            if !found.taken(&hit.range()) && !refused {
                found.add(hit.range(), Fact::Schedule(value.to_owned()));
            }
        }
    }
}

fn shifts(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    for (word, value) in SHIFTS {
        for (at, _) in folded.match_indices(word) {
            let at = at..at + word.len();
            if found.taken(&at) {
                continue;
            }
            // A word inside a title or after 住家 is still said; refusals only use the word up.
            match *value {
                "" => found.add(at, Fact::Nothing),
                "长白班" | "夜班" | "住家" => found.note_once(at, Fact::Schedule((*value).to_owned())),
                _ => found.add(at, Fact::Schedule((*value).to_owned())),
            }
        }
    }
}

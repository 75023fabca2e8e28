//! Seats: 3-5名, 20余人, 若干, 男女各30名, 6对 (couples), 仨人.

use std::ops::Range;

use super::super::mention::{Fact, Manner, Mentions};
use super::super::number;
use super::super::pattern::patterns;
use super::super::text::Text;
use super::super::titles;

const N: &str = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5})";

patterns! {
    BY_SEX = r"男(?:工|女|生|性|的)?各\s*(\d+)\s*[名人个位]|[男女](?:工|生|性|的)?\s*(\d+)\s*[名人个位]\s*[,、 ]?\s*[男女](?:工|生|性|的)?\s*(\d+)\s*[名人个位]";
    COUPLES = &format!(r"{N}\s*对(?:夫妻|夫妇|两口子)?");
    COUNT = &format!(r"(?P<lead>合计|共计|总计|共需|一共|总共|共招|共|各需|各招|各要|各|名额|招聘人数|人数|需求人数|需求|数量)?[::]?\s*(?:约)?{N}(?:\s*(?:-|~|至|到)+\s*(?P<b>\d{{1,4}}|[一二两三四五六七八九十]{{1,3}}))?\s*(?P<more>余|多|来|几)?\s*(?P<unit>个人|号人|名|人|位|员)(?:以上|左右)?");
    PEOPLE = &format!(r"{N}(?:-(\d{{1,3}}))?\s*个(?P<end>$|[\s,。;、▪)\]|])");
    AFTER_VERB = r"(?:招聘?|急招|诚招|需要?|要|缺|找|限)\s*$";
    FEW = r"(?:人数|名额|数量)?[::]?(?:不限人数?|人数不限|名额不限|若干[名人位]?|数[名十百][名人]?|多名|多人|几名|几人|几个人|几位|不限名额|大量|三五[名人个]|[一二三四五六七八九]{2}十[号来多]?[名人个号]+人?|[一二三四五六七八九]{2}[名人个](?:人)?)";
    PAIR_OR_TRIO = r"(?:俩人|仨人|俩|仨|两个人|三个人)(?:$|[\s,。;、▪])";
    TABLE_STYLE = r"(?:[xX×*]|\()\s*(\d{1,3})\s*(?:\)|$|[\s,。;、▪])";
    LABELLED = r"(?:招聘人数|需求人数|招工人数|用工人数|人数|名额|数量)\s*[::\]]\s*(\d{1,4})(?:$|[\s,。;、▪)\[])";
    /// 要5个缝边工, 招3个瓦工2个小工: what follows must be a job.
    OF_A_JOB = &format!(r"(?:(?:招聘?|急招|诚招|需要?|要|缺|找|雇)\s*|[、,和])?(?P<n>{N}\s*个)(?P<job>[\p{{Han}}]{{2,10}})");
    /// 焊工2、铆工1、打磨工3: bare numbers behind jobs in a row.
    IN_A_ROW = r"(?P<job>[\p{Han}]{2,8})(?P<n>[1-9]\d?)(?:$|[,、。;\s▪])";
    /// Words before a number of people that are not hired.
    NOT_BEFORE = r"(?:每|户|住|约有|现有|有|员工|家里|家中|一家|带|推荐|介绍|满|拉|现在有|超过|已有|面向|培训|学员|间|第|转|桌|同吃)\s*$|(?:规模|在职|职工|全家|带身边|好友|培训班)[^,。;\n]{0,8}$";
    NOT_AFTER = r"^(?:/|每)\s*(?:月|天|次|年)|^\s*(?:/|每)?\s*(?:一间|间|寝|宿舍|口|之家|份|次|合住|住一|/间|家庭|大间|民币|间宿舍|的家|间房|一户|的班|班组|左右的)";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    by_sex(text, found);
    for hit in COUPLES.captures_iter(folded) {
        let at = hit.get(0).map_or(0..0, |m| m.range());
        put(text, found, at, number::whole(&hit[1]).map(|pairs| 2 * pairs), Manner::Own);
    }
    for hit in FEW.find_iter(folded) {
        let spoken =
            hit.as_str().starts_with(|c: char| "一二三四五六七八九".contains(c)) && !hit.as_str().contains('十');
        if spoken && !ascending(hit.as_str()) && !hit.as_str().starts_with("三五") {
            continue;
        }
        if text.get(&hit.range()) != "大量" && hired(text, &hit.range()) {
            // 六七个 is six or more; 四五十号 says too little.
            let pair = hit.as_str().chars().filter(|c| "一二三四五六七八九".contains(*c)).count() == 2
                && !hit.as_str().contains('十');
            let first = hit.as_str().chars().next().map(String::from).filter(|_| pair);
            put(text, found, hit.range(), first.and_then(|c| number::whole(&c)), Manner::Own);
        }
    }
    for hit in COUNT.captures_iter(folded) {
        let Some((at, _)) = hit.get(0).map(|m| (m.range(), ())) else { continue };
        let lead = hit.name("lead").map_or("", |m| m.as_str());
        let figure = hit.get(2).map_or(at.clone(), |m| m.range());
        let number = number::whole(&hit[2]).filter(|n| *n > 0);
        let start = if lead.is_empty() { figure.start } else { at.start };
        if number.is_none() || !hired(text, &(start..at.end)) || ends_in_digit(text.before(start, 4)) {
            continue;
        }
        let manner = match lead {
            "" | "名额" | "招聘人数" | "人数" | "需求人数" | "需求" | "数量" => Manner::Own,
            lead if lead.starts_with('各') => Manner::Each,
            _ => Manner::Total,
        };
        let kept = if lead == "名额" && !text.get(&(at.start..figure.start)).contains(':') {
            at.start
        } else {
            figure.start
        };
        let words = if manner == Manner::Own { kept..at.end } else { at.clone() };
        put(text, found, words, number, manner);
    }
    others(text, found);
}

/// Two digits in a row that name a stretch: 六七个.
fn ascending(words: &str) -> bool {
    let mut digits = words.chars().map_while(number::spoken_digit).filter_map(|c| c.to_digit(10));
    matches!((digits.next(), digits.next()), (Some(a), Some(b)) if b == a + 1)
}

fn ends_in_digit(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '¥'))
}

/// Figures that count people only by what stands before them.
fn others(text: &Text, found: &mut Mentions) {
    for hit in PEOPLE.captures_iter(text.folded()) {
        let (Some(all), Some(end)) = (hit.get(0), hit.name("end")) else { continue };
        let at = all.start()..end.start();
        let after_title = text
            .before(at.start, 12)
            .ends_with(['工', '员', '师', '傅', '机', '姨', '手', '额', '数', ' ', ',', '、', ':']);
        if (after_title || AFTER_VERB.is_match(text.before(at.start, 12))) && !ends_in_digit(text.before(at.start, 4)) {
            put(text, found, at, number::whole(&hit[1]), Manner::Own);
        }
    }
    before_jobs(text, found);
    in_a_row(text, found);
    for (pattern, of) in [(&*TABLE_STYLE, 1), (&*LABELLED, 1)] {
        for hit in pattern.captures_iter(text.folded()) {
            let Some(at) = hit.get(of).map(|m| m.range()) else { continue };
            put(text, found, at, number::whole(&hit[of]), Manner::Own);
        }
    }
    for hit in PAIR_OR_TRIO.find_iter(text.folded()) {
        let word = text.get(&hit.range()).trim_end_matches([' ', ',', '。', ';', '、', '▪', '\n']);
        let number = if word.starts_with(['俩', '两']) { 2 } else { 3 };
        put(text, found, hit.start()..hit.start() + word.len(), Some(number), Manner::Own);
    }
}

/// Numbers with 个 before a job: behind a call for people, or behind another such job.
fn before_jobs(text: &Text, found: &mut Mentions) {
    let mut end = 0;
    for hit in OF_A_JOB.captures_iter(text.folded()) {
        let (Some(number), Some(job)) = (hit.name("n"), hit.name("job")) else { continue };
        let next = end > 0 && text.get(&(end..number.start())).chars().count() <= 1;
        let called = AFTER_VERB.is_match(text.before(number.start(), 12));
        let names = job.as_str().char_indices().map(|(at, c)| at + c.len_utf8());
        let named = names.skip(1).any(|end| titles::ends_in_title(&job.as_str()[..end]));
        if named && (called || next) && hired(text, &number.range()) {
            end = job.end();
            put(text, found, number.range(), number::whole(&hit[2]), Manner::Own);
        }
    }
}

/// Bare numbers behind jobs, where a text has two or more of them.
fn in_a_row(text: &Text, found: &mut Mentions) {
    let hits = IN_A_ROW.captures_iter(text.folded()).filter_map(|hit| Some((hit.name("job")?, hit.name("n")?)));
    let jobs: Vec<_> = hits.filter(|(job, _)| titles::ends_in_title(job.as_str())).collect();
    for (_, number) in jobs.iter().filter(|_| jobs.len() > 1) {
        put(text, found, number.range(), number::whole(number.as_str()), Manner::Own);
    }
}

fn by_sex(text: &Text, found: &mut Mentions) {
    for hit in BY_SEX.captures_iter(text.folded()) {
        let at = hit.get(0).map_or(0..0, |m| m.range());
        let part = |i: usize| hit.get(i).and_then(|m| m.as_str().parse::<u32>().ok());
        let number = match (part(1), part(2), part(3)) {
            (Some(each), ..) => Some(2 * each),
            (_, Some(a), Some(b)) => Some(a + b),
            _ => None,
        };
        // The sexes themselves are read by another rule.
        if number.is_some() && !found.taken(&at) {
            found.note(at.clone(), Fact::Headcount { number, manner: Manner::Own });
            for (i, c) in text.get(&at).char_indices() {
                if c.is_ascii_digit() || "名人个位各".contains(c) {
                    found.add(at.start + i..at.start + i + c.len_utf8(), Fact::Nothing);
                }
            }
        }
    }
}

fn put(text: &Text, found: &mut Mentions, at: Range<usize>, number: Option<u32>, manner: Manner) {
    let at = text.trim(at);
    if !found.taken(&at) && number != Some(0) {
        found.add(at, Fact::Headcount { number, manner });
    }
}

/// Whether the people are those to be hired.
fn hired(text: &Text, at: &Range<usize>) -> bool {
    !NOT_BEFORE.is_match(text.before(at.start, 30)) && !NOT_AFTER.is_match(text.after(at.end, 20))
}

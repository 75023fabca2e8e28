//! Who owns which words: a job what follows it up to the next one, an employer its part of the text, the rest everybody.

use std::ops::Range;

use super::super::facts::{EmployerKind, employer_kind};
use super::super::mention::{Fact, Mention, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;
use super::{Head, Owned};

patterns! {
    /// Beginnings of statements for everybody.
    COMMON = r"^\s*(?:▪\s*)*(?:以上|均|统一|全部|都(?:包|管)|各岗|所有岗位|所有|待遇|福利|福利待遇|薪资福利|地址|地点|工作地|电话|联系|报名|咨询|招聘热线|热线|有意|工作时间|上班时间|单位地址|公司地址|厂址|☎|Tel|TEL|tel|班次|要求(?:及|和)?待遇|食宿|包吃|包住|管吃|吃住|免费食宿|备注|注|一经录用|薪资待遇|岗位待遇|现场|截止|人事|简历|微信|加微|五险|社保|工资待遇|工资|住宿|交通|公司|厂|位置|以上岗位|凡|另|提供|免费|年龄|男女|工期|上班|中午|统一买|本(?:公司|厂|店)|长期)";
    CLOSING = r"[,;。\s](?:其他|其余|别的)|(?:^|[,;。\s])以上|以上(?:岗位|工种|人员|职位|均|都|管|包|所有|待遇|全部)|均(?:包|提供|有|为|享|签|交|可)|统一|全部|各岗位?(?:均|都)|所有岗位|都(?:管|包|有)|一律";
}

/// Parts of a text that belong to one employer.
struct Block {
    at: Range<usize>,
}

/// The owned words of every vacancy, in text order, and the words for all.
pub(crate) fn assign(text: &Text, found: &Mentions, heads: &[Head]) -> Vec<Owned> {
    let mains: Vec<usize> = (0..heads.len()).filter(|i| heads[*i].refers.is_none()).collect();
    let mut owned: Vec<Owned> = vec![Owned::default(); heads.len()];
    if let [only] = mains[..] {
        owned[only].title = Some((heads[only].at.clone(), heads[only].title.clone()));
        return vec![std::mem::take(&mut owned[only])];
    }
    let blocks = blocks(text, found, heads);
    let segments = segments(text, found, heads, &blocks);
    for (i, head) in heads.iter().enumerate() {
        let target = head.refers.unwrap_or(i);
        let group: Vec<usize> = (0..heads.len()).filter(|j| heads[*j].group == head.group).collect();
        let last = group.last() == Some(&i);
        if head.refers.is_none() {
            owned[i].title = Some((head.at.clone(), head.title.clone()));
        }
        owned[target].own.push(head.at.start..segments[i].end.max(head.at.end));
        if last && group.len() > 1 {
            for member in group.iter().filter(|j| **j != i) {
                let to = heads[*member].refers.unwrap_or(*member);
                owned[to].group.push(segments[i].clone());
            }
        }
    }
    for (i, head) in heads.iter().enumerate() {
        if let Some(block) = blocks.iter().rev().find(|b| b.at.start <= head.at.start && head.at.start < b.at.end) {
            let others: Vec<&Range<usize>> =
                segments.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, s)| s).collect();
            owned[i].block = without(block.at.clone(), &others);
        }
    }
    mains.into_iter().map(|i| std::mem::take(&mut owned[i])).collect()
}

/// A range without the pieces others own.
fn without(at: Range<usize>, others: &[&Range<usize>]) -> Vec<Range<usize>> {
    let mut rest = Vec::new();
    let mut start = at.start;
    let mut cuts: Vec<&&Range<usize>> = others.iter().filter(|o| o.start < at.end && at.start < o.end).collect();
    cuts.sort_by_key(|o| o.start);
    for cut in cuts {
        if cut.start > start {
            rest.push(start..cut.start);
        }
        start = start.max(cut.end);
    }
    if start < at.end {
        rest.push(start..at.end);
    }
    rest
}

/// Employers followed by jobs of their own, if there are several.
fn blocks(text: &Text, found: &Mentions, heads: &[Head]) -> Vec<Block> {
    let mut starts: Vec<usize> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for m in found.list() {
        let Fact::Employer(name) = &m.fact else { continue };
        let line = &text.lines()[text.line_of(m.at.start)];
        let opens = text.get(&(line.start..m.at.start)).chars().count() <= 14;
        let named = matches!(employer_kind(name), EmployerKind::Named);
        if named && opens && !names.contains(&name.as_str()) && !starts.contains(&line.start) {
            starts.push(line.start);
            names.push(name);
        }
    }
    let has_head =
        |from: usize, to: usize| heads.iter().any(|h| h.refers.is_none() && from <= h.at.start && h.at.start < to);
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.folded().len()]).collect();
    let filled: Vec<(usize, usize)> = starts.into_iter().zip(ends).filter(|(from, to)| has_head(*from, *to)).collect();
    if filled.len() < 2 {
        return Vec::new();
    }
    let longest = filled[..filled.len() - 1]
        .iter()
        .map(|(from, to)| text.line_of(to.saturating_sub(1)) - text.line_of(*from) + 1)
        .max()
        .unwrap_or(1);
    let mut blocks: Vec<Block> = filled.iter().map(|(from, to)| Block { at: *from..*to }).collect();
    if let Some(last) = blocks.last_mut() {
        // The last part is as long as the others; what follows is for all.
        let first_line = text.line_of(last.at.start);
        let last_head = heads.iter().map(|h| text.line_of(h.at.start)).max().unwrap_or(first_line);
        let end_line = (first_line + longest - 1).max(last_head).min(text.lines().len() - 1);
        last.at.end = text.lines()[end_line].end;
    }
    blocks
}

/// What each head is followed by that is its own.
fn segments(text: &Text, found: &Mentions, heads: &[Head], blocks: &[Block]) -> Vec<Range<usize>> {
    let line = |at: usize| text.line_of(at);
    let last_main = heads.iter().rposition(|h| h.refers.is_none()).unwrap_or(0);
    // Lines of detail that follow a job before the next one.
    let gaps: Vec<usize> = heads
        .windows(2)
        .take(last_main)
        .map(|pair| line(pair[1].at.start).saturating_sub(line(pair[0].at.start)))
        .collect();
    let spread = gaps.iter().filter(|gap| **gap > 0).copied().min().unwrap_or(1);
    let listed_in_line = !gaps.is_empty() && gaps.iter().all(|gap| *gap == 0);
    heads
        .iter()
        .enumerate()
        .map(|(i, head)| {
            let next = heads.get(i + 1);
            let block_end = blocks
                .iter()
                .map(|b| b.at.clone())
                .find(|b| b.contains(&head.at.start))
                .map_or(text.folded().len(), |b| b.end);
            let here = line(head.at.start);
            let line_end = text.lines()[here].end;
            let mut end = next.map_or(text.folded().len(), |n| n.at.start).min(block_end);
            let same_line = next.is_some_and(|n| line(n.at.start) == here);
            if !same_line || head.refers.is_some() && end > line_end {
                let extra = if head.refers.is_some() || listed_in_line { 0 } else { spread - 1 };
                end = end.min(continued(
                    text,
                    found,
                    here,
                    extra,
                    next.is_none_or(|n| n.refers.is_some()) || end == block_end,
                ));
                let siblings = heads
                    .iter()
                    .any(|h| h.at.start < head.at.start && line(h.at.start) == here && h.group != head.group);
                if siblings {
                    end = end.min(sentence_end(text, heads, i, line_end));
                }
                if siblings || head.refers.is_some() {
                    end = end.min(shared_tail(text, found, heads, i, end));
                }
            }
            // What is said for all may follow in the same line.
            let own = text.get(&(head.at.end..end.max(head.at.end)));
            if let Some(all) = CLOSING.find(own).filter(|_| i > 0 || same_line || next.is_some()) {
                end = end.min(head.at.end + all.start());
            }
            head.at.start..end.max(head.at.end)
        })
        .collect()
}

/// The end of the job's lines: its own and up to `extra` more of detail. Before another job every line up to it is detail.
fn continued(text: &Text, found: &Mentions, here: usize, extra: usize, last: bool) -> usize {
    let lines = text.lines();
    let mut end = lines[here].end;
    let most = if last { extra } else { usize::MAX };
    for line in lines.iter().skip(here + 1).take(most.min(12)) {
        let part = text.get(line);
        let phone = found
            .list()
            .iter()
            .any(|m| matches!(m.fact, Fact::Phone(_)) && line.start <= m.at.start && m.at.start < line.end);
        if part.trim().is_empty() || (COMMON.is_match(part) && (last || extra == 0)) || (phone && last) {
            break;
        }
        end = line.end;
    }
    end
}

/// In a line of several jobs the last one ends where a stronger separator comes than those between the jobs.
fn sentence_end(text: &Text, heads: &[Head], i: usize, line_end: usize) -> usize {
    let strength = |c: char| match c {
        '。' | '!' => 3,
        ';' => 2,
        ',' => 1,
        _ => 0,
    };
    let here = text.line_of(heads[i].at.start);
    let between =
        heads[..i].iter().zip(&heads[1..=i]).filter(|(a, b)| text.line_of(a.at.start) == here && a.group != b.group);
    let used = between
        .filter_map(|(_, b)| text.folded()[..b.at.start].trim_end().chars().next_back())
        .map(strength)
        .max()
        .unwrap_or(0);
    let from = heads[i].at.end;
    let stop =
        text.get(&(from..line_end.max(from))).char_indices().find(|(_, c)| strength(*c) > used && strength(*c) >= 2);
    stop.map_or(line_end, |(at, c)| from + at + c.len_utf8())
}

/// In a line of several jobs the offers after the last one's pay are for all, if no earlier job of the line has any of its own:
/// 砧板一名5000 打荷两名3800 月休四天 包食宿.
fn shared_tail(text: &Text, found: &Mentions, heads: &[Head], i: usize, end: usize) -> usize {
    let head = &heads[i];
    let here = text.line_of(head.at.start);
    let offer = |fact: &Fact| {
        matches!(
            fact,
            Fact::Board(_)
                | Fact::Lodging(_)
                | Fact::Insurance(_)
                | Fact::Schedule(_)
                | Fact::Phone(_)
                | Fact::Contact(_)
        )
    };
    let line = text.lines()[here].start;
    let earlier = found.list().iter().any(|m| offer(&m.fact) && line <= m.at.start && m.at.start < head.at.start);
    let last = heads.get(i + 1).is_none_or(|next| text.line_of(next.at.start) != here);
    if earlier || !last {
        return end;
    }
    let inside = || found.list().iter().filter(|m| head.at.end <= m.at.start && m.at.start < end);
    let wages = |from: usize, to: usize| {
        found.list().iter().any(|m| matches!(m.fact, Fact::Wage(_)) && from <= m.at.start && m.at.start < to)
    };
    // 挤奶工8名,饲养员10名,月收入4500到6000: pay after a comma is for all, if nobody before has pay.
    let common_pay = |m: &Mention| {
        matches!(m.fact, Fact::Wage(_))
            && !wages(line, head.at.start)
            && text.folded()[..m.at.start].ends_with([',', '。', ';'])
    };
    let own = |m: &&Mention| match m.fact {
        Fact::Wage(_) => !common_pay(m),
        Fact::Headcount { .. } => true,
        _ => false,
    };
    let paid = inside().filter(own).map(|m| m.at.end).max().unwrap_or(head.at.end);
    inside().find(|m| (offer(&m.fact) || common_pay(m)) && m.at.start >= paid).map_or(end, |m| m.at.start)
}

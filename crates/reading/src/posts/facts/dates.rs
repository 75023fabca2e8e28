//! Dates, and the last day of registration. Dates of fairs and of the work itself are only marked, so that nothing else reads
//! their digits.

use std::ops::Range;

use regex::Captures;

use super::super::mention::{Fact, Mentions};
use super::super::pattern::patterns;
use super::super::text::Text;

patterns! {
    DATE = r"(?:(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})[日号]?)|(?:(\d{1,2})月(?:(\d{1,2})(?:[日号]|\b)|底|初|中旬|上旬|下旬)?)";
    /// The end of a stretch whose month was said before: 3月1日-20日.
    SAME_MONTH = r"^\s*(?:-|~|至|到)+\s*(?:(\d{1,2})月)?(\d{1,2})[日号]";
    BEFORE = r"(?:截止|截至|截止到|报名期限|报名时间|报名日期|有效期|报名截止|前报名)[^\n。;]{0,24}$";
    AFTER = r"^\s*(?:\([^)]{0,6}\))?\s*\d{0,2}[点时]?(?:\d\d)?(?:之前|以前|前|止|截止|截至|结束报名|报名截止)";
    OPEN = r"长期(?:有效|招聘|招|大量|急招|诚聘|高薪|收)|常年(?:招|有效|大量)|长年招|有效期[::]?长期|截止[::]?长期";
    UNTIL_FULL = r"招满为止|招满即止|满员为止|满即止|招够为止|额满为止|额满即止|招满截止|满员即止|满额为止|招完为止|招齐为止|人满为止|人够为止|招满就停|满了就停|招满停|人满即止|满员截止|够了就不要了";
    OTHER = r"\[\p{Han}{1,3}\]|\d{4}年|\d{1,2}[号日](?:左右)?(?:开始|开工|上班|报到|出发|上工|发工资|发)?|第\d+|\d+届|20\d\d(?:级|届)|农历|腊月|正月";
}

pub(super) fn find(text: &Text, found: &mut Mentions) {
    let folded = text.folded();
    let mut from = 0;
    while let Some(date) = DATE.captures_at(folded, from) {
        let all = date.get(0).map_or(from..from + 1, |m| m.range());
        from = all.end;
        if found.taken(&all) || folded[..all.start].ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let (at, value) = stretch(folded, &date, all);
        from = from.max(at.end);
        let closes = AFTER.is_match(text.after(at.end, 40)) || closes_before(text, &at);
        match value.filter(|_| closes) {
            Some(value) => found.add(at, Fact::Deadline(value)),
            None => found.add(at, Fact::Nothing),
        }
    }
    for (pattern, value) in [(&*OPEN, "长期"), (&*UNTIL_FULL, "招满为止")] {
        for open in pattern.find_iter(folded) {
            found.note(open.range(), Fact::Deadline(value.to_owned()));
        }
    }
    for other in OTHER.find_iter(folded) {
        if !found.taken(&other.range()) {
            found.add(other.range(), Fact::Nothing);
        }
    }
}

/// Whether registration is said to end with this date in the words before it. Times of fairs are said to be times as well.
fn closes_before(text: &Text, at: &Range<usize>) -> bool {
    let before = text.before(at.start, 60);
    BEFORE.is_match(before) && !before.contains("招聘会") && !before.contains("入职")
}

/// A date with the end of its stretch, if the month is not said twice: 3月1日-20日.
fn stretch(folded: &str, date: &Captures, at: Range<usize>) -> (Range<usize>, Option<String>) {
    let part = |i: usize| date.get(i).and_then(|m| m.as_str().parse::<u32>().ok());
    let (year, month, day) = match part(1) {
        Some(year) => (Some(year), part(2), part(3)),
        None => (None, part(4), part(5)),
    };
    let longer = SAME_MONTH.captures(&folded[at.end..]).and_then(|c| {
        let later = c.get(1).and_then(|m| m.as_str().parse::<u32>().ok());
        Some((c.get(0)?.end(), c[2].parse().ok()?, later))
    });
    let (end, day, month) = match longer {
        Some((more, last, later)) => (at.end + more, Some(last), later.or(month)),
        None => (at.end, day, month),
    };
    let value =
        month.zip(day).filter(|(m, d)| (1..=12).contains(m) && (1..=31).contains(d)).map(|(month, day)| match year {
            Some(year) => format!("{year}-{month:02}-{day:02}"),
            None => format!("{month:02}-{day:02}"),
        });
    (at.start..end, value)
}

//! Occupation and skills, weight 30: the best affinity of a wish, skill, certificate, former job or training wish with the title
//! or a skill asked, by its strength. Work learnt on the spot suits anybody a little. Who named no job at all counts in the middle.

use super::{Part, Points, Side};
use crate::inputs::{Ask, AskSource, Jobseeker, Kind};
use crate::rules::Pair;
use crate::text::Phrase;
use domain::say::Message;

pub(crate) const PART: Part = Part { key: "occupation", weight: 30, points: Points::Kind(points), says };

/// Points for somebody of whom no job word is known.
pub(crate) const NO_WORDS: u16 = 5_000;
/// A skill asked counts a little less than the title.
const SKILL_PERCENT: u32 = 90;

/// Points without any affinity.
pub(crate) const fn floor(kind: &Kind) -> u16 {
    if kind.unskilled { 3_500 } else { 1_000 }
}

/// Affinity of a job word with a kind of job, 0..=10000.
pub(crate) fn affinity(term: &Phrase, kind: &Kind) -> u16 {
    let title = kind.title.as_ref().map_or(0, |title| term.affinity(title));
    let skill = kind.skills.iter().map(|skill| term.affinity(skill)).max().unwrap_or(0);
    title.max((u32::from(skill) * SKILL_PERCENT / 100) as u16)
}

/// Points of one job word.
pub(crate) fn strengthened(source: AskSource, affinity: u16) -> u16 {
    (u32::from(affinity) * source.strength() / 100) as u16
}

fn points(jobseeker: &Jobseeker<'_>, kind: &Kind) -> u16 {
    if jobseeker.asks.is_empty() {
        return NO_WORDS;
    }
    best(jobseeker, kind).map_or(0, |(points, _)| points).max(floor(kind))
}

/// The strongest job word and its points.
fn best(jobseeker: &Jobseeker<'_>, kind: &Kind) -> Option<(u16, Ask)> {
    let each = jobseeker
        .asks
        .iter()
        .map(|&ask| (strengthened(ask.source, affinity(&jobseeker.terms[ask.term as usize], kind)), ask));
    each.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

fn says(pair: &Pair<'_>) -> Option<(Side, Message)> {
    let (jobseeker, kind) = (&pair.jobseeker, pair.vacancy.kind);
    let (points, ask) = best(jobseeker, kind)?;
    let word = jobseeker.terms[ask.term as usize].text.clone();
    if points >= 4_000 {
        let key = match ask.source {
            AskSource::Wish => "reason-wish",
            AskSource::Skill => "reason-skill",
            AskSource::Certificate => "reason-certificate",
            AskSource::Former => "reason-former",
            AskSource::Training => "reason-training",
        };
        return Some((Side::For, Message::new(key).with("word", word)));
    }
    if kind.unskilled {
        return Some((Side::For, Message::new("reason-learn")));
    }
    let wish = jobseeker.asks.iter().find(|ask| ask.source == AskSource::Wish)?;
    let word = jobseeker.terms[wish.term as usize].text.clone();
    Some((Side::Against, Message::new("against-wish").with("word", word)))
}

//! The clearing board 动态清零: where a target household with labour capacity stands, derived from its spells alone, so that it can be
//! rebuilt at any time (D§3.2, D§3.4).

use super::zero_employment::{Member, Verdict, counts};
use super::{Household, Spell};
use crate::dates::months_between;
use crate::profile::Profile;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a household stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 新出现: nobody has wage work, and nobody had as far as the ledger knows.
    Appeared,
    /// 又失业: nobody has wage work any more.
    Reopened,
    /// 帮扶中: nobody has wage work, and a member has an accepted or pinned proposal.
    Helping,
    /// 已清零: a member has wage work.
    Cleared,
    /// 稳定: a member has had wage work without a gap for the months of the profile.
    Stable,
}

impl Stage {
    /// Every stage, in the order of the board.
    pub const ALL: [Self; 5] = [Self::Appeared, Self::Helping, Self::Cleared, Self::Stable, Self::Reopened];

    /// The word used in columns and message keys (`stage-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Appeared => "appeared",
            Self::Reopened => "reopened",
            Self::Helping => "helping",
            Self::Cleared => "cleared",
            Self::Stable => "stable",
        }
    }

    /// The stage with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// A stage and the day since which it holds, when the ledger knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearing {
    /// Where the household stands.
    pub stage: Stage,
    /// Since when.
    pub since: Option<NaiveDate>,
}

/// Where a household stands on a day; `None` when it is no target household or has no labour capacity. `in_hand`: a member has an
/// accepted or pinned proposal.
pub fn clearing(
    household: &Household,
    members: &[Member<'_>],
    verdict: &Verdict,
    in_hand: bool,
    day: NaiveDate,
    profile: &Profile,
) -> Option<Clearing> {
    if !verdict.target || (verdict.capable.is_empty() && verdict.employed.is_empty()) {
        return None;
    }
    let spells = || members.iter().flat_map(|member| member.spells);
    if !verdict.employed.is_empty() {
        let since = employed_since(spells(), day, profile);
        let stable = since.is_some_and(|start| months_between(start, day) >= profile.stable_months as i32);
        return Some(Clearing { stage: if stable { Stage::Stable } else { Stage::Cleared }, since });
    }
    let lost = spells().filter_map(|spell| spell.end).map(|end| end.last_day()).filter(|&end| end < day).max();
    let stage = match (in_hand, lost) {
        (true, _) => Stage::Helping,
        (false, Some(_)) => Stage::Reopened,
        (false, None) => Stage::Appeared,
    };
    let identified = household.identified_on.map(|date| date.first_day());
    Some(Clearing { stage, since: lost.and_then(|end| end.succ_opt()).or(identified) })
}

/// First day of the unbroken wage work that reaches to `day`, over all members; `None` when no start is known.
fn employed_since<'a>(spells: impl Iterator<Item = &'a Spell>, day: NaiveDate, profile: &Profile) -> Option<NaiveDate> {
    let mut times: Vec<(NaiveDate, NaiveDate)> = spells
        .filter(|spell| counts(spell, spell.end.map_or(day, |end| end.last_day().min(day)), &profile.zero_employment))
        .filter_map(|spell| Some((spell.start?.first_day(), spell.end.map_or(day, |end| end.last_day().min(day)))))
        .filter(|(start, end)| start <= end)
        .collect();
    times.sort_by_key(|&(_, end)| std::cmp::Reverse(end));
    let mut since = day;
    let mut known = false;
    for (start, end) in times {
        if end.succ_opt().is_none_or(|next| next >= since) && start <= since {
            since = start;
            known = true;
        }
    }
    known.then_some(since)
}

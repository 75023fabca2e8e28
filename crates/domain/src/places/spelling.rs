//! How people spell the names of townships and villages: official name, short form, other suffixes.

use super::{Level, Place, PlaceKind};

/// How well a text names a place; greater is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The short name alone where it rather means a village of the same name: 东台 for 东台社区 beside 东台村.
    BareCommunity,
    /// The short name alone: 望狐, 安家皂.
    Bare,
    /// With the suffix of another kind: 梁庄乡 for 梁庄镇, a 社区 for a village.
    Variant,
    /// With a suffix of its own kind: 安家皂村, 安家皂村民委员会, 安家皂行政村.
    Proper,
    /// The official name.
    Official,
}

/// A place named at the beginning of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling {
    /// Bytes that name it.
    pub(super) used: usize,
    pub(super) strength: Strength,
}

const TOWNSHIP: [&str; 6] = ["街道办事处", "街道办", "街道", "办事处", "镇", "乡"];
const VILLAGE: [&str; 7] = ["村民委员会", "村村委会", "村行政村", "村委会", "行政村", "村委", "村"];
const COMMUNITY: [&str; 7] = ["社区居民委员会", "社区居委会", "居民委员会", "社区居委", "居委会", "社区", "居委"];

/// How the beginning of `text` spells this township or village.
pub(super) fn spelled(place: &Place, text: &str) -> Option<Spelling> {
    let stem = place.short.strip_suffix('村').filter(|_| place.level() == Level::Village).unwrap_or(place.short);
    if !text.starts_with(stem) {
        return None;
    }
    let found = match place.level() {
        Level::Village => village(place, stem, text),
        _ => township(place, text),
    };
    if text.starts_with(place.name) && found.is_none_or(|f| f.used <= place.name.len()) {
        return Some(Spelling { used: place.name.len(), strength: Strength::Official });
    }
    found
}

fn township(place: &Place, text: &str) -> Option<Spelling> {
    let rest = text.strip_prefix(place.short)?;
    let suffix = TOWNSHIP.into_iter().find(|suffix| rest.starts_with(suffix)).unwrap_or_default();
    let strength = match (suffix, place.kind) {
        ("", _) => Strength::Bare,
        ("街道办事处" | "街道办" | "街道" | "办事处", PlaceKind::Street) => Strength::Proper,
        _ => Strength::Variant,
    };
    Some(Spelling { used: place.short.len() + suffix.len(), strength })
}

fn village(place: &Place, stem: &str, text: &str) -> Option<Spelling> {
    let with = |stem: &str| {
        let rest = text.strip_prefix(stem)?;
        let suffixes = VILLAGE.into_iter().map(|s| (s, true)).chain(COMMUNITY.into_iter().map(|s| (s, false)));
        let (suffix, rural) = suffixes.filter(|(s, _)| rest.starts_with(s)).max_by_key(|(s, _)| s.len())?;
        let strength = if rural == place.kind.is_village() { Strength::Proper } else { Strength::Variant };
        Some(Spelling { used: stem.len() + suffix.len(), strength })
    };
    let alone = if place.kind.is_village() { Strength::Bare } else { Strength::BareCommunity };
    let bare = text.starts_with(place.short) || stem.chars().count() >= 2;
    let used = if text.starts_with(place.short) { place.short.len() } else { stem.len() };
    [with(stem), with(place.short), bare.then_some(Spelling { used, strength: alone })]
        .into_iter()
        .flatten()
        .max_by_key(|spelling| (spelling.used, spelling.strength))
}

/// Whether a name that stands without suffix may end here: at the end, before a number, a group or a bracket, or when
/// the rest repeats the name (党家山党家山).
pub(super) fn may_end(rest: &str, short: &str) -> bool {
    const GROUPS: [&str; 7] = ["组", "队", "社", "屯", "自然村", "村民小组", "第"];
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let repeats = !short.is_empty() && rest.starts_with(short);
    match rest.chars().next() {
        None => true,
        Some(c) => number(c) || !c.is_alphanumeric() || repeats || GROUPS.iter().any(|g| rest.starts_with(g)),
    }
}

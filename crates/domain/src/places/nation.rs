//! The country down to counties: every province, prefecture and county with its present six-digit code.

use std::collections::HashMap;

use super::list::{self, Place};
use super::{Level, PlaceKind, Region, history, texts};

/// Peoples as they stand in names of autonomous places, with and without 族.
const PEOPLES: [&str; 45] = [
    "维吾尔",
    "哈萨克",
    "柯尔克孜",
    "达斡尔",
    "鄂伦春",
    "鄂温克",
    "蒙古",
    "土家",
    "朝鲜",
    "仫佬",
    "毛南",
    "仡佬",
    "布依",
    "哈尼",
    "拉祜",
    "纳西",
    "傈僳",
    "景颇",
    "普米",
    "布朗",
    "独龙",
    "裕固",
    "东乡",
    "保安",
    "撒拉",
    "塔吉克",
    "锡伯",
    "满",
    "回",
    "壮",
    "苗",
    "瑶",
    "侗",
    "畲",
    "黎",
    "羌",
    "彝",
    "藏",
    "水",
    "傣",
    "白",
    "佤",
    "怒",
    "土",
    "各",
];

/// Short names people use that no rule gives.
const NICKNAMES: [(&str, u32); 4] = [("内蒙", 150_000), ("呼市", 150_100), ("呼和", 150_100), ("乌市", 650_100)];

/// Divisions sorted by code, and the names that may open a text by their first character.
#[derive(Debug)]
pub(super) struct Nation {
    pub(super) places: Vec<Place>,
    openings: HashMap<char, Vec<(&'static str, u16)>>,
}

impl Nation {
    pub(super) fn load() -> Self {
        let mut places: Vec<Place> = list::rows::<4>(texts::COUNTIES)
            .filter_map(|[code, name, level, parent]| {
                let kind = match level {
                    "province" => PlaceKind::Province,
                    "city" => PlaceKind::City,
                    _ if name.ends_with('区') => PlaceKind::District,
                    _ => PlaceKind::County,
                };
                let (region, parent) = (code.parse().ok()?, parent.parse().ok());
                Some(Place { region, parent, name, short: short_name(name), pinyin: "", kind })
            })
            .collect();
        places.sort_unstable_by_key(|place| place.region);
        let openings = openings(&places);
        Self { places, openings }
    }

    /// Names and short names that open `text`, each with its division and whether it is the full name.
    pub(super) fn openings(&self, text: &str) -> impl Iterator<Item = (&'static str, &Place)> {
        let first = text.chars().next().and_then(|c| self.openings.get(&c));
        let names = first.map_or(&[][..], Vec::as_slice);
        names
            .iter()
            .filter(move |(name, _)| text.starts_with(name))
            .map(|&(name, at)| (name, &self.places[at as usize]))
    }

    pub(super) fn get(&self, region: Region) -> Option<&Place> {
        list::by_code(&self.places, region)
    }
}

fn openings(places: &[Place]) -> HashMap<char, Vec<(&'static str, u16)>> {
    let mut openings: HashMap<char, Vec<_>> = HashMap::new();
    let mut add = |name: &'static str, at: usize| {
        if let Some(first) = name.chars().next() {
            openings.entry(first).or_default().push((name, at as u16));
        }
    };
    for (at, place) in places.iter().enumerate() {
        add(place.name, at);
        if place.short != place.name {
            add(place.short, at);
        }
    }
    let nicknames = NICKNAMES.into_iter().filter_map(|(name, code)| Some((name, Region::from_six(code)?)));
    for (name, region) in nicknames.chain(history().former_counties()) {
        let at = places.binary_search_by_key(&region, |place| place.region);
        if let Some(at) = at.ok().filter(|at| places[*at].name != name) {
            add(name, at);
        }
    }
    openings
}

/// A name without its suffix, if at least two characters are left: 天镇县 → 天镇, 恩施土家族苗族自治州 → 恩施, 蔚县 → 蔚县.
pub(super) fn short_name(name: &str) -> &str {
    let stem = |suffix: &str| name.strip_suffix(suffix).filter(|stem| stem.chars().count() >= 2);
    if let Some(stem) = ["自治区", "自治州", "自治县", "自治旗"].iter().find_map(|s| stem(s)) {
        return without_peoples(stem);
    }
    ["特别行政区", "地区", "新区", "省", "市", "区", "县", "盟", "旗"].iter().find_map(|s| stem(s)).unwrap_or(name)
}

fn without_peoples(name: &str) -> &str {
    let mut stem = name;
    loop {
        let bare = stem.strip_suffix('族').unwrap_or(stem);
        // A one-character people without 族 is no people: 通道侗族 loses 侗族, but 大通 keeps its last character.
        let shorter = PEOPLES.iter().find_map(|people| {
            let whole = people.chars().count() > 1 || bare.len() < stem.len();
            bare.strip_suffix(people).filter(|rest| whole && rest.chars().count() >= 2)
        });
        match shorter {
            Some(rest) => stem = rest,
            None => return stem,
        }
    }
}

/// How near a region is to home: 3 the same prefecture, 2 the same province, 0 elsewhere.
pub(super) fn nearness(region: Region, home: Option<Region>) -> u8 {
    match home {
        Some(home) if home.level() >= Level::City && region.city() == home.city() => 3,
        Some(home) if region.province() == home.province() => 2,
        _ => 0,
    }
}

//! A [`PlaceBook`] made from division lists in CSV.

use super::{Level, PlaceBook, level};
use std::collections::HashMap;

/// Divisions by code and by every name they go under.
#[derive(Default)]
pub struct DivisionBook {
    by_code: HashMap<u64, (Box<str>, Box<str>)>,
    by_name: HashMap<Box<str>, Vec<u64>>,
    successors: HashMap<u64, u64>,
}

/// Suffixes of provinces, cities and counties, longest first.
const SUFFIXES: [&str; 16] = [
    "维吾尔自治区",
    "特别行政区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "盟",
];
/// Suffixes of villages and communities as typed, longest first.
pub(super) const VILLAGE_SUFFIXES: [&str; 10] =
    ["社区居民委员会", "村民委员会", "居民委员会", "社区居委会", "村委会", "居委会", "行政村", "社区", "村委", "村"];
/// Short forms that are no shortened names.
const ALIASES: [(&str, u64); 4] =
    [("呼市", 150_100_000_000), ("乌市", 650_100_000_000), ("石市", 130_100_000_000), ("内蒙", 150_000_000_000)];

impl DivisionBook {
    /// Builds the book from the list of all counties (`code,name,…`, six-digit codes) and the
    /// list of one city down to its villages (`code,name,level,parent,kind,short,…`).
    pub fn from_csv(counties: &str, local: &str) -> Self {
        let mut book = Self::default();
        for line in local.lines().skip(1) {
            let fields: Vec<&str> = line.trim_end().split(',').collect();
            if let (Some(Ok(code)), Some(name)) = (fields.first().map(|c| c.parse()), fields.get(1)) {
                book.add(code, name, fields.get(5).copied());
            }
        }
        for line in counties.lines().skip(1) {
            let mut fields = line.trim_end().split(',');
            if let (Some(Ok(code)), Some(name)) = (fields.next().map(str::parse::<u64>), fields.next()) {
                book.add(code * 1_000_000, name, None);
            }
        }
        for (alias, code) in ALIASES {
            if book.by_code.contains_key(&code) {
                book.alias(alias, code);
            }
        }
        book
    }

    /// Adds which code of an older edition became which code of this one
    /// (`old_code,…,status,new_code,…` of a crosswalk list).
    pub fn add_crosswalk(&mut self, crosswalk: &str) {
        for line in crosswalk.lines().skip(1) {
            let fields: Vec<&str> = line.trim_end().split(',').collect();
            let code = |at: usize| fields.get(at).and_then(|c| c.parse::<u64>().ok());
            if let (Some(old), Some(new)) = (code(0), code(5))
                && !self.by_code.contains_key(&old)
            {
                self.successors.insert(old, new);
            }
        }
    }

    fn add(&mut self, code: u64, name: &str, short: Option<&str>) {
        if self.by_code.contains_key(&code) {
            return;
        }
        let short = short.filter(|s| !s.is_empty()).unwrap_or_else(|| stem(name));
        self.by_code.insert(code, (name.into(), short.into()));
        self.alias(name, code);
        self.alias(short, code);
        if level(code) == Level::Village {
            let stem = village_stem(name);
            for variant in [stem.to_owned(), format!("{stem}村"), format!("{stem}社区")] {
                self.alias(&variant, code);
            }
        }
    }

    fn alias(&mut self, name: &str, code: u64) {
        let codes = self.by_name.entry(name.into()).or_default();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
}

impl PlaceBook for DivisionBook {
    fn named(&self, name: &str) -> &[u64] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    fn name(&self, code: u64) -> Option<&str> {
        self.by_code.get(&code).map(|(name, _)| &**name)
    }

    fn short(&self, code: u64) -> Option<&str> {
        self.by_code.get(&code).map(|(_, short)| &**short)
    }

    fn successor(&self, code: u64) -> Option<u64> {
        self.successors.get(&code).copied()
    }
}

/// Name of a province, city or county without its suffix, if two characters remain.
fn stem(name: &str) -> &str {
    let cut = SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix));
    cut.filter(|stem| stem.chars().count() >= 2).unwrap_or(name)
}

/// Name of a village without its suffixes: 安家皂村村委会 → 安家皂.
pub(super) fn village_stem(name: &str) -> &str {
    let mut stem = name;
    for suffix in VILLAGE_SUFFIXES {
        if let Some(cut) = stem.strip_suffix(suffix)
            && !cut.is_empty()
        {
            stem = cut;
        }
    }
    stem
}

//! Looking for places while typing, and what a misspelled name may mean.

use pinyin::ToPinyin;

use super::{Area, Edition, Gazetteer, Level, Place};
use crate::ledger::names::latin_query;

impl Gazetteer {
    /// Townships and villages whose name holds the characters typed, or whose pinyin or initials begin with the letters
    /// typed; those that begin with the query first, then by code.
    pub fn search(&self, query: &str, area: impl Into<Area>, edition: Edition) -> Vec<&Place> {
        let places = self.within(area, edition).iter().filter(|place| place.level() >= Level::Township);
        let query = query.trim();
        if query.is_empty() {
            return Vec::new();
        }
        if let Some(letters) = latin_query(query) {
            let fits =
                |place: &&Place| place.pinyin.starts_with(&letters) || initials(place.short).starts_with(&letters);
            return places.filter(fits).collect();
        }
        let mut found: Vec<&Place> = places.filter(|place| place.name.contains(query)).collect();
        found.sort_by_key(|place| !place.name.starts_with(query));
        found
    }

    /// Places of a level that a misspelled name may mean: the same sound, or one character other, missing or too many; the
    /// likeliest first, at most five.
    pub fn suggest(&self, name: &str, level: Level, area: impl Into<Area>, edition: Edition) -> Vec<&Place> {
        let name = name.trim();
        let stem = stem(name);
        let sound = syllables(stem);
        let mut found: Vec<(usize, &Place)> = self
            .within(area, edition)
            .iter()
            .filter(|place| place.level() == level)
            .filter_map(|place| {
                let short = self::stem(place.short);
                let apart = edits(stem, short);
                let same_sound = !sound.is_empty() && sound == syllables(short);
                match (same_sound, apart) {
                    (true, _) => Some((0, place)),
                    // One of two characters is too little to go by.
                    (_, 0 | 1) if stem.chars().count() > 2 => Some((1, place)),
                    _ => None,
                }
            })
            .collect();
        found.sort_by_key(|(apart, place)| (*apart, place.region));
        found.into_iter().take(5).map(|(_, place)| place).collect()
    }
}

/// A name without the suffix of its kind.
fn stem(name: &str) -> &str {
    const SUFFIXES: [&str; 9] = ["村民委员会", "村委会", "社区居委会", "居委会", "社区", "街道", "村", "镇", "乡"];
    let stem = SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
    if stem.is_empty() { name } else { stem }
}

fn initials(name: &str) -> String {
    name.chars().filter_map(|c| c.to_pinyin()).map(|reading| reading.first_letter()).collect()
}

fn syllables(name: &str) -> Vec<&'static str> {
    name.chars().filter_map(|c| c.to_pinyin()).map(|reading| reading.plain()).collect()
}

/// Least number of characters to change, add or drop (Levenshtein).
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

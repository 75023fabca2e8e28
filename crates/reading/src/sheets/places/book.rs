//! The division lists of the product, by every name that ledgers use.

use super::{Level, level};
use domain::places::{Area, Edition, Place, Region, gazetteer};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Divisions of one edition by code and by name.
pub(in super::super) struct DivisionBook {
    edition: Edition,
    by_code: HashMap<u64, &'static Place>,
    by_name: HashMap<Box<str>, Vec<u64>>,
}

/// Suffixes of villages and communities as typed, longest first.
pub(super) const VILLAGE_SUFFIXES: [&str; 10] =
    ["社区居民委员会", "村民委员会", "居民委员会", "社区居委会", "村委会", "居委会", "行政村", "社区", "村委", "村"];
/// Short forms that are no shortened names.
const ALIASES: [(&str, u64); 5] = [
    ("呼市", 150_100_000_000),
    ("呼和", 150_100_000_000),
    ("乌市", 650_100_000_000),
    ("石市", 130_100_000_000),
    ("内蒙", 150_000_000_000),
];

/// The book of an edition; the first call for an edition makes it.
pub(in super::super) fn book(edition: Edition) -> &'static DivisionBook {
    static BOOKS: [OnceLock<DivisionBook>; 3] = [const { OnceLock::new() }; 3];
    let at = Edition::ALL.iter().position(|known| *known == edition).unwrap_or_default();
    BOOKS[at].get_or_init(|| DivisionBook::new(edition))
}

impl DivisionBook {
    fn new(edition: Edition) -> Self {
        let mut book = Self { edition, by_code: HashMap::new(), by_name: HashMap::new() };
        let gazetteer = gazetteer();
        for place in gazetteer.within(Area::NATION, edition).iter().chain(gazetteer.divisions()) {
            book.add(place);
        }
        for (alias, code) in ALIASES {
            if book.by_code.contains_key(&code) {
                book.alias(alias, code);
            }
        }
        book
    }

    fn add(&mut self, place: &'static Place) {
        let code = place.region.code();
        if self.by_code.contains_key(&code) {
            return;
        }
        self.by_code.insert(code, place);
        self.alias(place.name, code);
        self.alias(place.short, code);
        if level(code) == Level::Village {
            let stem = village_stem(place.name);
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

    /// Codes of all divisions a name may mean: official name, short form, alias.
    pub(in super::super) fn named(&self, name: &str) -> &[u64] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Official name of a code of this edition.
    pub(in super::super) fn name(&self, code: u64) -> Option<&str> {
        self.by_code.get(&code).map(|place| place.name)
    }

    /// Name without its administrative suffix, as the division list has it.
    pub(in super::super) fn short(&self, code: u64) -> Option<&str> {
        self.by_code.get(&code).map(|place| place.short)
    }

    /// What a code of another edition has become in this one.
    pub(in super::super) fn successor(&self, code: u64) -> Option<u64> {
        let region = Region::new(code)?;
        let others = Edition::ALL.into_iter().filter(|other| *other != self.edition);
        let knowing = others.filter(|other| gazetteer().place(region, *other).is_some());
        knowing.filter_map(|other| gazetteer().crosswalk(region, other, self.edition).to).map(Region::code).next()
    }
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

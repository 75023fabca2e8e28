//! Addresses as offices write them: county, township, village and group in one cell, or a single name to look up.

use super::spelling::{Spelling, Strength, may_end, spelled};
use super::{Area, Edition, Gazetteer, Level, Place, PlaceKind, Region};
use crate::clean::{half_width, is_blank};

/// An address as far as the lists know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The deepest place named, in the edition asked for; `None` when nothing was recognised.
    pub region: Option<Region>,
    /// What follows it, cleaned: a group, a house, an unknown village.
    pub rest: String,
    /// Set when the name stands only in another edition and its code was followed to the one asked for.
    pub via: Option<Edition>,
}

/// A name looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The place in the edition asked for.
    pub region: Region,
    /// Set when the name stands only in another edition and its code was followed to the one asked for.
    pub via: Option<Edition>,
}

/// One way to read a text.
#[derive(Debug, Clone, Copy)]
struct Reading {
    region: Region,
    used: usize,
    strength: Strength,
}

impl Reading {
    /// More text explained, then deeper, then better spelled.
    fn rank(&self) -> (usize, Level, Strength) {
        (self.used, self.region.level(), self.strength)
    }
}

impl Gazetteer {
    /// Reads a joined address: 广灵县望狐乡望狐村一组, 望狐村, 马家皂乡. Without a county the home is meant: a county, or a
    /// township when the sheet is one township's. Names of other editions count and are followed to `edition`.
    pub fn resolve(&self, text: &str, home: Option<Region>, edition: Edition) -> Address {
        let text: String = text.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
        let mut best = self.read(&text, home, edition).map(|reading| (reading, edition));
        if best.is_none_or(|(reading, _)| reading.used < text.len()) {
            for other in Edition::ALL.into_iter().rev().filter(|other| *other != edition) {
                let better = self.read(&text, home, other).filter(|r| best.is_none_or(|(b, _)| r.rank() > b.rank()));
                best = better.map(|reading| (reading, other)).or(best);
            }
        }
        let Some((reading, found_in)) = best else {
            return Address { region: None, rest: text, via: None };
        };
        if found_in == edition {
            return Address { region: Some(reading.region), rest: text[reading.used..].to_owned(), via: None };
        }
        let crossing = self.crosswalk(reading.region, found_in, edition);
        let (region, used) = match crossing.to {
            Some(region) => (region, reading.used),
            // The village is gone: its township, with the village left in the rest.
            None => {
                let up = crossing.likely.unwrap_or_else(|| reading.region.at_level(Level::County));
                (up, self.used_above(&text, reading, found_in))
            }
        };
        Address { region: Some(region), rest: text[used..].to_owned(), via: Some(found_in) }
    }

    /// The place of a level that `name` means inside an area; `None` when there is none or several. County names are
    /// looked up in the country, the rest in the edition and, failing that, in the others.
    pub fn find(&self, name: &str, level: Level, area: impl Into<Area>, edition: Edition) -> Option<Named> {
        let area = area.into();
        let name: String = name.chars().map(half_width).filter(|c| !is_blank(*c)).collect();
        if level <= Level::County {
            let zone =
                || self.zone(&name, area, edition).filter(|(_, used)| *used == name.len()).map(|(region, _)| region);
            let region = self.find_division(&name, level, area).or_else(zone)?;
            return Some(Named { region, via: None });
        }
        if let [only] = self.find_all(&name, level, area, edition)[..] {
            return Some(Named { region: only.region, via: None });
        }
        Edition::ALL.into_iter().rev().filter(|other| *other != edition).find_map(|other| {
            let [only] = self.find_all(&name, level, area, other)[..] else { return None };
            let region = self.crosswalk(only.region, other, edition).to.filter(|r| r.level() == level)?;
            Some(Named { region, via: Some(other) })
        })
    }

    /// Every township or village that `name` spells equally well inside an area, by code; the best spelled ones only.
    pub fn find_all(&self, name: &str, level: Level, area: impl Into<Area>, edition: Edition) -> Vec<&Place> {
        let mut best = (Strength::BareCommunity, Vec::new());
        for place in self.within(area, edition).iter().filter(|place| place.level() == level) {
            let Some(spelling) = spelled(place, name).filter(|s| s.used == name.len()) else { continue };
            match spelling.strength.cmp(&best.0) {
                std::cmp::Ordering::Greater => best = (spelling.strength, vec![place]),
                std::cmp::Ordering::Equal => best.1.push(place),
                std::cmp::Ordering::Less => {}
            }
        }
        best.1
    }

    fn find_division(&self, name: &str, level: Level, area: Area) -> Option<Region> {
        let mut found = self.nation.openings(name).filter(|(spelled, place)| {
            spelled.len() == name.len() && place.level() == level && area.contains(place.region)
        });
        let first = found.next()?.1.region;
        found.all(|(_, place)| place.region == first).then_some(first)
    }

    /// The best reading of a text in one edition: with the county in front, or from home on.
    fn read(&self, text: &str, home: Option<Region>, edition: Edition) -> Option<Reading> {
        let mut readings = Vec::new();
        if let Some(chain) = self.nation_prefix(text, home) {
            let below = self.below(text, chain.used, chain.region.area(), edition);
            let at_home = home.is_some_and(|home| home.city() == chain.region.city());
            let ends = may_end(&text[chain.used..], "");
            // 东河沿村 is not 东河区 of Baotou: a short name elsewhere needs more than itself.
            if chain.full || at_home || ends || below.is_some() {
                let strength = if chain.full { Strength::Official } else { Strength::Bare };
                readings.push(Reading { region: chain.region, used: chain.used, strength });
            }
            readings.extend(below);
        }
        if let Some(home) = home {
            readings.extend(self.below(text, 0, home.area(), edition));
            readings.extend(self.below(text, 0, home.county_region().area(), edition));
        }
        readings.into_iter().max_by_key(Reading::rank)
    }

    /// Township and village named from `at` on, inside an area.
    fn below(&self, text: &str, at: usize, area: Area, edition: Edition) -> Option<Reading> {
        let rest = &text[at..];
        let mut readings = Readings::default();
        let county = area.region().is_some_and(|region| region.level() >= Level::County);
        if let Some((zone, used)) = (!county).then(|| self.zone(rest, area, edition)).flatten() {
            readings.extend([Reading { region: zone, used: at + used, strength: Strength::Official }]);
            readings.extend(self.below(text, at + used, zone.area(), edition));
        }
        for place in self.within(area, edition) {
            let Some(spelling) = spelled(place, rest).filter(|_| place.level() >= Level::Township) else { continue };
            let used = at + spelling.used;
            let ends = spelling.strength > Strength::Bare || may_end(&text[used..], place.short);
            let reading = Reading { region: place.region, used, strength: spelling.strength };
            let village = (place.level() == Level::Township).then(|| self.village(text, &reading, edition)).flatten();
            readings.extend(village);
            if ends || village.is_some() {
                readings.extend([reading]);
            }
        }
        readings.best()
    }

    /// The development zone the text opens with and the bytes that name it. Zones have codes like counties in the lists of
    /// townships but are none in the list of counties; people call them 大同经开区 or just 开发区.
    fn zone(&self, text: &str, area: Area, edition: Edition) -> Option<(Region, usize)> {
        const NAMES: [&str; 5] = ["经济技术开发区", "经济开发区", "经开区", "开发区", "大同经开区"];
        let zone = self
            .within(area, edition)
            .iter()
            .find(|place| place.level() == Level::County && place.kind == PlaceKind::Zone)?;
        let used = NAMES.into_iter().chain([zone.name]).filter(|name| text.starts_with(name)).map(str::len).max()?;
        Some((zone.region, used))
    }

    /// The village named after its township.
    fn village(&self, text: &str, township: &Reading, edition: Edition) -> Option<Reading> {
        let mut readings = Readings::default();
        for place in self.within(township.region, edition).iter().filter(|p| p.level() == Level::Village) {
            let Some(Spelling { used, strength }) = spelled(place, &text[township.used..]) else { continue };
            let used = township.used + used;
            if strength > Strength::Bare || may_end(&text[used..], place.short) {
                readings.extend([Reading { region: place.region, used, strength }]);
            }
        }
        readings.best()
    }

    /// Bytes that name the township of a reading that went down to a village.
    fn used_above(&self, text: &str, reading: Reading, edition: Edition) -> usize {
        let Some(village) = self.place(reading.region, edition) else { return 0 };
        let starts = text[..reading.used].char_indices().map(|(at, _)| at);
        starts.rev().find(|&at| spelled(village, &text[at..]).is_some_and(|s| at + s.used == reading.used)).unwrap_or(0)
    }
}

/// Keeps the best readings; several equally good ones for different places cancel out to none.
#[derive(Default)]
struct Readings(Vec<Reading>);

impl Extend<Reading> for Readings {
    fn extend<T: IntoIterator<Item = Reading>>(&mut self, readings: T) {
        for reading in readings {
            match self.0.first().map(|best| reading.rank().cmp(&best.rank())) {
                Some(std::cmp::Ordering::Less) => {}
                Some(std::cmp::Ordering::Equal) => self.0.push(reading),
                _ => self.0 = vec![reading],
            }
        }
    }
}

impl Readings {
    fn best(self) -> Option<Reading> {
        let first = *self.0.first()?;
        self.0.iter().all(|reading| reading.region == first.region).then_some(first)
    }
}

//! Dated aliases: what a place was called, under which code and in which time, before villages merged and towns were renamed.

use chrono::NaiveDate;

use super::{Edition, Fate, Gazetteer, Level, Region, history};

/// A name and code a place had, or a place that went into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    /// Official name.
    pub name: &'static str,
    /// Code at that time.
    pub region: Region,
    /// What became of it on the way to the present place.
    pub fate: Fate,
    /// First day it is known to have held.
    pub from: NaiveDate,
    /// Last day it is known to have held.
    pub to: NaiveDate,
}

impl Gazetteer {
    /// Other names and codes of a place of `edition`: townships and villages from the other editions, counties from the
    /// history of six-digit codes; oldest first.
    pub fn aliases(&self, region: Region, edition: Edition) -> Vec<Alias> {
        let mut aliases =
            if region.level() > Level::County { self.listed_aliases(region, edition) } else { county_aliases(region) };
        aliases.sort_by_key(|alias| (alias.from, alias.region));
        aliases
    }

    fn listed_aliases(&self, region: Region, edition: Edition) -> Vec<Alias> {
        let own = self.place(region, edition).map(|place| place.name);
        let mut aliases: Vec<Alias> = Vec::new();
        for other in Edition::ALL.into_iter().filter(|other| *other != edition) {
            let same_level = self.within(region.county_region(), other).iter().filter(|p| p.level() == region.level());
            for place in same_level {
                let crossing = self.crosswalk(place.region, other, edition);
                let unchanged = place.region == region && Some(place.name) == own;
                if crossing.to != Some(region) || unchanged {
                    continue;
                }
                let day = other.cut_off();
                match aliases.iter_mut().find(|a| (a.name, a.region) == (place.name, place.region)) {
                    Some(known) => (known.from, known.to) = (known.from.min(day), known.to.max(day)),
                    None => aliases.push(Alias {
                        name: place.name,
                        region: place.region,
                        fate: crossing.fate,
                        from: day,
                        to: day,
                    }),
                }
            }
        }
        aliases
    }
}

/// Former names and codes of a county, prefecture or province.
fn county_aliases(region: Region) -> Vec<Alias> {
    let first_of = |month: u32| NaiveDate::from_ymd_opt((month / 100) as i32, month % 100, 1);
    let former = history().all().iter().filter(|spell| !spell.current && history().present(spell.code) == Some(region));
    former
        .filter_map(|spell| {
            let fate = if spell.code == region.county() { Fate::Renamed } else { Fate::Recoded };
            let (from, to) = (first_of(spell.first_seen)?, first_of(spell.last_seen)?);
            Some(Alias { name: spell.name, region: Region::from_six(spell.code)?, fate, from, to })
        })
        .collect()
}

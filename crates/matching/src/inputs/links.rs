//! Who of a village works where: the fellow villagers one can go with and ask.

use crate::hash::{self, FixedMap};
use domain::ids::EmployerId;
use domain::ledger::Spell;
use domain::places::Region;
use std::collections::BTreeMap;

/// Fellow villagers at work, by village and employer or county.
#[derive(Debug, Clone, Default)]
pub struct Links {
    firms: FixedMap<Region, BTreeMap<u64, u32>>,
    places: FixedMap<(Region, u32), u32>,
}

impl Links {
    /// Nobody known to work anywhere.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a spell of somebody of the village `home`; the caller passes spells that go on. Spells outside the home county count for
    /// the county of work, spells anywhere for the employer.
    pub fn add(&mut self, home: Region, spell: &Spell) {
        for key in employer_keys(spell.employer_id, spell.employer.as_deref()).into_iter().flatten() {
            *self.firms.entry(home).or_default().entry(key).or_default() += 1;
        }
        if let Some(county) = spell.place_code.filter(|&county| county != home.county()) {
            *self.places.entry((home, county)).or_default() += 1;
        }
    }

    /// Fellow villagers at the employer with one of these keys.
    pub fn at_firm(&self, home: Region, keys: [Option<u64>; 2]) -> u32 {
        let Some(firms) = self.firms.get(&home) else { return 0 };
        keys.into_iter().flatten().filter_map(|key| firms.get(&key).copied()).max().unwrap_or(0)
    }

    /// Fellow villagers in the county of a place outside the home county.
    pub fn at_place(&self, home: Region, place: Region) -> u32 {
        self.places.get(&(home, place.county())).copied().unwrap_or(0)
    }

    /// Employers of fellow villagers by key, in fixed order.
    pub(crate) fn firms(&self, home: Region) -> impl Iterator<Item = u64> + '_ {
        self.firms.get(&home).into_iter().flat_map(|firms| firms.keys().copied())
    }
}

/// Keys by which an employer is recognised: its id in the ledger and its name without spaces and brackets.
pub fn employer_keys(id: Option<EmployerId>, name: Option<&str>) -> [Option<u64>; 2] {
    let bare: String = name.unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).collect();
    [id.map(|id| hash::of_uuid(id.0.as_u128())), (bare.chars().count() > 1).then(|| hash::of_text(&bare))]
}

//! The gazetteer: the lists built into the program, parsed once and asked for ever after.

use std::sync::OnceLock;

use super::crosswalk::Crosswalk;
use super::list;
use super::nation::Nation;
use super::point::Spots;
use super::{Area, Edition, Level, Place, Region, texts};

/// Places by code and by name, in every edition. Get it from [`gazetteer`].
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) nation: Nation,
    editions: [Vec<Place>; 3],
    pub(super) spots: Spots,
    pub(super) crosswalk: Crosswalk,
}

/// The gazetteer of the built-in lists; the first call parses them.
pub fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(Gazetteer::load)
}

impl Gazetteer {
    /// Parses the built-in lists. Programs call [`gazetteer`] instead, which does it once.
    pub fn load() -> Self {
        Self {
            nation: Nation::load(),
            editions: Edition::ALL.map(|edition| list::places(texts::divisions(edition))),
            spots: Spots::load(),
            crosswalk: Crosswalk::load(),
        }
    }

    /// The place with this code: provinces to counties of the whole country, townships and villages where the edition has them.
    pub fn place(&self, region: Region, edition: Edition) -> Option<&Place> {
        let national = if region.level() <= Level::County { self.nation.get(region) } else { None };
        national.or_else(|| list::by_code(self.list(edition), region))
    }

    /// The place with this code in the newest edition that knows it.
    pub fn latest(&self, region: Region) -> Option<&Place> {
        Edition::ALL.into_iter().rev().find_map(|edition| self.place(region, edition))
    }

    /// Official name of the place with this code, by the newest edition that knows it.
    pub fn name(&self, region: Region) -> Option<&'static str> {
        self.latest(region).map(|place| place.name)
    }

    /// Names from the province down, joined as in addresses: 山西省大同市天镇县马家皂乡安家皂村. Municipalities are not doubled;
    /// levels without a name are left out.
    pub fn full_name(&self, region: Region, edition: Edition) -> String {
        self.name_below(region, edition, Area::NATION)
    }

    /// The same from the first level inside `seen_from` down: within the home county 马家皂乡安家皂村.
    pub fn name_below(&self, region: Region, edition: Edition, seen_from: Area) -> String {
        let mut line: Vec<Region> = std::iter::successors(Some(region), |r| r.parent()).collect();
        line.reverse();
        line.iter()
            .filter(|up| seen_from.contains(**up) && seen_from.region() != Some(**up))
            .filter_map(|up| self.place(*up, edition).or_else(|| self.latest(*up)))
            .map(Place::spoken)
            .collect()
    }

    /// The places one level below, by code. For a province its prefectures and the counties it runs itself.
    pub fn children(&self, region: Region, edition: Edition) -> impl Iterator<Item = &Place> {
        let national = list::within(&self.nation.places, region.area());
        let listed =
            if region.level() >= Level::County { list::within(self.list(edition), region.area()) } else { &[] };
        national.iter().chain(listed).filter(move |place| place.parent == Some(region))
    }

    /// Townships and villages (and what is above them) of an edition inside an area, by code.
    pub fn within(&self, area: impl Into<Area>, edition: Edition) -> &[Place] {
        list::within(self.list(edition), area.into())
    }

    /// Provinces, prefectures and counties of the country, by code.
    pub fn divisions(&self) -> &[Place] {
        &self.nation.places
    }

    fn list(&self, edition: Edition) -> &[Place] {
        &self.editions[edition.index()]
    }
}

//! The real places of a county, and its resettlement sites.

use crate::error::DemoError;
use crate::model::{Site, Township, Village};
use crate::plan::Plan;
use domain::places::{Edition, Level, Place, Region, gazetteer};

/// A county and what is under it.
pub(crate) struct Places {
    pub(crate) name: String,
    pub(crate) city: String,
    pub(crate) townships: Vec<Township>,
    pub(crate) villages: Vec<Village>,
}

/// The places of a county in the list of that edition.
pub(crate) fn of_county(county: Region, edition: Edition) -> Result<Places, DemoError> {
    let missing = || DemoError::NoCounty { county, edition };
    let known = gazetteer();
    let name = |region: Region| known.place(region, edition).map(|place| place.name.to_owned());
    let mut places = Places {
        name: name(county).filter(|_| county.level() == Level::County).ok_or_else(missing)?,
        city: county.parent().and_then(name).unwrap_or_default(),
        townships: Vec::new(),
        villages: Vec::new(),
    };
    for place in known.within(county, edition) {
        match place.level() {
            Level::Township => {
                let at = places.villages.len();
                places.townships.push(Township { region: place.region, name: place.name.to_owned(), villages: at..at });
            }
            Level::Village => add_village(&mut places, place),
            _ => {}
        }
    }
    places.townships.retain(|township| !township.villages.is_empty());
    for (at, township) in places.townships.iter().enumerate() {
        let villages = &mut places.villages[township.villages.clone()];
        name_apart(villages);
        for village in villages {
            village.township = at;
        }
    }
    if places.villages.is_empty() { Err(missing()) } else { Ok(places) }
}

fn add_village(places: &mut Places, place: &Place) {
    let (name, said, urban) = (place.name.to_owned(), place.spoken(), !place.kind.is_village());
    places.villages.push(Village { region: place.region, name, said, township: 0, urban });
    if let Some(township) = places.townships.last_mut() {
        township.villages.end = places.villages.len();
    }
}

/// A village and a community of one name are told apart by their official names.
fn name_apart(villages: &mut [Village]) {
    let names: Vec<String> =
        villages.iter().map(|village| village.said.trim_end_matches(['社', '区', '村']).to_owned()).collect();
    for (at, village) in villages.iter_mut().enumerate() {
        if names.iter().filter(|name| **name == names[at]).count() > 1 {
            village.said.clone_from(&village.name);
        }
    }
}

/// The name of a community without what kind of body it is.
fn bare(name: &str) -> String {
    ["社区居民委员会", "居民委员会", "社区居委会", "居委会", "村民委员会", "村委会", "社区"]
        .iter()
        .find_map(|tail| name.strip_suffix(tail))
        .unwrap_or(name)
        .to_owned()
}

/// Resettlement sites: a large one in the first township, commonly the county town, and a small one in most others.
pub(crate) fn sites(plan: &Plan, places: &Places) -> Vec<Site> {
    let mut rng = plan.rng("sites", 0);
    let mut sites = Vec::new();
    for (at, township) in places.townships.iter().enumerate() {
        // A community whose name says that it is a resettlement site is one.
        let real = places.villages[township.villages.clone()].iter().find(|village| village.said.contains("移民"));
        let short = township.name.trim_end_matches(['镇', '乡']).trim_end_matches("街道");
        let name = real.map_or_else(|| format!("{short}移民新村"), |village| bare(&village.said));
        let first = at == 0;
        if first || real.is_some() || rng.chance(0.7) {
            let seat = places.townships[0].region;
            let way = gazetteer().distance_km(seat, township.region, plan.edition).map_or(15.0, |(km, _)| km);
            let km = way.max(1.0) as u32;
            let weight = if first || real.is_some() { 60 } else { rng.between(2, 10) as u32 };
            sites.push(Site { name, township: at, weight, km });
        }
    }
    sites
}

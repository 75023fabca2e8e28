//! The real places of a county, and its resettlement sites.

use crate::error::DemoError;
use crate::model::{Site, Township, Village};
use crate::plan::Plan;
use crate::rng::Rng;
use domain::places::Region;

/// A county and what is under it.
pub(crate) struct Places {
    pub(crate) name: String,
    pub(crate) city: String,
    pub(crate) townships: Vec<Township>,
    pub(crate) villages: Vec<Village>,
}

struct Row {
    region: Region,
    name: &'static str,
    level: u8,
    kind: &'static str,
    short: &'static str,
}

fn rows(edition: u16) -> Option<impl Iterator<Item = Row>> {
    let text = match edition {
        2019 => include_str!("../../domain/data/places/datong_divisions_2019.csv"),
        2020 => include_str!("../../domain/data/places/datong_divisions_2020.csv"),
        2023 => include_str!("../../domain/data/places/datong_divisions_2023.csv"),
        _ => return None,
    };
    Some(text.lines().skip(1).filter_map(|line| {
        let mut parts = line.split(',');
        let (region, name, level) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?.parse().ok()?);
        let (_, kind, short) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Row { region, name, level, kind, short })
    }))
}

/// The places of a county in the list of that edition.
pub(crate) fn of_county(county: Region, edition: u16) -> Result<Places, DemoError> {
    let missing = || DemoError::NoCounty { county, edition };
    let mut places = Places { name: String::new(), city: String::new(), townships: Vec::new(), villages: Vec::new() };
    for row in rows(edition).ok_or_else(missing)? {
        match row.level {
            2 if row.region.contains(county) => places.city = row.name.to_owned(),
            3 if row.region == county => places.name = row.name.to_owned(),
            4 if county.contains(row.region) => {
                let at = places.villages.len();
                places.townships.push(Township { region: row.region, name: row.name.to_owned(), villages: at..at });
            }
            5 if county.contains(row.region) => add_village(&mut places, &row),
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
    if places.name.is_empty() || places.villages.is_empty() { Err(missing()) } else { Ok(places) }
}

fn add_village(places: &mut Places, row: &Row) {
    let urban = row.kind.contains("居委会");
    let tail = if urban { "社区" } else { "村" };
    let said = if row.short.ends_with(tail) || row.short.ends_with('区') || row.short.ends_with('街') {
        row.short.to_owned()
    } else {
        format!("{}{tail}", row.short)
    };
    places.villages.push(Village { region: row.region, name: row.name.to_owned(), said, township: 0, urban });
    if let Some(township) = places.townships.last_mut() {
        township.villages.end = places.villages.len();
    }
}

/// A village and a community of one name are told apart by their official names.
fn name_apart(villages: &mut [Village]) {
    let bare = |village: &Village| village.said.trim_end_matches(['社', '区', '村']).to_owned();
    let names: Vec<String> = villages.iter().map(bare).collect();
    for (at, village) in villages.iter_mut().enumerate() {
        if names.iter().filter(|name| **name == names[at]).count() > 1 {
            village.said.clone_from(&village.name);
        }
    }
}

/// Resettlement sites: a large one in the first township, commonly the county town, and a small one in most others.
pub(crate) fn sites(plan: &Plan, places: &Places) -> Vec<Site> {
    let mut rng = Rng::of(plan.seed, "sites", 0);
    let mut sites = Vec::new();
    for (at, township) in places.townships.iter().enumerate() {
        // A community whose name says that it is a resettlement site is one.
        let real = places.villages[township.villages.clone()].iter().find(|village| village.said.contains("移民"));
        let short = township.name.trim_end_matches(['镇', '乡']).trim_end_matches("街道");
        let name = real.map_or_else(|| format!("{short}移民新村"), |village| village.said.clone());
        let first = at == 0;
        if first || real.is_some() || rng.chance(0.7) {
            let km = if first { rng.between(1, 3) } else { rng.between(6, 38) } as u32;
            let weight = if first || real.is_some() { 60 } else { rng.between(2, 10) as u32 };
            sites.push(Site { name, township: at, weight, km });
        }
    }
    sites
}

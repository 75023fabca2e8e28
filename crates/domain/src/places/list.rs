//! The lists built into the program, parsed once: plain CSV without quotes, so fields are slices of the text itself.

use super::{Area, Level, PlaceKind, Region};

/// A place of one edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its code in that edition.
    pub region: Region,
    /// The region it lies in, by the list (a county run by its province has that province).
    pub parent: Option<Region>,
    /// Official name: 天镇县, 马家皂乡, 安家皂村委会.
    pub name: &'static str,
    /// Name without its suffix: 天镇, 马家皂, 安家皂. Some lists keep the 村 in it.
    pub short: &'static str,
    /// Syllables without tones; empty above the lists of townships and villages.
    pub pinyin: &'static str,
    /// Kind of the place.
    pub kind: PlaceKind,
}

impl Place {
    /// Level of the place.
    pub const fn level(&self) -> Level {
        self.region.level()
    }

    /// Name as people say it and posters print it: 安家皂村 for a village committee, 东台社区 for a community.
    pub fn spoken(&self) -> String {
        if self.kind.is_village() {
            let stem = self.short.strip_suffix('村').unwrap_or(self.short);
            return format!("{stem}村");
        }
        match self.kind {
            PlaceKind::Residents | PlaceKind::LikeResidents if self.name.ends_with("委会") => {
                format!("{}社区", self.short)
            }
            _ => self.name.to_owned(),
        }
    }
}

/// Fields of every line after the header; lines with fewer than `N` fields are left out.
pub(super) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().skip(1).filter_map(|line| {
        let mut fields = line.trim_end_matches('\r').split(',');
        let mut row = [""; N];
        for field in &mut row {
            *field = fields.next()?;
        }
        Some(row)
    })
}

/// The places of a division list, sorted by code.
pub(super) fn places(text: &'static str) -> Vec<Place> {
    let mut list: Vec<Place> = rows::<7>(text)
        .filter_map(|[code, name, _, parent, kind, short, pinyin]| {
            let kind = PlaceKind::from_label(kind)?;
            Some(Place { region: code.parse().ok()?, parent: parent.parse().ok(), name, short, pinyin, kind })
        })
        .collect();
    list.sort_unstable_by_key(|place| place.region);
    list
}

/// The places of a sorted list inside an area.
pub(super) fn within(list: &[Place], area: Area) -> &[Place] {
    let from = list.partition_point(|place| place.region.code() < area.from);
    let to = list.partition_point(|place| place.region.code() < area.to);
    &list[from..to]
}

/// The place of a sorted list with this code.
pub(super) fn by_code(list: &[Place], region: Region) -> Option<&Place> {
    list.binary_search_by_key(&region, |place| place.region).ok().map(|at| &list[at])
}

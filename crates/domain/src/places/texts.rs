//! The lists of places as embedded, for readers that index them by other keys than the [`Gazetteer`](super::Gazetteer) does.

use super::Edition;

/// Provinces, cities and counties of the whole country: `code,name,…`, six-digit codes.
pub const COUNTIES: &str = include_str!("../../data/places/china_divisions_2026.csv");

/// Six-digit codes since 1980-12: `code,name,level,province,first_seen,last_seen,current,successor`.
pub const HISTORY: &str = include_str!("../../data/places/gb2260_history.csv");

/// Crosswalks from each edition to the next: `old_code,…,status,new_code,…`.
pub const CROSSWALKS: [&str; 2] = [
    include_str!("../../data/places/datong_crosswalk_2019_2020.csv"),
    include_str!("../../data/places/datong_crosswalk_2020_2023.csv"),
];

/// The city down to its villages in an edition: `code,name,level,parent,kind,short,…`, 12-digit codes.
pub const fn divisions(edition: Edition) -> &'static str {
    match edition {
        Edition::Y2019 => include_str!("../../data/places/datong_divisions_2019.csv"),
        Edition::Y2020 => include_str!("../../data/places/datong_divisions_2020.csv"),
        Edition::Y2023 => include_str!("../../data/places/datong_divisions_2023.csv"),
    }
}

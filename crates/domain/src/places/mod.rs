//! Places: regions by code, areas as ranges of codes, and the gazetteer that knows their names in three editions of the lists,
//! where they lie and what became of them.
//!
//! ```
//! use domain::places::{Edition, gazetteer};
//!
//! let home = "140223".parse().ok();
//! let address = gazetteer().resolve("望狐乡望狐村一组", home, Edition::Y2023);
//! assert_eq!(address.region.map(|r| r.to_string()).as_deref(), Some("140223104218"));
//! assert_eq!(address.rest, "一组");
//! ```

mod address;
mod alias;
mod bands;
mod calendar;
mod crosswalk;
mod edition;
mod gazetteer;
mod history;
mod kind;
mod list;
mod lunar;
mod nation;
mod point;
mod region;
mod search;
mod spelling;
pub mod texts;
mod whereabouts;

pub use address::{Address, Named};
pub use alias::Alias;
pub use bands::{Bands, is_outside_county, outside_county, region_class};
pub use calendar::{MarketRule, branch, spring_season};
pub use crosswalk::{Crossing, Fate};
pub use edition::Edition;
pub use gazetteer::{Gazetteer, gazetteer};
pub use history::{History, Spell, history};
pub use kind::PlaceKind;
pub use list::Place;
pub use lunar::{LunarDate, spring_festival};
pub use point::{Point, Spot, Terrain};
pub use region::{Area, Level, NotARegion, Region};
pub use whereabouts::Whereabouts;

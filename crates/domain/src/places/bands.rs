//! Classes of the region of work: stored is the code of the place; the class is derived and printed in the scheme asked (D§2.3, D§3.3).

use super::{Level, Region};
use crate::codes::RegionClass;

/// Printed schemes of region classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bands {
    /// 县内, 省内县外, 省外.
    Three,
    /// 县内, 县外市内, 市外省内, 省外.
    Four,
    /// 县内, 县外市内, 市外省内, 省外, 境外.
    FiveOverseas,
    /// 乡内, 乡外县内, 县外市内, 市外省内, 省外.
    FiveTownship,
}

impl Bands {
    /// Every scheme.
    pub const ALL: [Self; 4] = [Self::Three, Self::Four, Self::FiveOverseas, Self::FiveTownship];

    /// The classes of the scheme, from near to far.
    pub const fn classes(self) -> &'static [RegionClass] {
        use RegionClass as C;
        match self {
            Self::Three => &[C::County, C::ProvinceOutCounty, C::OtherProvince],
            Self::Four => &[C::County, C::City, C::Province, C::OtherProvince],
            Self::FiveOverseas => &[C::County, C::City, C::Province, C::OtherProvince, C::Overseas],
            Self::FiveTownship => &[C::Township, C::CountyOutTownship, C::City, C::Province, C::OtherProvince],
        }
    }

    /// A class of any scheme in this one; `None` when the class is too coarse to tell. Overseas counts as outside the
    /// province where the scheme has no class of its own.
    pub fn fold(self, class: RegionClass) -> Option<RegionClass> {
        use RegionClass as C;
        let folded = match class {
            C::Township | C::CountyOutTownship if self != Self::FiveTownship => C::County,
            C::City | C::Province if self == Self::Three => C::ProvinceOutCounty,
            C::Overseas if self != Self::FiveOverseas => C::OtherProvince,
            other => other,
        };
        self.classes().contains(&folded).then_some(folded)
    }
}

/// The finest class of working at `work` for one whose home is `home`; `None` when `work` is known too coarsely: the own
/// prefecture or province without a county. Hong Kong, Macao and Taiwan count as 境外.
pub fn region_class(home: Region, work: Region) -> Option<RegionClass> {
    if matches!(work.county() / 10_000, 71 | 81 | 82) && work.province() != home.province() {
        return Some(RegionClass::Overseas);
    }
    if work.province() != home.province() {
        return Some(RegionClass::OtherProvince);
    }
    // The districts of a municipality are neighbours in one city, whatever their middle digits.
    let same_city = work.city() == home.city() || is_municipality(work);
    match work.level() {
        Level::Province => None,
        _ if !same_city => Some(RegionClass::Province),
        Level::City => None,
        _ if work.county() != home.county() => Some(RegionClass::City),
        Level::County => Some(RegionClass::County),
        _ if home.level() < Level::Township => Some(RegionClass::County),
        _ if work.township() == home.township() => Some(RegionClass::Township),
        _ => Some(RegionClass::CountyOutTownship),
    }
}

/// Whether working at `work` is working outside the home county; `None` when that cannot be told: the own prefecture or
/// province without a county.
pub fn outside_county(home: Region, work: Region) -> Option<bool> {
    region_class(home, work).map(is_outside_county)
}

/// Whether a class, typed instead of a place, lies outside the home county.
pub const fn is_outside_county(class: RegionClass) -> bool {
    !matches!(class, RegionClass::Township | RegionClass::County | RegionClass::CountyOutTownship)
}

/// Beijing, Tianjin, Shanghai, Chongqing.
const fn is_municipality(region: Region) -> bool {
    matches!(region.county() / 10_000, 11 | 12 | 31 | 50)
}

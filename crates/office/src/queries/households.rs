//! The list of households 台账.

use super::Page;
use chrono::NaiveDate;
use domain::ids::HouseholdId;
use domain::ledger::LabelKind;
use domain::ledger::clearing::Stage;
use domain::places::Region;

/// Which households are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Name, pinyin, initials, household number, last four of an ID or phone number.
    pub search: String,
    /// Township or village.
    pub region: Option<Region>,
    /// Only this list.
    pub tab: Tab,
    /// Only households with this label.
    pub label: Option<LabelKind>,
    /// Only households in this stage.
    pub stage: Option<Stage>,
    /// Least members with labour capacity.
    pub capable_min: u32,
    /// Order.
    pub sort: Sort,
    /// Page from 1.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
}

/// The lists that are always at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Every household.
    #[default]
    All,
    /// Target households of the profile.
    Target,
    /// Zero-employment households.
    Zero,
    /// Target households in which somebody has wage work.
    Employed,
}

impl Tab {
    /// Every tab, in the order shown.
    pub const ALL: [Self; 4] = [Self::All, Self::Target, Self::Zero, Self::Employed];

    /// The word used in addresses and message keys (`web-tab-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Target => "target",
            Self::Zero => "zero",
            Self::Employed => "employed",
        }
    }

    /// The tab with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }
}

/// Orders of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By village.
    #[default]
    Place,
    /// By name of the head.
    Head,
    /// The longest in their stage first.
    Since,
}

impl Sort {
    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Head => "head",
            Self::Since => "since",
        }
    }

    /// The order with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Place, Self::Head, Self::Since].into_iter().find(|sort| sort.code() == code)
    }
}

/// The list with what stands around it.
#[derive(Debug, Clone)]
pub struct Households {
    /// Day the list is about.
    pub day: NaiveDate,
    /// Profile by code.
    pub profile: String,
    /// Labels that make a target household.
    pub target_labels: Vec<LabelKind>,
    /// The rows.
    pub list: Page<HouseholdRow>,
    /// Households of the whole area by tab.
    pub tabs: Vec<(Tab, u32)>,
    /// Townships (or villages) to choose from.
    pub regions: Vec<Region>,
}

/// One household of the list.
#[derive(Debug, Clone)]
pub struct HouseholdRow {
    /// The household.
    pub id: HouseholdId,
    /// Name of its head.
    pub head: String,
    /// Its village.
    pub region: Region,
    /// Members in the ledger.
    pub members: u32,
    /// Members with labour capacity.
    pub capable: u32,
    /// Members in wage work.
    pub employed: u32,
    /// Labels that hold.
    pub labels: Vec<LabelKind>,
    /// Stage on the clearing board.
    pub stage: Option<Stage>,
    /// Since when.
    pub since: Option<NaiveDate>,
}

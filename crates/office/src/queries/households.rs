//! The list of households 台账.

use super::places::part_level;
use super::{Page, part};
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::ids::HouseholdId;
use domain::ledger::LabelKind;
use domain::ledger::clearing::Stage;
use domain::places::Region;
use store::{Counts, HouseholdFilter, HouseholdSort};

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

impl Office {
    /// The list of households.
    pub async fn household_list(&self, scope: &Scope, filter: &Filter) -> Result<Households, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let found =
            reader.household_list(area, &wanted(filter), order(filter.sort), part(filter.page, filter.size)).await?;
        let counts = reader.counts(area).await?;
        let tabs = Tab::ALL.map(|tab| (tab, in_tab(tab, &counts)));
        let regions = reader.counts_by(area, part_level(scope.region())).await?;
        Ok(Households {
            day: self.today(),
            list: Page::from(found).map(row),
            tabs: tabs.into(),
            regions: regions.into_iter().map(|(region, _)| region).collect(),
        })
    }
}

fn in_tab(tab: Tab, counts: &Counts) -> u32 {
    let at = |stage: Stage| Stage::ALL.iter().position(|&each| each == stage).map_or(0, |at| counts.stages[at]);
    match tab {
        Tab::All => counts.households,
        Tab::Target => counts.target,
        Tab::Zero => counts.zero_employment,
        Tab::Employed => at(Stage::Cleared) + at(Stage::Stable),
    }
}

/// The filter as the store reads it.
pub(crate) fn wanted(filter: &Filter) -> HouseholdFilter {
    let working = [Stage::Cleared, Stage::Stable];
    let stages = match (filter.stage, filter.tab) {
        (Some(stage), _) => vec![stage],
        (None, Tab::Employed) => working.to_vec(),
        (None, _) => Vec::new(),
    };
    HouseholdFilter {
        part: filter.region.map(Region::area),
        labels: filter.label.into_iter().collect(),
        zero_employment: (filter.tab == Tab::Zero).then_some(true),
        target: matches!(filter.tab, Tab::Target | Tab::Employed).then_some(true),
        stages,
        capable_min: filter.capable_min,
        text: filter.search.clone(),
        ..HouseholdFilter::default()
    }
}

const fn order(sort: Sort) -> HouseholdSort {
    match sort {
        Sort::Place => HouseholdSort::Place,
        Sort::Head => HouseholdSort::Head,
        Sort::Since => HouseholdSort::Since,
    }
}

fn row(row: store::HouseholdRow) -> HouseholdRow {
    let now = row.now;
    HouseholdRow {
        id: now.household,
        head: now.head,
        region: now.region,
        members: now.members,
        capable: now.capable,
        employed: now.employed,
        labels: now.labels,
        stage: now.clearing.map(|clearing| clearing.stage),
        since: now.clearing.and_then(|clearing| clearing.since),
    }
}

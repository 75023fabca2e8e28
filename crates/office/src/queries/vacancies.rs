//! The list of vacancies 岗位.

use super::Page;
use chrono::NaiveDate;
use domain::codes::{Board, PayUnit, VacancySource};
use domain::ids::VacancyId;
use domain::money::Fen;
use domain::places::Region;
use domain::vacancies::{PlacementChannel, State};

/// Which vacancies are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Title, employer or place.
    pub search: String,
    /// Only in this state; `None`: all.
    pub tab: Tab,
    /// Only in this bank of the placement order.
    pub channel: Option<PlacementChannel>,
    /// Least pay a month, whole yuan.
    pub pay_min: Option<u32>,
    /// Only with board or lodging like this.
    pub board: Option<Board>,
    /// Page from 1.
    pub page: u32,
    /// Rows a page.
    pub size: u32,
}

/// The lists that are always at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Screened and open.
    #[default]
    Open,
    /// Not yet screened.
    Intake,
    /// Screened and refused.
    Rejected,
    /// Filled or withdrawn.
    Closed,
}

impl Tab {
    /// Every tab, in the order shown.
    pub const ALL: [Self; 4] = [Self::Open, Self::Intake, Self::Rejected, Self::Closed];

    /// The state it lists.
    pub const fn state(self) -> State {
        match self {
            Self::Open => State::Open,
            Self::Intake => State::Intake,
            Self::Rejected => State::Rejected,
            Self::Closed => State::Closed,
        }
    }

    /// The word used in addresses and message keys (`vacancy-state-<code>`).
    pub const fn code(self) -> &'static str {
        self.state().code()
    }

    /// The tab with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }
}

/// The list with what stands around it.
#[derive(Debug, Clone)]
pub struct Vacancies {
    /// Day the list is about.
    pub day: NaiveDate,
    /// The rows.
    pub list: Page<VacancyRow>,
    /// Seats of the whole list.
    pub seats: u32,
    /// Vacancies by tab.
    pub tabs: Vec<(Tab, u32)>,
}

/// One vacancy of the list.
#[derive(Debug, Clone)]
pub struct VacancyRow {
    /// The vacancy.
    pub id: VacancyId,
    /// Title.
    pub title: String,
    /// Employer as typed.
    pub employer: Option<String>,
    /// Place as typed.
    pub place: Option<String>,
    /// Place of work.
    pub region: Option<Region>,
    /// Pay per unit.
    pub pay: (Option<Fen>, Option<Fen>),
    /// Unit of the pay.
    pub pay_unit: PayUnit,
    /// Pay to be agreed.
    pub pay_negotiable: bool,
    /// Board and lodging.
    pub board: Option<Board>,
    /// Seats offered.
    pub seats: u32,
    /// Proposals of the latest run.
    pub proposed: u32,
    /// Bank of the placement order.
    pub channel: PlacementChannel,
    /// State.
    pub state: State,
    /// Last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Where the office has it from.
    pub source: Option<VacancySource>,
}

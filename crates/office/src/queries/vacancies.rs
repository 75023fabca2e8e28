//! The list of vacancies 岗位.

use super::{Page, part};
use crate::Office;
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::codes::{Board, PayUnit, VacancySource};
use domain::ids::VacancyId;
use domain::money::Fen;
use domain::places::Region;
use domain::vacancies::{PlacementChannel, State, Vacancy};
use std::collections::HashMap;
use store::VacancyFilter;

/// Which vacancies are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Title, employer or place.
    pub search: String,
    /// Only in this state.
    pub tab: Tab,
    /// Only in this bank of the placement order.
    pub channel: Option<PlacementChannel>,
    /// Least pay a month, whole yuan.
    pub pay_min: Option<u32>,
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

impl Office {
    /// The list of vacancies of the scope's county.
    pub async fn vacancy_list(&self, scope: &Scope, filter: &Filter) -> Result<Vacancies, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let found = reader.vacancy_list(area, &wanted(filter), part(filter.page, filter.size)).await?;
        let run = reader.latest_run(area).await?;
        let ids: Vec<VacancyId> = found.rows.iter().map(|stored| stored.record.id).collect();
        let proposed = match run {
            Some(run) => reader.proposed_for(area, run.record.id, &ids).await?,
            None => HashMap::new(),
        };
        let mut tabs = Vec::with_capacity(Tab::ALL.len());
        for tab in Tab::ALL {
            let of_tab = VacancyFilter { states: vec![tab.state()], ..VacancyFilter::default() };
            tabs.push((tab, reader.vacancy_list(area, &of_tab, store::Page::first(0)).await?.total));
        }
        let home = scope.region().county_region();
        let list = Page::from(found)
            .map(|stored| row(&stored.record, home, proposed.get(&stored.record.id).copied().unwrap_or(0)));
        Ok(Vacancies { day: self.today(), list, tabs })
    }
}

/// The filter as the store reads it.
pub(crate) fn wanted(filter: &Filter) -> VacancyFilter {
    VacancyFilter {
        states: vec![filter.tab.state()],
        channel: filter.channel,
        pay_min: filter.pay_min.map(|yuan| Fen::yuan(yuan.into()).0),
        text: filter.search.clone(),
        ..VacancyFilter::default()
    }
}

/// What the list shows of a vacancy.
pub(crate) fn row(vacancy: &Vacancy, home: Region, proposed: u32) -> VacancyRow {
    VacancyRow {
        id: vacancy.id,
        title: vacancy.title.clone(),
        employer: vacancy.employer_name.clone(),
        place: vacancy.place.clone(),
        region: vacancy.place_region,
        pay: (vacancy.pay_min, vacancy.pay_max),
        pay_unit: vacancy.pay_unit.unwrap_or(PayUnit::Month),
        pay_negotiable: vacancy.pay_negotiable,
        board: vacancy.board,
        seats: vacancy.seats(),
        proposed,
        channel: vacancy.effective_channel(home),
        state: vacancy.state,
        valid_until: vacancy.valid_until,
        source: vacancy.source,
    }
}

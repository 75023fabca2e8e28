//! The list of vacancies 岗位.

use askama::Template;
use axum::extract::{Query, State};
use office::queries::vacancies::{Filter, Tab, Vacancies, VacancyRow};
use serde::Deserialize;

use super::Answer;
use super::offer::{channel_code, channel_from};
use crate::AppState;
use crate::form::Form;
use crate::frame::Frame;
use crate::pager::{Pager, size};
use crate::session::Reader;
use crate::url;

/// Steps of the least pay one can ask for, yuan a month.
const PAY_STEPS: [u32; 5] = [1500, 2000, 3000, 4000, 5000];

/// The list in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    tab: String,
    channel: String,
    pay: String,
    page: Option<u32>,
    size: Option<u32>,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            search: self.q.trim().to_owned(),
            tab: Tab::from_code(&self.tab).unwrap_or_default(),
            channel: channel_from(&self.channel),
            pay_min: self.pay.parse().ok(),
            page: self.page.unwrap_or(1).max(1),
            size: size(self.size),
        }
    }
}

#[derive(Template)]
#[template(path = "vacancies.html")]
struct Page {
    f: Frame,
    v: Vacancies,
    filter: Filter,
    pager: Pager,
    chips: Vec<(String, String)>,
}

/// `GET /vacancies`.
pub(crate) async fn list(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer {
    let filter = asked.filter();
    let v = state.office.vacancy_list(&reader.scope, &filter).await?;
    super::show(&Page::new(f, v, filter))
}

/// `GET /vacancies/export`: the same list as a workbook, all pages.
pub(crate) async fn export(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer {
    let bytes = state.office.vacancy_list_workbook(&reader.scope, &asked.filter(), f.words()).await?;
    super::workbook(&format!("{}.xlsx", f.t("web-vacancies")), bytes)
}

/// `POST /vacancies/screen`: applies the rules to every vacancy taken in; what they let through is open, the rest is rejected with its
/// reason.
pub(crate) async fn screen(State(state): State<AppState>, reader: Reader, _: Form) -> Answer {
    let screened = state.office.screen_all(&reader.scope).await?;
    super::go(if screened.opened > 0 { "/vacancies" } else { "/vacancies?tab=rejected" })
}

impl Page {
    fn new(f: Frame, v: Vacancies, filter: Filter) -> Self {
        let pager = Pager::new(&f, v.list.total, filter.page, filter.size, |page, size| {
            address("/vacancies", &Filter { page, size, ..filter.clone() })
        });
        let chips = chips(&f, &filter);
        Self { f, v, filter, pager, chips }
    }

    /// Whether vacancies wait for the rules.
    fn unscreened(&self) -> u32 {
        self.v.tabs.iter().find(|(tab, _)| *tab == Tab::Intake).map_or(0, |(_, count)| *count)
    }

    fn tab_link(&self, tab: &Tab) -> String {
        address("/vacancies", &Filter { tab: *tab, page: 1, ..self.filter.clone() })
    }

    fn export_link(&self) -> String {
        address("/vacancies/export", &self.filter)
    }

    fn channels(&self) -> [(&'static str, bool); 3] {
        ["outside", "local", "public_welfare"].map(|code| (code, self.filter.channel.map(channel_code) == Some(code)))
    }

    fn pays(&self) -> [(u32, bool); 5] {
        PAY_STEPS.map(|pay| (pay, self.filter.pay_min == Some(pay)))
    }

    /// Days until it ends, when that is soon.
    fn ends_soon(&self, row: &VacancyRow) -> Option<i64> {
        let left = (row.valid_until? - self.v.day).num_days();
        (0..=7).contains(&left).then_some(left)
    }
}

/// Address of a list.
fn address(path: &str, filter: &Filter) -> String {
    let mut query = url::query();
    query.append("q", &filter.search);
    query.append("tab", if filter.tab == Tab::default() { "" } else { filter.tab.code() });
    query.append("channel", filter.channel.map_or("", channel_code));
    query.append("pay", &filter.pay_min.map(|pay| pay.to_string()).unwrap_or_default());
    query.append("page", &if filter.page > 1 { filter.page.to_string() } else { String::new() });
    query.append("size", &if filter.size == 50 { String::new() } else { filter.size.to_string() });
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn chips(f: &Frame, filter: &Filter) -> Vec<(String, String)> {
    let base = Filter { page: 1, ..filter.clone() };
    let without = |filter: Filter| address("/vacancies", &filter);
    let mut chips = Vec::new();
    if !filter.search.is_empty() {
        let text = f.w("web-chip-search", &filter.search);
        chips.push((text, without(Filter { search: String::new(), ..base.clone() })));
    }
    if let Some(channel) = filter.channel {
        chips.push((f.code("placement", channel_code(channel)), without(Filter { channel: None, ..base.clone() })));
    }
    if let Some(pay) = filter.pay_min {
        chips.push((f.n("web-chip-pay", pay), without(Filter { pay_min: None, ..base.clone() })));
    }
    chips
}

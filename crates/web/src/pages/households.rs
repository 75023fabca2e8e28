//! The list of households 台账: filters in the address, tabs, chips, pages, export of exactly what is shown.

use askama::Template;
use axum::extract::{Query, State};
use domain::ledger::LabelKind;
use domain::ledger::clearing::Stage;
use office::queries::households::{Filter, HouseholdRow, Households, Sort, Tab};
use serde::Deserialize;

use super::Answer;
use crate::AppState;
use crate::frame::Frame;
use crate::pager::{Pager, size};
use crate::session::Reader;
use crate::url;

/// The list in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    region: String,
    tab: String,
    label: String,
    stage: String,
    capable: String,
    sort: String,
    page: Option<u32>,
    size: Option<u32>,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            search: self.q.trim().to_owned(),
            region: self.region.parse().ok(),
            tab: Tab::from_code(&self.tab).unwrap_or_default(),
            label: LabelKind::from_code(&self.label),
            stage: Stage::from_code(&self.stage),
            capable_min: self.capable.parse().unwrap_or(0),
            sort: Sort::from_code(&self.sort).unwrap_or_default(),
            page: self.page.unwrap_or(1).max(1),
            size: size(self.size),
        }
    }
}

#[derive(Template)]
#[template(path = "households.html")]
struct Page {
    f: Frame,
    v: Households,
    filter: Filter,
    pager: Pager,
    chips: Vec<(String, String)>,
}

/// `GET /ledger`.
pub(crate) async fn list(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer {
    let filter = asked.filter();
    let v = state.office.household_list(&reader.scope, &filter).await?;
    super::show(&Page::new(f, v, filter))
}

/// `GET /ledger/export`: the same list as a workbook, all pages.
pub(crate) async fn export(
    State(state): State<AppState>,
    f: Frame,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Answer {
    let bytes = state.office.household_list_workbook(&reader.scope, &asked.filter(), f.words()).await?;
    super::workbook(&format!("{}.xlsx", f.t("web-ledger")), bytes)
}

impl Page {
    pub(crate) fn new(f: Frame, v: Households, filter: Filter) -> Self {
        let pager = Pager::new(&f, v.list.total, filter.page, filter.size, |page, size| {
            address("/ledger", &Filter { page, size, ..filter.clone() })
        });
        let chips = chips(&f, &filter);
        Self { f, v, filter, pager, chips }
    }

    fn tab_link(&self, tab: &Tab) -> String {
        address("/ledger", &Filter { tab: *tab, page: 1, ..self.filter.clone() })
    }

    fn sort_link(&self, sort: &str) -> String {
        let sort = Sort::from_code(sort).unwrap_or_default();
        address("/ledger", &Filter { sort, page: 1, ..self.filter.clone() })
    }

    fn sorted(&self, sort: &str) -> &'static str {
        if self.filter.sort.code() == sort { r#" aria-sort="ascending""# } else { "" }
    }

    fn export_link(&self) -> String {
        address("/ledger/export", &self.filter)
    }

    fn title(&self) -> String {
        self.f.code("web-tab", self.filter.tab.code())
    }

    /// Days in the stage; the clock runs in the stages before cleared.
    fn days(&self, row: &HouseholdRow) -> Option<i64> {
        row.since.map(|since| (self.v.day - since).num_days() + 1)
    }
}

/// Address of a list.
fn address(path: &str, filter: &Filter) -> String {
    let mut query = url::query();
    query.append("q", &filter.search);
    query.append("region", &filter.region.map(|region| region.prefix()).unwrap_or_default());
    query.append("tab", if filter.tab == Tab::All { "" } else { filter.tab.code() });
    query.append("label", filter.label.map_or("", LabelKind::code));
    query.append("stage", filter.stage.map_or("", Stage::code));
    query.append("capable", &if filter.capable_min > 0 { filter.capable_min.to_string() } else { String::new() });
    query.append("sort", if filter.sort == Sort::default() { "" } else { filter.sort.code() });
    query.append("page", &if filter.page > 1 { filter.page.to_string() } else { String::new() });
    query.append("size", &if filter.size == 50 { String::new() } else { filter.size.to_string() });
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// What the list is filtered by, each with the address without it.
fn chips(f: &Frame, filter: &Filter) -> Vec<(String, String)> {
    let base = Filter { page: 1, ..filter.clone() };
    let without = |filter: Filter| address("/ledger", &filter);
    let mut chips = Vec::new();
    if !filter.search.is_empty() {
        let text = f.w("web-chip-search", &filter.search);
        chips.push((text, without(Filter { search: String::new(), ..base.clone() })));
    }
    if let Some(region) = filter.region {
        chips.push((f.place_or_code(&region), without(Filter { region: None, ..base.clone() })));
    }
    if let Some(label) = filter.label {
        chips.push((f.code("label", label.code()), without(Filter { label: None, ..base.clone() })));
    }
    if let Some(stage) = filter.stage {
        chips.push((f.code("stage", stage.code()), without(Filter { stage: None, ..base.clone() })));
    }
    if filter.capable_min > 0 {
        let text = f.n("web-chip-capable", filter.capable_min);
        chips.push((text, without(Filter { capable_min: 0, ..base.clone() })));
    }
    chips
}

//! The lists of the pages as workbooks: the same filter, the same order, the same columns, all rows.

use super::{columns, township_and_village};
use crate::Office;
use crate::error::OfficeError;
use crate::queries::households::{Filter as HouseholdFilter, HouseholdRow};
use crate::queries::vacancies::{Filter as VacancyFilter, VacancyRow};
use domain::access::Scope;
use domain::places::Edition;
use printing::workbook::{Cell, Kind, Rows, Sheet, Workbook};
use words::Words;

/// Rows read at a time.
const CHUNK: u32 = 2_000;

const HOUSEHOLDS: [(&str, Kind, f64); 9] = [
    ("web-col-head", Kind::Text, 12.0),
    ("export-township", Kind::Text, 14.0),
    ("export-village", Kind::Text, 16.0),
    ("web-col-members", Kind::Int, 8.0),
    ("web-col-capable", Kind::Int, 8.0),
    ("web-col-employed", Kind::Int, 8.0),
    ("web-label", Kind::Text, 24.0),
    ("web-stage", Kind::Text, 12.0),
    ("web-col-stage-since", Kind::Date, 12.0),
];

const VACANCIES: [(&str, Kind, f64); 10] = [
    ("web-col-title", Kind::Text, 20.0),
    ("web-col-employer", Kind::Text, 26.0),
    ("web-col-where", Kind::Text, 20.0),
    ("web-col-pay-from", Kind::Money, 10.0),
    ("web-col-pay-to", Kind::Money, 10.0),
    ("web-col-pay-unit", Kind::Text, 10.0),
    ("web-col-seats", Kind::Int, 8.0),
    ("web-col-proposed", Kind::Int, 8.0),
    ("web-col-state", Kind::Text, 12.0),
    ("web-col-until", Kind::Date, 12.0),
];

impl Office {
    /// The list of households that a filter shows, all pages.
    pub async fn household_list_workbook(
        &self,
        scope: &Scope,
        filter: &HouseholdFilter,
        words: &Words,
    ) -> Result<Vec<u8>, OfficeError> {
        let edition = Edition::at(self.today());
        let title = words.text("web-ledger").into_owned();
        let mut book = Workbook::new(self.setup(&title, words))?;
        let mut sheet = book.sheet(&Sheet::new(title).columns(columns(words, &HOUSEHOLDS)))?;
        let mut asked = HouseholdFilter { page: 1, size: CHUNK, ..filter.clone() };
        loop {
            let page = self.household_list(scope, &asked).await?.list;
            page.rows.iter().try_for_each(|row| sheet.row(&household(row, edition, words)))?;
            if asked.page * CHUNK >= page.total {
                break;
            }
            asked.page += 1;
        }
        sheet.finish()?;
        Ok(book.to_bytes()?)
    }

    /// The list of vacancies that a filter shows, all pages.
    pub async fn vacancy_list_workbook(
        &self,
        scope: &Scope,
        filter: &VacancyFilter,
        words: &Words,
    ) -> Result<Vec<u8>, OfficeError> {
        let title = words.text("web-vacancies").into_owned();
        let mut book = Workbook::new(self.setup(&title, words))?;
        let mut sheet = book.sheet(&Sheet::new(title).columns(columns(words, &VACANCIES)))?;
        let mut asked = VacancyFilter { page: 1, size: CHUNK, ..filter.clone() };
        loop {
            let page = self.vacancy_list(scope, &asked).await?.list;
            page.rows.iter().try_for_each(|row| sheet.row(&vacancy(row, words)))?;
            if asked.page * CHUNK >= page.total {
                break;
            }
            asked.page += 1;
        }
        sheet.finish()?;
        Ok(book.to_bytes()?)
    }
}

fn household<'a>(row: &'a HouseholdRow, edition: Edition, words: &Words) -> Vec<Cell<'a>> {
    let (township, village) = township_and_village(row.region, edition);
    let labels: Vec<_> = row.labels.iter().map(|label| words.text(&format!("label-{}", label.code()))).collect();
    let stage = row.stage.map(|stage| words.text(&format!("stage-{}", stage.code())).into_owned());
    vec![
        Cell::from(&row.head),
        township.into(),
        village.into(),
        Cell::Int(row.members.into()),
        Cell::Int(row.capable.into()),
        Cell::Int(row.employed.into()),
        labels.join(&words.text("web-comma")).into(),
        stage.map_or(Cell::Empty, Cell::from),
        row.since.map_or(Cell::Empty, Cell::Date),
    ]
}

fn vacancy<'a>(row: &'a VacancyRow, words: &Words) -> Vec<Cell<'a>> {
    let text = |text: &'a Option<String>| text.as_ref().map_or(Cell::Empty, Cell::from);
    let money = |fen: Option<domain::money::Fen>| fen.map_or(Cell::Empty, Cell::Money);
    let state = words.text(&format!("vacancy-state-{}", row.state.code())).into_owned();
    let unit = words.text(&format!("web-per-{}", row.pay_unit.code())).into_owned();
    vec![
        Cell::from(&row.title),
        text(&row.employer),
        text(&row.place),
        money(row.pay.0),
        money(row.pay.1),
        unit.into(),
        Cell::Int(row.seats.into()),
        Cell::Int(row.proposed.into()),
        state.into(),
        row.valid_until.map_or(Cell::Empty, Cell::Date),
    ]
}

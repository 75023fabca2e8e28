//! The vacancies as a workbook. Limits of age and sex are never written: they are in quarantine (D§6.1).

use super::columns;
use crate::Office;
use crate::error::OfficeError;
use domain::access::Scope;
use domain::vacancies::Vacancy;
use printing::workbook::{Cell, Kind, Rows, Sheet, Workbook};
use words::Words;

const COLUMNS: [(&str, Kind, f64); 15] = [
    ("export-vacancy-no", Kind::Ident, 12.0),
    ("export-vacancy-employer", Kind::Text, 26.0),
    ("export-vacancy-title", Kind::Text, 18.0),
    ("export-vacancy-headcount", Kind::Int, 10.0),
    ("export-vacancy-place", Kind::Text, 18.0),
    ("export-vacancy-pay-min", Kind::Money, 10.0),
    ("export-vacancy-pay-max", Kind::Money, 10.0),
    ("export-vacancy-pay-unit", Kind::Text, 10.0),
    ("export-vacancy-hours", Kind::Text, 16.0),
    ("export-vacancy-board", Kind::Text, 12.0),
    ("export-vacancy-education", Kind::Text, 12.0),
    ("export-vacancy-requirements", Kind::LongText, 30.0),
    ("export-vacancy-valid-until", Kind::Date, 12.0),
    ("export-vacancy-source", Kind::Text, 10.0),
    ("export-vacancy-state", Kind::Text, 10.0),
];

impl Office {
    /// All vacancies of the office as a workbook.
    pub async fn vacancies_workbook(&self, scope: &Scope, words: &Words) -> Result<Vec<u8>, OfficeError> {
        let title = words.text("export-vacancies-title").into_owned();
        let mut book = Workbook::new(self.setup(&title, words))?;
        let sheet = Sheet::new(title).columns(columns(words, &COLUMNS));
        let mut rows = book.sheet(&sheet)?;
        for vacancy in self.all_vacancies(scope).await? {
            rows.row(&row(&vacancy, words))?;
        }
        rows.finish()?;
        Ok(book.to_bytes()?)
    }
}

fn row<'a>(vacancy: &'a Vacancy, words: &Words) -> Vec<Cell<'a>> {
    let text = |text: &'a Option<String>| text.as_ref().map_or(Cell::Empty, Cell::from);
    let money = |fen: Option<domain::money::Fen>| fen.map_or(Cell::Empty, Cell::Money);
    vec![
        text(&vacancy.no),
        text(&vacancy.employer_name),
        Cell::from(&vacancy.title),
        vacancy.headcount.map_or(Cell::Empty, Cell::from),
        text(&vacancy.place),
        money(vacancy.pay_min),
        money(vacancy.pay_max),
        Cell::from(vacancy.pay_unit.map_or("", |unit| unit.label())),
        text(&vacancy.hours),
        Cell::from(vacancy.board.map_or("", |board| board.label())),
        Cell::from(vacancy.education.map_or("", |education| education.label())),
        text(&vacancy.requirements),
        vacancy.valid_until.map_or(Cell::Empty, Cell::from),
        Cell::from(vacancy.source.map_or("", |source| source.label())),
        words.text(&format!("vacancy-state-{}", vacancy.state.code())).into_owned().into(),
    ]
}

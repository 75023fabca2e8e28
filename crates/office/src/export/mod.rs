//! Export: the ledger, the vacancies and the result of a run as workbooks.

mod faults;
mod findings;
mod ledger;
mod lists;
mod result;
mod vacancies;

pub use ledger::Mask;

use crate::Office;
use crate::error::OfficeError;
use domain::error::Refusal;
use domain::places::{Edition, Level, Region, gazetteer};
use printing::workbook::{Column, Kind, Setup};
use words::Words;

impl From<printing::PrintError> for OfficeError {
    fn from(error: printing::PrintError) -> Self {
        Self::Refused(Refusal::new(1401).with("found", error.to_string()))
    }
}

impl Office {
    /// What every workbook of the office says of itself.
    pub(crate) fn setup(&self, title: &str, words: &Words) -> Setup {
        let day = words.format("office-made-on", &[("day", self.today().into())]);
        Setup {
            title: title.to_owned(),
            author: words.text("product-name").into_owned(),
            created: self.today().and_time(chrono::NaiveTime::MIN),
            footer: format!("{} {day}", words.text("product-name")),
        }
    }
}

/// Columns by the keys of their headings.
fn columns(words: &Words, columns: &[(&str, Kind, f64)]) -> Vec<Column> {
    columns.iter().map(|&(key, kind, width)| Column::new(kind, words.text(key), width)).collect()
}

/// Names of township and village of a region, as far as it goes down; newest names first known.
fn township_and_village(region: Region, edition: Edition) -> (String, String) {
    let name = |region: Region| {
        let places = gazetteer();
        places.place(region, edition).map(|place| place.spoken()).or_else(|| places.name(region).map(str::to_owned))
    };
    let township = (region.level() >= Level::Township).then(|| name(region.township())).flatten();
    let village = (region.level() >= Level::Village).then(|| name(region)).flatten();
    (township.unwrap_or_default(), village.unwrap_or_default())
}

/// The name of a place of work by its six-digit code.
fn work_place(code: Option<u32>) -> String {
    let name = code.and_then(Region::from_six).and_then(|region| gazetteer().name(region));
    name.unwrap_or_default().to_owned()
}

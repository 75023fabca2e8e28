//! One read row seen through the types of the ledger.

use domain::dates::PartialDate;
use domain::ledger::Phone;
use domain::money::Fen;
use reading::sheets::{FieldId, Row, Value};
use std::collections::BTreeMap;

/// The cells of a row by field, with the context of its sheet behind them.
pub(super) struct Cells<'a> {
    cells: &'a [(FieldId, Value)],
}

impl<'a> Cells<'a> {
    pub(super) fn of(row: &'a Row) -> Self {
        Self { cells: &row.cells }
    }

    pub(super) fn value(&self, field: FieldId) -> Option<&'a Value> {
        self.cells.iter().find(|(found, _)| *found == field).map(|(_, value)| value)
    }

    pub(super) fn has(&self, field: FieldId) -> bool {
        self.value(field).is_some()
    }

    pub(super) fn text(&self, field: FieldId) -> Option<String> {
        self.value(field)?.as_text().map(str::to_owned)
    }

    pub(super) fn texts(&self, field: FieldId) -> Vec<String> {
        self.value(field)
            .map(|value| value.as_texts().iter().map(|text| text.to_string()).collect())
            .unwrap_or_default()
    }

    pub(super) fn phone(&self, field: FieldId) -> Option<Phone> {
        self.text(field).map(Phone::new)
    }

    pub(super) fn number(&self, field: FieldId) -> Option<u32> {
        match self.value(field)? {
            Value::Int(n) => u32::try_from(*n).ok(),
            _ => None,
        }
    }

    pub(super) fn money(&self, field: FieldId) -> Option<Fen> {
        match self.value(field)? {
            Value::Fen(fen) => Some(Fen(*fen)),
            _ => None,
        }
    }

    pub(super) fn yes(&self, field: FieldId) -> Option<bool> {
        self.value(field)?.as_bool()
    }

    pub(super) fn date(&self, field: FieldId) -> Option<PartialDate> {
        self.value(field)?.as_date()
    }

    /// A word of a vocabulary, through its enum.
    pub(super) fn code<T>(&self, field: FieldId, from_code: fn(&str) -> Option<T>) -> Option<T> {
        from_code(self.value(field)?.as_code()?)
    }

    /// Several words of a vocabulary.
    pub(super) fn codes<T>(&self, field: FieldId, from_code: fn(&str) -> Option<T>) -> Vec<T> {
        let codes = self.value(field).map(Value::as_codes).unwrap_or_default();
        codes.iter().filter_map(|code| from_code(code)).collect()
    }

    /// The filled fields that have no place of their own in a record, for `extra`.
    pub(super) fn rest(&self, prefixes: &[&str], known: &[FieldId]) -> BTreeMap<String, serde_json::Value> {
        let wanted = |field: &FieldId| prefixes.contains(&field.area()) && !known.contains(field);
        let cells = self.cells.iter().filter(|(field, _)| wanted(field));
        cells.map(|(field, value)| (field.key().into_owned(), json(value))).collect()
    }
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => serde_json::json!(text),
        Value::Int(n) => serde_json::json!(n),
        Value::Num(n) => serde_json::json!(n),
        Value::Fen(fen) => serde_json::json!(*fen as f64 / 100.0),
        Value::Bool(yes) => serde_json::json!(yes),
        Value::Date(date) => serde_json::json!(date.to_string()),
        Value::Code(code) => serde_json::json!(code),
        Value::Codes(codes) => serde_json::json!(codes),
        Value::Texts(texts) => serde_json::json!(texts),
    }
}

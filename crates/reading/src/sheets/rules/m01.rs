//! M1: one seat for two passengers.

use super::super::fields as f;
use super::super::rows::Row;
use super::super::value::Value;
use super::view::{Findings, View};
use std::collections::HashMap;


/// Same day, same vehicle (or train and carriage), same seat, in any sheet.
pub(super) fn check(view: &View<'_>, found: &mut Findings<'_>) {
    if !view.mapped(f::TRIP_SEAT) {
        return;
    }
    let mut seats: HashMap<Vec<String>, usize> = HashMap::new();
    for seat in view.sheets.iter().flat_map(|sheet| &sheet.rows).filter_map(seat) {
        *seats.entry(seat).or_default() += 1;
    }
    for (row, _) in view.lines() {
        if seat(row).is_some_and(|seat| seats.get(&seat).is_some_and(|count| *count > 1)) {
            found.error(row, f::TRIP_SEAT);
        }
    }
}

fn seat(row: &Row) -> Option<Vec<String>> {
    let text = |field| row.text(field).unwrap_or_default().to_owned();
    let day = row.get(f::TRIP_DATE).and_then(Value::as_date).map(|day| day.to_string()).unwrap_or_default();
    let vehicle = [f::TRIP_VEHICLE, f::TRIP_TRAIN, f::TRIP_CARRIAGE].map(text);
    let known = vehicle.iter().any(|part| !part.is_empty());
    let seat = row.text(f::TRIP_SEAT).filter(|_| known)?.to_owned();
    Some([&[day][..], &vehicle[..], &[seat][..]].concat())
}

//! The minimum wage by area and day, and what a post pays against it (D§6.2).

use std::sync::OnceLock;

use chrono::NaiveDate;
use domain::codes::PayUnit;
use domain::money::{Fen, per_month};
use domain::places::Region;

/// The minimum wage of an area from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// A month, full time.
    pub month: Fen,
    /// An hour, part time; not known for every area.
    pub hour: Option<Fen>,
}

/// A wage below the minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortfall {
    /// What the post pays, in the unit of the floor it was held against.
    pub paid: Fen,
    /// The floor.
    pub floor: Fen,
}

struct Row {
    area: String,
    from: NaiveDate,
    floor: Floor,
}

/// Rows of the built-in table; its sources stand in `data/README.md`.
fn table() -> &'static [Row] {
    static TABLE: OnceLock<Vec<Row>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let row = |line: &str| {
            let fields: Vec<&str> = line.split(',').collect();
            let [area, from, month, hour] = fields[..] else { return None };
            let hour = hour.parse::<f64>().ok().map(|h| Fen((h * 100.0).round() as i64));
            Some(Row {
                area: area.to_owned(),
                from: from.parse().ok()?,
                floor: Floor { month: Fen::yuan(month.parse().ok()?), hour },
            })
        };
        include_str!("../../data/minimum_wage.csv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .skip(1)
            .filter_map(row)
            .collect()
    })
}

/// The minimum wage in a county on a day: the row of the county itself, else of its prefecture, else the lowest class of its
/// province. `None` where the table has none: then nothing is checked, and nothing passes as checked.
pub fn minimum_wage(region: Region, day: NaiveDate) -> Option<Floor> {
    let county = format!("{:06}", region.county());
    let areas = [county.clone(), format!("{}00", &county[..4]), format!("{}0000", &county[..2])];
    areas.iter().find_map(|area| {
        let rows = table().iter().filter(|row| row.area == *area && row.from <= day);
        rows.max_by_key(|row| row.from).map(|row| row.floor)
    })
}

/// Whether pay lies below the minimum: hourly pay against the hourly floor, daily and monthly pay against the monthly one with
/// 21.75 days of eight hours. Piece rates cannot be judged.
pub fn below_minimum(most: Fen, unit: PayUnit, region: Region, day: NaiveDate) -> Option<Shortfall> {
    let floor = minimum_wage(region, day)?;
    if unit == PayUnit::Hour {
        let hour = floor.hour?;
        return (most < hour).then_some(Shortfall { paid: most, floor: hour });
    }
    let month = per_month(most, unit)?;
    (month < floor.month).then_some(Shortfall { paid: month, floor: floor.month })
}

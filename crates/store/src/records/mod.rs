//! The record tables. A row is the whole record in `sealed`, encrypted, with its version, and beside it the columns that must be found,
//! sorted or counted. There is one description a table; reading and writing are the same for all.

mod account;
mod decision;
mod employer;
mod household;
mod person;
mod spell;
mod vacancy;
mod work;

use crate::error::StoreError;
use crate::keys::Keys;
use crate::seal::Place;
use crate::value::{Row, Sql, Val};
use domain::ids::HouseholdId;
use domain::ledger::Label;
use domain::places::{Area, Region};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use uuid::Uuid;

pub(crate) use household::LABELS as HOUSEHOLD_LABELS;
pub(crate) use person::{LABELS as PERSON_LABELS, SOUNDS, sound_rows};

/// A record as it stands in the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored<T> {
    /// The record.
    pub record: T,
    /// Its version: 1 when made, one more with every change.
    pub version: i64,
    /// County it belongs to.
    pub county: u32,
}

/// What the columns of a row need besides the record.
pub(crate) struct Context<'a> {
    pub(crate) keys: &'a Keys,
    /// Regions of the households that persons in hand belong to.
    pub(crate) regions: &'a HashMap<HouseholdId, Region>,
}

/// How a record is known to lie in an area smaller than a county.
#[derive(Clone, Copy)]
pub(crate) enum Within {
    /// By its own column.
    Column(&'static str),
    /// By the person it is about.
    Person,
    /// It belongs to the county as a whole.
    County,
}

/// One record table.
pub(crate) trait Table: Serialize + DeserializeOwned + Send + Sync {
    const NAME: &'static str;
    const INSERT: &'static str;
    const UPSERT: &'static str;
    const DELETE: &'static str;
    const SELECT: &'static str;
    const FROM: &'static str;
    const VERSIONS: &'static str;
    const WITHIN: Within;

    /// The identifier.
    fn uuid(&self) -> Uuid;

    /// Values of the columns beside county, id, version and sealed, in their order.
    fn columns(&self, context: &Context<'_>) -> Result<Vec<Val>, StoreError>;

    /// The region whose county must be that of the transaction, where the record has one.
    fn region(&self) -> Option<Region> {
        None
    }
}

/// Describes a record table: type, name, how it lies in an area, columns.
macro_rules! table {
    ($name:literal, $within:expr, [$($column:literal),* $(,)?]) => {
        const NAME: &'static str = $name;
        const INSERT: &'static str = concat!("INSERT INTO ", $name, " (county, id, version, sealed" $(, ", ", $column)*, ")");
        const UPSERT: &'static str = concat!(
            "ON CONFLICT (county, id) DO UPDATE SET version = excluded.version, sealed = excluded.sealed"
            $(, ", ", $column, " = excluded.", $column)*
        );
        const DELETE: &'static str = concat!("DELETE FROM ", $name, " WHERE county = ");
        const SELECT: &'static str = concat!("SELECT t.county, t.id, t.version, t.sealed FROM ", $name, " t WHERE ");
        const FROM: &'static str = concat!(" FROM ", $name, " t WHERE ");
        const VERSIONS: &'static str = concat!("SELECT id, version FROM ", $name, " WHERE county = ");
        const WITHIN: $crate::records::Within = $within;
    };
}
pub(crate) use table;

/// The whole row of a record.
pub(crate) fn row<T: Table>(
    record: &T,
    json: &[u8],
    version: i64,
    county: u32,
    context: &Context<'_>,
) -> Result<Vec<Val>, StoreError> {
    let id = record.uuid();
    let sealed = context.keys.column.seal(Place { table: T::NAME, county, id }, json)?;
    let mut row = vec![county.into(), id.into(), version.into(), sealed.into()];
    row.append(&mut record.columns(context)?);
    Ok(row)
}

/// Columns of a whole record.
pub(crate) const WHOLE: &str = "t.county, t.id, t.version, t.sealed";

/// Reads a row of [`Table::SELECT`].
pub(crate) fn opened<T: Table>(row: &Row, keys: &Keys) -> Result<Stored<T>, StoreError> {
    let county = row.count(0)?;
    let place = Place { table: T::NAME, county, id: row.get(1)? };
    let json = keys.column.open(place, &row.get::<Vec<u8>>(3)?, T::NAME)?;
    let record = serde_json::from_slice(&json).map_err(|_| StoreError::Damaged(T::NAME))?;
    Ok(Stored { record, version: row.get(2)?, county })
}

/// Counties of an area, first and last.
pub(crate) fn counties(area: Area) -> (i64, i64) {
    ((area.from / 1_000_000) as i64, ((area.to - 1) / 1_000_000) as i64)
}

/// `alias.county = c`, or the counties of an area that have a journal, so that keys are looked up county by county.
pub(crate) fn push_counties(sql: &mut Sql, column: &'static str, area: Area) {
    let (first, last) = counties(area);
    sql.push(column);
    if first == last {
        sql.push_with(" = ", first);
    } else {
        sql.push_with(" IN (SELECT j.county FROM journal_head j WHERE j.county >= ", first);
        sql.push_with(" AND j.county <= ", last).push(")");
    }
}

/// Whether an area is a part of one county, so that a region must be looked at.
pub(crate) fn partial(area: Area) -> bool {
    !area.from.is_multiple_of(1_000_000) || !area.to.is_multiple_of(1_000_000)
}

/// ` AND column` lies in the area.
pub(crate) fn push_region(sql: &mut Sql, column: &'static str, area: Area) {
    sql.push(" AND ").push(column).push_with(" >= ", area.from as i64);
    sql.push(" AND ").push(column).push_with(" < ", area.to as i64);
}

/// The condition that a record of this table, called `t`, lies in the area.
pub(crate) fn push_reach<T: Table>(sql: &mut Sql, area: Area) {
    push_counties(sql, "t.county", area);
    if partial(area) {
        match T::WITHIN {
            Within::Column(column) => push_region(sql, column, area),
            Within::Person => {
                sql.push(" AND EXISTS (SELECT 1 FROM person p WHERE p.county = t.county AND p.id = t.person_id");
                push_region(sql, "p.region", area);
                sql.push(")");
            }
            Within::County => {}
        }
    }
}

/// `SELECT … WHERE` a record of this table lies in the area; more conditions may follow.
pub(crate) fn select<T: Table>(area: Area) -> Sql {
    let mut sql = Sql::new(T::SELECT);
    push_reach::<T>(&mut sql, area);
    sql
}

/// Rows of a table of labels.
pub(crate) fn label_rows(county: u32, id: Uuid, labels: &[Label]) -> impl Iterator<Item = Vec<Val>> {
    labels.iter().enumerate().map(move |(position, label)| {
        vec![
            county.into(),
            id.into(),
            (position as i64).into(),
            label.kind.code().into(),
            label.from.map(|date| date.first_day()).into(),
            label.to.map(|date| date.last_day()).into(),
        ]
    })
}

/// The word a value is written as in JSON: for enums whose code is their serde name.
pub(crate) fn word(value: &impl Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Some(text),
        _ => None,
    }
}

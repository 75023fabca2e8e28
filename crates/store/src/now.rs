//! Read models: what holds now. The office computes them with the pure functions of `domain::ledger` and puts them here in the same
//! transaction as the facts; the counts of villages are kept by the store itself.

use crate::db::BATCH;
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{push_counties, push_region};
use crate::tx::Tx;
use crate::value::{Row, Sql, Val};
use chrono::NaiveDate;
use domain::ids::HouseholdId;
use domain::ledger::LabelKind;
use domain::ledger::clearing::{Clearing, Stage};
use domain::ledger::names::search_keys;
use domain::ledger::now::{HouseholdNow, PersonNow};
use domain::places::{Area, Region};
use std::collections::HashMap;

/// The figures of one village, or sums of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Households.
    pub households: u32,
    /// Their members.
    pub members: u32,
    /// Members with labour capacity.
    pub capable: u32,
    /// Members in wage work.
    pub employed: u32,
    /// Target households.
    pub target: u32,
    /// Their members.
    pub target_members: u32,
    /// Members of target households with labour capacity.
    pub target_capable: u32,
    /// Members of target households in wage work.
    pub target_employed: u32,
    /// Zero-employment households.
    pub zero_employment: u32,
    /// Households by stage of the clearing board, in the order of [`Stage::ALL`].
    pub stages: [u32; 5],
}

/// Columns of [`Counts`], in their order.
const COUNTS: usize = 14;

/// Labels as bits, in the order of [`LabelKind::ALL`].
pub(crate) fn label_bits(labels: &[LabelKind]) -> i64 {
    labels.iter().fold(0, |bits, &kind| bits | 1 << (kind as u32))
}

fn labels_of(bits: i64) -> Vec<LabelKind> {
    let mut labels: Vec<_> = LabelKind::ALL.into_iter().filter(|&kind| bits & (1 << (kind as u32)) != 0).collect();
    labels.sort_unstable();
    labels
}

const HOUSEHOLD: &str = "INSERT INTO household_now (county, household_id, region, as_of, head, head_pinyin, members, capable, employed, \
                         target, zero_employment, stage, since, labels)";
const HOUSEHOLD_AGAIN: &str = "ON CONFLICT (county, household_id) DO UPDATE SET region = excluded.region, as_of = excluded.as_of, \
    head = excluded.head, head_pinyin = excluded.head_pinyin, members = excluded.members, capable = excluded.capable, \
    employed = excluded.employed, target = excluded.target, zero_employment = excluded.zero_employment, stage = excluded.stage, \
    since = excluded.since, labels = excluded.labels";
const PERSON: &str = "INSERT INTO person_now (county, person_id, capable, employed)";
const PERSON_AGAIN: &str =
    "ON CONFLICT (county, person_id) DO UPDATE SET capable = excluded.capable, employed = excluded.employed";

impl Tx {
    /// Puts what holds now of households and their members, as of a day; replaces what was there. Rows of households and persons taken back
    /// go by themselves, and the counts of all villages touched are made anew before the transaction ends.
    pub async fn put_now(
        &mut self,
        as_of: NaiveDate,
        households: &[HouseholdNow],
        persons: &[PersonNow],
    ) -> Result<(), StoreError> {
        let county = self.county;
        self.dirty.extend(households.iter().map(|household| household.region));
        let rows = households.iter().map(|now| household_row(county, as_of, now)).collect();
        self.source.insert(HOUSEHOLD, rows, HOUSEHOLD_AGAIN).await?;
        let row = |now: &PersonNow| vec![county.into(), now.person.0.into(), now.capable.into(), now.employed.into()];
        let rows = persons.iter().map(row).collect();
        self.source.insert(PERSON, rows, PERSON_AGAIN).await?;
        Ok(())
    }

    /// Empties all read models of the county, to be computed anew.
    pub async fn clear_now(&mut self) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM household_now WHERE county = $1",
            "DELETE FROM person_now WHERE county = $1",
            "DELETE FROM place_count WHERE county = $1",
        ] {
            self.source.run(Sql::new(sql).with(self.county)).await?;
        }
        self.dirty.clear();
        Ok(())
    }

    /// Counts the touched villages anew.
    pub(crate) async fn recount(&mut self) -> Result<(), StoreError> {
        let dirty: Vec<Region> = std::mem::take(&mut self.dirty).into_iter().collect();
        for regions in dirty.chunks(BATCH) {
            let mut sql = Sql::new("DELETE FROM place_count WHERE county = $1").with(self.county);
            sql.push_list(" AND region IN ", regions.iter().copied());
            self.source.run(sql).await?;
            let mut sql = Sql::new(RECOUNT).with(self.county);
            sql.push_list(" AND region IN ", regions.iter().copied()).push(" GROUP BY county, region");
            self.source.run(sql).await?;
        }
        Ok(())
    }
}

const RECOUNT: &str = "INSERT INTO place_count (county, region, households, members, capable, employed, target, target_members, \
    target_capable, target_employed, zero_employment, appeared, helping, cleared, stable, reopened) \
    SELECT county, region, COUNT(*), CAST(SUM(members) AS BIGINT), CAST(SUM(capable) AS BIGINT), CAST(SUM(employed) AS BIGINT), \
    CAST(SUM(target) AS BIGINT), CAST(SUM(members * target) AS BIGINT), CAST(SUM(capable * target) AS BIGINT), \
    CAST(SUM(employed * target) AS BIGINT), CAST(SUM(zero_employment) AS BIGINT), COUNT(*) FILTER (WHERE stage = 'appeared'), \
    COUNT(*) FILTER (WHERE stage = 'helping'), COUNT(*) FILTER (WHERE stage = 'cleared'), COUNT(*) FILTER (WHERE stage = 'stable'), \
    COUNT(*) FILTER (WHERE stage = 'reopened') FROM household_now WHERE county = $1";

const SUMS: &str = "CAST(SUM(households) AS BIGINT), CAST(SUM(members) AS BIGINT), CAST(SUM(capable) AS BIGINT), \
    CAST(SUM(employed) AS BIGINT), CAST(SUM(target) AS BIGINT), CAST(SUM(target_members) AS BIGINT), \
    CAST(SUM(target_capable) AS BIGINT), CAST(SUM(target_employed) AS BIGINT), CAST(SUM(zero_employment) AS BIGINT), \
    CAST(SUM(appeared) AS BIGINT), CAST(SUM(helping) AS BIGINT), CAST(SUM(cleared) AS BIGINT), CAST(SUM(stable) AS BIGINT), \
    CAST(SUM(reopened) AS BIGINT)";

/// Columns that [`household_now`] reads.
macro_rules! household_columns {
    () => {
        "n.household_id, n.region, n.head, n.members, n.capable, n.employed, n.target, n.zero_employment, n.stage, n.since, n.labels"
    };
}
pub(crate) use household_columns;

/// Reads the columns of a household, of which the first stands at `at`.
pub(crate) fn household_now(row: &Row, at: usize) -> Result<HouseholdNow, StoreError> {
    let since = row.day(at + 9)?;
    let stage = row.maybe::<String>(at + 8)?;
    let stage = stage.map(|code| Stage::from_code(&code).ok_or(StoreError::Damaged("stage"))).transpose()?;
    Ok(HouseholdNow {
        household: HouseholdId(row.get(at)?),
        region: row.region(at + 1)?,
        head: row.get(at + 2)?,
        members: row.count(at + 3)?,
        capable: row.count(at + 4)?,
        employed: row.count(at + 5)?,
        target: row.yes(at + 6)?,
        zero_employment: row.yes(at + 7)?,
        clearing: stage.map(|stage| Clearing { stage, since }),
        labels: labels_of(row.get(at + 10)?),
    })
}

fn household_row(county: u32, as_of: NaiveDate, now: &HouseholdNow) -> Vec<Val> {
    vec![
        county.into(),
        now.household.0.into(),
        now.region.into(),
        as_of.into(),
        now.head.as_str().into(),
        search_keys(&now.head).pinyin.split(' ').next().into(),
        now.members.into(),
        now.capable.into(),
        now.employed.into(),
        now.target.into(),
        now.zero_employment.into(),
        now.clearing.map(|clearing| clearing.stage.code()).into(),
        now.clearing.and_then(|clearing| clearing.since).into(),
        label_bits(&now.labels).into(),
    ]
}

impl Reader {
    /// What holds now of households of the area.
    pub async fn households_now(
        &self,
        area: Area,
        ids: &[HouseholdId],
    ) -> Result<HashMap<HouseholdId, HouseholdNow>, StoreError> {
        let mut found = HashMap::new();
        for ids in ids.chunks(BATCH) {
            let mut sql = Sql::new("SELECT ");
            sql.push(household_columns!()).push(" FROM household_now n WHERE ");
            push_counties(&mut sql, "n.county", area);
            push_region(&mut sql, "n.region", area);
            sql.push_list(" AND n.household_id IN ", ids.iter().map(|id| id.0));
            for row in self.source.all(sql).await? {
                let now = household_now(&row, 0)?;
                found.insert(now.household, now);
            }
        }
        Ok(found)
    }

    /// Figures of the regions of an area: by village, or summed up by township, county, city or province (`digits` 12, 9, 6, 4, 2).
    pub async fn counts_by(
        &self,
        area: Area,
        level: domain::places::Level,
    ) -> Result<Vec<(Region, Counts)>, StoreError> {
        let unit = 10i64.pow(12 - level.digits());
        let mut sql = Sql::new("SELECT (region / $1) * $1, ").with(unit);
        sql.push(SUMS).push(" FROM place_count WHERE 0 = 0");
        push_region(&mut sql, "region", area);
        sql.push(" GROUP BY region / $1 ORDER BY region / $1");
        let rows = self.source.all(sql).await?;
        rows.iter().map(|row| Ok((row.region(0)?, counts(row, 1)?))).collect()
    }

    /// Figures of an area as a whole.
    pub async fn counts(&self, area: Area) -> Result<Counts, StoreError> {
        let mut sql = Sql::new("SELECT COUNT(*), ");
        sql.push(SUMS).push(" FROM place_count WHERE 0 = 0");
        push_region(&mut sql, "region", area);
        match self.source.first(sql).await? {
            Some(row) if row.get::<i64>(0)? > 0 => counts(&row, 1),
            _ => Ok(Counts::default()),
        }
    }

    /// The oldest day any read model of the area was computed for; `None` if there is none.
    pub async fn now_as_of(&self, area: Area) -> Result<Option<NaiveDate>, StoreError> {
        let mut sql = Sql::new("SELECT MIN(as_of) FROM household_now WHERE 0 = 0");
        push_region(&mut sql, "region", area);
        self.source.first(sql).await?.map_or(Ok(None), |row| row.day(0))
    }
}

fn counts(row: &Row, at: usize) -> Result<Counts, StoreError> {
    let mut all = [0; COUNTS];
    for (n, count) in all.iter_mut().enumerate() {
        *count = row.count(at + n)?;
    }
    let [
        households,
        members,
        capable,
        employed,
        target,
        target_members,
        target_capable,
        target_employed,
        zero_employment,
        stages @ ..,
    ] = all;
    Ok(Counts {
        households,
        members,
        capable,
        employed,
        target,
        target_members,
        target_capable,
        target_employed,
        zero_employment,
        stages,
    })
}

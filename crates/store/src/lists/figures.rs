//! Figures of runs by vacancy and place.

use super::bridge::{LAST_VERDICT, push_run};
use crate::error::StoreError;
use crate::read::Reader;
use crate::value::Sql;
use domain::ids::{RunId, VacancyId};
use domain::places::{Area, Level, Region};
use std::collections::HashMap;

impl Reader {
    /// How many persons of the area a run proposes for each of the given vacancies; those without any are left out.
    pub async fn proposed_for(
        &self,
        area: Area,
        run: RunId,
        vacancies: &[VacancyId],
    ) -> Result<HashMap<VacancyId, u32>, StoreError> {
        let mut found = HashMap::new();
        for ids in vacancies.chunks(500) {
            let mut sql = Sql::new("SELECT p.vacancy_id, COUNT(*) FROM proposal p WHERE ");
            push_run(&mut sql, "p.county", "p.region", " AND p.run_id = ", area, run);
            sql.push_list(" AND p.vacancy_id IN ", ids.iter().map(|id| id.0)).push(" GROUP BY p.vacancy_id");
            for row in self.source.all(sql).await? {
                found.insert(VacancyId(row.get(0)?), row.count(1)?);
            }
        }
        Ok(found)
    }

    /// Proposals of a run by place of a level: how many, and on how many of them something is decided.
    pub async fn proposals_by(
        &self,
        area: Area,
        run: RunId,
        level: Level,
    ) -> Result<Vec<(Region, u32, u32)>, StoreError> {
        let unit = 10i64.pow(12 - level.digits());
        let mut sql = Sql::new("SELECT (p.region / $1) * $1, COUNT(*), CAST(SUM(CASE WHEN COALESCE(").with(unit);
        sql.push(LAST_VERDICT).push(", 'open') = 'open' THEN 0 ELSE 1 END) AS BIGINT) FROM proposal p WHERE ");
        push_run(&mut sql, "p.county", "p.region", " AND p.run_id = ", area, run);
        sql.push(" GROUP BY p.region / $1 ORDER BY p.region / $1");
        let rows = self.source.all(sql).await?;
        rows.iter().map(|row| Ok((row.region(0)?, row.count(1)?, row.count(2)?))).collect()
    }

    /// The vacancies by which a run covers zero-employment households of the area, with how many households each.
    pub async fn covering(&self, area: Area, run: RunId) -> Result<Vec<(VacancyId, u32)>, StoreError> {
        let mut sql = Sql::new("SELECT p.vacancy_id, COUNT(DISTINCT p.household_id) FROM proposal p WHERE ");
        push_run(&mut sql, "p.county", "p.region", " AND p.run_id = ", area, run);
        sql.push_with(" AND p.covers = ", true).push(" GROUP BY p.vacancy_id ORDER BY p.vacancy_id");
        let rows = self.source.all(sql).await?;
        rows.iter().map(|row| Ok((VacancyId(row.get(0)?), row.count(1)?))).collect()
    }

    /// How many runs of the county of the area there are up to one; of several counties those over the whole of them.
    pub async fn run_number(&self, area: Area, run: RunId) -> Result<u32, StoreError> {
        let mut sql = Sql::new("SELECT COUNT(*) FROM run r WHERE ");
        crate::records::push_counties(&mut sql, "r.county", area);
        super::work::push_whole(&mut sql, "r.region", area);
        sql.push_with(" AND r.id <= ", run.0);
        self.source.first(sql).await?.map_or(Ok(0), |row| row.count(0))
    }
}

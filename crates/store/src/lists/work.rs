//! Imported files, runs and accounts.

use super::{Listed, Page, Statements};
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{Stored, Table, WHOLE, counties, opened, push_reach, push_region, select};
use crate::value::Sql;
use domain::access::Account;
use domain::bridge::Run;
use domain::facts::Batch;
use domain::ids::{BatchId, RunId};
use domain::places::Area;

impl Reader {
    /// Imported files of the counties of the area, the latest first. A file that went to several counties counts once and stands there
    /// with all its parts in the area, by county.
    pub async fn batch_list(&self, area: Area, page: Page) -> Result<Listed<Vec<Stored<Batch>>>, StoreError> {
        let mut count = Sql::new("SELECT COUNT(DISTINCT t.id)");
        count.push(Batch::FROM);
        push_reach::<Batch>(&mut count, area);
        let total = self.source.first(count).await?.map_or(Ok(0), |row| row.count(0))?;
        let mut ids = Sql::new("SELECT DISTINCT t.id");
        ids.push(Batch::FROM);
        push_reach::<Batch>(&mut ids, area);
        ids.push(" ORDER BY t.id DESC").push_with(" LIMIT ", page.size).push_with(" OFFSET ", page.offset);
        let ids: Vec<BatchId> = self
            .source
            .all(ids)
            .await?
            .iter()
            .map(|row| Ok(BatchId(row.get(0)?)))
            .collect::<Result<_, StoreError>>()?;
        let parts = self.batch_parts(area, &ids).await?;
        let of = |id: &BatchId| parts.iter().filter(|part| part.record.id == *id).cloned().collect();
        Ok(Listed { rows: ids.iter().map(of).collect(), total })
    }

    /// The parts of imported files in the counties of the area, by file and county.
    pub async fn batch_parts(&self, area: Area, ids: &[BatchId]) -> Result<Vec<Stored<Batch>>, StoreError> {
        let mut found: Vec<Stored<Batch>> =
            self.many(area, ids.iter().map(|id| id.0).collect(), " AND t.id IN ").await?;
        found.sort_unstable_by_key(|part| (part.record.id, part.county));
        Ok(found)
    }

    /// The parts of a run in the counties of the area, by county.
    pub async fn run_parts(&self, area: Area, id: RunId) -> Result<Vec<Stored<Run>>, StoreError> {
        let mut found: Vec<Stored<Run>> = self.many(area, vec![id.0], " AND t.id IN ").await?;
        found.sort_unstable_by_key(|part| part.county);
        Ok(found)
    }

    /// Runs about regions of the area, the latest first; of an area of several counties those over the whole of it.
    pub async fn run_list(&self, area: Area, page: Page) -> Result<Listed<Stored<Run>>, StoreError> {
        let condition = |sql: &mut Sql| {
            sql.push(Run::FROM);
            push_reach::<Run>(sql, area);
            push_region(sql, "t.region", area);
            push_whole(sql, "t.region", area);
        };
        let list = Statements::new(WHOLE, condition, " ORDER BY t.id DESC", page);
        list.run(&self.source).await?.read(|row| opened(row, &self.keys))
    }

    /// The latest run of the county of the area; of several counties the latest over the whole of them.
    pub async fn latest_run(&self, area: Area) -> Result<Option<Stored<Run>>, StoreError> {
        let mut sql = select::<Run>(area);
        push_whole(&mut sql, "t.region", area);
        sql.push(" ORDER BY t.id DESC LIMIT 1");
        self.source.first(sql).await?.map(|row| opened(&row, &self.keys)).transpose()
    }

    /// Accounts whose areas lie in the area, by log-in name.
    pub async fn account_list(&self, area: Area) -> Result<Vec<Stored<Account>>, StoreError> {
        let mut sql = select::<Account>(area);
        sql.push(" ORDER BY t.login");
        self.source.all(sql).await?.iter().map(|row| opened(row, &self.keys)).collect()
    }
}

/// Of an area of several counties, only runs over the whole of it: the part that stands in its own journal.
pub(super) fn push_whole(sql: &mut Sql, column: &'static str, area: Area) {
    let (first, last) = counties(area);
    if first != last {
        sql.push(" AND ").push(column).push_with(" = ", area.from as i64);
    }
}

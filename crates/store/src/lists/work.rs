//! Imported files, runs and accounts.

use super::{Listed, Page, Statements};
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{Stored, Table, WHOLE, opened, push_reach, push_region, select};
use crate::value::Sql;
use domain::access::Account;
use domain::bridge::Run;
use domain::facts::Batch;
use domain::places::Area;

impl Reader {
    /// Imported files of the counties of the area, the latest first.
    pub async fn batch_list(&self, area: Area, page: Page) -> Result<Listed<Stored<Batch>>, StoreError> {
        let condition = |sql: &mut Sql| {
            sql.push(Batch::FROM);
            push_reach::<Batch>(sql, area);
        };
        let list = Statements::new(WHOLE, condition, " ORDER BY t.id DESC", page);
        list.run(&self.source).await?.read(|row| opened(row, &self.keys))
    }

    /// Runs about regions of the area, the latest first.
    pub async fn run_list(&self, area: Area, page: Page) -> Result<Listed<Stored<Run>>, StoreError> {
        let condition = |sql: &mut Sql| {
            sql.push(Run::FROM);
            push_reach::<Run>(sql, area);
            push_region(sql, "t.region", area);
        };
        let list = Statements::new(WHOLE, condition, " ORDER BY t.id DESC", page);
        list.run(&self.source).await?.read(|row| opened(row, &self.keys))
    }

    /// The latest run of the county or counties of the area.
    pub async fn latest_run(&self, area: Area) -> Result<Option<Stored<Run>>, StoreError> {
        let mut sql = select::<Run>(area);
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

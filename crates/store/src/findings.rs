//! What a run found out besides its proposals: one sealed record a run and county.

use crate::error::StoreError;
use crate::read::Reader;
use crate::records::push_counties;
use crate::seal::Place;
use crate::tx::Tx;
use crate::value::Sql;
use domain::bridge::Findings;
use domain::ids::RunId;
use domain::places::Area;

const TABLE: &str = "findings";

impl Tx {
    /// Keeps the findings of a run, whose record must be there.
    pub async fn put_findings(&mut self, run: RunId, findings: &Findings) -> Result<(), StoreError> {
        let json = serde_json::to_vec(findings).map_err(|_| StoreError::Damaged("JSON"))?;
        let sealed = self.keys.column.seal(Place { table: TABLE, county: self.county, id: run.0 }, &json)?;
        let sql = "INSERT INTO findings (county, run_id, sealed) VALUES ($1, $2, $3)";
        self.source.run(Sql::new(sql).with(self.county).with(run.0).with(sealed)).await?;
        Ok(())
    }

    /// Puts these findings of a run in place of those it had.
    pub async fn replace_findings(&mut self, run: RunId, findings: &Findings) -> Result<(), StoreError> {
        let sql = "DELETE FROM findings WHERE county = $1 AND run_id = $2";
        self.source.run(Sql::new(sql).with(self.county).with(run.0)).await?;
        self.put_findings(run, findings).await
    }
}

impl Reader {
    /// The findings of a run in the county or counties of the area, one for each county that kept some. They name households of the
    /// whole county; whoever shows them looks the households up in the reader's area.
    pub async fn findings(&self, area: Area, run: RunId) -> Result<Vec<Findings>, StoreError> {
        let mut sql = Sql::new("SELECT f.county, f.sealed FROM findings f WHERE ");
        push_counties(&mut sql, "f.county", area);
        sql.push_with(" AND f.run_id = ", run.0).push(" ORDER BY f.county");
        let mut found = Vec::new();
        for row in self.source.all(sql).await? {
            let place = Place { table: TABLE, county: row.count(0)?, id: run.0 };
            let json = self.keys.column.open(place, &row.get::<Vec<u8>>(1)?, TABLE)?;
            found.push(serde_json::from_slice(&json).map_err(|_| StoreError::Damaged(TABLE))?);
        }
        Ok(found)
    }
}

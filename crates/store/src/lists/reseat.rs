//! What a solved market in memory rests on, and putting new results of some households in place of old ones.

use super::bridge::{from_json, push_run};
use crate::error::StoreError;
use crate::read::Reader;
use crate::records::counties;
use crate::tx::Tx;
use crate::value::Sql;
use domain::bridge::{Proposal, Uncovered};
use domain::door::CommandKind;
use domain::ids::{CommandId, HouseholdId, PersonId, RunId, VacancyId};
use domain::places::Area;
use domain::say::Message;

impl Reader {
    /// The journals of an area by county, each with the number of its last entry: nothing in the area has changed while they are the same.
    pub async fn journal_heads(&self, area: Area) -> Result<Vec<(u32, i64)>, StoreError> {
        let (first, last) = counties(area);
        let sql = "SELECT county, entry FROM journal_head WHERE county >= $1 AND county <= $2 ORDER BY county";
        let rows = self.source.all(Sql::new(sql).with(first).with(last)).await?;
        rows.iter().map(|row| Ok((row.count(0)?, row.get(1)?))).collect()
    }

    /// The kinds of command that a county's journal holds after an entry.
    pub async fn kinds_since(&self, county: u32, entry: i64) -> Result<Vec<CommandKind>, StoreError> {
        let sql = "SELECT DISTINCT kind FROM journal WHERE county = $1 AND entry > $2 ORDER BY kind";
        let rows = self.source.all(Sql::new(sql).with(county).with(entry)).await?;
        let kind = |code: String| CommandKind::ALL.into_iter().find(|kind| kind.code() == code);
        rows.iter().map(|row| kind(row.get(0)?).ok_or(StoreError::Damaged("journal"))).collect()
    }

    /// Whether a command has been carried out in a county.
    pub async fn carried_out(&self, county: u32, command: CommandId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM receipt WHERE county = $1 AND command_id = $2";
        Ok(self.source.first(Sql::new(sql).with(county).with(command.0)).await?.is_some())
    }

    /// Whether anything was done in a county since a run other than these kinds of command.
    pub async fn done_since_run(&self, county: u32, run: RunId, except: &[CommandKind]) -> Result<bool, StoreError> {
        let sql = "SELECT MIN(entry) FROM change WHERE county = $1 AND record_id = $2";
        let row = self.source.first(Sql::new(sql).with(county).with(run.0)).await?;
        let Some(entry) = row.map(|row| row.maybe(0)).transpose()?.flatten() else { return Ok(false) };
        let kinds = self.kinds_since(county, entry).await?;
        Ok(kinds.iter().any(|kind| !except.contains(kind)))
    }

    /// Whether a county of the area has a newer run than this one.
    pub async fn run_behind(&self, area: Area, run: RunId) -> Result<bool, StoreError> {
        let mut sql = Sql::new("SELECT 1 FROM run r WHERE ");
        crate::records::push_counties(&mut sql, "r.county", area);
        sql.push_with(" AND r.id > ", run.0).push(" LIMIT 1");
        Ok(self.source.first(sql).await?.is_some())
    }

    /// What a run says of the coverage of each household, by household.
    pub async fn proofs(&self, area: Area, run: RunId) -> Result<Vec<(HouseholdId, Message)>, StoreError> {
        let mut sql = Sql::new("SELECT p.household_id, p.proof FROM proposal p WHERE ");
        push_run(&mut sql, "p.county", "p.region", " AND p.run_id = ", area, run);
        sql.push(" AND p.proof IS NOT NULL ORDER BY p.household_id");
        let rows = self.source.all(sql).await?;
        rows.iter().map(|row| Ok((HouseholdId(row.get(0)?), from_json(&row.get::<String>(1)?, "proposal")?))).collect()
    }

    /// Who a run proposes for what, by person.
    pub async fn placements(&self, area: Area, run: RunId) -> Result<Vec<(PersonId, VacancyId)>, StoreError> {
        let mut sql = Sql::new("SELECT p.person_id, p.vacancy_id FROM proposal p WHERE ");
        push_run(&mut sql, "p.county", "p.region", " AND p.run_id = ", area, run);
        sql.push(" ORDER BY p.person_id");
        let rows = self.source.all(sql).await?;
        rows.iter().map(|row| Ok((PersonId(row.get(0)?), VacancyId(row.get(1)?)))).collect()
    }
}

impl Tx {
    /// Puts these results of some households in place of those a run had for them.
    pub async fn replace_results(
        &mut self,
        run: RunId,
        households: &[HouseholdId],
        proposals: &[Proposal],
        uncovered: &[Uncovered],
    ) -> Result<(), StoreError> {
        for ids in households.chunks(500) {
            for table in ["DELETE FROM proposal", "DELETE FROM uncovered"] {
                let mut sql = Sql::new(table);
                sql.push_with(" WHERE county = ", self.county).push_with(" AND run_id = ", run.0);
                sql.push_list(" AND household_id IN ", ids.iter().map(|id| id.0));
                self.source.run(sql).await?;
            }
        }
        self.put_results(proposals, uncovered).await
    }
}

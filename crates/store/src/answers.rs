//! Two answers: two people gave different values for one field, and a person chooses (DESIGN §4).

use crate::error::StoreError;
use crate::journal::{actor, read_actor, record_id};
use crate::read::Reader;
use crate::records::{partial, push_counties, push_region};
use crate::seal::Place;
use crate::tx::Tx;
use crate::value::{Row, Sql};
use chrono::{DateTime, Utc};
use domain::access::Actor;
use domain::facts::RecordId;
use domain::ids::AnswerId;
use domain::places::{Area, Region};
use serde_json::Value;

/// A conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoAnswers {
    /// Identifier.
    pub id: AnswerId,
    /// Region of the record, which says who may see and settle it.
    pub region: Region,
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: String,
    /// The value that stands in the record.
    pub kept: Value,
    /// The other one, that came later.
    pub newer: Value,
    /// Who gave the newer one.
    pub actor: Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// When it was settled, and whether the newer value was taken.
    pub settled: Option<(DateTime<Utc>, bool)>,
}

const TABLE: &str = "two_answers";
const SELECT: &str = "SELECT t.county, t.id, t.region, t.kind, t.record_id, t.field, t.sealed, t.actor, t.account_id, t.asked_at, \
                      t.settled_at, t.took_newer FROM two_answers t WHERE ";

impl Reader {
    /// A conflict of the area.
    pub async fn two_answers(&self, area: Area, id: AnswerId) -> Result<Option<TwoAnswers>, StoreError> {
        let mut sql = within(area);
        sql.push_with(" AND t.id = ", id.0);
        self.source.first(sql).await?.map(|row| self.answers(&row)).transpose()
    }

    /// Conflicts of the area that wait for a person, oldest first, at most `limit`.
    pub async fn two_answers_open(&self, area: Area, limit: u32) -> Result<Vec<TwoAnswers>, StoreError> {
        let mut sql = within(area);
        sql.push_with(" AND t.settled_at IS NULL ORDER BY t.id LIMIT ", limit);
        self.source.all(sql).await?.iter().map(|row| self.answers(row)).collect()
    }

    /// How many conflicts of the area wait.
    pub async fn two_answers_waiting(&self, area: Area) -> Result<u32, StoreError> {
        let mut sql = Sql::new("SELECT COUNT(*) FROM two_answers t WHERE t.settled_at IS NULL AND ");
        push_counties(&mut sql, "t.county", area);
        push_region(&mut sql, "t.region", area);
        self.source.first(sql).await?.map_or(Ok(0), |row| row.count(0))
    }

    fn answers(&self, row: &Row) -> Result<TwoAnswers, StoreError> {
        let (county, id) = (row.count(0)?, row.get(1)?);
        let plain = self.keys.column.open(Place { table: TABLE, county, id }, &row.get::<Vec<u8>>(6)?, TABLE)?;
        let (kept, newer) = serde_json::from_slice(&plain).map_err(|_| StoreError::Damaged(TABLE))?;
        let settled = match row.maybe::<String>(10)? {
            Some(_) => Some((row.time(10)?, row.yes(11)?)),
            None => None,
        };
        Ok(TwoAnswers {
            id: AnswerId(id),
            region: row.region(2)?,
            record: record_id(&row.get::<String>(3)?, row.get(4)?)?,
            field: row.get(5)?,
            kept,
            newer,
            actor: read_actor(&row.get::<String>(7)?, row.maybe(8)?)?,
            at: row.time(9)?,
            settled,
        })
    }
}

fn within(area: Area) -> Sql {
    let mut sql = Sql::new(SELECT);
    push_counties(&mut sql, "t.county", area);
    if partial(area) {
        push_region(&mut sql, "t.region", area);
    }
    sql
}

impl Tx {
    /// Keeps conflicts for a person to choose.
    pub async fn keep_two_answers(&mut self, answers: &[TwoAnswers]) -> Result<(), StoreError> {
        let mut rows = Vec::with_capacity(answers.len());
        for answer in answers {
            let values = serde_json::to_vec(&(&answer.kept, &answer.newer)).map_err(|_| StoreError::Damaged("JSON"))?;
            let place = Place { table: TABLE, county: self.county, id: answer.id.0 };
            let (code, account) = actor(answer.actor);
            rows.push(vec![
                self.county.into(),
                answer.id.0.into(),
                answer.region.into(),
                answer.record.kind().into(),
                answer.record.uuid().into(),
                answer.field.as_str().into(),
                self.keys.column.seal(place, &values)?.into(),
                code.into(),
                account.into(),
                answer.at.into(),
            ]);
        }
        let head =
            "INSERT INTO two_answers (county, id, region, kind, record_id, field, sealed, actor, account_id, asked_at)";
        self.source.insert(head, rows, "").await?;
        Ok(())
    }

    /// Notes that a conflict is settled; `false` if it was before.
    pub async fn settle(&mut self, id: AnswerId, took_newer: bool, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let sql = "UPDATE two_answers SET settled_at = $1, took_newer = $2 WHERE county = $3 AND id = $4 AND settled_at IS NULL";
        let sql = Sql::new(sql).with(at).with(took_newer).with(self.county).with(id.0);
        Ok(self.source.run(sql).await? == 1)
    }
}

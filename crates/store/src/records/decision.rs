//! Decisions about pairs of person and vacancy as rows.

use super::{Context, Table, Within, table};
use crate::error::StoreError;
use crate::value::Val;
use domain::bridge::Decision;
use uuid::Uuid;

impl Table for Decision {
    table!("decision", Within::Person, ["person_id", "vacancy_id", "verdict", "decided_on", "run_id"]);

    fn uuid(&self) -> Uuid {
        self.id
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![
            self.person.0.into(),
            self.vacancy.0.into(),
            self.verdict.code().into(),
            self.decided_on.into(),
            self.run.map(|run| run.0).into(),
        ])
    }
}

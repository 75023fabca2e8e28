//! Employers as rows.

use super::{Context, Table, Within, table, word};
use crate::error::StoreError;
use crate::value::Val;
use domain::places::Region;
use domain::vacancies::Employer;
use uuid::Uuid;

impl Table for Employer {
    table!("employer", Within::County, ["region", "name", "credit_code", "industry", "kind"]);

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![
            self.region.into(),
            self.name.as_str().into(),
            self.credit_code.as_ref().map(|code| code.as_str()).into(),
            self.industry.as_ref().and_then(word).into(),
            self.kind.as_ref().and_then(word).into(),
        ])
    }

    fn region(&self) -> Option<Region> {
        Some(self.region)
    }
}

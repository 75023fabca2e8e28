//! Pieces of work: imported files and runs of the bridge.

use super::{Context, Table, Within, table};
use crate::error::StoreError;
use crate::value::Val;
use domain::bridge::Run;
use domain::facts::Batch;
use domain::places::Region;
use uuid::Uuid;

impl Table for Batch {
    table!("batch", Within::County, ["as_of", "undone"]);

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![self.as_of.into(), self.undone.into()])
    }
}

impl Table for Run {
    table!("run", Within::County, ["region", "day", "profile"]);

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![self.region.into(), self.day.into(), self.profile.as_str().into()])
    }

    fn region(&self) -> Option<Region> {
        Some(self.region)
    }
}

//! Households as rows, with their labels.

use super::{Context, Table, Within, table};
use crate::error::StoreError;
use crate::value::Val;
use domain::ledger::Household;
use domain::places::Region;
use uuid::Uuid;

/// The table of labels of households.
pub(crate) const LABELS: &str =
    "INSERT INTO household_label (county, household_id, position, kind, first_day, last_day)";

impl Table for Household {
    table!("household", Within::Column("t.region"), ["region", "no", "head_name", "phone_tail"]);

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, context: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![
            self.region.into(),
            self.no.as_deref().into(),
            self.head_name.as_deref().into(),
            self.phone.as_ref().and_then(|phone| context.keys.phone_tail(phone)).into(),
        ])
    }

    fn region(&self) -> Option<Region> {
        Some(self.region)
    }
}

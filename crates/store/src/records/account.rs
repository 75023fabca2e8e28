//! Accounts as rows.

use super::{Context, Table, Within, table};
use crate::error::StoreError;
use crate::value::Val;
use domain::access::Account;
use domain::places::Region;
use uuid::Uuid;

impl Table for Account {
    table!("account", Within::Column("t.area"), ["login", "role", "area", "closed"]);

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn columns(&self, _: &Context<'_>) -> Result<Vec<Val>, StoreError> {
        Ok(vec![self.login.as_str().into(), self.role.code().into(), self.area.into(), self.closed.into()])
    }

    fn region(&self) -> Option<Region> {
        Some(self.area)
    }
}

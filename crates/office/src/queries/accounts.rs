//! The accounts of a county, for the keeper.

use domain::access::Role;
use domain::ids::AccountId;
use domain::places::Region;

/// One account.
#[derive(Debug, Clone)]
pub struct AccountRow {
    /// Identifier.
    pub id: AccountId,
    /// Log-in name.
    pub login: String,
    /// Name shown.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Area.
    pub area: Region,
    /// Shut.
    pub closed: bool,
}

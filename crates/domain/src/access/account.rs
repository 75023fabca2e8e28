//! Accounts and roles.

use crate::ids::AccountId;
use crate::places::Region;
use crate::record::record;
use serde::{Deserialize, Serialize};

/// What somebody is to the office (DESIGN §1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 经办: the county bureau's clerk.
    Clerk,
    /// 帮扶人: village cadre, for the households of their villages.
    Helper,
    /// 大篷车队: the crew of the caravan.
    Crew,
    /// 领导: figures and lists, no writing.
    Leader,
    /// 管理员: installs, backs up, grants access; no personal data by itself.
    Keeper,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Clerk, Self::Helper, Self::Crew, Self::Leader, Self::Keeper];

    /// The word used in columns, commands and message keys (`role-<code>`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::Helper => "helper",
            Self::Crew => "crew",
            Self::Leader => "leader",
            Self::Keeper => "keeper",
        }
    }

    /// The role with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

record! {
    /// An account. Its password hash is kept apart by the store and is not part of the record.
    pub struct Account [AccountId] {
        /// Log-in name, lower case.
        login: String,
        /// Name shown.
        name: String,
        /// What the holder is.
        role: Role,
        /// The area the holder works in; its first six digits are the county.
        area: Region,
        |
        /// Shut: cannot log in any more.
        closed: bool,
    }
}

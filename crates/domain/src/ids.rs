//! Identifiers: one type a kind, so that a household cannot be passed where a person is due. All are UUIDv7, made by the office.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A household 户.
    HouseholdId;
    /// A person, member of one household at a time.
    PersonId;
    /// One spell of work of a person.
    SpellId;
    /// An employer 用人单位.
    EmployerId;
    /// A vacancy 岗位: one kind of job at one employer with a number of seats.
    VacancyId;
    /// One imported file, undone as a whole.
    BatchId;
    /// One run of the bridge.
    RunId;
    /// One proposal of a run: a person and a vacancy.
    ProposalId;
    /// An account of somebody who works with Qiao.
    AccountId;
    /// A command, made by the client, so that a retry is recognised.
    CommandId;
    /// A conflict waiting for a person: two answers for the same field.
    AnswerId;
}

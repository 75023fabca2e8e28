//! The scope of a reader or writer: role and area. Every query and every command takes one.

use super::Role;
use crate::ids::AccountId;
use crate::places::{Area, Region};
use serde::{Deserialize, Serialize};

/// Who acts: written into the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody with an account.
    Account(AccountId),
    /// The person at the command line of the machine itself.
    CommandLine,
    /// The program itself, for work that nobody asked for (the turn of the day).
    System,
}

/// What somebody may reach. Made only from a session, an API key or an explicit command-line identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    actor: Actor,
    role: Role,
    region: Region,
}

impl Scope {
    /// A scope; the caller has proved who acts.
    pub const fn new(actor: Actor, role: Role, region: Region) -> Self {
        Self { actor, role, region }
    }

    /// Who acts.
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// In which role.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The region whose area is reached.
    pub const fn region(&self) -> Region {
        self.region
    }

    /// The same person in the same role for a part of the region; `None` for what is not a part of it.
    #[must_use]
    pub fn within(&self, part: Region) -> Option<Self> {
        self.region.contains(part).then(|| Self::new(self.actor, self.role, part))
    }

    /// The range of 12-digit codes that is reached.
    pub fn area(&self) -> Area {
        self.region.area()
    }

    /// The county of the journal this scope writes to. Of a city: its own code, under which the city keeps its accounts and its own
    /// vacancies; what it writes about a county stands in the journal of that county.
    pub fn county(&self) -> u32 {
        self.region.county()
    }
}

//! What holds now: the read models of households, computed from facts alone, so that rebuilt equals kept up.

use super::clearing::{Clearing, clearing};
use super::zero_employment::{Member, zero_employment};
use super::{Household, LabelKind, labels_at};
use crate::codes::Relation;
use crate::ids::{HouseholdId, PersonId};
use crate::places::Region;
use crate::profile::Profile;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A household as lists and figures see it on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdNow {
    /// The household.
    pub household: HouseholdId,
    /// Its village.
    pub region: Region,
    /// Name of the head: the member who is it, else as the sheet wrote it, else the first member.
    pub head: String,
    /// Members in the ledger.
    pub members: u32,
    /// Members with labour capacity.
    pub capable: u32,
    /// Members in wage work.
    pub employed: u32,
    /// A target household of the profile.
    pub target: bool,
    /// A zero-employment household.
    pub zero_employment: bool,
    /// Where it stands on the clearing board.
    pub clearing: Option<Clearing>,
    /// Labels that hold.
    pub labels: Vec<LabelKind>,
}

/// A person as lists and figures see them on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonNow {
    /// The person.
    pub person: PersonId,
    /// Counts as having labour capacity.
    pub capable: bool,
    /// Has wage work.
    pub employed: bool,
}

/// Computes both read models of a household. `in_hand`: a member has an accepted or pinned proposal.
pub fn now(
    household: &Household,
    members: &[Member<'_>],
    in_hand: bool,
    day: NaiveDate,
    profile: &Profile,
) -> (HouseholdNow, Vec<PersonNow>) {
    let verdict = zero_employment(household, members, day, profile);
    let head = members.iter().find(|member| member.person.relation == Some(Relation::Head));
    let head = head.map(|member| &member.person.name).or(household.head_name.as_ref());
    let head = head.or(members.first().map(|member| &member.person.name)).cloned().unwrap_or_default();
    let mut labels: Vec<_> = labels_at(&household.labels, day).collect();
    labels.sort_unstable();
    labels.dedup();
    let persons = members.iter().map(|member| PersonNow {
        person: member.person.id,
        capable: verdict.capable.contains(&member.person.id),
        employed: verdict.employed.contains(&member.person.id),
    });
    let household = HouseholdNow {
        household: household.id,
        region: household.region,
        head,
        members: members.len() as u32,
        capable: verdict.capable.len() as u32,
        employed: verdict.employed.len() as u32,
        target: verdict.target,
        zero_employment: verdict.zero_employment(),
        clearing: clearing(household, members, &verdict, in_hand, day, profile),
        labels,
    };
    (household, persons.collect())
}

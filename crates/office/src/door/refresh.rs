//! Read models: computed from the facts of whole households, in the transaction that changed them.

use super::Context;
use crate::error::OfficeError;
use crate::family::{Family, families};
use chrono::NaiveDate;
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::now::{HouseholdNow, PersonNow, now};
use domain::ledger::zero_employment::Member;
use domain::places::Area;
use domain::profile::Profile;
use std::collections::{BTreeSet, HashSet};
use store::{Reader, Tx};

/// Households computed at a time: bounds memory on large imports.
const CHUNK: usize = 2_000;

/// Computes the read models of the touched households anew; those of households that are gone go by themselves.
pub(super) async fn households(
    tx: &mut Tx,
    context: &Context,
    touched: &BTreeSet<HouseholdId>,
) -> Result<(), OfficeError> {
    let ids: Vec<HouseholdId> = touched.iter().copied().collect();
    let in_hand = if ids.is_empty() { HashSet::new() } else { in_hand(tx, context.county_area()).await? };
    for chunk in ids.chunks(CHUNK) {
        let families = families(tx, context.county_area(), chunk).await?;
        let (households, persons) = compute_all(&families, &in_hand, context.today, context.profile);
        tx.put_now(context.today, &households, &persons).await?;
    }
    Ok(())
}

/// Persons with an accepted or pinned proposal.
pub(crate) async fn in_hand(reader: &Reader, area: Area) -> Result<HashSet<PersonId>, OfficeError> {
    let pairs = reader.decided_pairs(area).await?.into_iter();
    Ok(pairs.filter(|pair| pair.verdict.keeps_seat()).map(|pair| pair.person).collect())
}

/// The read models of some households.
pub(crate) fn compute_all(
    families: &[Family],
    in_hand: &HashSet<PersonId>,
    day: NaiveDate,
    profile: &Profile,
) -> (Vec<HouseholdNow>, Vec<PersonNow>) {
    let (mut households, mut persons) = (Vec::with_capacity(families.len()), Vec::new());
    for family in families {
        let helping = family.members.iter().any(|(person, _)| in_hand.contains(&person.id));
        let members: Vec<Member<'_>> =
            family.members.iter().map(|(person, spells)| Member { person, spells }).collect();
        let (household, members) = now(&family.household, &members, helping, day, profile);
        households.push(household);
        persons.extend(members);
    }
    (households, persons)
}

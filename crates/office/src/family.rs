//! Households with their members and spells, as most rules need them: the stored records without their versions.

use crate::Office;
use crate::error::OfficeError;
use domain::ids::HouseholdId;
use domain::ledger::{Household, Person, Spell};
use domain::places::Area;
use store::Reader;

/// Households read at a time.
const CHUNK: u32 = 2_000;

/// A household with its members, each with their spells; members and spells in the order of their ids.
#[derive(Debug, Clone)]
pub(crate) struct Family {
    pub(crate) household: Household,
    pub(crate) members: Vec<(Person, Vec<Spell>)>,
}

impl From<store::Family> for Family {
    fn from(family: store::Family) -> Self {
        let spells = |spells: Vec<store::Stored<Spell>>| spells.into_iter().map(|spell| spell.record).collect();
        let members = family.members.into_iter().map(|(person, own)| (person.record, spells(own)));
        Self { household: family.household.record, members: members.collect() }
    }
}

/// The families of the given households, by village and id; those outside the area or gone are left out.
pub(crate) async fn families(reader: &Reader, area: Area, ids: &[HouseholdId]) -> Result<Vec<Family>, OfficeError> {
    Ok(reader.families(area, ids).await?.into_iter().map(Family::from).collect())
}

impl Office {
    /// Calls back for the families of an area, some thousand at a time, by village and id.
    pub(crate) async fn each_chunk(
        &self,
        area: Area,
        each: impl FnMut(Vec<Family>) -> Result<(), OfficeError>,
    ) -> Result<(), OfficeError> {
        each_chunk(&self.store().read(), area, each).await
    }
}

/// The same for what a reader sees, also inside a transaction.
pub(crate) async fn each_chunk(
    reader: &Reader,
    area: Area,
    mut each: impl FnMut(Vec<Family>) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let mut scan = reader.scan(area, CHUNK);
    while let Some(families) = scan.next().await? {
        each(families.into_iter().map(Family::from).collect())?;
    }
    Ok(())
}

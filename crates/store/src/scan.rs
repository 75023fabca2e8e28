//! Reading a whole ledger piece by piece, for the bridge, for exports and to rebuild read models.

use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{Stored, opened, push_region, select};
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::{Household, Person, Spell};
use domain::places::{Area, Region};
use std::collections::HashMap;

/// A household with its members, by id, each with their spells, by id.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The household.
    pub household: Stored<Household>,
    /// Its members and their spells.
    pub members: Vec<(Stored<Person>, Vec<Stored<Spell>>)>,
}

/// A walk through all households of an area by village and id. What is committed behind it while it goes is not seen again.
pub struct Scan {
    reader: Reader,
    area: Area,
    chunk: u32,
    last: Option<(Region, HouseholdId)>,
    done: bool,
}

impl Reader {
    /// Walks through the ledger of an area, so many households at a time (1000 is a good number).
    pub fn scan(&self, area: Area, chunk: u32) -> Scan {
        Scan { reader: self.clone(), area, chunk: chunk.max(1), last: None, done: false }
    }

    /// The given households of the area with their members and spells, by village and id.
    pub async fn families(&self, area: Area, ids: &[HouseholdId]) -> Result<Vec<Family>, StoreError> {
        let mut households: Vec<_> = self.households(area, ids).await?.into_values().collect();
        households.sort_unstable_by_key(|stored| (stored.record.region, stored.record.id));
        self.with_members(area, households).await
    }

    async fn with_members(&self, area: Area, households: Vec<Stored<Household>>) -> Result<Vec<Family>, StoreError> {
        let ids: Vec<HouseholdId> = households.iter().map(|stored| stored.record.id).collect();
        let persons = self.persons_of_households(area, &ids).await?;
        let ids: Vec<PersonId> = persons.iter().map(|stored| stored.record.id).collect();
        let mut spells: HashMap<PersonId, Vec<Stored<Spell>>> = HashMap::new();
        for spell in self.spells_of_persons(area, &ids).await? {
            spells.entry(spell.record.person).or_default().push(spell);
        }
        let mut members: HashMap<HouseholdId, Vec<_>> = HashMap::new();
        for person in persons {
            let spells = spells.remove(&person.record.id).unwrap_or_default();
            members.entry(person.record.household).or_default().push((person, spells));
        }
        let family = |household: Stored<Household>| {
            let members = members.remove(&household.record.id).unwrap_or_default();
            Family { household, members }
        };
        Ok(households.into_iter().map(family).collect())
    }
}

impl Scan {
    /// The next households; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<Family>>, StoreError> {
        if self.done {
            return Ok(None);
        }
        let mut sql = select::<Household>(self.area);
        push_region(&mut sql, "t.region", self.area);
        if let Some((region, id)) = self.last {
            sql.push_with(" AND (t.region, t.id) > (", region).push_with(", ", id.0).push(")");
        }
        sql.push_with(" ORDER BY t.region, t.id LIMIT ", self.chunk);
        let rows = self.reader.source.all(sql).await?;
        let households =
            rows.iter().map(|row| opened(row, &self.reader.keys)).collect::<Result<Vec<Stored<Household>>, _>>()?;
        self.done = households.len() < self.chunk as usize;
        let Some(last) = households.last() else { return Ok(None) };
        self.last = Some((last.record.region, last.record.id));
        self.reader.with_members(self.area, households).await.map(Some)
    }
}

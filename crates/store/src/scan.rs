//! Reading a whole ledger piece by piece, for the bridge, for exports and to rebuild read models.

use crate::error::StoreError;
use crate::read::Reader;
use crate::records::{Stored, push_region};
use crate::value::Sql;
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::{Household, Person, Spell};
use domain::places::{Area, Region};
use std::collections::{HashMap, VecDeque};
use tokio::task::JoinHandle;

/// A household with its members, by id, each with their spells, by id.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// The household.
    pub household: Stored<Household>,
    /// Its members and their spells.
    pub members: Vec<(Stored<Person>, Vec<Stored<Spell>>)>,
}

/// A walk through all households of an area by village and id. What is committed behind it while it goes is not seen again.
///
/// Opening and reading records costs more than fetching them, so a few pieces are in the making at a time, each in a task of its own; they
/// come in order all the same.
pub struct Scan {
    reader: Reader,
    area: Area,
    chunk: u32,
    last: Option<(Region, HouseholdId)>,
    done: bool,
    ahead: VecDeque<JoinHandle<Result<Vec<Family>, StoreError>>>,
}

/// Pieces in the making at a time: as many as there are processors on a small machine, and one to wait.
const AHEAD: usize = 3;

impl Reader {
    /// Walks through the ledger of an area, so many households at a time (1000 is a good number).
    pub fn scan(&self, area: Area, chunk: u32) -> Scan {
        Scan { reader: self.clone(), area, chunk: chunk.max(1), last: None, done: false, ahead: VecDeque::new() }
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
        while !self.done && self.ahead.len() < AHEAD {
            self.begin().await?;
        }
        match self.ahead.pop_front() {
            Some(piece) => piece.await.map_err(|_| StoreError::CutOff)?.map(Some),
            None => Ok(None),
        }
    }

    /// Finds the households of the next piece, and begins to read it.
    async fn begin(&mut self) -> Result<(), StoreError> {
        let mut sql = Sql::new("SELECT t.region, t.id FROM household t WHERE 0 = 0");
        push_region(&mut sql, "t.region", self.area);
        if let Some((region, id)) = self.last {
            sql.push_with(" AND (t.region, t.id) > (", region).push_with(", ", id.0).push(")");
        }
        sql.push_with(" ORDER BY t.region, t.id LIMIT ", self.chunk);
        let rows = self.reader.source.all(sql).await?;
        let ids: Vec<(Region, HouseholdId)> =
            rows.iter().map(|row| Ok((row.region(0)?, HouseholdId(row.get(1)?)))).collect::<Result<_, StoreError>>()?;
        self.done = ids.len() < self.chunk as usize;
        let Some(last) = ids.last() else { return Ok(()) };
        self.last = Some(*last);
        let (reader, area) = (self.reader.clone(), self.area);
        let ids: Vec<HouseholdId> = ids.into_iter().map(|(_, id)| id).collect();
        self.ahead.push_back(tokio::spawn(async move { reader.families(area, &ids).await }));
        Ok(())
    }
}

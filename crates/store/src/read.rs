//! Reading. A [`Reader`] reads what is committed, or inside a [`Tx`](crate::Tx) what the transaction sees.
//!
//! Every query takes an [`Area`] and finds nothing outside it; the office passes the area of the reader's scope.

use crate::db::Source;
use crate::error::StoreError;
use crate::keys::Keys;
use crate::records::{Stored, Table, opened, push_reach, select};
use crate::value::Sql;
use domain::access::Account;
use domain::bridge::Run;
use domain::facts::{Batch, RecordId};
use domain::ids::{AccountId, BatchId, EmployerId, HouseholdId, PersonId, RunId, SpellId, VacancyId};
use domain::ledger::{Household, IdNumber, Person, Spell};
use domain::places::{Area, Region};
use domain::vacancies::{Employer, Vacancy};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Reads from the store.
#[derive(Clone)]
pub struct Reader {
    pub(crate) source: Source,
    pub(crate) keys: Arc<Keys>,
}

/// Largest number of ids in one statement.
const IDS: usize = 512;

macro_rules! by_id {
    ($($(#[$doc:meta])* $one:ident, $(#[$many_doc:meta])* $many:ident: $type:ty, $id:ty;)*) => {$(
        $(#[$doc])*
        pub async fn $one(&self, area: Area, id: $id) -> Result<Option<Stored<$type>>, StoreError> {
            self.one(area, id.0).await
        }
        $(#[$many_doc])*
        pub async fn $many(&self, area: Area, ids: &[$id]) -> Result<HashMap<$id, Stored<$type>>, StoreError> {
            let found = self.many(area, ids.iter().map(|id| id.0).collect(), " AND t.id IN ").await?;
            Ok(found.into_iter().map(|stored: Stored<$type>| (stored.record.id, stored)).collect())
        }
    )*};
}

impl Reader {
    by_id! {
        /// A household of the area.
        household,
        /// Households of the area by their ids; those not found are left out.
        households: Household, HouseholdId;
        /// A person of the area.
        person,
        /// Persons of the area by their ids; those not found are left out.
        persons: Person, PersonId;
        /// A spell of a person of the area.
        spell,
        /// Spells of persons of the area by their ids; those not found are left out.
        spells: Spell, SpellId;
        /// An employer of the county or counties of the area.
        employer,
        /// Employers of the county or counties of the area by their ids; those not found are left out.
        employers: Employer, EmployerId;
        /// A vacancy of the county or counties of the area.
        vacancy,
        /// Vacancies of the county or counties of the area by their ids; those not found are left out.
        vacancies: Vacancy, VacancyId;
        /// A run of the county or counties of the area.
        run,
        /// Runs of the county or counties of the area by their ids; those not found are left out.
        runs: Run, RunId;
        /// An imported file of the county or counties of the area.
        batch,
        /// Imported files of the county or counties of the area by their ids; those not found are left out.
        batches: Batch, BatchId;
        /// An account whose area lies in the area.
        account,
        /// Accounts whose areas lie in the area by their ids; those not found are left out.
        accounts: Account, AccountId;
    }

    pub(crate) async fn one<T: Table>(&self, area: Area, id: Uuid) -> Result<Option<Stored<T>>, StoreError> {
        let mut sql = select::<T>(area);
        sql.push_with(" AND t.id = ", id);
        self.source.first(sql).await?.map(|row| opened(&row, &self.keys)).transpose()
    }

    /// Records whose `condition` (ending in ` IN `) holds for some of the ids, in no particular order.
    pub(crate) async fn many<T: Table>(
        &self,
        area: Area,
        ids: Vec<Uuid>,
        condition: &'static str,
    ) -> Result<Vec<Stored<T>>, StoreError> {
        let mut found = Vec::new();
        for ids in ids.chunks(IDS) {
            let mut sql = select::<T>(area);
            sql.push_list(condition, ids.iter().copied());
            self.gather(sql, &mut found).await?;
        }
        Ok(found)
    }

    /// Ids and versions of records whose `condition` (ending in ` IN `) holds for some of the ids; nothing is decrypted.
    async fn versions_of<T: Table>(
        &self,
        area: Area,
        ids: Vec<Uuid>,
        condition: &'static str,
    ) -> Result<Vec<(Uuid, i64)>, StoreError> {
        let mut found = Vec::new();
        for ids in ids.chunks(IDS) {
            let mut sql = Sql::new("SELECT t.id, t.version");
            sql.push(T::FROM);
            push_reach::<T>(&mut sql, area);
            sql.push_list(condition, ids.iter().copied());
            for row in self.source.all(sql).await? {
                found.push((row.get(0)?, row.get(1)?));
            }
        }
        Ok(found)
    }

    /// Versions of households, persons, spells, employers and vacancies, of those that are there.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn versions(&self, area: Area, ids: &[RecordId]) -> Result<HashMap<RecordId, i64>, StoreError> {
        let mut found = HashMap::with_capacity(ids.len());
        macro_rules! gather {
            ($kind:ident, $id:ident) => {
                let picked = ids.iter().filter_map(|id| if let RecordId::$kind(id) = id { Some(id.0) } else { None });
                let rows = self.versions_of::<$kind>(area, picked.collect(), " AND t.id IN ").await?;
                found.extend(rows.into_iter().map(|(id, version)| (RecordId::$kind($id(id)), version)));
            };
        }
        gather!(Household, HouseholdId);
        gather!(Person, PersonId);
        gather!(Spell, SpellId);
        gather!(Employer, EmployerId);
        gather!(Vacancy, VacancyId);
        Ok(found)
    }

    /// Who belongs to the given households.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn members_of(&self, area: Area, households: &[HouseholdId]) -> Result<Vec<PersonId>, StoreError> {
        let ids = households.iter().map(|id| id.0).collect();
        let found = self.versions_of::<Person>(area, ids, " AND t.household_id IN ").await?;
        Ok(found.into_iter().map(|(id, _)| PersonId(id)).collect())
    }

    /// Which spells the given persons have.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn spells_of(&self, area: Area, persons: &[PersonId]) -> Result<Vec<SpellId>, StoreError> {
        let ids = persons.iter().map(|id| id.0).collect();
        let found = self.versions_of::<Spell>(area, ids, " AND t.person_id IN ").await?;
        Ok(found.into_iter().map(|(id, _)| SpellId(id)).collect())
    }

    pub(crate) async fn gather<T: Table>(&self, sql: Sql, found: &mut Vec<Stored<T>>) -> Result<(), StoreError> {
        for row in self.source.all(sql).await? {
            found.push(opened(&row, &self.keys)?);
        }
        Ok(())
    }

    /// Members of the given households, by household and id.
    pub async fn persons_of_households(
        &self,
        area: Area,
        households: &[HouseholdId],
    ) -> Result<Vec<Stored<Person>>, StoreError> {
        let ids = households.iter().map(|id| id.0).collect();
        let mut found: Vec<Stored<Person>> = self.many(area, ids, " AND t.household_id IN ").await?;
        found.sort_unstable_by_key(|stored| (stored.record.household, stored.record.id));
        Ok(found)
    }

    /// Spells of the given persons, by person and id.
    pub async fn spells_of_persons(&self, area: Area, persons: &[PersonId]) -> Result<Vec<Stored<Spell>>, StoreError> {
        let ids = persons.iter().map(|id| id.0).collect();
        let mut found: Vec<Stored<Spell>> = self.many(area, ids, " AND t.person_id IN ").await?;
        found.sort_unstable_by_key(|stored| (stored.record.person, stored.record.id));
        Ok(found)
    }

    /// Who holds the given ID numbers, in the whole nation: county and person, nothing else. For imports, which must know that a number
    /// is taken even where they may not read.
    pub async fn persons_by_id_numbers(
        &self,
        numbers: &[IdNumber],
    ) -> Result<HashMap<IdNumber, (u32, PersonId)>, StoreError> {
        let mut found = HashMap::new();
        for numbers in numbers.chunks(IDS) {
            let hashes: HashMap<Vec<u8>, &IdNumber> = numbers.iter().map(|n| (self.keys.id_hash(n), n)).collect();
            let mut sql = Sql::new("SELECT id_hash, county, person_id FROM person_key WHERE id_hash IN ");
            sql.push_list("", numbers.iter().map(|number| self.keys.id_hash(number)));
            for row in self.source.all(sql).await? {
                if let Some(&number) = hashes.get(&row.get::<Vec<u8>>(0)?) {
                    found.insert(number.clone(), (row.count(1)?, PersonId(row.get(2)?)));
                }
            }
        }
        Ok(found)
    }

    /// Households of the area by the household numbers of the national system.
    pub async fn households_by_numbers(
        &self,
        area: Area,
        numbers: &[&str],
    ) -> Result<Vec<Stored<Household>>, StoreError> {
        self.by_texts(area, numbers, " AND t.no IN ").await
    }

    /// Households of the area by village and name of the head as written.
    pub async fn households_by_region_and_head(
        &self,
        area: Area,
        keys: &[(Region, &str)],
    ) -> Result<Vec<Stored<Household>>, StoreError> {
        let mut found = Vec::new();
        for keys in keys.chunks(IDS / 2) {
            let mut sql = select::<Household>(area);
            sql.push(" AND (t.region, t.head_name) IN (VALUES ");
            for (n, &(region, head)) in keys.iter().enumerate() {
                sql.push_row(vec![region.into(), head.into()], n == 0);
            }
            sql.push(")");
            sql.kept = false;
            self.gather(sql, &mut found).await?;
        }
        Ok(found)
    }

    /// Persons of the area by household and name.
    pub async fn persons_by_household_and_name(
        &self,
        area: Area,
        keys: &[(HouseholdId, &str)],
    ) -> Result<Vec<Stored<Person>>, StoreError> {
        let mut found = Vec::new();
        for keys in keys.chunks(IDS / 2) {
            let mut sql = select::<Person>(area);
            sql.push(" AND (t.household_id, t.name) IN (VALUES ");
            for (n, &(household, name)) in keys.iter().enumerate() {
                sql.push_row(vec![household.0.into(), name.into()], n == 0);
            }
            sql.push(")");
            sql.kept = false;
            self.gather(sql, &mut found).await?;
        }
        Ok(found)
    }

    /// Employers of the counties of the area by their full names.
    pub async fn employers_by_names(&self, area: Area, names: &[&str]) -> Result<Vec<Stored<Employer>>, StoreError> {
        self.by_texts(area, names, " AND t.name IN ").await
    }

    /// Vacancies of the counties of the area by the numbers of the office's sheets.
    pub async fn vacancies_by_numbers(&self, area: Area, numbers: &[&str]) -> Result<Vec<Stored<Vacancy>>, StoreError> {
        self.by_texts(area, numbers, " AND t.no IN ").await
    }

    async fn by_texts<T: Table>(
        &self,
        area: Area,
        texts: &[&str],
        condition: &'static str,
    ) -> Result<Vec<Stored<T>>, StoreError> {
        let mut found = Vec::new();
        for texts in texts.chunks(IDS) {
            let mut sql = select::<T>(area);
            sql.push_list(condition, texts.iter().copied());
            self.gather(sql, &mut found).await?;
        }
        Ok(found)
    }
}

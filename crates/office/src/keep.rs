//! Keeping: rebuild, doctor, journal, backup, restore.

use crate::Office;
use crate::door::{compute_all, in_hand};
use crate::error::OfficeError;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::error::Refusal;
use domain::ids::HouseholdId;
use domain::ledger::now::{HouseholdNow, PersonNow};
use domain::places::Area;
use domain::profile;
use serde::Serialize;
use std::path::Path;

/// What `qiao doctor` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Health {
    /// Households.
    pub households: u32,
    /// Persons.
    pub persons: u32,
    /// Spells of work.
    pub spells: u32,
    /// Employers.
    pub employers: u32,
    /// Vacancies.
    pub vacancies: u32,
    /// Entries of all journals.
    pub journal_entries: u32,
    /// Every hash chain is whole.
    pub journal_ok: bool,
    /// The read models are what the facts say.
    pub read_models_ok: bool,
    /// The database's own check passed.
    pub store_ok: bool,
}

impl Office {
    /// Computes the read models of an area anew from the facts, in one transaction. Answers with the number of households.
    pub async fn rebuild(&self, scope: &Scope) -> Result<u64, OfficeError> {
        let (households, persons) = self.models_from_facts(scope.area(), self.today()).await?;
        let (day, count) = (self.today(), households.len() as u64);
        self.store()
            .write(scope.county(), move |tx| {
                Box::pin(async move {
                    tx.clear_now().await?;
                    tx.put_now(day, &households, &persons).await?;
                    Ok::<_, OfficeError>(())
                })
            })
            .await?;
        Ok(count)
    }

    async fn models_from_facts(
        &self,
        area: Area,
        day: NaiveDate,
    ) -> Result<(Vec<HouseholdNow>, Vec<PersonNow>), OfficeError> {
        let profile = profile::on(day);
        let in_hand = in_hand(&self.store().read(), area).await?;
        let (mut households, mut persons) = (Vec::new(), Vec::new());
        self.each_chunk(area, |families| {
            let (some, members) = compute_all(&families, &in_hand, day, profile);
            households.extend(some);
            persons.extend(members);
            Ok(())
        })
        .await?;
        Ok((households, persons))
    }

    /// Checks everything and counts.
    pub async fn doctor(&self) -> Result<Health, OfficeError> {
        let sizes = self.store().read().sizes().await?;
        Ok(Health {
            households: sizes.households,
            persons: sizes.persons,
            spells: sizes.spells,
            employers: sizes.employers,
            vacancies: sizes.vacancies,
            journal_entries: sizes.journal_entries,
            journal_ok: self.verify_journal().await.is_ok(),
            read_models_ok: self.read_models_ok().await?,
            store_ok: self.store().integrity().await?.is_none(),
        })
    }

    /// Whether the read models are what the facts say on the day they were computed for.
    async fn read_models_ok(&self) -> Result<bool, OfficeError> {
        let Ok(home) = self.home().await else { return Ok(true) };
        let reader = self.store().read();
        let Some(day) = reader.now_as_of(home.area()).await? else { return Ok(true) };
        let (facts, _) = self.models_from_facts(home.area(), day).await?;
        let ids: Vec<HouseholdId> = facts.iter().map(|row| row.household).collect();
        let mut kept = reader.households_now(home.area(), &ids).await?;
        let same = facts.iter().all(|row| kept.remove(&row.household).as_ref() == Some(row));
        Ok(same && reader.counts(home.area()).await?.households as usize == facts.len())
    }

    /// Checks the hash chain of every county: counties with their number of entries.
    ///
    /// # Errors
    /// Q-1013 with the first entry that does not fit.
    pub async fn verify_journal(&self) -> Result<Vec<(u32, i64)>, OfficeError> {
        let reader = self.store().read();
        let mut whole = Vec::new();
        for county in reader.counties().await? {
            let entries = reader.verify_journal(county).await?;
            let entries = entries
                .map_err(|broken| Refusal::new(1013).with("county", county.to_string()).with("entry", broken.entry))?;
            whole.push((county, entries));
        }
        Ok(whole)
    }

    /// Copies everything into an empty folder while the service runs.
    pub async fn backup(&self, to: &Path) -> Result<(), OfficeError> {
        Ok(self.store().backup(to, self.clock.now()).await?)
    }

    /// Brings a backup into an empty data directory.
    pub async fn restore(from: &Path, to: &Path) -> Result<(), OfficeError> {
        store::restore(from, to).await?;
        Ok(())
    }
}

//! Keeping: rebuild, doctor, journal, backup, restore.

use crate::Office;
use crate::door::{compute_all, in_hand};
use crate::error::OfficeError;
use crate::family::each_chunk;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::error::Refusal;
use domain::ids::HouseholdId;
use domain::ledger::now::{HouseholdNow, PersonNow};
use domain::places::Area;
use domain::profile;
use serde::Serialize;
use std::path::Path;
use store::Reader;

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
    /// Computes the read models of all counties of the scope's area anew from the facts, each in one transaction. Answers with the number
    /// of households.
    pub async fn rebuild(&self, scope: &Scope) -> Result<u64, OfficeError> {
        let mut households = 0;
        for county in self.counties_of(scope.area()).await? {
            households += self.rebuild_county(county).await?;
        }
        Ok(households)
    }

    /// The turn of the day: read models that were computed for an earlier day are computed anew, because spells begin and end and people
    /// grow older without anybody writing. Answers whether there was something to do.
    pub async fn turn_of_day(&self) -> Result<bool, OfficeError> {
        let mut turned = false;
        for county in self.store().read().counties().await? {
            let area = Area::of_six(county);
            let as_of = self.store().read().now_as_of(area).await?;
            if as_of.is_some_and(|day| day < self.today()) {
                self.rebuild_county(county).await?;
                turned = true;
            }
        }
        Ok(turned)
    }

    pub(crate) async fn counties_of(&self, area: Area) -> Result<Vec<u32>, OfficeError> {
        let counties = self.store().read().counties().await?;
        Ok(counties.into_iter().filter(|county| area.covers(Area::of_six(*county))).collect())
    }

    /// Reads and writes in one transaction, so that nothing written meanwhile is lost.
    async fn rebuild_county(&self, county: u32) -> Result<u64, OfficeError> {
        let day = self.today();
        self.store()
            .write(county, move |tx| {
                Box::pin(async move {
                    let (households, persons) = models_from_facts(tx, Area::of_six(county), day).await?;
                    tx.clear_now().await?;
                    tx.put_now(day, &households, &persons).await?;
                    Ok::<_, OfficeError>(households.len() as u64)
                })
            })
            .await
    }

    /// Counts what the store holds.
    pub async fn sizes(&self) -> Result<store::Sizes, OfficeError> {
        Ok(self.store().read().sizes().await?)
    }

    /// Checks everything and counts.
    pub async fn doctor(&self) -> Result<Health, OfficeError> {
        let sizes = self.sizes().await?;
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
        let (facts, _) = models_from_facts(&reader, home.area(), day).await?;
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

/// The read models of an area as the facts that a reader sees say.
async fn models_from_facts(
    reader: &Reader,
    area: Area,
    day: NaiveDate,
) -> Result<(Vec<HouseholdNow>, Vec<PersonNow>), OfficeError> {
    let profile = profile::on(day);
    let in_hand = in_hand(reader, area).await?;
    let (mut households, mut persons) = (Vec::new(), Vec::new());
    each_chunk(reader, area, |families| {
        let (some, members) = compute_all(&families, &in_hand, day, profile);
        households.extend(some);
        persons.extend(members);
        Ok(())
    })
    .await?;
    Ok((households, persons))
}

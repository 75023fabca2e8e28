//! Fetching the part of the ledger that a file touches.

use super::known::Known;
use super::{Draft, DraftedSheet, rows};
use crate::Office;
use crate::error::OfficeError;
use crate::family::{Family, families};
use crate::ids::Mint;
use chrono::NaiveDate;
use domain::access::Scope;
use domain::codes::Relation;
use domain::ids::{HouseholdId, PersonId};
use domain::ledger::IdNumber;
use domain::places::{Area, Region};
use std::collections::BTreeSet;
use store::{Page, VacancyFilter};

/// The keys by which the rows of a file name records.
#[derive(Default)]
struct Keys {
    id_numbers: Vec<IdNumber>,
    numbers: BTreeSet<String>,
    heads: BTreeSet<(Region, String)>,
    employers: BTreeSet<String>,
    vacancy_numbers: BTreeSet<String>,
}

impl Office {
    /// Everything of the ledger that the rows of the scope's county may be about, with all members and spells of each household.
    pub(super) async fn load_known(
        &self,
        scope: &Scope,
        sheets: &[DraftedSheet],
        as_of: NaiveDate,
        sha256: &str,
    ) -> Result<Known, OfficeError> {
        let keys = keys_of(sheets, scope.county());
        let (county, area, reader) = (scope.county(), scope.area(), self.store().read());
        let journal = reader.journal(county, None, 1).await?.first().map_or(0, |entry| entry.entry);
        let mut known = Known::new(Mint::new(as_of, sha256, county, journal));

        let owners = reader.persons_by_id_numbers(&keys.id_numbers).await?;
        let ids: Vec<PersonId> = owners.values().filter(|(home, _)| *home == county).map(|(_, id)| *id).collect();
        let ours = reader.persons(area, &ids).await?;
        // Of another county, or of a part of this one that is out of reach.
        let theirs = owners.into_iter().filter(|(_, (_, person))| !ours.contains_key(person));
        known.elsewhere = theirs.map(|(id_no, _)| id_no).collect();

        let numbers: Vec<String> = keys.numbers.into_iter().collect();
        let heads: Vec<(Region, String)> = keys.heads.into_iter().collect();
        let mut households: BTreeSet<HouseholdId> = ours.into_values().map(|stored| stored.record.household).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let heads: Vec<(Region, &str)> = heads.iter().map(|(region, head)| (*region, head.as_str())).collect();
        let by_number = reader.households_by_numbers(area, &numbers).await?;
        let by_head = reader.households_by_region_and_head(area, &heads).await?;
        households.extend(by_number.into_iter().chain(by_head).map(|stored| stored.record.id));
        let households: Vec<HouseholdId> = households.into_iter().collect();
        for family in families(&reader, area, &households).await? {
            put_family(&mut known, family);
        }
        self.load_vacancies(scope, keys.employers, keys.vacancy_numbers, &mut known).await?;
        Ok(known)
    }

    async fn load_vacancies(
        &self,
        scope: &Scope,
        employers: BTreeSet<String>,
        numbers: BTreeSet<String>,
        known: &mut Known,
    ) -> Result<(), OfficeError> {
        let (area, reader) = (Area::of_six(scope.county()), self.store().read());
        // A city keeps vacancies of its own beside those of its counties.
        let own = |county: u32| county == scope.county();
        if !employers.is_empty() || !numbers.is_empty() {
            known.learned = crate::posts::learned(&self.all_vacancies(scope).await?);
        }
        let names: Vec<&str> = employers.iter().map(String::as_str).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let mut vacancies = reader.vacancies_by_numbers(area, &numbers).await?;
        vacancies.retain(|vacancy| own(vacancy.county));
        for employer in reader.employers_by_names(area, &names).await?.into_iter().filter(|found| own(found.county)) {
            let filter = VacancyFilter { employer: Some(employer.record.id), ..VacancyFilter::default() };
            vacancies.extend(reader.vacancy_list(area, &filter, Page::first(u32::MAX)).await?.rows);
            known.index_employer(&employer.record);
            known.employers.put_known(employer.record.id, employer.record);
        }
        for vacancy in vacancies.into_iter().map(|stored| stored.record) {
            if known.vacancies.get(vacancy.id).is_none() {
                known.index_vacancy(&vacancy);
                known.vacancies.put_known(vacancy.id, vacancy);
            }
        }
        Ok(())
    }
}

fn put_family(known: &mut Known, family: Family) {
    known.index_household(&family.household);
    let head = family.members.iter().find(|(person, _)| person.relation == Some(Relation::Head));
    if let Some((head, _)) = head {
        let key = (family.household.region, head.name.clone());
        known.household_by_head.entry(key).or_insert(family.household.id);
    }
    known.households.put_known(family.household.id, family.household);
    for (person, spells) in family.members {
        known.index_person(&person);
        known.persons.put_known(person.id, person);
        for spell in spells {
            known.index_spell(&spell);
            known.spells.put_known(spell.id, spell);
        }
    }
}

fn keys_of(sheets: &[DraftedSheet], county: u32) -> Keys {
    let mut keys = Keys::default();
    for row in rows(sheets).filter(|row| row.county == county) {
        match &row.draft {
            Draft::Person(draft) => {
                let person = draft.person.as_ref();
                keys.id_numbers.extend(person.and_then(|person| person.id_no.clone()));
                keys.id_numbers.extend(draft.head_id.clone());
                keys.numbers.extend(draft.household.no.clone());
                let own = person.filter(|person| person.relation == Some(Relation::Head)).map(|person| &person.name);
                let head = draft.household.head_name.as_ref().or(own);
                keys.heads.extend(head.map(|name| (draft.household.region, name.clone())));
            }
            Draft::Vacancy(vacancy, _) => {
                keys.employers.extend(vacancy.employer_name.clone());
                keys.vacancy_numbers.extend(vacancy.no.clone());
            }
            Draft::None { head } => keys.heads.extend(head.clone()),
        }
    }
    keys.id_numbers.sort_unstable();
    keys.id_numbers.dedup();
    keys
}

//! To which county a command goes. What a county's office asks goes to its own journal. What a city's office asks goes to the journal of the
//! county it is about, as that county's own clerk would have asked it; a command about several counties is split into a part for each,
//! under one id and in one transaction.

use crate::Office;
use crate::error::OfficeError;
use domain::access::Scope;
use domain::door::Command;
use domain::error::Refusal;
use domain::ids::{BatchId, PersonId, VacancyId};
use domain::places::{Level, Region};
use domain::say::Arg;
use std::collections::BTreeMap;

/// A command with the scope in which its county takes it.
pub(crate) type Part = (Scope, Command);

fn missing(kind: &'static str) -> OfficeError {
    Refusal::new(1002).with("record", Arg::Key(kind.into())).into()
}

/// The scope narrowed to a county inside it; itself where it is no wider.
pub(crate) fn in_county(scope: &Scope, county: u32) -> Scope {
    Region::from_six(county).and_then(|county| scope.within(county)).unwrap_or(*scope)
}

impl Office {
    /// The parts of a command, by county.
    ///
    /// # Errors
    /// Q-1002 when a record it is about is not in the area, Q-1115 and Q-1116 for an import to undo.
    pub(super) async fn parts(&self, scope: &Scope, command: Command) -> Result<Vec<Part>, OfficeError> {
        if scope.region().level() >= Level::County {
            return Ok(vec![(*scope, command)]);
        }
        let county = match &command {
            Command::SetVacancyState { .. } | Command::UndoImport { .. } | Command::ExportUnmasked { .. } => {
                return self.split(scope, command).await;
            }
            Command::ImportSheet { .. } => scope.county(),
            Command::RunBridge { region, .. } => region.county(),
            Command::OpenAccount { area, .. } => area.county(),
            _ => self.county_about(scope, &command).await?,
        };
        Ok(vec![(in_county(scope, county), command)])
    }

    /// The county of the one record that a command is about.
    async fn county_about(&self, scope: &Scope, command: &Command) -> Result<u32, OfficeError> {
        let (reader, area) = (self.store().read(), scope.area());
        let (found, kind) = match command {
            Command::EditHousehold { id, .. } => {
                (reader.household(area, *id).await?.map(|stored| stored.county), "record-household")
            }
            Command::EditPerson { id, .. } | Command::Unmask { id, .. } | Command::ForgetPerson { id } => {
                (self.county_of_person(scope, *id).await?, "record-person")
            }
            Command::DecideProposal { person, .. } => (self.county_of_person(scope, *person).await?, "record-person"),
            Command::AddSpell { spell } => (self.county_of_person(scope, spell.person).await?, "record-person"),
            Command::EndSpell { id, .. } => {
                (reader.spell(area, *id).await?.map(|stored| stored.county), "record-spell")
            }
            Command::EditVacancy { id, .. } | Command::ReviewVacancy { id, .. } => {
                (reader.vacancy(area, *id).await?.map(|stored| stored.county), "record-vacancy")
            }
            Command::CloseAccount { id } => {
                (reader.account(area, *id).await?.map(|stored| stored.county), "record-account")
            }
            Command::ChooseAnswer { id, .. } => {
                let answer = reader.two_answers(area, *id).await?.ok_or_else(|| Refusal::new(1005))?;
                (Some(answer.region.county()), "record-household")
            }
            _ => (Some(scope.county()), "record-household"),
        };
        found.ok_or_else(|| missing(kind))
    }

    async fn county_of_person(&self, scope: &Scope, id: PersonId) -> Result<Option<u32>, OfficeError> {
        Ok(self.store().read().person(scope.area(), id).await?.map(|stored| stored.county))
    }

    /// The parts of a command about several counties.
    async fn split(&self, scope: &Scope, command: Command) -> Result<Vec<Part>, OfficeError> {
        let part = |county: u32, command: Command| (in_county(scope, county), command);
        Ok(match command {
            Command::SetVacancyState { ids, state } => {
                let counties = self.by_county(scope, &ids).await?.into_iter();
                counties.map(|(county, ids)| part(county, Command::SetVacancyState { ids, state })).collect()
            }
            Command::UndoImport { batch } => {
                let counties = self.counties_of_batch(scope, batch).await?.into_iter();
                counties.map(|county| part(county, Command::UndoImport { batch })).collect()
            }
            Command::ExportUnmasked { what, reason } => {
                let counties = self.counties_of(scope.area()).await?.into_iter();
                let command = || Command::ExportUnmasked { what: what.clone(), reason: reason.clone() };
                counties.map(|county| part(county, command())).collect()
            }
            command => vec![(*scope, command)],
        })
    }

    async fn by_county(&self, scope: &Scope, ids: &[VacancyId]) -> Result<BTreeMap<u32, Vec<VacancyId>>, OfficeError> {
        let found = self.store().read().vacancies(scope.area(), ids).await?;
        let mut counties: BTreeMap<u32, Vec<VacancyId>> = BTreeMap::new();
        for id in ids {
            let stored = found.get(id).ok_or_else(|| missing("record-vacancy"))?;
            counties.entry(stored.county).or_default().push(*id);
        }
        Ok(counties)
    }

    /// The counties that hold a part of an import, those left out that have taken theirs back by themselves.
    async fn counties_of_batch(&self, scope: &Scope, batch: BatchId) -> Result<Vec<u32>, OfficeError> {
        let parts = self.store().read().batch_parts(scope.area(), &[batch]).await?;
        let open = parts.iter().filter(|part| !part.record.undone).map(|part| part.county);
        let open: Vec<u32> = open.collect();
        match parts.first() {
            None => Err(Refusal::new(1115).with("batch", batch.to_string()).into()),
            Some(part) if open.is_empty() => Err(Refusal::new(1116).with("file", part.record.file.clone()).into()),
            Some(_) => Ok(open),
        }
    }
}

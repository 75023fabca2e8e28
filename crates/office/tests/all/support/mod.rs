//! Offices for tests, in a temporary directory or on PostgreSQL, and what they hold.

pub(crate) mod cluster;
pub(crate) mod files;

use chrono::NaiveDate;
use domain::access::{Actor, Role, Scope};
use domain::door::{Command, Envelope, Receipt};
use domain::facts::{BatchCounts, Record, RecordId};
use domain::ids::{AccountId, BatchId, CommandId, EmployerId};
use domain::ledger::now::HouseholdNow;
use domain::ledger::{Household, Person, Spell};
use domain::places::{Area, Region};
use domain::vacancies::Vacancy;
use files::county;
use office::clock::FixedDay;
use office::import::{Choices, Preview, RowState, Upload};
use office::{Office, OfficeError, Place};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Page, Store, TwoAnswers, VacancyFilter};
use tempfile::TempDir;

/// The day of the tests.
pub(crate) fn today() -> NaiveDate {
    day("2020-03-24")
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An office of its own for one test, and its store to look into.
pub(crate) struct Home {
    pub(crate) office: Office,
    pub(crate) store: Store,
    directory: TempDir,
}

impl Home {
    pub(crate) async fn lite() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let place = Place::Directory(directory.path().join("qiao-data"));
        Self::at(place, directory).await
    }

    pub(crate) async fn pg(url: String) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let place = Place::Server { url, keys: directory.path().to_owned() };
        Self::at(place, directory).await
    }

    async fn at(place: Place, directory: TempDir) -> Self {
        let office = Office::open(place.clone(), Arc::new(FixedDay(today()))).await.unwrap();
        office.settle(county()).await.unwrap();
        Self { office, store: Store::open(place.into()).await.unwrap(), directory }
    }

    /// The data directory of SQLite.
    pub(crate) fn data(&self) -> PathBuf {
        self.directory.path().join("qiao-data")
    }

    pub(crate) async fn preview(&self, upload: Upload) -> Preview {
        self.office.preview(&clerk(), upload, &Choices::default()).await.unwrap()
    }

    /// Previews and commits a file; answers with the rows by state and the batch.
    pub(crate) async fn import(&self, upload: Upload) -> (BatchCounts, BatchId) {
        let preview = self.preview(upload).await;
        let counts = preview.counts;
        (counts, self.office.commit(&clerk(), preview).await.unwrap().0)
    }

    pub(crate) async fn submit(&self, scope: &Scope, command: Command) -> Result<Receipt, OfficeError> {
        self.office.submit(scope, envelope(command)).await
    }

    /// Everything that the office holds of the county.
    pub(crate) async fn state(&self) -> State {
        state(&self.store, county().area()).await
    }

    /// The state, after making sure that journal, read models and database are sound.
    pub(crate) async fn sound(&self) -> State {
        let health = self.office.doctor().await.unwrap();
        assert!(health.journal_ok && health.read_models_ok && health.store_ok, "{health:?}");
        self.state().await
    }
}

/// The files of a demo county that hold any lines; of a small one some are empty.
pub(crate) fn filled(written: &demo::Written) -> impl Iterator<Item = &Path> {
    let holds = |path: &&Path| {
        let name = path.file_name().unwrap().to_string_lossy();
        written.truth.lines.get(name.as_ref()).is_none_or(|lines| *lines > 0)
    };
    written.files.iter().map(PathBuf::as_path).filter(holds)
}

/// An office with a small demo county taken in and its vacancies screened.
pub(crate) async fn demo_county(households: u32, seed: u64) -> Home {
    let home = Home::lite().await;
    let folder = tempfile::tempdir().unwrap();
    let plan = demo::Plan { households, seed, ..demo::Plan::default() };
    let written = demo::write(&demo::generate(&plan).unwrap(), folder.path()).unwrap();
    for file in filled(&written) {
        home.import(upload(file)).await;
    }
    home.office.screen_all(&clerk()).await.unwrap();
    home
}

/// A file as handed in.
pub(crate) fn upload(path: &Path) -> Upload {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    Upload { name, bytes: std::fs::read(path).unwrap() }
}

pub(crate) fn envelope(command: Command) -> Envelope {
    Envelope { id: CommandId(office::ids::fresh()), command }
}

/// The clerk of the county.
pub(crate) fn clerk() -> Scope {
    Office::command_line(Role::Clerk, county())
}

/// Somebody with an account.
pub(crate) fn somebody(role: Role, region: Region) -> Scope {
    Scope::new(Actor::Account(AccountId(office::ids::fresh())), role, region)
}

/// What an office holds. Records stand with their versions.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) records: BTreeMap<RecordId, (i64, Record)>,
    pub(crate) now: BTreeMap<RecordId, HouseholdNow>,
    pub(crate) answers: Vec<TwoAnswers>,
    pub(crate) entries: u32,
    pub(crate) accounts: u32,
}

async fn state(store: &Store, area: Area) -> State {
    let read = store.read();
    let mut records = BTreeMap::new();
    let mut households = Vec::new();
    let mut scan = read.scan(area, 1000);
    while let Some(families) = scan.next().await.unwrap() {
        for family in families {
            households.push(family.household.record.id);
            let household = Record::Household(family.household.record);
            records.insert(household.id(), (family.household.version, household));
            for (person, spells) in family.members {
                let kept = Record::Person(person.record);
                records.insert(kept.id(), (person.version, kept));
                for spell in spells {
                    let kept = Record::Spell(spell.record);
                    records.insert(kept.id(), (spell.version, kept));
                }
            }
        }
    }
    let vacancies = read.vacancy_list(area, &VacancyFilter::default(), Page::first(u32::MAX)).await.unwrap().rows;
    let employers: Vec<EmployerId> = vacancies.iter().filter_map(|vacancy| vacancy.record.employer).collect();
    for vacancy in vacancies {
        records.insert(RecordId::Vacancy(vacancy.record.id), (vacancy.version, Record::Vacancy(vacancy.record)));
    }
    for (id, employer) in read.employers(area, &employers).await.unwrap() {
        records.insert(RecordId::Employer(id), (employer.version, Record::Employer(employer.record)));
    }
    let sizes = read.sizes().await.unwrap();
    let now = read.households_now(area, &households).await.unwrap();
    State {
        records,
        now: now.into_iter().map(|(id, row)| (RecordId::Household(id), row)).collect(),
        answers: read.two_answers_open(area, u32::MAX >> 1).await.unwrap(),
        entries: sizes.journal_entries,
        accounts: sizes.accounts,
    }
}

macro_rules! of_kind {
    ($name:ident, $kind:ident) => {
        #[doc = concat!("The records of the kind ", stringify!($kind), ", by id.")]
        pub(crate) fn $name(&self) -> Vec<&$kind> {
            let records = self.records.values();
            records
                .filter_map(|(_, record)| if let Record::$kind(record) = record { Some(record) } else { None })
                .collect()
        }
    };
}

impl State {
    of_kind!(households, Household);
    of_kind!(persons, Person);
    of_kind!(spells, Spell);
    of_kind!(vacancies, Vacancy);

    /// The only person with a name.
    pub(crate) fn person(&self, name: &str) -> &Person {
        let persons = self.persons();
        let mut found = persons.into_iter().filter(|person| person.name == name);
        let person = found.next().unwrap_or_else(|| panic!("no {name}"));
        assert!(found.next().is_none(), "{name} is there twice");
        person
    }

    /// The household of the only person with a name.
    pub(crate) fn household_of(&self, name: &str) -> &Household {
        let id = self.person(name).household;
        self.households().into_iter().find(|household| household.id == id).unwrap()
    }

    /// Version of a record.
    pub(crate) fn version(&self, id: RecordId) -> i64 {
        self.records[&id].0
    }

    /// The records without their versions.
    pub(crate) fn bare(&self) -> BTreeMap<RecordId, &Record> {
        self.records.iter().map(|(id, (_, record))| (*id, record)).collect()
    }
}

/// States of the rows of a preview, sheet by sheet, in order.
pub(crate) fn row_states(preview: &Preview) -> Vec<RowState> {
    preview.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(|row| row.state)).collect()
}

/// Numbers of the refusals of rows, in order.
pub(crate) fn row_refusals(preview: &Preview) -> Vec<u16> {
    let rows = preview.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.filter_map(|row| row.refusal.as_ref().map(|refusal| refusal.number.0)).collect()
}

/// Number of the error; panics when all went well.
pub(crate) fn number<T: std::fmt::Debug>(result: Result<T, OfficeError>) -> u16 {
    result.unwrap_err().number().0
}

/// Writes each test twice: for SQLite and for PostgreSQL. The latter is skipped, by name, where no server is installed.
macro_rules! for_each_db {
    ($(async fn $name:ident($home:ident: Home) $body:block)*) => {
        $(async fn $name($home: $crate::support::Home) $body)*

        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name($crate::support::Home::lite().await).await;
            })*
        }

        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let name = concat!(module_path!(), "::", stringify!($name));
                if let Some(url) = $crate::support::cluster::database(name) {
                    super::$name($crate::support::Home::pg(url).await).await;
                }
            })*
        }
    };
}

//! Opening an office: its store, its clock, its home.

use crate::bridge::Benches;
use crate::clock::Clock;
use crate::error::OfficeError;
use crate::posts::SecondReader;
use chrono::NaiveDate;
use domain::access::{Actor, Role, Scope};
use domain::error::Refusal;
use domain::places::Region;
use domain::profile::{self, Profile};
use std::path::PathBuf;
use std::sync::Arc;
use store::{Store, Target};

/// Where an office keeps its data.
#[derive(Debug, Clone)]
pub enum Place {
    /// A data directory with one file database.
    Directory(PathBuf),
    /// A PostgreSQL database; the keys stay in a directory of the machine.
    Server {
        /// Address of the database.
        url: String,
        /// Directory with the key file.
        keys: PathBuf,
    },
}

impl From<Place> for Target {
    fn from(place: Place) -> Self {
        match place {
            Place::Directory(directory) => Self::Directory(directory),
            Place::Server { url, keys } => Self::Postgres { url, keys: keys.join(store::KEY_FILE) },
        }
    }
}

/// An open office. Cheap to clone.
#[derive(Clone)]
pub struct Office {
    store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) benches: Benches,
    pub(crate) second: Option<Arc<SecondReader>>,
}

/// Settings of the whole installation are kept under this number instead of a county.
const INSTALLATION: u32 = 0;
/// Setting under which the home region is kept.
const HOME: &str = "home";

impl Office {
    /// Opens the office at a place, making the data directory and bringing the schema up to date where needed.
    pub async fn open(place: Place, clock: Arc<dyn Clock>) -> Result<Self, OfficeError> {
        Ok(Self { store: Store::open(place.into()).await?, clock, benches: Benches::default(), second: None })
    }

    /// The same office with a second reader for recruitment texts.
    #[must_use]
    pub fn with_second_reader(self, reader: SecondReader) -> Self {
        Self { second: Some(Arc::new(reader)), ..self }
    }

    pub(crate) const fn store(&self) -> &Store {
        &self.store
    }

    /// The day the office counts as today.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The profile that holds today.
    pub fn profile(&self) -> &'static Profile {
        profile::on(self.today())
    }

    /// The county or city of the office, as set.
    ///
    /// # Errors
    /// Q-1102 when it was never set.
    pub async fn home(&self) -> Result<Region, OfficeError> {
        let home = self.store.read().setting(INSTALLATION, HOME).await?;
        let home = home.and_then(|code| code.parse().ok());
        home.ok_or_else(|| Refusal::new(1102).into())
    }

    /// Sets the county or city of the office when it was not set; a different one is refused.
    ///
    /// # Errors
    /// Q-1103 when another home is set already.
    pub async fn settle(&self, home: Region) -> Result<Region, OfficeError> {
        match self.home().await {
            Ok(set) if set == home => Ok(set),
            Ok(set) => Err(Refusal::new(1103).with("found", home).with("home", set).into()),
            Err(_) => {
                self.store.set_setting(HOME, &home.to_string()).await?;
                Ok(home)
            }
        }
    }

    /// The scope of the person at the machine's own command line.
    pub const fn command_line(role: Role, home: Region) -> Scope {
        Scope::new(Actor::CommandLine, role, home)
    }
}

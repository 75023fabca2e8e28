//! Stores for tests: SQLite in a temporary directory, PostgreSQL in a private cluster. And sample records; all people are made up.

pub(crate) mod cluster;
pub(crate) mod sample;

use std::path::PathBuf;
use store::{Store, Target};
use tempfile::TempDir;

/// A store of its own for one test.
pub(crate) struct Home {
    pub(crate) store: Store,
    #[allow(dead_code, reason = "only some tests open a store again")]
    pub(crate) target: Target,
    pub(crate) directory: TempDir,
}

impl Home {
    pub(crate) async fn lite() -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self::at(Target::Directory(directory.path().join("qiao-data")), directory).await
    }

    pub(crate) async fn pg(url: String) -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self::at(Target::Postgres { url, keys: directory.path().join("qiao.key") }, directory).await
    }

    async fn at(target: Target, directory: TempDir) -> Self {
        Self { store: Store::open(target.clone()).await.unwrap(), target, directory }
    }

    /// The data directory of SQLite.
    #[allow(dead_code, reason = "only some tests look into files")]
    pub(crate) fn data(&self) -> PathBuf {
        self.directory.path().join("qiao-data")
    }
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
                if let Some(url) = $crate::support::cluster::database(name).await {
                    super::$name($crate::support::Home::pg(url).await).await;
                }
            })*
        }
    };
}

//! The two databases: how they are opened, and where statements run.
//!
//! SQLite: WAL, one writing connection, four that only read. PostgreSQL: one pool with statement timeouts.
//!
//! sqlx 0.9.0 can leave a transaction open on a pooled PostgreSQL connection when a request is dropped during BEGIN. Two guards stand against
//! it: every connection is rolled back when it returns to the pool, and writes run in a task of their own, which nobody can drop.

use crate::error::StoreError;
use crate::value::{Row, Sql};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Executor, Postgres, Sqlite, Transaction};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

const READERS: u32 = 4;
const PG_CONNECTIONS: u32 = 12;
/// A write may have to wait for a whole import before it.
const PATIENCE: Duration = Duration::from_secs(60);
/// A single statement never needs this long; big works are many statements.
const PG_STATEMENT_TIMEOUT: &str = "60000";
/// Largest number of rows in one statement.
pub(crate) const BATCH: usize = 500;

/// An open database.
#[derive(Clone)]
pub(crate) enum Db {
    Lite { writer: SqlitePool, readers: SqlitePool },
    Pg(PgPool),
}

/// A transaction under way.
pub(crate) enum Held {
    Lite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
    Done,
}

/// Where a statement runs: on any free connection, or in a transaction.
#[derive(Clone)]
pub(crate) enum Source {
    Lite(SqlitePool),
    Pg(PgPool),
    /// And whether it is SQLite's.
    Held(Arc<Mutex<Held>>, bool),
}

impl Db {
    pub(crate) async fn lite(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "ON")
            .pragma("temp_store", "MEMORY");
        let writer = SqlitePoolOptions::new().max_connections(1).min_connections(1).acquire_timeout(PATIENCE);
        let writer = writer.idle_timeout(None).max_lifetime(None);
        let writer = writer.connect_with(options.clone().pragma("cache_size", "-65536")).await?;
        let readers = SqlitePoolOptions::new().max_connections(READERS).min_connections(0).acquire_timeout(PATIENCE);
        let readers = readers.idle_timeout(None).max_lifetime(None);
        let readers = readers.connect_lazy_with(options.pragma("cache_size", "-12288").pragma("query_only", "ON"));
        Ok(Self::Lite { writer, readers })
    }

    pub(crate) async fn pg(url: &str) -> Result<Self, StoreError> {
        let options: PgConnectOptions = url.parse()?;
        let options = options.application_name("qiao").options([
            ("statement_timeout", PG_STATEMENT_TIMEOUT),
            ("idle_in_transaction_session_timeout", PG_STATEMENT_TIMEOUT),
            ("client_min_messages", "error"),
        ]);
        let pool = PgPoolOptions::new()
            .max_connections(PG_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .after_release(|connection, _| {
                Box::pin(async move {
                    connection.execute("ROLLBACK").await?;
                    Ok(true)
                })
            })
            .connect_with(options)
            .await?;
        Ok(Self::Pg(pool))
    }

    /// Brings the schema to this version of Qiao.
    pub(crate) async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Self::Lite { writer, .. } => sqlx::migrate!("migrations/sqlite").run(writer).await?,
            Self::Pg(pool) => sqlx::migrate!("migrations/postgres").run(pool).await?,
        }
        Ok(())
    }

    pub(crate) fn readers(&self) -> Source {
        match self {
            Self::Lite { readers, .. } => Source::Lite(readers.clone()),
            Self::Pg(pool) => Source::Pg(pool.clone()),
        }
    }

    /// Begins a transaction that writes.
    pub(crate) async fn begin(&self) -> Result<Source, StoreError> {
        Ok(match self {
            Self::Lite { writer, .. } => {
                let tx = writer.begin_with("BEGIN IMMEDIATE").await?;
                Source::Held(Arc::new(Mutex::new(Held::Lite(tx))), true)
            }
            Self::Pg(pool) => Source::Held(Arc::new(Mutex::new(Held::Pg(pool.begin().await?))), false),
        })
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Lite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Pg(pool) => pool.close().await,
        }
    }
}

impl Held {
    pub(crate) async fn end(&mut self, commit: bool) -> Result<(), StoreError> {
        match (std::mem::replace(self, Self::Done), commit) {
            (Self::Lite(tx), true) => tx.commit().await?,
            (Self::Lite(tx), false) => tx.rollback().await?,
            (Self::Pg(tx), true) => tx.commit().await?,
            (Self::Pg(tx), false) => tx.rollback().await?,
            (Self::Done, _) => {}
        }
        Ok(())
    }
}

macro_rules! prepared {
    ($text:expr, $args:expr, $kept:expr) => {
        match $text {
            Cow::Borrowed(text) => sqlx::query_with(text, $args),
            // Put together from static pieces and numbered gaps only, see `Sql`.
            Cow::Owned(text) => sqlx::query_with(AssertSqlSafe(text), $args),
        }
        .persistent($kept)
    };
}

macro_rules! on {
    ($self:expr, $sql:expr, $method:ident, $found:ident => $lite:expr, $pg:expr) => {{
        let Sql { text, args, kept } = $sql;
        match $self {
            Source::Lite(pool) => {
                let $found = prepared!(text, Sql::lite(args)?, kept).$method(pool).await?;
                $lite
            }
            Source::Pg(pool) => {
                let $found = prepared!(text, Sql::pg(args)?, kept).$method(pool).await?;
                $pg
            }
            Source::Held(held, _) => match &mut *held.lock().await {
                Held::Lite(tx) => {
                    let $found = prepared!(text, Sql::lite(args)?, kept).$method(&mut **tx).await?;
                    $lite
                }
                Held::Pg(tx) => {
                    let $found = prepared!(text, Sql::pg(args)?, kept).$method(&mut **tx).await?;
                    $pg
                }
                Held::Done => return Err(StoreError::CutOff),
            },
        }
    }};
}

impl Source {
    fn is_lite(&self) -> bool {
        matches!(self, Self::Lite(_) | Self::Held(_, true))
    }

    /// All rows of a query.
    pub(crate) async fn all(&self, sql: Sql) -> Result<Vec<Row>, StoreError> {
        Ok(
            on!(self, sql, fetch_all, rows => rows.into_iter().map(Row::Lite).collect(), rows.into_iter().map(Row::Pg).collect()),
        )
    }

    /// The first row of a query, if any.
    pub(crate) async fn first(&self, sql: Sql) -> Result<Option<Row>, StoreError> {
        Ok(on!(self, sql, fetch_optional, row => row.map(Row::Lite), row.map(Row::Pg)))
    }

    /// Runs a statement; the number of rows it touched.
    pub(crate) async fn run(&self, sql: Sql) -> Result<u64, StoreError> {
        Ok(on!(self, sql, execute, done => done.rows_affected(), done.rows_affected()))
    }

    /// Inserts rows in batches. `head` ends before `VALUES`, `tail` stands behind the rows.
    pub(crate) async fn insert(
        &self,
        head: &'static str,
        rows: Vec<Vec<crate::value::Val>>,
        tail: &'static str,
    ) -> Result<u64, StoreError> {
        let mut touched = 0;
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let batch = rows.by_ref().take(BATCH).collect();
            touched += self.run(Sql::insert(head, batch, tail, self.is_lite())).await?;
        }
        Ok(touched)
    }
}

#[cfg(test)]
#[path = "cancel_test.rs"]
mod cancel_test;

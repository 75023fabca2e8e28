//! The write transaction.

use crate::db::Source;
use crate::error::StoreError;
use crate::read::Reader;
use crate::value::Sql;
use crate::{Store, journal};
use domain::door::Receipt;
use domain::ids::{CommandId, VacancyId};
use domain::places::Region;
use std::collections::BTreeSet;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;

/// A boxed future that borrows.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A transaction of one county. Reads like a [`Reader`] (and sees its own writes); nobody else writes to the county until it ends.
pub struct Tx {
    reader: Reader,
    pub(crate) county: u32,
    /// End of the county's journal: number and hash of the last entry.
    pub(crate) head: journal::Head,
    /// Villages whose counts must be made anew before the end.
    pub(crate) dirty: BTreeSet<Region>,
}

impl Deref for Tx {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Store {
    /// Runs one statement in a transaction of its own, in a task of its own.
    pub(crate) async fn alone(&self, sql: Sql) -> Result<u64, StoreError> {
        let db = self.db.clone();
        let task = tokio::spawn(async move {
            let source = db.begin().await?;
            let done = source.run(sql).await;
            source.end(done.is_ok()).await?;
            done
        });
        task.await.unwrap_or(Err(StoreError::CutOff))
    }

    /// Runs `work` in one transaction that writes to one county; commits if it returns `Ok`, else takes everything back.
    ///
    /// The transaction runs in a task of its own: if the caller is dropped, it still ends, one way or the other.
    ///
    /// # Errors
    /// What `work` returns; Q-3015 if the database stays busy.
    pub async fn write<T, E, F>(&self, county: u32, work: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let mut work = Some(work);
        let mut done = self
            .write_parts(vec![(county, ())], move |tx, ()| match work.take() {
                Some(work) => work(tx),
                None => Box::pin(async { Err(StoreError::CutOff.into()) }),
            })
            .await?;
        done.pop().ok_or_else(|| StoreError::CutOff.into())
    }

    /// The same for parts that go to several counties, one after the other in the order of their codes: all of them or none.
    ///
    /// # Errors
    /// What `work` returns for the first part that fails; Q-3015 if the database stays busy.
    pub async fn write_parts<P, T, E, F>(&self, mut parts: Vec<(u32, P)>, mut work: F) -> Result<Vec<T>, E>
    where
        F: for<'a> FnMut(&'a mut Tx, P) -> BoxFuture<'a, Result<T, E>> + Send + 'static,
        P: Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        // Everybody locks journals in this order, so that two who write to the same counties wait and do not block each other.
        parts.sort_by_key(|(county, _)| *county);
        let store = self.clone();
        let task = tokio::spawn(async move {
            let source = store.db.begin().await?;
            let done = async {
                let mut values = Vec::with_capacity(parts.len());
                for (county, part) in parts {
                    let head = journal::lock(&source, county).await?;
                    let reader = Reader { source: source.clone(), keys: Arc::clone(&store.keys) };
                    let mut tx = Tx { reader, county, head, dirty: BTreeSet::new() };
                    values.push(work(&mut tx, part).await?);
                    tx.recount().await?;
                }
                Ok(values)
            }
            .await;
            let ended = source.end(done.is_ok()).await;
            match done {
                Ok(values) => ended.map(|()| values).map_err(E::from),
                Err(error) => Err(error),
            }
        });
        match task.await {
            Ok(done) => done,
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => Err(StoreError::CutOff.into()),
        }
    }
}

impl Source {
    /// Ends a transaction.
    pub(crate) async fn end(&self, commit: bool) -> Result<(), StoreError> {
        match self {
            Self::Held(held, _) => held.lock().await.end(commit).await,
            _ => Ok(()),
        }
    }
}

impl Tx {
    /// County of the transaction.
    pub const fn county(&self) -> u32 {
        self.county
    }

    /// Keeps everybody else from giving away seats of a vacancy until the transaction ends, also where they write to another county.
    pub async fn hold_vacancy(&self, county: u32, id: VacancyId) -> Result<(), StoreError> {
        let sql = Sql::new("UPDATE vacancy SET version = version WHERE county = $1 AND id = $2");
        self.source.run(sql.with(county).with(id.0)).await.map(|_| ())
    }

    /// What was answered to a command when it came first.
    pub async fn receipt(&self, command: CommandId) -> Result<Option<Receipt>, StoreError> {
        let sql = "SELECT entry, changed, two_answers FROM receipt WHERE county = $1 AND command_id = $2";
        let row = self.source.first(Sql::new(sql).with(self.county).with(command.0)).await?;
        row.map(|row| Ok(Receipt { entry: row.get(0)?, changed: row.count(1)?, two_answers: row.count(2)? }))
            .transpose()
    }
}

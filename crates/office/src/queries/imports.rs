//! Imported files, for the list with their undo.

use crate::Office;
use crate::error::OfficeError;
use chrono::{DateTime, Utc};
use domain::access::Scope;
use domain::facts::{Batch, RecordId};

/// Files listed.
const SHOWN: u32 = 20;

/// An imported file.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The file and its counts.
    pub batch: Batch,
    /// When it was taken in.
    pub at: Option<DateTime<Utc>>,
}

impl Office {
    /// The newest imported files of the scope's county.
    pub async fn imported(&self, scope: &Scope) -> Result<Vec<Imported>, OfficeError> {
        let reader = self.store().read();
        let listed = reader.batch_list(scope.area(), store::Page::first(SHOWN)).await?;
        let mut files = Vec::with_capacity(listed.rows.len());
        for stored in listed.rows {
            let history = reader.history(stored.county, RecordId::Batch(stored.record.id)).await?;
            files.push(Imported { at: history.last().map(|(row, _)| row.at), batch: stored.record });
        }
        Ok(files)
    }

    /// Whether the store answers.
    pub async fn healthy(&self) -> bool {
        self.store().read().setting(0, "home").await.is_ok()
    }
}

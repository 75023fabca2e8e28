//! Imported files, for the list with their undo.

use crate::Office;
use crate::error::OfficeError;
use chrono::{DateTime, Utc};
use domain::access::Scope;
use domain::facts::{Batch, BatchCounts, RecordId};

/// Files listed.
const SHOWN: u32 = 20;

/// An imported file.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The file; its counts are those of all its parts in the area, and it is undone when all of them are.
    pub batch: Batch,
    /// Counties it went to in the area.
    pub parts: u32,
    /// Of these: taken back.
    pub undone: u32,
    /// When it was taken in.
    pub at: Option<DateTime<Utc>>,
}

impl Office {
    /// The newest imported files of the scope's area.
    pub async fn imported(&self, scope: &Scope) -> Result<Vec<Imported>, OfficeError> {
        let reader = self.store().read();
        let listed = reader.batch_list(scope.area(), store::Page::first(SHOWN)).await?;
        let mut files = Vec::with_capacity(listed.rows.len());
        for parts in listed.rows {
            let Some(first) = parts.first() else { continue };
            let history = reader.history(first.county, RecordId::Batch(first.record.id)).await?;
            let at = history.last().map(|(row, _)| row.at);
            let undone = parts.iter().filter(|part| part.record.undone).count();
            let mut batch = Batch { undone: undone == parts.len(), ..first.record.clone() };
            batch.counts = parts.iter().fold(BatchCounts::default(), |sum, part| sum + part.record.counts);
            files.push(Imported { batch, parts: parts.len() as u32, undone: undone as u32, at });
        }
        Ok(files)
    }

    /// Whether the store answers.
    pub async fn healthy(&self) -> bool {
        self.store().read().setting(0, "home").await.is_ok()
    }
}

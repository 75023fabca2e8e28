//! Taking an import back as a whole.

use crate::error::OfficeError;
use crate::{Office, ids};
use domain::access::Scope;
use domain::door::{Command, Envelope, Receipt};
use domain::ids::{BatchId, CommandId};

impl Office {
    /// Takes an import back as a whole.
    ///
    /// # Errors
    /// Q-1115 for an unknown batch, Q-1116 when it was undone before, Q-1117 when its records have changed since.
    pub async fn undo_import(&self, scope: &Scope, batch: BatchId) -> Result<Receipt, OfficeError> {
        self.submit(scope, Envelope { id: CommandId(ids::fresh()), command: Command::UndoImport { batch } }).await
    }
}

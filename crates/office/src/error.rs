//! What the office answers when it cannot do as told.

use domain::error::{Number, Refusal};
use store::StoreError;

/// A refusal for the person who asked, or a fault of the store.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// What was asked cannot be done; the person can mend it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl OfficeError {
    /// The numbered refusal to show.
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::Store(error) => error.into(),
        }
    }

    /// Its number.
    pub fn number(&self) -> Number {
        self.refusal().number
    }
}

impl From<reading::sheets::ReadError> for OfficeError {
    fn from(error: reading::sheets::ReadError) -> Self {
        Self::Refused(Refusal::from(&error))
    }
}

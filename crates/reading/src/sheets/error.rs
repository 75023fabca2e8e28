//! Why a file cannot be read at all. Everything smaller is a [`super::Fault`].

use domain::error::Refusal;

/// A file that cannot be read. Texts come from the message files by [`Refusal`] and
/// its arguments; each number has a page in `docs/errors`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file has no bytes.
    #[error("Q-2001 empty file")]
    Empty,
    /// Neither workbook, nor HTML table, nor text.
    #[error("Q-2002 unknown type of file: {found}")]
    UnknownType {
        /// The type as far as it was recognised (`pdf`, `image`, `ods`, `binary`).
        found: &'static str,
    },
    /// The workbook is protected by a password.
    #[error("Q-2003 encrypted workbook")]
    Encrypted,
    /// The file ends too early or its parts contradict each other.
    #[error("Q-2004 damaged workbook: {found}")]
    Damaged {
        /// The reader's own words, for the keeper of the system.
        found: String,
    },
    /// More bytes, cells or columns than any ledger has.
    #[error("Q-2005 too large: {what} {found} > {limit}")]
    TooLarge {
        /// What is too large: `file`, `unzipped`, `cells`, `columns`, `text`.
        what: &'static str,
        /// How much was found.
        found: u64,
        /// How much is allowed.
        limit: u64,
    },
    /// No sheet has a recognisable table.
    #[error("Q-2006 no table found in {sheets} sheets")]
    NoTable {
        /// How many sheets were looked at.
        sheets: u64,
    },
}

impl ReadError {
    /// The number users see, for example `Q-2003`.
    pub fn number(&self) -> String {
        Refusal::from(self).number.to_string()
    }
}

impl From<&ReadError> for Refusal {
    fn from(error: &ReadError) -> Self {
        match error {
            ReadError::Empty => Self::new(2001),
            ReadError::UnknownType { found } => Self::new(2002).with("found", *found),
            ReadError::Encrypted => Self::new(2003),
            ReadError::Damaged { found } => Self::new(2004).with("found", found.as_str()),
            ReadError::TooLarge { what, found, limit } => {
                Self::new(2005).with("what", *what).with("found", found.to_string()).with("limit", limit.to_string())
            }
            ReadError::NoTable { sheets } => Self::new(2006).with("sheets", sheets.to_string()),
        }
    }
}

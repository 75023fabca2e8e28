//! Why a file cannot be read at all. Everything smaller is a [`super::Fault`].

/// A file that cannot be read. Texts come from the message files by [`ReadError::key`] and
/// [`ReadError::args`]; each number has a page in `docs/errors`.
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
    pub fn number(&self) -> &'static str {
        match self {
            Self::Empty => "Q-2001",
            Self::UnknownType { .. } => "Q-2002",
            Self::Encrypted => "Q-2003",
            Self::Damaged { .. } => "Q-2004",
            Self::TooLarge { .. } => "Q-2005",
            Self::NoTable { .. } => "Q-2006",
        }
    }

    /// Key of the message; `{key}-do` says what to do.
    pub fn key(&self) -> String {
        self.number().to_lowercase()
    }

    /// What the message wants to know, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::Encrypted => Vec::new(),
            Self::UnknownType { found } => vec![("found", (*found).to_owned())],
            Self::Damaged { found } => vec![("found", found.clone())],
            Self::TooLarge { what, found, limit } => {
                vec![("what", (*what).to_owned()), ("found", found.to_string()), ("limit", limit.to_string())]
            }
            Self::NoTable { sheets } => vec![("sheets", sheets.to_string())],
        }
    }
}

//! Why a county could not be made.

use domain::say::{Arg, Message};

/// A county could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The plan names no county that the place list of that edition has with villages.
    #[error("no county {county} in the place list of {}", edition.code())]
    NoCounty {
        /// Code asked for.
        county: domain::places::Region,
        /// Edition of the list.
        edition: domain::places::Edition,
    },
    /// There are not enough synthetic ID numbers.
    #[error("at most {most} households a county")]
    TooMany {
        /// Most households of one county.
        most: u32,
    },
    /// A file could not be written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// A workbook could not be written.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A table could not be written.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
}

impl DemoError {
    /// The error in words, by the message files `demo.ftl`.
    pub fn message(&self) -> Message {
        match self {
            Self::NoCounty { county, edition } => {
                Message::new("demo-no-county").with("county", county.to_string()).with("edition", edition.code())
            }
            Self::TooMany { most } => Message::new("demo-too-many").with("most", *most),
            failed => Message::new("demo-failed").with("found", Arg::Text(failed.to_string())),
        }
    }
}
